import { describe, expect, it } from 'vitest'
import { cashFineGround as rule } from '../../../server/rules/case/cash-fine-ground.ts'
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

describe('被处二百元以下罚款，被处罚人对罚款无异议的（第一百二十三条）', () => {
  it('200 since 2026 and 50 before', () =>
    expect(
      given(
        rule,
        taken('2026-03-02 09:00', { fineYuan: 200 }),
        taken('2025-12-31 09:00', { payment: 'f2', fineYuan: 50 }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('more than that', () =>
    expect(given(rule, taken('2026-03-02 09:00', { fineYuan: 201 })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'too-high' } },
    ]))
  it('the old limit until the end of 2025', () =>
    expect(given(rule, taken('2025-12-31 09:00', { fineYuan: 51 })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'too-high' } },
    ]))
  it('with an objection', () =>
    expect(given(rule, taken('2026-03-02 09:00', { objection: true })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'objection' } },
    ]))
  it('somebody without a home here', () =>
    expect(
      given(rule, taken('2026-03-02 09:00', { fineYuan: 500, ground: 'hard-to-enforce', objection: null })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('a driver of a motor vehicle never on the spot', () =>
    expect(
      given(rule, taken('2026-03-02 09:00', { type: 'traffic', fineYuan: 20 })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'not-in-law' } }]))
})
