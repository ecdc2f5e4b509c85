import { describe, expect, it } from 'vitest'
import { arrivalTimesDisagree as rule } from '../../../server/rules/case-area/arrival-times-disagree.ts'
import { arrives, departs } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const paper = (when: string) => arrives(when, { source: 'paper' }, '2026-03-02 12:00')

describe('应当由其在传唤证上填写到案和离开时间（程序规定第六十八条）: gate against paper', () => {
  it('opens for more than ten minutes either way, and not for ten', () => {
    expect(given(rule, arrives('2026-03-02 09:00'), paper('2026-03-02 09:10')).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, arrives('2026-03-02 09:00'), paper('2026-03-02 09:11')).until('2026-03-03 00:00')).toMatchObject(
      [{ since: at('2026-03-02 09:00'), facts: { differenceMinutes: 11 } }],
    )
    expect(given(rule, arrives('2026-03-02 09:00'), paper('2026-03-02 08:00')).until('2026-03-03 00:00')).toMatchObject(
      [{ facts: { differenceMinutes: -60 } }],
    )
  })
  it('looks at departures too', () =>
    expect(
      given(
        rule,
        arrives('2026-03-02 09:00'),
        departs('2026-03-02 17:00', { source: 'paper' }, '2026-03-02 19:00'),
        departs('2026-03-02 19:00'),
      ).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { what: 'person.departed' } }]))
  it('finds nothing with one source only', () =>
    expect(given(rule, arrives('2026-03-02 09:00')).until('2026-03-03 00:00')).toEqual([]))
})
