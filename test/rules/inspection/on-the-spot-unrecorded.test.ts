import { describe, expect, it } from 'vitest'
import { onTheSpotUnrecorded as rule } from '../../../server/rules/inspection/on-the-spot-unrecorded.ts'
import { act } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const spot = (kind: string, own: object = {}) => act(kind, { place: 'scene', room: null, onTheSpot: true, ...own })
const camera = (from: string, to: string): Moment[] => [
  [from, 'recording.started', { recording: 'b', act: 'a1' }],
  [to, 'recording.stopped', { recording: 'b', act: 'a1' }],
]
const day = (kind: string, own: object = {}, date = '2026-03-02') => [
  spot(kind, own).starts(`${date} 09:00`),
  spot(kind, own).signed(`${date} 09:30`),
]

describe('可以当场检查，并应当全程同步录音录像 … 当场实施扣押的，应当全程同步录音录像（第一百零三条、第一百零五条）', () => {
  it.each(['inspection', 'seizure'])('opens when the body camera stops before the end of %s', (kind) =>
    expect(
      given(rule, ...camera('2026-03-02 09:00', '2026-03-02 09:10'), ...day(kind)).until('2026-03-03 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:10') }]),
  )
  it('finds nothing when recorded throughout, with a certificate, or before 2026', () => {
    expect(
      given(rule, ...camera('2026-03-02 09:00', '2026-03-02 09:30'), ...day('inspection')).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(
      given(rule, ...camera('2026-03-02 09:00', '2026-03-02 09:10'), ...day('inspection', { onTheSpot: false })).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
    expect(
      given(rule, ...camera('2025-12-31 09:00', '2025-12-31 09:10'), ...day('inspection', {}, '2025-12-31')).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
  })
  it('does not judge when nobody spoke of a recording', () =>
    expect(given(rule, ...day('inspection')).until('2026-03-03 00:00')).toEqual([]))
})
