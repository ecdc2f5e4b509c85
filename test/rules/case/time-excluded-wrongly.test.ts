import { describe, expect, it } from 'vitest'
import { timeExcludedWrongly as rule } from '../../../server/rules/case/time-excluded-wrongly.ts'
import { inCase } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

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

describe('不计入的期间从委托到意见、从申请到听证终结，一天不多', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const record = [begun('2026-03-10 09:00'), ended('2026-03-17 16:00')]
  const told = (more: object = {}) => excluded('2026-03-18 09:00', more)
  it('not a moment before it began, not one after it ended', () => {
    expect(found(...record, told({ from: at('2026-03-10 08:59') }))).toMatchObject([
      { evidence: [0, 2], since: at('2026-03-10 08:59'), facts: { why: 'begins-before' } },
    ])
    expect(found(...record, told({ to: at('2026-03-17 16:01') }))).toMatchObject([
      { evidence: [0, 1, 2], since: at('2026-03-17 16:00'), facts: { why: 'goes-on-after' } },
    ])
  })
  it('one that is said to go on still, after its opinion came', () => {
    expect(found(...record, told({ to: null }))).toMatchObject([{ facts: { why: 'goes-on-after' } }])
    expect(found(begun('2026-03-10 09:00'), told({ to: null }))).toEqual([])
  })
  it('another appraisal is no basis for it', () => {
    expect(found(...record, told({ basis: 'ap' }))).toEqual([])
    expect(found(...record, told({ basis: 'ap2' }))).toMatchObject([{ facts: { why: 'no-record' } }])
    const other = begun('2026-03-01 09:00', { appraisal: 'ap2' })
    expect(found(other, ...record, told({ basis: 'ap', from: at('2026-03-09 09:00') }))).toMatchObject([
      { facts: { why: 'begins-before' } },
    ])
  })
  it('a hearing since the first moment of 2026, when one is on record', () => {
    const hearing = { reason: 'hearing', from: at('2026-01-01 00:00'), to: at('2026-01-05 09:00') }
    const asked = inCase('hearing.requested', { decision: 'd1', person: 'p1' })('2025-12-31 09:00')
    expect(found(asked, told(hearing))).toEqual([])
    expect(
      found(
        inCase('hearing.held', { decision: 'd1', startedAt: at('2026-01-05 09:00') })('2026-01-05 10:00'),
        told(hearing),
      ),
    ).toEqual([])
    expect(found(told(hearing))).toMatchObject([{ facts: { why: 'no-record' } }])
    expect(found(asked, told({ ...hearing, from: at('2025-12-31 23:59') }))).toMatchObject([
      { facts: { why: 'not-in-law' } },
    ])
  })
  it('mediation is judged with the period itself', () => expect(found(told({ reason: 'mediation' }))).toEqual([]))
})
