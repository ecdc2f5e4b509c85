import { describe, expect, it } from 'vitest'
import { cashFineReceipt as rule } from '../../../server/rules/case/cash-fine-receipt.ts'
import { told } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const taken = told('fine.collected', {
  payment: 'f1',
  type: 'public-order',
  unit: 'station-1',
  officer: 'o1',
  yuan: 100,
  fineYuan: 100,
  ground: 'small',
  objection: false,
  receipt: '001',
})

describe('应当出具统一制发的专用票据（第一百二十五条）', () => {
  it('finds nothing with a receipt', () =>
    expect(given(rule, taken('2026-03-02 09:00')).until('2031-01-01 00:00')).toEqual([]))
  it('opens without', () =>
    expect(given(rule, taken('2026-03-02 09:00', { receipt: null })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'no-receipt' } },
    ]))
  it('opens when more was taken than decided', () =>
    expect(given(rule, taken('2026-03-02 09:00', { yuan: 300 })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'more-than-decided' } },
    ]))
})

it('应当出具专用票据：a blank number is none', () =>
  expect(given(rule, taken('2026-03-02 09:00', { receipt: '' })).until('2031-01-01 00:00')).toMatchObject([
    { facts: { why: 'no-receipt' } },
  ]))
