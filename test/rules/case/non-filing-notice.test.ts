import { describe, expect, it } from 'vitest'
import { nonFilingNotice as rule } from '../../../server/rules/case/non-filing-notice.ts'
import { inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const refused = inCase('case.not-filed', { type: 'criminal', reason: 'none', complainant: 'p1' })

describeLimit('并在三日以内送达控告人（第一百七十八条）', {
  rule,
  begins: (when, heard) => [refused(when, {}, heard)],
  done: (when) =>
    inCase('document.served', { document: 'n1', kind: 'non-filing-notice', person: 'p1', means: 'in-person' })(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-06 00:00',
  past: '2026-03-06 00:01',
  tooEarly: '2020-08-31 09:00',
  lawBegins: '2020-09-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('without a complainant there is nobody to serve', () =>
  it('finds nothing', () =>
    expect(given(rule, refused('2026-03-02 09:00', { complainant: null })).until('2026-04-01 00:00')).toEqual([])))

describe('is about criminal complaints, and ends when it is filed after all', () => {
  it('an administrative one has its own notice', () =>
    expect(given(rule, refused('2026-03-02 09:00', { type: 'administrative' })).until('2026-04-01 00:00')).toEqual([]))
  it('a filing after the refusal ends it, one before it does not', () => {
    const filed = inCase('case.filed', { type: 'criminal' })
    expect(given(rule, refused('2026-03-02 09:00'), filed('2026-03-03 09:00')).until('2026-04-01 00:00')).toEqual([])
    expect(given(rule, filed('2026-03-01 09:00'), refused('2026-03-02 09:00')).until('2026-04-01 00:00')).toHaveLength(
      1,
    )
  })
})

describe('送达控告人：送给别人的、别的文书，都不算', () => {
  const served = inCase('document.served', {
    document: 'n1',
    kind: 'non-filing-notice',
    person: 'p1',
    means: 'in-person',
  })
  const found = (more: object) =>
    given(rule, refused('2026-03-02 09:00'), served('2026-03-03 09:00', more)).until('2026-04-01 00:00')
  it('counts for the complainant, and when the paper names nobody', () => {
    expect(found({ person: 'v1' })).toMatchObject([{ evidence: [0] }])
    expect(found({ kind: 'appraisal' })).toHaveLength(1)
    expect(found({ person: null })).toEqual([])
  })
})
