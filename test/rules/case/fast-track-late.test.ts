import { describe, expect, it } from 'vitest'
import { fastTrackLate as rule } from '../../../server/rules/case/fast-track-late.ts'
import { decided, inCase } from '../../support/cases.ts'
import { arrives } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const started = inCase('case.fast-track-started', { person: 'p1' })

describeLimit('到案后四十八小时内作出处理决定（第四十七条）', {
  rule,
  begins: (when, heard) => [started(when, {}, heard)],
  done: (when) => decided(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-04 09:00',
  past: '2026-03-04 09:01',
  tooEarly: '2018-12-31 09:00',
  lawBegins: '2019-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('the clock starts at the arrival, whichever source knew of it first', () =>
  it('takes the earlier of paper and door', () =>
    expect(
      given(
        rule,
        arrives('2026-03-02 07:00'),
        started('2026-03-02 12:00', { stay: 's1', arrivedAt: at('2026-03-02 08:00') }),
      ).until('2026-03-04 07:01'),
    ).toMatchObject([{ since: at('2026-03-04 07:00') }])))

describe('应当在违法嫌疑人到案后四十八小时内作出处理决定（第四十七条）', () => {
  const begun = started('2026-03-02 12:00', { arrivedAt: at('2026-03-02 08:00') })
  it('the paper alone, or the door alone, tells the arrival; without either the choice of the fast track does', () => {
    expect(given(rule, begun).until('2026-03-04 08:01')).toMatchObject([
      { since: at('2026-03-04 08:00'), evidence: [0], facts: { arrivalKnown: true } },
    ])
    expect(given(rule, begun).until('2026-03-04 08:00')).toEqual([])
    expect(
      given(rule, arrives('2026-03-02 07:00'), started('2026-03-02 12:00', { stay: 's1' })).until('2026-03-04 07:01'),
    ).toMatchObject([{ since: at('2026-03-04 07:00'), facts: { arrivalKnown: true } }])
    expect(given(rule, started('2026-03-02 12:00')).until('2026-03-04 12:01')).toMatchObject([
      { since: at('2026-03-04 12:00'), facts: { arrivalKnown: false } },
    ])
  })
  it('the day and night of 2019-01-01 count in full when the person arrived after the law began', () => {
    const early = started('2019-01-01 12:00', { arrivedAt: at('2018-12-31 23:59') })
    expect(given(rule, early).until('2031-01-01 00:00')).toEqual([])
    const inForce = started('2019-01-01 12:00', { arrivedAt: at('2019-01-01 00:00') })
    expect(given(rule, inForce).until('2019-01-03 00:01')).toHaveLength(1)
  })
  it('a case that was closed or handed over needs no decision any more', () => {
    const closed = inCase('case.closed', { result: 'withdrawn' })
    const moved = inCase('case.transferred', { to: 'station-2' })
    expect(given(rule, begun, closed('2026-03-04 08:00')).until('2026-04-01 00:00')).toEqual([])
    expect(given(rule, begun, moved('2026-03-04 08:00')).until('2026-04-01 00:00')).toEqual([])
  })
})

describe('违法嫌疑人到案后（第四十七条）: each of several persons of a case from their own arrival', () => {
  const one = started('2026-03-02 12:00', { arrivedAt: at('2026-03-02 08:00') })
  const two = started('2026-03-02 12:00', { person: 'p2', arrivedAt: at('2026-03-02 10:00') })
  const ofTwo = (when: string) => decided(when, { decision: 'd2', person: 'p2' })
  it('the decision on the first is none on the second', () => {
    const file = given(rule, one, two, decided('2026-03-03 09:00'))
    expect(file.until('2026-03-04 10:00')).toEqual([])
    expect(file.until('2026-03-04 10:01')).toMatchObject([
      { since: at('2026-03-04 10:00'), evidence: [1], facts: { person: 'p2' } },
    ])
  })
  it('decided late, the second stays late; both in time, nothing is', () => {
    const first = decided('2026-03-03 09:00')
    expect(given(rule, one, two, first, ofTwo('2026-03-04 10:01')).grown('2026-04-01 00:00')).toMatchObject([
      { facts: { person: 'p2', doneAt: at('2026-03-04 10:01') } },
    ])
    expect(given(rule, one, two, first, ofTwo('2026-03-04 10:00')).until('2026-04-01 00:00')).toEqual([])
  })
  it('of two who wait, who came first', () =>
    expect(given(rule, two, one).until('2026-03-04 08:01')).toMatchObject([{ facts: { person: 'p1' } }]))
})
