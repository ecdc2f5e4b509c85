import { describe, expect, it } from 'vitest'
import { notAggravated as rule } from '../../../server/rules/discretion/not-aggravated.ts'
import { decided, inCase } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const again = (when: string, more: object = {}) => decided(when, { decision: 'd2', ...more })

describe('一年以内曾受过治安管理处罚的（第二十二条）', () => {
  it('eleven months since 2026', () =>
    expect(given(rule, decided('2026-01-10 09:00'), again('2026-12-09 09:00')).until('2031-01-01 00:00')).toMatchObject(
      [{ facts: { months: 12 } }],
    ))
  it('counted is lawful', () =>
    expect(
      given(rule, decided('2026-01-10 09:00'), again('2026-12-09 09:00', { aggravating: ['repeated'] })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('seven months before 2026 was too long ago', () =>
    expect(given(rule, decided('2025-03-10 09:00'), again('2025-10-09 09:00')).until('2031-01-01 00:00')).toEqual([]))
  it('the history query knows of one elsewhere', () =>
    expect(
      given(rule, decided('2026-06-10 09:00', { priorPenaltyAt: at('2026-01-10 09:00') })).until('2031-01-01 00:00'),
    ).toHaveLength(1))
  it('a revoked penalty is none', () =>
    expect(
      given(
        rule,
        decided('2026-01-10 09:00'),
        inCase('decision.revoked', { decision: 'd1', rank: 'bureau-chief' })('2026-02-01 09:00'),
        again('2026-12-09 09:00'),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
})
