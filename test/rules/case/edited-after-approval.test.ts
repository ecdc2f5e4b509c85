import { describe, expect, it } from 'vitest'
import { editedAfterApproval as rule } from '../../../server/rules/case/edited-after-approval.ts'
import { inCase } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const changed = inCase('case.record-changed', {
  record: 'r1',
  field: 'time',
  before: 'a',
  after: 'b',
  by: 'o1',
  afterApproval: true,
})

describe('行政案件的法律文书应当齐全完整，不得损毁、伪造（第二百六十二条）', () => {
  it('opens without a ground, with field and both values', () =>
    expect(given(rule, changed('2026-03-02 09:00')).until('2031-01-01 00:00')).toMatchObject([
      { facts: { field: 'time', before: 'a', after: 'b' } },
    ]))
  it('a clerical error, with paper and another’s leave', () =>
    expect(
      given(rule, changed('2026-03-02 09:00', { ground: 'clerical', document: 'x', approvedBy: 'o9' })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('nobody allows their own change', () =>
    expect(
      given(rule, changed('2026-03-02 09:00', { ground: 'clerical', document: 'x', approvedBy: 'o1' })).until(
        '2031-01-01 00:00',
      ),
    ).toHaveLength(1))
  it('without paper it is no ground', () =>
    expect(
      given(rule, changed('2026-03-02 09:00', { ground: 'court-or-review', approvedBy: 'o9' })).until(
        '2031-01-01 00:00',
      ),
    ).toHaveLength(1))
  it('returned by whoever approved it', () =>
    expect(
      given(rule, changed('2026-03-02 09:00', { ground: 'returned-for-correction', approvedBy: 'o9' })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('before approval anything may change', () =>
    expect(given(rule, changed('2026-03-02 09:00', { afterApproval: false })).until('2031-01-01 00:00')).toEqual([]))
  it('a lost before-image is said', () =>
    expect(
      given(rule, changed('2026-03-02 09:00', { before: null, beforeKnown: false })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { beforeKnown: false } }]))
})
