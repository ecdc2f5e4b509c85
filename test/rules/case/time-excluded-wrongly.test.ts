import { describe, expect, it } from 'vitest'
import { timeExcludedWrongly as rule } from '../../../server/rules/case/time-excluded-wrongly.ts'
import { inCase } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const excluded = inCase('case.time-excluded', {
  reason: 'appraisal',
  from: at('2026-03-10 09:00'),
  to: at('2026-03-17 16:00'),
})
const begun = inCase('appraisal.begun', { appraisal: 'ap', kind: 'injury' })
const ended = inCase('appraisal.ended', { appraisal: 'ap' })

describe('鉴定的期间、听证的期间，不计入（第一百一十八条）', () => {
  it('finds nothing when the appraisal is on record', () =>
    expect(
      given(rule, begun('2026-03-10 09:00'), ended('2026-03-17 16:00'), excluded('2026-03-18 09:00')).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('opens when nothing is on record, or when it goes on after the opinion', () =>
    expect(given(rule, excluded('2026-03-18 09:00')).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'no-record' } },
    ]))
  it('opens when it goes on after the opinion', () =>
    expect(
      given(rule, begun('2026-03-10 09:00'), ended('2026-03-12 16:00'), excluded('2026-03-18 09:00')).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'goes-on-after' } }]))
  it('a hearing before 2026 was no ground', () =>
    expect(
      given(
        rule,
        excluded('2025-11-01 09:00', { reason: 'hearing', from: at('2025-10-20 09:00'), to: at('2025-10-30 09:00') }),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'not-in-law' } }]))
  it('a ground that the law does not know', () =>
    expect(given(rule, excluded('2026-03-18 09:00', { reason: 'other' })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'not-in-law' } },
    ]))
})
