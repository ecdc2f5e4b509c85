import { describe, expect, it } from 'vitest'
import { questioningUnrecorded as rule } from '../../../server/rules/questioning/unrecorded.ts'
import { act, enters, records, sensor, sensorFails, sensorReturns, stopsRecording } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const talk = act('questioning')
const recorder = sensor('2025-01-01 00:00', ['recording'])

describe('在执法办案场所询问违反治安管理行为人，应当全程同步录音录像（第九十七条）', () => {
  it('finds nothing when it runs from the entry to the signature', () =>
    expect(
      given(
        rule,
        recorder,
        records('2026-03-02 08:58'),
        enters('2026-03-02 08:58', 'p1', 'held'),
        talk.starts('2026-03-02 09:00'),
        talk.ends('2026-03-02 10:00'),
        talk.signed('2026-03-02 10:10'),
        stopsRecording('2026-03-02 10:10'),
      ).until('2026-03-03 00:00'),
    ).toEqual([]))
  it('opens half a minute of clock drift after a beginning without recording, nobody reporting', () => {
    expect(given(rule, recorder, talk.starts('2026-03-02 09:00')).until('2026-03-02 09:00:30')).toEqual([])
    expect(given(rule, recorder, talk.starts('2026-03-02 09:00')).until('2026-03-02 09:00:31')).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { noRecording: true } },
    ])
  })
  it('counts from the person’s entry into the room', () =>
    expect(
      given(
        rule,
        recorder,
        enters('2026-03-02 08:50', 'p1', 'held'),
        records('2026-03-02 09:00'),
        talk.starts('2026-03-02 09:00'),
      ).until('2026-03-02 09:05'),
    ).toMatchObject([{ since: at('2026-03-02 08:50') }]))
  it('opens when it stops before the signature', () =>
    expect(
      given(
        rule,
        recorder,
        records('2026-03-02 09:00'),
        talk.starts('2026-03-02 09:00'),
        talk.ends('2026-03-02 10:00'),
        stopsRecording('2026-03-02 10:00'),
        talk.signed('2026-03-02 10:10'),
      ).until('2026-03-03 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 10:00') }]))
  it('opens for a break of more than five seconds, and not for one of five', () => {
    const broken = (to: string) =>
      given(
        rule,
        recorder,
        records('2026-03-02 09:00'),
        talk.starts('2026-03-02 09:00'),
        stopsRecording('2026-03-02 09:20:00'),
        records(to),
        talk.signed('2026-03-02 10:00'),
        stopsRecording('2026-03-02 10:01'),
      ).until('2026-03-03 00:00')
    expect(broken('2026-03-02 09:20:05')).toEqual([])
    expect(broken('2026-03-02 09:20:06')).toMatchObject([{ since: at('2026-03-02 09:20') }])
  })
  it('takes 30 seconds between recorder and case system for two clocks', () =>
    expect(
      given(
        rule,
        recorder,
        records('2026-03-02 09:00:30'),
        talk.starts('2026-03-02 09:00'),
        talk.signed('2026-03-02 10:00:20'),
        stopsRecording('2026-03-02 09:59:55'),
      ).until('2026-03-03 00:00'),
    ).toEqual([]))
  it('says nothing of people while the recorder cannot be seen: none declared, or its sensor down', () => {
    expect(given(rule, talk.starts('2026-03-02 09:00')).until('2026-03-03 00:00')).toEqual([])
    expect(
      given(
        rule,
        recorder,
        sensorFails('2026-03-02 08:00'),
        talk.starts('2026-03-02 09:00'),
        sensorReturns('2026-03-02 11:00'),
        talk.signed('2026-03-02 10:00'),
      ).until('2026-03-03 00:00'),
    ).toEqual([])
  })
  it('judges late what the recorder tells late', () => {
    const late = [
      recorder,
      talk.starts('2026-03-02 09:00'),
      talk.signed('2026-03-02 10:00'),
      records('2026-03-02 09:00', {}),
      stopsRecording('2026-03-02 10:00'),
    ]
    expect(given(rule, ...late).until('2026-03-03 00:00')).toEqual([])
  })
  it('began with 2026: the same session on 31 December was lawful', () => {
    expect(
      given(rule, recorder, talk.starts('2025-12-31 23:59'), talk.signed('2026-01-01 01:00')).until('2026-01-02 00:00'),
    ).toEqual([])
    expect(
      given(rule, recorder, talk.starts('2026-01-01 00:00'), talk.signed('2026-01-01 01:00')).until('2026-01-02 00:00'),
    ).toHaveLength(1)
  })
  it('is about suspects in case areas, not witnesses, nor questioning at home', () => {
    expect(
      given(rule, recorder, talk.starts('2026-03-02 09:00', { personRole: 'witness' })).until('2026-03-02 10:00'),
    ).toEqual([])
    expect(
      given(rule, talk.starts('2026-03-02 09:00', { place: 'home', room: null })).until('2026-03-02 10:00'),
    ).toEqual([])
  })
})

describe('全程: a stop that names only the recording ends it, for the act and for its room', () => {
  const until = (when: string, data: object) =>
    given(
      rule,
      recorder,
      records('2026-03-02 08:58', { act: 'a1' }),
      talk.starts('2026-03-02 09:00'),
      talk.ends('2026-03-02 10:00'),
      [when, 'recording.stopped', data],
      talk.signed('2026-03-02 10:10'),
    ).until('2026-03-03 00:00')
  it.each([{ recording: 'v1' }, { recording: 'v1', room: 'r1' }, { recording: 'v1', act: 'a1' }])('%j', (data) => {
    expect(until('2026-03-02 10:02', data)).toMatchObject([{ since: at('2026-03-02 10:02') }])
    expect(until('2026-03-02 10:10', data)).toEqual([])
  })
})
