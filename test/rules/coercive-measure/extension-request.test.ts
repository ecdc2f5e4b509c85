import { describe, expect, it } from 'vitest'
import { extensionRequest as rule } from '../../../server/rules/coercive-measure/extension-request.ts'
import { measure } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = measure('arrest', { stay: null })
const begun = own.starts('2026-03-05 15:00')
const asked = (when: string, months: number): Moment => [
  when,
  'measure.extension-requested',
  { ...own.of, total: { amount: months, unit: 'month' }, rank: 'bureau-chief' },
]

describe('在期限届满七日前送请同级人民检察院（程序规定第一百四十八条）: expiry 5 May 24:00, so by 28 April 24:00', () => {
  it('finds nothing at the last lawful instant, and nothing when no extension is wanted', () => {
    expect(given(rule, begun, asked('2026-04-29 00:00', 3)).until('2026-06-01 00:00')).toEqual([])
    expect(given(rule, begun).until('2026-06-01 00:00')).toEqual([])
  })
  it('opens for a later request', () =>
    expect(given(rule, begun, asked('2026-04-29 00:01', 3)).until('2026-06-01 00:00')).toMatchObject([
      { since: at('2026-04-29 00:00') },
    ]))
  it('opens for an extension granted without any request', () =>
    expect(
      given(rule, begun, own.extended('2026-05-01 00:00', 3, 'month', 'city-procuratorate')).until('2026-06-01 00:00'),
    ).toHaveLength(1))
  it('counts each step from its own expiry', () => {
    expect(
      given(rule, begun, asked('2026-04-20 00:00', 3), asked('2026-05-30 00:00', 5)).until('2026-07-01 00:00'),
    ).toEqual([])
    expect(
      given(rule, begun, asked('2026-04-20 00:00', 3), asked('2026-05-31 00:00', 5)).until('2026-07-01 00:00'),
    ).toHaveLength(1)
  })
})
