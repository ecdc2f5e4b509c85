import { describe, expect, it } from 'vitest'
import { penaltyFiling as rule } from '../../../server/rules/inspection/penalty-filing.ts'
import { act, officer } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const imposed = (when: string, heard?: string, more: object = {}): Moment => [
  when,
  'penalty.imposed',
  { penalty: 'f1', act: 'a1', caseType: 'public-order', unit: 'station-1', fineYuan: 100, objection: false, ...more },
  heard,
]
const filed = (when: string): Moment => [when, 'penalty.filed', { penalty: 'f1', unit: 'station-1' }]

describe('应当在二十四小时以内报所属公安机关备案（第一百二十条）', () => {
  it('finds nothing when filed at 24 hours sharp', () =>
    expect(given(rule, imposed('2026-03-02 09:00'), filed('2026-03-03 09:00')).until('2026-03-05 00:00')).toEqual([]))
  it('opens just past it with nobody reporting, under both laws', () => {
    expect(given(rule, imposed('2026-03-02 09:00')).until('2026-03-03 09:01')).toMatchObject([
      { since: at('2026-03-03 09:00'), openedAt: at('2026-03-03 09:00') + 1 },
    ])
    expect(given(rule, imposed('2025-12-31 20:00')).until('2026-01-01 20:01')).toHaveLength(1)
  })
  it('asks the officer whose act it was, not the auxiliary', () => {
    const fining = act('on-the-spot-penalty', { place: 'scene', room: null, officers: ['o1', 'x1'] })
    const story = [officer('2026-01-01 00:00', 'x1', 'auxiliary'), fining.starts('2026-03-02 08:50')]
    expect(given(rule, ...story, imposed('2026-03-02 09:00')).until('2026-03-03 09:01')).toMatchObject([
      { concerns: { unit: 'station-1', officers: ['o1'] } },
    ])
  })
  it('does not stop for the week-end', () =>
    expect(given(rule, imposed('2026-03-07 09:00')).until('2026-03-08 09:01')).toHaveLength(1))
  it('dates a late report truly', () =>
    expect(given(rule, imposed('2026-03-02 09:00', '2026-03-05 00:00')).until('2026-03-05 00:01')).toMatchObject([
      { since: at('2026-03-03 09:00') },
    ]))
  it('is about public-order cases, since 2006-03-01', () => {
    expect(
      given(rule, imposed('2026-03-02 09:00', undefined, { caseType: 'administrative' })).until('2026-03-05 00:00'),
    ).toEqual([])
    expect(given(rule, imposed('2006-02-28 09:00')).until('2006-03-05 00:00')).toEqual([])
  })
})

describeLimit('二十四小时以内，六种情形', {
  rule,
  begins: (when, heard) => [imposed(when, heard)],
  done: (when) => filed(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-03 10:00',
  past: '2026-03-03 10:01',
  tooEarly: '2006-02-28 10:00',
  lawBegins: '2006-03-01 00:00',
  lawPast: '2006-03-02 00:01',
  unmoved: [['2026-03-02 12:00', 'penalty.filed', { penalty: 'f2', unit: 'station-1' }]],
})
