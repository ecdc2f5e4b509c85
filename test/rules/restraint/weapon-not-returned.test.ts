import { describe, expect, it } from 'vitest'
import { weaponNotReturned as rule } from '../../../server/rules/restraint/weapon-not-returned.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = { issue: 'w1', weapon: 'g1', unit: 'station-1', officer: 'o1' }
const out = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'weapon.issued',
  { ...of, dutyEndsAt: at(when) + 8 * 3_600_000, ...more },
  heard,
]

describeLimit('执行任务结束后，应当及时将枪支交还（内务条令第一百八十四条，要旨；一小时为本地设定）', {
  rule,
  begins: (when, heard) => [out(when, {}, heard)],
  done: (when) => [when, 'weapon.returned', of],
  begin: '2026-03-02 08:00',
  last: '2026-03-02 17:00',
  past: '2026-03-02 17:01',
  tooEarly: '2021-12-27 08:00',
  lawBegins: '2021-12-28 00:00',
  lawPast: '2021-12-28 09:01',
})

describe('勤务延长', () => {
  it('counts from the new end when the weapon is issued anew for a longer duty', () => {
    const longer = [out('2026-03-02 08:00'), out('2026-03-02 15:00')]
    expect(given(rule, ...longer).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, ...longer).until('2026-03-03 00:01')).toHaveLength(1)
  })
  it('is not judged without an end of duty', () =>
    expect(given(rule, out('2026-03-02 08:00', { dutyEndsAt: null })).until('2026-03-10 00:00')).toEqual([]))
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
})
