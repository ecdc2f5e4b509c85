import { describe, expect, it } from 'vitest'
import { continuedQuestioningBelongings as rule } from '../../../server/rules/continued-questioning/belongings.ts'
import { arrives, enters, measure, room, sensor } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

const feed = sensor('2026-03-01 00:00', ['belongings'], { room: null })
const day = [
  room('2026-03-01 00:00', { kind: 'waiting-room' }),
  arrives('2026-03-02 09:00'),
  measure('continued-questioning').starts('2026-03-02 09:00'),
  enters('2026-03-02 09:30', 'p1', 'held'),
]
const listed = (when: string, signed = true): Moment => [when, 'belongings.listed', { stay: 's1', signed }]

describe('应当制作《暂存物品清单》，经被盘问人签名（规定第三十二条）', () => {
  it('opens when the person enters the waiting room without a signed list', () => {
    expect(given(rule, feed, ...day).until('2026-03-02 10:00')).toHaveLength(1)
    expect(given(rule, feed, listed('2026-03-02 09:20', false), ...day).until('2026-03-02 10:00')).toHaveLength(1)
  })
  it('finds nothing with a signed list', () =>
    expect(given(rule, feed, listed('2026-03-02 09:20'), ...day).until('2026-03-02 10:00')).toEqual([]))
  it('does not judge while no source of such lists is declared', () =>
    expect(given(rule, ...day).until('2026-03-02 10:00')).toEqual([]))
})
