import { describe, expect, it } from 'vitest'
import { bailDeposit as rule } from '../../../server/rules/coercive-measure/bail-deposit.ts'
import { person } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const judged = (more: object, birthDate = '1990-01-01') =>
  given(rule, person('2026-01-01 00:00', { birthDate }), [
    '2026-03-02 09:00',
    'bail.deposit-set',
    { measure: 'm1', person: 'p1', unit: 'station-1', yuan: 1000, guarantor: false, ...more },
  ]).until('2026-03-03 00:00')

describe('保证金起点数额为人民币一千元 … 未成年人的 … 五百元（程序规定第八十七条）', () => {
  it('accepts 1,000 yuan, and 500 for a minor', () => {
    expect(judged({})).toEqual([])
    expect(judged({ yuan: 500 }, '2010-01-01')).toEqual([])
  })
  it('opens below, and when held by the case unit', () => {
    expect(judged({ yuan: 999 })).toMatchObject([{ facts: { why: 'too-low' } }])
    expect(judged({ yuan: 499 }, '2010-01-01')).toHaveLength(1)
    expect(judged({ heldBy: 'case-unit' })).toHaveLength(1)
  })
})
describe('不得同时责令其提出保证人和交纳保证金（程序规定第八十四条）', () => {
  it('opens for both, and accepts a guarantor alone', () => {
    expect(judged({ guarantor: true })).toMatchObject([{ facts: { why: 'guarantor-and-money' } }])
    expect(judged({ guarantor: true, yuan: 0 })).toEqual([])
  })
})
