import { describe, expect, it } from 'vitest'
import { houseComplaintForwarded as rule } from '../../../server/rules/release/complaint-forwarded.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const of = { application: 'x1', person: 'p1', unit: 'kss-1' }
const made = (when: string, facilityKind: string | null, heard?: string): Moment => [
  when,
  'application.made',
  { ...of, kind: 'complaint', facilityKind },
  heard,
]

describeLimit('对人犯的上诉书、申诉书，看守所应当及时转送（看守所条例第四十六条；五日为本地设定）', {
  rule,
  begins: (when, heard) => [made(when, 'detention-house', heard)],
  done: (when) => [when, 'application.answered', { ...of, result: 'forwarded' }],
  begin: '2026-03-02 10:00',
  last: '2026-03-08 00:00',
  past: '2026-03-08 00:01',
  tooEarly: '1990-03-01 10:00',
  lawBegins: '1990-03-17 00:00',
  lawPast: '1990-03-23 00:01',
})

describe('看守所', () => {
  it('leaves the lock-up to its own rule', () => {
    expect(given(rule, made('2026-03-02 10:00', 'lockup')).until('2026-04-01 00:00')).toEqual([])
    expect(given(rule, made('2026-03-02 10:00', null)).until('2026-04-01 00:00')).toEqual([])
  })
})
