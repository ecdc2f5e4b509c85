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

describe('不得损毁、伪造：依据、文书、他人批准三者缺一不可（第二百六十二条）', () => {
  const found = (more: object) => given(rule, changed('2026-03-02 09:00', more)).until('2031-01-01 00:00')
  it.each(['clerical', 'court-or-review', 'decision-revoked'])('%s with paper and leave is lawful', (ground) => {
    expect(found({ ground, document: 'x', approvedBy: 'o9' })).toEqual([])
    expect(found({ ground, document: 'x', approvedBy: null })).toHaveLength(1)
  })
  it('a paper without a ground is none', () =>
    expect(found({ document: 'x', approvedBy: 'o9' })).toMatchObject([
      { evidence: [0], concerns: { unit: 'station-1', officers: ['o1'] } },
    ]))
})

it('损毁、伪造：what reads as before was not changed, and blanks are no document', () => {
  const found = (more: object) => given(rule, changed('2026-03-02 09:00', more)).until('2031-01-01 00:00')
  expect(found({ after: 'a' })).toEqual([])
  expect(found({ before: null, after: null })).toHaveLength(1)
  expect(found({ after: 'a', beforeKnown: false })).toHaveLength(1)
  expect(found({ ground: 'clerical', document: ' ', approvedBy: 'o9' })).toHaveLength(1)
})
