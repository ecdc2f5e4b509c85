import { describe, expect, it } from 'vitest'
import { acceptanceLate as rule } from '../../../server/rules/case/acceptance-late.ts'
import { filed, inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const reported = inCase('case.reported', { type: 'public-order', by: 'window' })

describeLimit('应当立即立案并进行调查（第九十条）', {
  rule,
  begins: (when, heard) => [reported(when, {}, heard)],
  done: (when) => filed(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-03 09:00',
  past: '2026-03-03 09:01',
  tooEarly: '2015-11-05 09:00',
  lawBegins: '2015-11-06 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('hard cases have three days, crimes a rule of their own', () => {
  const prolonged = inCase('case.review-prolonged', { reason: 'hard', rank: 'station-chief' })
  it('when that was approved in time', () => {
    expect(given(rule, reported('2026-03-02 09:00'), prolonged('2026-03-02 20:00')).until('2026-03-06 00:00')).toEqual(
      [],
    )
    expect(
      given(rule, reported('2026-03-02 09:00'), prolonged('2026-03-02 20:00')).until('2026-03-06 00:01'),
    ).toHaveLength(1)
    expect(
      given(rule, reported('2026-03-02 09:00'), prolonged('2026-03-03 20:00')).until('2026-03-05 00:00'),
    ).toHaveLength(1)
  })
  it('and a crime is not judged here', () =>
    expect(given(rule, reported('2026-03-02 09:00', { type: 'criminal' })).until('2026-03-05 00:00')).toEqual([]))
})

describe('应当立即立案；认为不属于违反治安管理行为的，应当告知（第九十条）', () => {
  const begun = reported('2026-03-02 09:00')
  const hard = inCase('case.review-prolonged', { reason: 'hard', rank: 'station-chief' })
  it.each([
    ['case.accepted', { type: 'public-order', acceptedBy: 'o1' }],
    ['case.not-filed', { type: 'public-order', reason: 'none' }],
    ['case.transferred', { to: 'station-2' }],
    ['case.jurisdiction-found', { type: 'public-order', belongsTo: 'b' }],
  ] as const)('%s decides it, at the last moment too', (kind, data) =>
    expect(given(rule, begun, inCase(kind, data)('2026-03-03 09:00')).until('2026-04-01 00:00')).toEqual([]),
  )
  it('a hard case is one when that was said within the first day, its last moment included', () => {
    expect(given(rule, begun, hard('2026-03-03 09:00')).until('2026-03-06 00:00')).toEqual([])
    expect(given(rule, begun, hard('2026-03-03 09:01')).until('2026-03-04 00:00')).toMatchObject([
      { evidence: [0], facts: { limit: 24 } },
    ])
  })
})

it('应当立即立案：a report that did not say what it was about is known by what was made of it', () => {
  const silent = reported('2026-03-02 09:00', { type: null })
  expect(given(rule, silent, filed('2026-03-03 09:00')).until('2031-01-01 00:00')).toEqual([])
  expect(given(rule, silent, filed('2026-03-03 09:01')).until('2031-01-01 00:00')).toMatchObject([
    { evidence: [0, 1], facts: { caseType: 'public-order' } },
  ])
  expect(given(rule, silent, filed('2026-03-06 09:00', { type: 'criminal' })).until('2031-01-01 00:00')).toEqual([])
  expect(given(rule, silent).until('2031-01-01 00:00')).toEqual([])
})
