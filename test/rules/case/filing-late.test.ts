import { describe, expect, it } from 'vitest'
import { filingLate as rule } from '../../../server/rules/case/filing-late.ts'
import { filed, inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const reported = inCase('case.reported', { type: 'criminal', by: 'transfer' })

describeLimit('应当自接受案件之日起三日以内进行审查（第一百八十条）', {
  rule,
  begins: (when, heard) => [reported(when, {}, heard)],
  done: (when) => filed(when, { type: 'criminal' }),
  begin: '2026-03-02 09:00',
  last: '2026-03-06 00:00',
  past: '2026-03-06 00:01',
  tooEarly: '2018-10-25 09:00',
  lawBegins: '2018-10-26 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('经办案部门负责人批准，可以进行调查核实（第一百七十四条）', () => {
  const own = reported('2026-03-02 09:00', { by: 'window' })
  const prolonged = inCase('case.review-prolonged', { reason: 'clue-check', rank: 'department-chief' })
  it('seven days for a clue, thirty for a major case by a chief of the county bureau', () => {
    expect(given(rule, own, prolonged('2026-03-04 09:00')).until('2026-03-10 00:00')).toEqual([])
    expect(given(rule, own, prolonged('2026-03-04 09:00')).until('2026-03-10 00:01')).toHaveLength(1)
    const major = { reason: 'major-complex', rank: 'bureau-chief' }
    expect(given(rule, own, prolonged('2026-03-04 09:00', major)).until('2026-04-02 00:00')).toEqual([])
    expect(
      given(rule, own, prolonged('2026-03-04 09:00', { reason: 'major-complex' })).until('2026-03-10 00:00'),
    ).toHaveLength(1)
  })
  it('an approval after expiry prolongs nothing', () =>
    expect(given(rule, own, prolonged('2026-03-06 09:00')).until('2026-03-07 00:00')).toHaveLength(1))
})

it('is about criminal cases', () =>
  expect(given(rule, reported('2026-03-02 09:00', { type: 'administrative' })).until('2026-04-01 00:00')).toEqual([]))

describe('自接受案件之日起三日以内；日数由首日之次日起算', () => {
  const found = (until: string, ...moments: Moment[]) => given(rule, ...moments).until(until)
  const own = reported('2026-03-02 09:00', { by: 'window' })
  const prolonged = inCase('case.review-prolonged', { reason: 'clue-check', rank: 'department-chief' })
  it('three days for what people report as well, seven and thirty only from an approval in time', () => {
    expect(found('2026-03-06 00:00', own)).toEqual([])
    expect(found('2026-03-06 00:01', own)).toMatchObject([{ evidence: [0], facts: { limit: 3 } }])
    expect(found('2026-03-10 00:00', own, prolonged('2026-03-06 00:00'))).toEqual([])
    const major = prolonged('2026-03-04 09:00', { reason: 'major-complex', rank: 'bureau-chief' })
    expect(found('2026-04-02 00:01', own, major)).toMatchObject([{ facts: { limit: 30 } }])
    expect(found('2026-03-06 00:01', own, prolonged('2026-03-04 09:00', { rank: 'officer' }))).toHaveLength(1)
  })
  it('a case from an agency is not prolonged', () =>
    expect(found('2026-03-06 00:01', reported('2026-03-02 09:00'), prolonged('2026-03-04 09:00'))).toHaveLength(1))
  it('a case that was accepted without a report runs from there', () =>
    expect(
      found('2026-03-06 00:01', inCase('case.accepted', { type: 'criminal', acceptedBy: 'o1' })('2026-03-02 09:00')),
    ).toMatchObject([{ facts: { limit: 3 } }]))
  it.each([
    ['case.not-filed', { type: 'criminal', reason: 'none' }],
    ['case.transferred', { to: 'station-2' }],
    ['case.jurisdiction-found', { type: 'criminal', belongsTo: 'b' }],
  ] as const)('%s decides it too', (kind, data) =>
    expect(found('2026-05-01 00:00', own, inCase(kind, data)('2026-03-06 00:00'))).toEqual([]),
  )
})

it('认为没有犯罪事实的，不予立案：accepted as an administrative case the review is over, as a criminal one it is not', () => {
  const accepted = (type: string) => inCase('case.accepted', { type })('2026-03-03 09:00')
  const own = reported('2026-03-02 09:00', { by: 'window' })
  expect(given(rule, own, accepted('public-order')).until('2026-05-01 00:00')).toEqual([])
  expect(given(rule, own, accepted('criminal')).until('2026-05-01 00:00')).toHaveLength(1)
})

it('对接受的案件应当迅速进行审查：a report that did not say what it was about runs from its acceptance as a crime', () => {
  const silent = reported('2026-03-01 09:00', { type: null })
  const accepted = inCase('case.accepted', { type: 'criminal' })('2026-03-02 09:00')
  expect(given(rule, silent, accepted).until('2026-03-06 00:00')).toEqual([])
  expect(given(rule, silent, accepted).until('2026-03-06 00:01')).toMatchObject([
    { evidence: [1], facts: { agency: true } },
  ])
  const other = inCase('case.accepted', { type: 'public-order' })('2026-03-02 09:00')
  expect(given(rule, silent, other).until('2026-05-01 00:00')).toEqual([])
})
