import { describe, expect, it } from 'vitest'
import { criminalSummonsLimit as rule } from '../../../server/rules/coercive-measure/criminal-summons-limit.ts'
import { arrives, departs, measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const own = measure('criminal-summons')
const day = [arrives('2026-03-02 09:00'), own.starts('2026-03-02 09:00')]

describeLimit('传唤持续的时间不得超过十二小时（刑诉法第一百一十九条）', {
  rule,
  begins: (when, heard) => [arrives(when, {}, heard), own.starts(when, {}, heard)],
  done: (when) => departs(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-02 21:00',
  past: '2026-03-02 21:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-01 12:01',
  unmoved: [departs('2026-03-02 12:00', { how: 'hospital' })],
})

describe('案情特别重大、复杂，需要采取拘留、逮捕措施的 … 不得超过二十四小时', () => {
  const to24 = (when: string, rank: string, grounds: string[] = []) => own.extended(when, 24, 'hour', rank, { grounds })
  it('counts an extension by department-chief before expiry', () => {
    const lawful = given(
      rule,
      ...day,
      to24('2026-03-02 21:00', 'department-chief', ['especially-grave', 'custody-needed']),
    )
    expect(lawful.until('2026-03-03 09:00')).toEqual([])
    expect(lawful.until('2026-03-03 09:01')).toMatchObject([{ since: at('2026-03-03 09:00') }])
  })
  it('does not count one by officer, one that is late, or one for a case without need of custody', () => {
    expect(given(rule, ...day, to24('2026-03-02 20:00', 'officer')).until('2026-03-02 21:01')).toHaveLength(1)
    expect(given(rule, ...day, to24('2026-03-02 21:05', 'department-chief')).until('2026-03-02 22:00')).toHaveLength(1)
    expect(
      given(rule, ...day, to24('2026-03-02 20:00', 'department-chief', ['complex'])).until('2026-03-02 21:01'),
    ).toHaveLength(1)
  })
  it('asks for both: a grave or complex case, and the need of custody', () => {
    const named = (...grounds: string[]) =>
      given(rule, ...day, to24('2026-03-02 20:00', 'department-chief', grounds)).until('2026-03-02 21:01')
    expect(named('custody-needed')).toHaveLength(1)
    expect(named('especially-grave')).toHaveLength(1)
    expect(named('complex', 'custody-needed')).toEqual([])
  })
  it('holds an extension to fewer hours for those, and one to more than twenty-four for twenty-four', () => {
    const to = (hours: number) => own.extended('2026-03-02 20:00', hours, 'hour', 'department-chief')
    expect(given(rule, ...day, to(18)).until('2026-03-04 00:00')).toMatchObject([{ since: at('2026-03-03 03:00') }])
    expect(given(rule, ...day, to(36)).until('2026-03-04 00:00')).toMatchObject([{ since: at('2026-03-03 09:00') }])
  })
  it('ends when the person is changed to another measure', () =>
    expect(
      given(rule, ...day, own.ends('2026-03-02 20:00', 'changed', { next: 'criminal-detention' })).until(
        '2026-03-04 00:00',
      ),
    ).toEqual([]))
  it('counts from its own beginning after another measure in the same stay', () => {
    const summons = measure('summons-written', { measure: 'm0' })
    const chain = [
      arrives('2026-03-02 09:00'),
      summons.starts('2026-03-02 09:00'),
      summons.ends('2026-03-02 12:00', 'changed'),
      own.starts('2026-03-02 12:00'),
    ]
    expect(given(rule, ...chain).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, ...chain).until('2026-03-03 00:01')).toHaveLength(1)
  })
  it('cannot count without an arrival', () =>
    expect(given(rule, own.starts('2026-03-02 09:00')).until('2026-03-05 00:00')).toEqual([]))
})
