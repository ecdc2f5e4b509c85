import { describe, expect, it } from 'vitest'
import { armouryByTwo as rule } from '../../../server/rules/restraint/armoury-by-two.ts'
import { officer } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (officers: readonly string[], when = '2026-03-02 09:00') =>
  given(rule, officer('2012-01-01 00:00', 'x1', 'auxiliary'), [
    when,
    'armoury.opened',
    { opening: 'q1', armoury: 'a1', unit: 'station-1', officers },
  ]).until('2026-03-03 00:00')

describe('枪弹库（室、柜）实行双人双锁（内务条令第一百七十九条，要旨）', () => {
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
  it('finds nothing with two officers', () => expect(judged(['o1', 'o2'])).toEqual([]))
  it('opens with one, one with two keys, or one and an auxiliary', () => {
    expect(judged(['o1'])).toMatchObject([{ since: at('2026-03-02 09:00'), concerns: { officers: ['o1'] } }])
    expect(judged(['o1', 'o1'])).toHaveLength(1)
    expect(judged(['o1', 'x1'])).toHaveLength(1)
  })
  it('judges nothing before its text', () => expect(judged(['o1'], '2021-12-27 09:00')).toEqual([]))
})
