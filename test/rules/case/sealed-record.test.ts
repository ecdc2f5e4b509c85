import { describe, expect, it } from 'vitest'
import { sealedRecord as rule } from '../../../server/rules/case/sealed-record.ts'
import { told } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const queried = told('case.record-queried', {
  query: 'k1',
  person: 'p1',
  unit: 'station-1',
  by: 'o1',
  sealed: true,
  purpose: 'case-handling',
  case: 'c1',
})

describe('违反治安管理的记录应当予以封存（第一百三十六条）', () => {
  it('finds nothing for a case', () =>
    expect(given(rule, queried('2026-03-02 09:00')).until('2031-01-01 00:00')).toEqual([]))
  it('opens without a purpose', () =>
    expect(given(rule, queried('2026-03-02 09:00', { purpose: null })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'no-ground' } },
    ]))
  it('opens for a purpose without its case', () =>
    expect(given(rule, queried('2026-03-02 09:00', { case: null })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'no-case' } },
    ]))
  it('not before 2026', () =>
    expect(given(rule, queried('2025-12-31 23:59', { purpose: null })).until('2031-01-01 00:00')).toEqual([]))
})

describe('从2026年1月1日起；除有关国家机关为办案需要或者有关单位根据国家规定进行查询的外', () => {
  const found = (when: string, more: object = {}) => given(rule, queried(when, more)).until('2031-01-01 00:00')
  it('the first moment of the law', () =>
    expect(found('2026-01-01 00:00', { purpose: null })).toMatchObject([{ evidence: [0] }]))
  it('a purpose of no name is none; a record that is not sealed may be read', () => {
    expect(found('2026-03-02 09:00', { purpose: 'other' })).toMatchObject([{ facts: { why: 'no-ground' } }])
    expect(found('2026-03-02 09:00', { sealed: false, purpose: null })).toEqual([])
  })
})
