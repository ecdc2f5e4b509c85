import { describe, expect, it } from 'vitest'
import { custodyRecalculation as rule } from '../../../server/rules/coercive-measure/recalculation.ts'
import { measure } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = measure('arrest')
const judged = (when: string, rank = 'bureau-chief') =>
  given(rule, [when, 'measure.recalculated', { ...own.of, discoveredAt: at('2026-04-20 10:00'), rank }]).until(
    '2026-06-01 00:00',
  )

describe('应当自发现之日起五日以内报县级以上公安机关负责人批准后，重新计算侦查羁押期限（程序规定第一百五十一条）', () => {
  it('finds nothing until the fifth day ends', () => expect(judged('2026-04-26 00:00')).toEqual([]))
  it('opens after it', () => expect(judged('2026-04-26 00:01')).toMatchObject([{ since: at('2026-04-26 00:00') }]))
  it('is a finding of its own each time', () => {
    const again = (when: string, discovered: string): Moment => [
      when,
      'measure.recalculated',
      { ...own.of, discoveredAt: at(discovered), rank: 'bureau-chief' },
    ]
    expect(
      given(rule, again('2026-04-27 10:00', '2026-04-20 10:00'), again('2026-05-12 10:00', '2026-05-05 10:00')).until(
        '2026-06-01 00:00',
      ),
    ).toMatchObject([{ since: at('2026-04-26 00:00') }, { since: at('2026-05-11 00:00') }])
  })
  it('opens when someone without the power approved', () =>
    expect(judged('2026-04-21 10:00', 'department-chief')).toMatchObject([{ since: at('2026-04-21 10:00') }]))
})
