import { describe, expect, it } from 'vitest'
import { periodOver as rule } from '../../../server/rules/property/period-over.ts'
import { inCase, ofItem, seized } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const since = (...moments: Moment[]) =>
  given(rule, ...moments)
    .until('2027-01-01 00:00')
    .map((f) => f.since)
const extended = ofItem('property.period-extended', { rank: 'bureau-chief', endsAt: at('2026-05-02 00:00') })
const released = ofItem('property.released', { to: 'owner', collector: 'rightful', receipt: true })

describe('扣押期限为三十日，可以延长三十日（第一百一十二条）', () => {
  it('thirty days: lawful at the limit, wrong just past it with nobody reporting', () => {
    expect(given(rule, seized('2026-03-02 09:00')).until('2026-04-02 00:00')).toEqual([])
    expect(given(rule, seized('2026-03-02 09:00')).until('2026-04-02 00:01')).toMatchObject([
      { since: at('2026-04-02 00:00') },
    ])
    expect(since(seized('2026-03-02 09:00'), released('2026-04-01 23:00'))).toEqual([])
  })
  it('one extension by a chief of the county bureau before expiry', () => {
    expect(since(seized('2026-03-02 09:00'), extended('2026-03-30 09:00'))).toEqual([at('2026-05-02 00:00')])
    expect(since(seized('2026-03-02 09:00'), extended('2026-03-30 09:00', { rank: 'station-chief' }))).toEqual([
      at('2026-04-02 00:00'),
    ])
    expect(since(seized('2026-03-02 09:00'), extended('2026-04-03 09:00'))).toEqual([at('2026-04-02 00:00')])
  })
  it('appraisal time is not counted', () => {
    const begun = ofItem('appraisal.begun', { appraisal: 'ap', case: 'c1', kind: 'price' })('2026-03-10 09:00')
    const ended = inCase('appraisal.ended', { appraisal: 'ap' })('2026-03-17 09:00')
    expect(since(seized('2026-03-02 09:00'), begun)).toEqual([])
    expect(since(seized('2026-03-02 09:00'), begun, ended)).toEqual([at('2026-04-09 00:00')])
  })
  it('a case handed to another bureau begins it anew', () =>
    expect(since(seized('2026-03-02 09:00'), inCase('case.transferred', { to: 'x' })('2026-03-16 09:00'))).toEqual([
      at('2026-04-16 00:00'),
    ]))
  it('dates it truly when heard of late; a Saturday moves to Monday; nothing before the rule', () => {
    expect(since(seized('2026-03-02 09:00', {}, '2026-06-01 09:00'))).toEqual([at('2026-04-02 00:00')])
    expect(since(seized('2026-03-05 09:00'))).toEqual([at('2026-04-07 00:00')])
    expect(since(seized('2012-12-31 09:00'))).toEqual([])
  })
  it('is not about criminal cases', () => expect(since(seized('2026-03-02 09:00', { type: 'criminal' }))).toEqual([]))
})
