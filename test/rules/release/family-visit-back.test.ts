import { describe, expect, it } from 'vitest'
import { familyVisitBack as rule } from '../../../server/rules/release/family-visit-back.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const of = { person: 'p1', facility: 'f-1', facilityKind: 'detention-house', outing: 'x1' }
const out = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'custody.taken-out',
  { ...of, purpose: 'family-visit', ...more },
  heard,
]

describeLimit('当日返回，不得在外过夜（看守所条例实施办法第三十六条，要旨）', {
  rule,
  begins: (when, heard) => [out(when, {}, heard)],
  done: (when) => [when, 'custody.returned', of],
  begin: '2026-03-02 10:00',
  last: '2026-03-03 00:00',
  past: '2026-03-03 00:01',
  tooEarly: '1991-10-04 10:00',
  lawBegins: '1991-10-05 00:00',
  lawPast: '1991-10-06 00:01',
  unmoved: [['2026-03-02 11:00', 'custody.returned', { ...of, outing: 'x2' }]],
})

describe('当日', () => {
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
  it('is not asked of other outings', () =>
    expect(given(rule, out('2026-03-02 10:00', { facilityKind: 'lockup' })).until('2026-04-01 00:00')).toEqual([]))
})
