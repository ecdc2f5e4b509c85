import { describe, expect, it } from 'vitest'
import { appraisalNotServed as rule } from '../../../server/rules/case/appraisal-not-served.ts'
import { accepted, inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const ended = inCase('appraisal.ended', { appraisal: 'ap' })
const served = inCase('document.served', {
  document: 'w1',
  kind: 'appraisal',
  about: 'ap',
  person: 'p1',
  means: 'in-person',
})

describeLimit('五日内将鉴定意见复印件送达（第九十七条）', {
  rule,
  begins: (when, heard) => [ended(when, { parties: ['p1'] }, heard)],
  done: (when) => served(when),
  begin: '2026-03-03 09:00',
  last: '2026-03-10 00:00',
  past: '2026-03-10 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('criminal cases have no such days', () =>
  it('finds nothing', () =>
    expect(
      given(rule, accepted('2026-03-02 08:00', { type: 'criminal' }), ended('2026-03-03 09:00')).until(
        '2026-04-01 00:00',
      ),
    ).toEqual([])))

describe('将鉴定意见复印件送达违法嫌疑人和被侵害人（第九十七条）', () => {
  const both = ended('2026-03-03 09:00', { parties: ['p1', 'v1'] })
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2026-04-01 00:00')
  it('to every party, the last of them in time', () => {
    expect(found(both, served('2026-03-04 09:00'))).toMatchObject([{ evidence: [0], facts: { left: 1 } }])
    expect(found(both, served('2026-03-04 09:00'), served('2026-03-10 00:00', { person: 'v1' }))).toEqual([])
    expect(found(both, served('2026-03-04 09:00'), served('2026-03-10 00:01', { person: 'v1' }))).toHaveLength(1)
    expect(found(both)).toMatchObject([{ facts: { left: 2 } }])
  })
  it('another paper to the same person is not the appraisal', () =>
    expect(
      found(both, served('2026-03-04 09:00'), served('2026-03-05 09:00', { kind: 'hearing-notice', person: 'v1' })),
    ).toMatchObject([{ facts: { left: 1 } }]))
  it('where the record names nobody, one service is enough', () => {
    expect(found(ended('2026-03-03 09:00'), served('2026-03-09 23:00', { person: 'x' }))).toEqual([])
    expect(found(ended('2026-03-03 09:00'), served('2026-03-09 23:00', { kind: 'hearing-notice' }))).toHaveLength(1)
    expect(found(ended('2026-03-03 09:00'))).toHaveLength(1)
  })
  it('an opinion that is not used as evidence is served on nobody', () =>
    expect(found(ended('2026-03-03 09:00', { evidence: false }))).toEqual([]))
})
