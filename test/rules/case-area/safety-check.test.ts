import { describe, expect, it } from 'vitest'
import { safetyCheck as rule } from '../../../server/rules/case-area/safety-check.ts'
import { arrives, enters, room, sensor } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

const feed = sensor('2026-01-01 00:00', ['checks'], { room: null })
const checked = (when: string): Moment => [when, 'safety.checked', { stay: 's1', person: 'p1' }]
const day = [
  room('2026-01-01 00:00', { kind: 'interrogation-room' }),
  arrives('2026-03-02 09:00'),
  enters('2026-03-02 09:10', 'p1', 'held'),
]

describe('对查获或者到案的违法嫌疑人应当进行安全检查（程序规定第五十三条）', () => {
  it('opens when a room is entered before the check', () => {
    expect(given(rule, feed, ...day).until('2026-03-02 10:00')).toHaveLength(1)
    expect(given(rule, feed, ...day, checked('2026-03-02 09:30')).until('2026-03-02 10:00')).toHaveLength(1)
  })
  it('finds nothing after the check, or in the check room', () => {
    expect(given(rule, feed, ...day, checked('2026-03-02 09:05')).until('2026-03-02 10:00')).toEqual([])
    expect(
      given(rule, feed, room('2026-01-01 00:00', { kind: 'check-room' }), day[1]!, day[2]!).until('2026-03-02 10:00'),
    ).toEqual([])
  })
  it('does not judge without a declared source', () =>
    expect(given(rule, ...day).until('2026-03-02 10:00')).toEqual([]))
})
