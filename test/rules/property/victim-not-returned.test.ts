import { describe, expect, it } from 'vitest'
import { victimNotReturned as rule } from '../../../server/rules/property/victim-not-returned.ts'
import { accepted, ofItem, seized } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const clear = ofItem('property.owner-clear')
const released = ofItem('property.released', { to: 'victim', collector: 'rightful', receipt: true })

describeLimit('及时发还被侵害人（第一百九十二条）', {
  rule,
  begins: (when, heard) => [clear(when, {}, heard)],
  done: (when) => released(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-13 00:00',
  past: '2026-03-13 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('谁负责：承办人；没有登记承办人的，扣押人', () => {
  const found = (...before: Moment[]) =>
    given(rule, ...before, seized('2026-03-02 08:00'), clear('2026-03-02 09:00')).until('2026-03-13 00:01')
  it('names who handles the case', () =>
    expect(found(accepted('2026-03-01 09:00', { officers: ['o7'] }))).toMatchObject([
      { concerns: { officers: ['o7'] } },
    ]))
  it('and who took it while the case names nobody', () =>
    expect(found()).toMatchObject([{ concerns: { officers: ['o1', 'o2'] } }]))
})
