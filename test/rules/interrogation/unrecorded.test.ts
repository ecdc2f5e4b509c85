import { describe, expect, it } from 'vitest'
import { interrogationUnrecorded as rule } from '../../../server/rules/interrogation/unrecorded.ts'
import { act, records, sensor, sensorFails, stopsRecording } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const talk = (chargeBand: string | null) => act('interrogation', { caseType: 'criminal', chargeBand })
const recorder = sensor('2012-01-01 00:00', ['recording'])
const session = (band: string | null, day = '2026-03-02') => [
  talk(band).starts(`${day} 09:00`),
  talk(band).signed(`${day} 10:00`),
]

describe('可能判处无期徒刑、死刑的案件或者其他重大犯罪案件，应当对讯问过程进行录音录像（程序规定第二百零八条）', () => {
  it.each(['life-or-death', 'major'])(
    'opens for %s without any recording, half a minute after the beginning',
    (band) => {
      expect(given(rule, recorder, talk(band).starts('2026-03-02 09:00')).until('2026-03-02 09:00:30')).toEqual([])
      expect(given(rule, recorder, talk(band).starts('2026-03-02 09:00')).until('2026-03-02 09:00:31')).toMatchObject([
        { since: at('2026-03-02 09:00') },
      ])
    },
  )
  it('finds nothing in an ordinary case, or when recorded', () => {
    expect(given(rule, recorder, ...session('ordinary')).until('2026-03-03 00:00')).toEqual([])
    expect(
      given(rule, recorder, records('2026-03-02 09:00'), ...session('major'), stopsRecording('2026-03-02 10:00')).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
  })
  it('ends the moment a recording begins after all, and leaves what is missing before it to continuity', () =>
    expect(
      given(rule, recorder, talk('major').starts('2026-03-02 09:00'), records('2026-03-02 09:05'))
        .events('2026-03-02 09:30')
        .flatMap((e) => (e.is === 'ended' ? [[e.at, e.because]] : [])),
    ).toEqual([[at('2026-03-02 09:05'), 'clear']]))
  it('leaves a break to the rule of continuity', () =>
    expect(
      given(rule, recorder, records('2026-03-02 09:00'), stopsRecording('2026-03-02 09:30'), ...session('major')).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([]))
  it('says nothing of people when the recorder cannot be seen, the band is not told, or before 2013', () => {
    expect(given(rule, ...session('major')).until('2026-03-03 00:00')).toEqual([])
    expect(
      given(rule, recorder, sensorFails('2026-03-02 08:00'), ...session('major')).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(given(rule, recorder, ...session(null)).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, recorder, ...session('major', '2012-12-31')).until('2026-03-03 00:00')).toEqual([])
  })
})
