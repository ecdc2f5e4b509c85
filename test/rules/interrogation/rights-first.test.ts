import { describe, expect, it } from 'vitest'
import { rightsFirst as rule } from '../../../server/rules/interrogation/rights-first.ts'
import { act, sensor } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const feed = sensor('2026-01-01 00:00', ['rights'], { room: null })
const talk = act('interrogation', { caseType: 'criminal' })
const session = [talk.starts('2026-03-02 09:00'), talk.ends('2026-03-02 10:00')]
const told = (when: string, rights: string[]): Moment => [when, 'rights.told', { person: 'p1', rights }]

describe('在第一次讯问犯罪嫌疑人 … 的时候，应当告知犯罪嫌疑人有权委托辩护人（刑诉法第三十四条）', () => {
  it('opens when the first interrogation ends without both being told', () => {
    expect(given(rule, feed, ...session).until('2026-03-03 00:00')).toMatchObject([{ since: at('2026-03-02 10:00') }])
    expect(
      given(rule, feed, told('2026-03-02 09:01', ['procedural']), ...session).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { told: 'procedural' } }])
  })
  it('finds nothing when told in it or before, and looks at the first interrogation only', () => {
    expect(
      given(rule, feed, told('2026-03-02 09:01', ['procedural', 'leniency', 'lawyer']), ...session).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
    const again = act('interrogation', { act: 'a2', caseType: 'criminal' })
    expect(
      given(
        rule,
        feed,
        told('2026-03-02 09:01', ['procedural', 'leniency', 'lawyer']),
        ...session,
        again.starts('2026-03-05 09:00'),
        again.ends('2026-03-05 10:00'),
      ).until('2026-03-06 00:00'),
    ).toEqual([])
  })
  it('opens when the law on admitting guilt was not told（认罪认罚的法律规定，第一百二十条）', () =>
    expect(
      given(rule, feed, told('2026-03-02 09:01', ['procedural', 'lawyer']), ...session).until('2026-03-03 00:00'),
    ).toHaveLength(1))
  it('does not judge without a declared source', () =>
    expect(given(rule, ...session).until('2026-03-03 00:00')).toEqual([]))
})
