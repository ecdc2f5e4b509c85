import { describe, expect, it } from 'vitest'
import { deliveredToPrison as rule } from '../../../server/rules/release/delivered-to-prison.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', sentence: 's1' }
const received = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'sentence.received',
  { ...of, kind: 'imprisonment', endsAt: null, ...more },
  heard,
]

describeLimit('应当在一个月以内将罪犯送交监狱执行（程序规定第三百条）', {
  rule,
  begins: (when, heard) => [received(when, {}, heard)],
  done: (when) => [when, 'sentence.delivered', { ...of, facilityKind: 'prison' }],
  begin: '2026-01-31 09:00',
  last: '2026-03-01 00:00',
  past: '2026-03-01 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-02-02 00:01',
})
describe('将罪犯送交监狱: only who is still held', () => {
  const left = (when: string): Moment => [
    when,
    'custody.released',
    { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house' },
  ]
  it('asks for no delivery of one let go within the month, and for it of one let go and taken in before', () => {
    expect(given(rule, received('2026-01-31 09:00'), left('2026-02-20 09:00')).until('2026-03-10 00:00')).toEqual([])
    expect(given(rule, left('2026-01-20 09:00'), received('2026-01-31 09:00')).until('2026-03-10 00:00')).toHaveLength(
      1,
    )
  })
})
describe('剩余刑期在三个月以下的，由看守所代为执行（刑诉法第二百六十四条）', () => {
  it('asks for no delivery with three months sharp left, nor for criminal detention', () => {
    expect(
      given(rule, received('2026-01-31 09:00', { endsAt: at('2026-04-30 09:00') })).until('2026-06-01 00:00'),
    ).toEqual([])
    expect(
      given(rule, received('2026-01-31 09:00', { endsAt: at('2026-05-01 09:00') })).until('2026-06-01 00:00'),
    ).toHaveLength(1)
    expect(given(rule, received('2026-01-31 09:00', { kind: 'criminal-detention' })).until('2026-06-01 00:00')).toEqual(
      [],
    )
  })
})
