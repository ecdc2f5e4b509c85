import { describe, expect, it } from 'vitest'
import { appraisedAgain as rule } from '../../../server/rules/case/appraised-again.ts'
import { accepted, inCase } from '../../support/cases.ts'
import { given, type Moment } from '../../support/timeline.ts'

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

describe('经县级以上公安机关批准后，进行重新鉴定（第九十七条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const criminal = accepted('2026-02-01 09:00', { type: 'criminal' })
  it('another person or another thing is another matter', () => {
    const second = (more: object) =>
      found(again('2026-03-01 09:00'), again('2026-03-10 09:00', { appraisal: 'b', ...more }))
    expect(second({ person: 'v2' })).toEqual([])
    expect(second({ item: 'i1' })).toEqual([])
    expect(second({})).toMatchObject([{ evidence: [0, 1] }])
  })
  it('the first appraisal of all is not a new one; a crime has no such limit; nobody named is not judged', () => {
    expect(found(again('2026-03-01 09:00', { again: false }), again('2026-03-10 09:00', { appraisal: 'b' }))).toEqual(
      [],
    )
    expect(found(criminal, again('2026-03-01 09:00'), again('2026-03-10 09:00', { appraisal: 'b' }))).toEqual([])
    expect(found(again('2026-03-01 09:00', { approvedBy: null }))).toEqual([])
    expect(found(again('2026-03-01 09:00', { approvedBy: 'station-chief' }))).toMatchObject([{ evidence: [0] }])
  })
})
