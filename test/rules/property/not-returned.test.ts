import { describe, expect, it } from 'vitest'
import { notReturned as rule } from '../../../server/rules/property/not-returned.ts'
import { ofItem } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const borrowed = ofItem('property.borrowed', { by: 'o1', purpose: 'test' })

describeLimit('可以调用涉案财物，并及时归还（第一百九十条）', {
  rule,
  begins: (when, heard) => [borrowed(when, {}, heard)],
  done: (when) => ofItem('property.returned', { custodian: 'k1' })(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-05 09:00',
  past: '2026-03-05 09:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('a registered time of return', () =>
  it('counts before the setting', () =>
    expect(
      given(rule, borrowed('2026-03-02 09:00', { dueAt: at('2026-03-02 17:00') })).until('2026-03-02 17:01'),
    ).toMatchObject([{ since: at('2026-03-02 17:00') }])))

describe('并及时归还：归还、发还、移交之后不再要求', () => {
  const out = borrowed('2026-03-02 09:00')
  const back = ofItem('property.returned', { custodian: 'k1' })
  it.each([
    ['property.released', { to: 'owner', collector: 'rightful', receipt: true }],
    ['property.disposed', { how: 'with-case' }],
  ] as const)('%s at the last moment ends it', (kind, data) =>
    expect(given(rule, out, ofItem(kind, data)('2026-03-05 09:00')).until('2031-01-01 00:00')).toEqual([]),
  )
  it('a return counts from the moment of the loan; the return of an earlier loan is not this one', () => {
    expect(given(rule, out, back('2026-03-02 09:00')).until('2031-01-01 00:00')).toEqual([])
    const again = [borrowed('2026-02-27 09:00'), back('2026-02-28 09:00'), out]
    expect(given(rule, ...again).until('2026-03-05 09:01')).toMatchObject([
      { evidence: [2], since: at('2026-03-05 09:00'), facts: { registered: false }, concerns: { officers: ['o1'] } },
    ])
  })
  it('the registered time of return, to the moment', () => {
    const due = borrowed('2026-03-02 09:00', { dueAt: at('2026-03-02 17:00') })
    expect(given(rule, due, back('2026-03-02 17:00')).until('2031-01-01 00:00')).toEqual([])
    expect(given(rule, due, back('2026-03-02 17:01')).until('2031-01-01 00:00')).toMatchObject([
      { evidence: [0], facts: { registered: true } },
    ])
  })
})
