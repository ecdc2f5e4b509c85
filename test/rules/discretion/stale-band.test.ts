import { describe, expect, it } from 'vitest'
import { staleBand as rule } from '../../../server/rules/discretion/stale-band.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const band = (own: object = {}): Moment => [
  '2026-01-01 00:00',
  'discretion-band.published',
  {
    band: 'b1',
    authority: 'x',
    enactment: '治安管理处罚法',
    edition: '2025',
    article: '第五十一条',
    pattern: 'hit',
    facts: 'x',
    fineFromYuan: 500,
    fineToYuan: 1000,
    validFrom: at('2026-01-01 00:00'),
    ...own,
  },
]

describe('行政裁量权基准等行政执法标准制度（第十二条）', () => {
  it('a band of the 2012 law is said to be stale since 2026-01-01', () =>
    expect(
      given(rule, band({ edition: '2012', validFrom: at('2020-01-01 00:00') })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { edition: '2012' } }]))
  it('one of the law in force is not', () => expect(given(rule, band()).until('2031-01-01 00:00')).toEqual([]))
  it('nor one that was withdrawn by then', () =>
    expect(
      given(
        rule,
        band({ edition: '2012', validFrom: at('2020-01-01 00:00'), validUntil: at('2026-01-01 00:00') }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
})
