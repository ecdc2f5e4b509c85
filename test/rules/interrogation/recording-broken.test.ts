import { describe, expect, it } from 'vitest'
import { interrogationRecordingBroken as rule } from '../../../server/rules/interrogation/recording-broken.ts'
import { act, enters, records, sensor, stopsRecording } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const talk = act('interrogation', { caseType: 'criminal' })
const recorder = sensor('2026-01-01 00:00', ['recording'])
const session = [talk.starts('2026-03-02 09:00'), talk.ends('2026-03-02 10:00'), talk.signed('2026-03-02 10:10')]
const run = (from: string, to: string): Moment[] => [records(`2026-03-02 ${from}`), stopsRecording(`2026-03-02 ${to}`)]

describe('应当对每一次讯问全程不间断进行，保持完整性（程序规定第二百零八条）', () => {
  it('finds nothing from entry to signature', () =>
    expect(
      given(rule, recorder, enters('2026-03-02 08:57', 'p1', 'held'), ...run('08:57', '10:11'), ...session).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([]))
  it('opens when it begins after the entry, stops before the signature, or breaks off', () => {
    expect(
      given(rule, recorder, enters('2026-03-02 08:50', 'p1', 'held'), ...run('09:00', '10:11'), ...session).until(
        '2026-03-03 00:00',
      ),
    ).toMatchObject([{ since: at('2026-03-02 08:50') }])
    expect(given(rule, recorder, ...run('09:00', '10:00'), ...session).until('2026-03-03 00:00')).toMatchObject([
      { since: at('2026-03-02 10:00') },
    ])
    expect(
      given(rule, recorder, ...run('09:00', '09:20'), ...run('09:30', '10:10'), ...session).until('2026-03-03 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:20') }])
  })
  it('opens when the picture is lost though it runs on', () => {
    const lost: Moment = ['2026-03-02 09:20', 'recording.signal-lost', { recording: 'v1', room: 'r1', lost: 'covered' }]
    const back: Moment = ['2026-03-02 09:25', 'recording.signal-restored', { recording: 'v1', room: 'r1' }]
    expect(
      given(rule, recorder, ...run('09:00', '10:10'), lost, back, ...session).until('2026-03-03 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:20') }])
  })
  it('accepts a break that the record explains', () =>
    expect(
      given(
        rule,
        recorder,
        ...run('09:00', '09:20'),
        ...run('09:30', '10:10'),
        talk.explained('2026-03-02 09:20'),
        ...session,
      ).until('2026-03-03 00:00'),
    ).toEqual([]))
  it('has nothing to say of a session that was not recorded at all', () =>
    expect(given(rule, recorder, ...session).until('2026-03-03 00:00')).toEqual([]))
})
