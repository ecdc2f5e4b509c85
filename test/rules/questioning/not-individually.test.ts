import { describe, expect, it } from 'vitest'
import { questioningNotIndividually as rule } from '../../../server/rules/questioning/not-individually.ts'
import { act, enters, leaves, measure } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const other = (own: object) =>
  measure('summons-written', { measure: 'm2', person: 'p2', stay: 's2', ...own }).starts('2026-03-02 08:00')
const day = [act('questioning', { case: 'c1' }).starts('2026-03-02 09:00'), enters('2026-03-02 09:05', 'p2', 'held')]

describe('询问违法嫌疑人、被侵害人或者其他证人，应当个别进行（程序规定第七十二条）', () => {
  it('opens when another person of the case stays in the room for more than two minutes', () => {
    expect(given(rule, other({ case: 'c1' }), ...day).until('2026-03-02 09:07')).toEqual([])
    expect(given(rule, other({ case: 'c1' }), ...day).until('2026-03-02 09:08')).toMatchObject([
      { since: at('2026-03-02 09:05'), facts: { other: 'p2' } },
    ])
  })
  it('knows the case of a witness, of whom there is no measure, by the act of them', () => {
    const witness = (c: string) =>
      act('questioning', { act: 'a2', person: 'p2', stay: 's2', room: 'r2', personRole: 'witness', case: c })
    const talks = (c: string) => [witness(c).starts('2026-03-02 08:00'), witness(c).ends('2026-03-02 08:30')]
    expect(given(rule, ...talks('c1'), ...day).until('2026-03-02 09:08')).toMatchObject([
      { since: at('2026-03-02 09:05'), facts: { act: 'a1', other: 'p2' } },
    ])
    expect(given(rule, ...talks('c2'), ...day).until('2026-03-02 09:08')).toEqual([])
  })
  it('finds nothing for someone of another case, someone who only looks in, or one who was there before', () => {
    expect(given(rule, other({ case: 'c2' }), ...day).until('2026-03-02 10:00')).toEqual([])
    expect(
      given(rule, other({ case: 'c1' }), ...day, leaves('2026-03-02 09:06', 'p2', 'held')).until('2026-03-02 10:00'),
    ).toEqual([])
    const before = [enters('2026-03-02 08:00', 'p2', 'held'), leaves('2026-03-02 08:59', 'p2', 'held')]
    expect(given(rule, other({ case: 'c1' }), ...before, day[0]!).until('2026-03-02 10:00')).toEqual([])
  })
})
