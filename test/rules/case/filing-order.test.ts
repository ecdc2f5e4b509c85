import { describe, expect, it } from 'vitest'
import { filingOrder as rule } from '../../../server/rules/case/filing-order.ts'
import { inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const asked = inCase('case.request-made', { request: 'q1', kind: 'file-as-ordered' })
const answered = inCase('case.request-answered', { request: 'q1', result: 'done' })

describeLimit('十五日以内立案（第一百八十二条）', {
  rule,
  begins: (when, heard) => [asked(when, {}, heard)],
  done: (when) => answered(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-18 00:00',
  past: '2026-03-18 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('应当 … 以内立案', () => {
  const found = (...moments: Moment[]) => given(rule, asked('2026-03-02 09:00'), ...moments).until('2031-01-01 00:00')
  it('a criminal filing of the case is one, with or without an answer', () => {
    const filed = (type: string) => inCase('case.filed', { type })('2026-03-10 09:00')
    expect(found(filed('criminal'))).toEqual([])
    expect(found(filed('public-order'))).toHaveLength(1)
  })
  it('an answer that refuses is none, nor is one to another request', () => {
    for (const result of ['refused', 'explained'])
      expect(found(answered('2026-03-10 09:00', { result }))).toHaveLength(1)
    expect(found(answered('2026-03-10 09:00', { request: 'q2' }))).toHaveLength(1)
    expect(found(answered('2026-03-10 09:00', { result: 'filed' }))).toEqual([])
  })
  it('another kind of request is not an order', () =>
    expect(given(rule, asked('2026-03-02 09:00', { kind: 'explain-non-filing' })).until('2031-01-01 00:00')).toEqual(
      [],
    ))
})
