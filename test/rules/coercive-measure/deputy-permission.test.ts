import { describe, expect, it } from 'vitest'
import { deputyPermission as rule } from '../../../server/rules/coercive-measure/deputy-permission.ts'
import { measure, person } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

const deputy = person('2026-01-01 00:00', { deputy: 'county-or-higher' })
const asked: Moment = [
  '2026-03-01 09:00',
  'application.made',
  { application: 'x1', kind: 'deputy-permission', person: 'p1', unit: 'station-1' },
]
const answered = (when: string, result: string): Moment => [
  when,
  'application.answered',
  { application: 'x1', person: 'p1', unit: 'station-1', result },
]
const started = (kind: string, more: object = {}) => measure(kind).starts('2026-03-02 09:00', more)

describe('应当书面报请该代表所属的人民代表大会主席团或者常务委员会许可（程序规定第一百六十四条）', () => {
  it.each(['compelled-appearance', 'bail', 'residential-surveillance', 'arrest', 'administrative-detention'])(
    'opens for %s without permission',
    (kind) => expect(given(rule, deputy, started(kind)).until('2026-03-03 00:00')).toHaveLength(1),
  )
  it('finds nothing with permission before, and opens when it is refused or comes after', () => {
    expect(
      given(rule, deputy, asked, answered('2026-03-01 18:00', 'granted'), started('bail')).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(
      given(rule, deputy, asked, answered('2026-03-01 18:00', 'refused'), started('bail')).until('2026-03-03 00:00'),
    ).toHaveLength(1)
    expect(
      given(rule, deputy, asked, started('bail'), answered('2026-03-02 18:00', 'granted')).until('2026-03-03 00:00')
        .length,
    ).toBe(1)
  })
  it('is not given for one measure by the permission of another', () => {
    const askedFor = (of: string): Moment => [asked[0], asked[1], { ...asked[2], measure: of }]
    const judged = (of: string) =>
      given(rule, deputy, askedFor(of), answered('2026-03-01 18:00', 'granted'), started('bail')).until(
        '2026-03-03 00:00',
      )
    expect(judged('m1')).toEqual([])
    expect(judged('m0')).toHaveLength(1)
  })
  it('leaves to people the detention of one caught in the act, and knows township deputies and others need none', () => {
    expect(given(rule, deputy, started('criminal-detention', { onScene: true })).until('2026-03-03 00:00')).toEqual([])
    expect(
      given(rule, person('2026-01-01 00:00', { deputy: 'township' }), started('bail')).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(given(rule, started('bail')).until('2026-03-03 00:00')).toEqual([])
  })
})
