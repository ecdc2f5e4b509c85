import { describe, expect, it } from 'vitest'
import { vehicleCheckLate as rule } from '../../../server/rules/ticket/vehicle-check-late.ts'
import { describeLimit } from '../../support/limits.ts'
import { calendar } from '../../support/tickets.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = (when: string, kind: Moment[1], more: object = {}, heard?: string): Moment => [
  when,
  kind,
  { coercion: 'k1', unit: 'traffic', ...more },
  heard,
]
const held = (kind = 'vehicle') => of('2012-01-01 09:00', 'coercion.applied', { kind, officers: ['J07'] })
const shown = (when: string, heard?: string) => of(when, 'coercion.papers-shown', {}, heard)

describeLimit('核实的时间不得超过十日（第三十条）', {
  rule,
  begins: (when, heard) => [...calendar(), held(), shown(when, heard)],
  done: (when) => of(when, 'coercion.returned'),
  begin: '2026-03-06 09:00',
  last: '2026-03-21 00:00',
  past: '2026-03-21 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-19 00:01',
})

describe('经县级以上公安机关交通管理部门负责人批准，可以延长至十五日', () => {
  const prolonged = (when: string, rank: string | null) => of(when, 'coercion.check-extended', { rank })
  const found = (...moments: Moment[]) =>
    given(rule, ...calendar(), held(), shown('2026-03-06 09:00'), ...moments).until('2026-05-01 00:00')
  it('fifteen working days when the head prolonged it before expiry', () => {
    const longer = prolonged('2026-03-20 23:59', 'department-chief')
    expect(found(longer, of('2026-03-27 23:59', 'coercion.returned'))).toEqual([])
    expect(found(longer)).toMatchObject([{ since: at('2026-03-28 00:00'), facts: { limit: 15, prolonged: 1 } }])
  })
  it('ten when it came too late, or from an officer', () => {
    for (const [when, rank] of [
      ['2026-03-21 00:01', 'department-chief'],
      ['2026-03-19 09:00', 'officer'],
    ] as const)
      expect(found(prolonged(when, rank))).toMatchObject([{ since: at('2026-03-21 00:00'), facts: { limit: 10 } }])
  })
  it('what was given back before the party came was never checked', () =>
    expect(
      given(rule, ...calendar(), held(), of('2026-03-01 09:00', 'coercion.returned')).until('2026-05-01 00:00'),
    ).toEqual([]))
  it('licences are not checked so, and without the holiday table nothing is judged', () => {
    expect(given(rule, ...calendar(), held('licence'), shown('2026-03-06 09:00')).until('2026-05-01 00:00')).toEqual([])
    expect(given(rule, held(), shown('2026-03-06 09:00')).until('2026-05-01 00:00')).toEqual([])
  })
})
