import { describe, expect, it } from 'vitest'
import { leaveOverstayed as rule } from '../../../server/rules/detention/leave-overstayed.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = { person: 'p1', facility: 'jls-1', facilityKind: 'lockup', outing: 'x1' }
const day = 86_400_000
const out = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'custody.taken-out',
  { ...of, purpose: 'leave', expectedBackAt: at(when) + 2 * day, ...more },
  heard,
]

describeLimit('被拘留人请假出所不归的，由拘留决定机关负责带回（拘留所条例第二十八条）', {
  rule,
  begins: (when, heard) => [out(when, {}, heard)],
  done: (when) => [when, 'custody.returned', of],
  begin: '2026-03-02 10:00',
  last: '2026-03-04 10:00',
  past: '2026-03-04 10:01',
  tooEarly: '2012-03-20 10:00',
  lawBegins: '2012-04-01 00:00',
  lawPast: '2012-04-03 00:01',
  unmoved: [['2026-03-03 10:00', 'custody.returned', { ...of, outing: 'x2' }]],
})

describe('请假出所', () => {
  it('is not judged without a time of return, nor for treatment', () => {
    expect(given(rule, out('2026-03-02 10:00', { expectedBackAt: null })).until('2026-04-01 00:00')).toEqual([])
    expect(given(rule, out('2026-03-02 10:00', { purpose: 'treatment' })).until('2026-04-01 00:00')).toEqual([])
  })
})
