import { describe, expect, it } from 'vitest'
import { actUnobserved as rule } from '../../../server/rules/case-area/act-unobserved.ts'
import { act, records, room, sensor, sensorFails } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const own = room('2026-01-01 00:00')
const talk = act('questioning')
const session = [talk.starts('2026-03-02 09:00'), talk.ends('2026-03-02 10:00')]

describe('unobservable is a finding on the owner of the room and its equipment, never on the officers', () => {
  it('opens a minute into a session in a room without any recorder, against the room’s unit', () => {
    expect(given(rule, own, talk.starts('2026-03-02 09:00')).until('2026-03-02 09:01')).toEqual([])
    expect(given(rule, own, talk.starts('2026-03-02 09:00')).until('2026-03-02 09:02')).toMatchObject([
      { since: at('2026-03-02 09:00'), concerns: { unit: 'station-1', officers: [] } },
    ])
  })
  it('opens when its recorder is down, against the recorder’s owner', () =>
    expect(
      given(
        rule,
        own,
        sensor('2026-01-01 00:00', ['recording'], { owner: 'tech-1' }),
        sensorFails('2026-03-02 08:00'),
        ...session,
      ).until('2026-03-02 12:00'),
    ).toMatchObject([{ concerns: { unit: 'tech-1' } }]))
  it('finds nothing with a working recorder or any word of a recording, in an unregistered room, or before 2026', () => {
    expect(given(rule, own, sensor('2026-01-01 00:00', ['recording']), ...session).until('2026-03-02 12:00')).toEqual(
      [],
    )
    expect(given(rule, own, records('2026-03-02 09:00'), ...session).until('2026-03-02 12:00')).toEqual([])
    expect(given(rule, ...session).until('2026-03-02 12:00')).toEqual([])
    expect(given(rule, room('2025-01-01 00:00'), talk.starts('2025-12-31 09:00')).until('2025-12-31 12:00')).toEqual([])
  })
})
