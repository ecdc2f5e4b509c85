import { describe, expect, it } from 'vitest'
import { unrelatedNotReturned as rule } from '../../../server/rules/property/unrelated-not-returned.ts'
import { ofItem, seized } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const found = ofItem('property.found-unrelated')
const released = ofItem('property.released', { to: 'owner', collector: 'rightful', receipt: true })

describeLimit('经查明确实与案件无关的，应当在三日以内退还（第一百四十五条）', {
  rule,
  begins: (when, heard) => [seized(when, { type: 'criminal' }, heard), found(when, {}, heard)],
  done: (when) => released(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-06 00:00',
  past: '2026-03-06 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('public order: 登记后立即退还', () =>
  it('a day, as the bureau set it; an unknown owner is called', () => {
    expect(given(rule, seized('2026-03-02 08:00'), found('2026-03-02 09:00')).until('2026-03-03 09:01')).toMatchObject([
      { since: at('2026-03-03 09:00') },
    ])
    expect(
      given(
        rule,
        seized('2026-03-02 08:00'),
        found('2026-03-02 09:00'),
        ofItem('property.owner-announced')('2026-03-02 10:00'),
      ).until('2026-04-01 00:00'),
    ).toEqual([])
  }))

describe('谁负责：承办人；没有登记承办人的，扣押人', () =>
  it('names those who took it while the case names nobody', () => {
    const closed: Moment = [
      '2026-03-02 07:00',
      'appraisal.begun',
      { appraisal: 'ap', case: 'c1', kind: 'price', item: 'i1', unit: 'station-1' },
    ]
    expect(
      given(rule, closed, seized('2026-03-02 08:00'), found('2026-03-02 09:00')).until('2026-03-03 09:01'),
    ).toMatchObject([{ evidence: [2], concerns: { officers: ['o1', 'o2'] } }])
  }))
