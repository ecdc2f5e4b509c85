import { describe, expect, it } from 'vitest'
import { appraisedAgain as rule } from '../../../server/rules/case/appraised-again.ts'
import { inCase } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const again = inCase('appraisal.begun', {
  appraisal: 'ap1',
  kind: 'injury',
  person: 'v1',
  again: true,
  approvedBy: 'bureau-chief',
})

describe('同一事项重新鉴定以一次为限（第九十七条）', () => {
  it('once with approval is lawful', () =>
    expect(given(rule, again('2026-03-01 09:00')).until('2031-01-01 00:00')).toEqual([]))
  it('twice is not', () =>
    expect(
      given(rule, again('2026-03-01 09:00'), again('2026-03-10 09:00', { appraisal: 'ap2' })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'more-than-once' } }]))
  it('nor by a station chief', () =>
    expect(
      given(rule, again('2026-03-01 09:00', { approvedBy: 'station-chief' })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'no-approval' } }]))
  it('another matter is another matter', () =>
    expect(
      given(rule, again('2026-03-01 09:00'), again('2026-03-10 09:00', { appraisal: 'ap2', kind: 'price' })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
})
