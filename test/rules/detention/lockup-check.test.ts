import { describe, expect, it } from 'vitest'
import { lockupCheck as rule } from '../../../server/rules/detention/lockup-check.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const check = (when: string, kind = 'cells', heard?: string): Moment => [
  when,
  'facility.checked',
  { facility: 'jls-1', facilityKind: 'lockup', kind },
  heard,
]

describe('每日检查监室，每周安全大检查（拘留所条例实施办法第三十七条，要旨）', () => {
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
  it('finds nothing until the next day ends, and opens then with nobody reporting', () => {
    expect(given(rule, check('2026-03-02 10:00')).until('2026-03-04 00:00')).toEqual([])
    expect(given(rule, check('2026-03-02 10:00')).until('2026-03-04 00:01')).toMatchObject([
      { since: at('2026-03-04 00:00'), openedAt: at('2026-03-04 00:00') + 1 },
    ])
  })
  it('counts from the last check, also one told late; a weekly one is no daily one', () => {
    expect(given(rule, check('2026-03-02 10:00'), check('2026-03-03 23:00')).until('2026-03-05 00:00')).toEqual([])
    const late = given(rule, check('2026-03-02 10:00'), check('2026-03-03 23:00', 'cells', '2026-03-04 09:00'))
    expect(late.events('2026-03-04 10:00').flatMap((e) => (e.is === 'warned' ? [] : e.is))).toEqual(['opened', 'ended'])
    expect(
      given(rule, check('2026-03-02 10:00'), check('2026-03-03 10:00', 'general')).until('2026-03-04 00:01'),
    ).toHaveLength(1)
  })
  it('gives the general check a week', () => {
    expect(given(rule, check('2026-03-02 10:00', 'general')).until('2026-03-10 00:00')).toEqual([])
    expect(given(rule, check('2026-03-02 10:00', 'general')).until('2026-03-10 00:01')).toHaveLength(1)
  })
  it('has no pause; judges nothing before its text, everything from its first day', () => {
    expect(given(rule, check('2012-12-10 10:00')).until('2012-12-20 00:00')).toEqual([])
    expect(given(rule, check('2012-12-14 00:00')).until('2012-12-16 00:01')).toHaveLength(1)
  })
})
