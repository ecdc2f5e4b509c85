import { describe, expect, it } from 'vitest'
import { homeLeaveLength as rule } from '../../../server/rules/release/home-leave-length.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = (outing: string) => ({ person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', outing })
const out = (when: string, outing = 'x1', heard?: string): Moment => [
  when,
  'custody.taken-out',
  { ...of(outing), purpose: 'home-leave', convict: true },
  heard,
]
const back = (when: string, outing = 'x1'): Moment => [when, 'custody.returned', of(outing)]

describeLimit('拘役罪犯每月可以回家一日至二日（留所执行刑罚罪犯管理办法第五十四条，要旨）', {
  rule,
  begins: (when, heard) => [out(when, 'x1', heard)],
  done: back,
  begin: '2026-03-02 10:00',
  last: '2026-03-04 10:00',
  past: '2026-03-04 10:01',
  tooEarly: '2013-11-10 10:00',
  lawBegins: '2013-11-23 00:00',
  lawPast: '2013-11-25 00:01',
})

describe('一个月', () => {
  it('adds up: one day before leaves one day', () => {
    const two = [out('2026-03-02 10:00'), back('2026-03-03 10:00'), out('2026-03-20 10:00', 'x2')]
    expect(given(rule, ...two).until('2026-03-21 10:00')).toEqual([])
    expect(given(rule, ...two).until('2026-03-21 10:01')).toMatchObject([{ since: at('2026-03-21 10:00') }])
  })
  it('begins anew with the next', () =>
    expect(
      given(
        rule,
        out('2026-03-02 10:00'),
        back('2026-03-04 10:00'),
        out('2026-04-01 10:00', 'x2'),
        back('2026-04-03 10:00', 'x2'),
      ).until('2026-05-01 00:00'),
    ).toEqual([]))
  it('is judged by itself: too long in March does not hide too long in April, nor a return in May', () =>
    expect(
      given(
        rule,
        out('2026-03-02 10:00'),
        back('2026-03-05 10:00'),
        out('2026-04-29 10:00', 'x2'),
        back('2026-05-02 10:00', 'x2'),
      )
        .until('2026-06-01 00:00')
        .map((f) => f.since),
    ).toEqual([at('2026-03-04 10:00'), at('2026-05-01 10:00')]))
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
})
