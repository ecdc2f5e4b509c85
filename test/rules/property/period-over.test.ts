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

describe('情况复杂的，经县级以上公安机关负责人批准，可以延长三十日；鉴定期间不计入', () => {
  const taken = seized('2026-03-02 09:00')
  const moved = inCase('case.transferred', { to: 'x' })
  it.each([
    ['property.disposed', { how: 'destroyed' }],
    ['property.decided', { decision: 'confiscated', rank: 'bureau-chief' }],
    ['property.owner-announced', {}],
  ] as const)('%s at the last moment ends it', (kind, data) =>
    expect(since(taken, ofItem(kind, data)('2026-04-02 00:00'))).toEqual([]),
  )
  it('sealing has the same period; a sample, a recovery or a registration has not', () => {
    expect(since(seized('2026-03-02 09:00', { how: 'sealing' }))).toEqual([at('2026-04-02 00:00')])
    expect(since(seized('2026-03-02 09:00', { how: 'recovery' }))).toEqual([])
    expect(since(seized('2026-03-02 09:00', { how: 'sample' }))).toEqual([])
  })
  it('one extension, and no second', () => {
    const second = extended('2026-04-30 09:00', { endsAt: at('2026-06-02 00:00') })
    expect(since(taken, extended('2026-03-30 09:00'), second)).toEqual([at('2026-05-02 00:00')])
    expect(since(taken, extended('2026-04-02 00:00'))).toEqual([at('2026-05-02 00:00')])
  })
  it('a transfer begins it anew while it runs, its last moment included, not afterwards', () => {
    expect(since(taken, moved('2026-04-01 23:00'))).toEqual([at('2026-05-02 00:00')])
    expect(since(taken, moved('2026-04-03 09:00'))).toEqual([at('2026-04-02 00:00')])
    expect(since(moved('2026-03-01 09:00'), taken)).toEqual([at('2026-04-02 00:00')])
  })
  it('an extension of before the transfer is used up with the old period', () =>
    expect(since(taken, extended('2026-03-15 09:00'), moved('2026-03-16 09:00'))).toEqual([at('2026-04-16 00:00')]))
  it('what was given back while an appraisal ran is over; the finding names what it rests on', () => {
    const begun = ofItem('appraisal.begun', { appraisal: 'ap', case: 'c1', kind: 'price' })('2026-03-10 09:00')
    const ended = inCase('appraisal.ended', { appraisal: 'ap' })('2026-03-17 09:00')
    expect(since(taken, begun, released('2026-03-12 09:00'))).toEqual([])
    expect(given(rule, taken, begun, ended).until('2027-01-01 00:00')).toMatchObject([
      { evidence: [0, 1, 2], facts: { pausedDays: 7 }, concerns: { officers: ['o1', 'o2'] } },
    ])
    expect(given(rule, taken, moved('2026-03-16 09:00')).until('2027-01-01 00:00')).toMatchObject([
      { evidence: [0, 1] },
    ])
  })
})
