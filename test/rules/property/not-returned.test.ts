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
