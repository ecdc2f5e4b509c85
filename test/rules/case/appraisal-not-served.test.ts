import { describe, expect, it } from 'vitest'
import { appraisalNotServed as rule } from '../../../server/rules/case/appraisal-not-served.ts'
import { accepted, inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

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
