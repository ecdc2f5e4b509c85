import { describe, expect, it } from 'vitest'
import { legalAidNotice as rule } from '../../../server/rules/coercive-measure/legal-aid-notice.ts'
import { act, notice, person } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const defence = (when: string, state: string, heard?: string): Moment => [
  when,
  'defence.told',
  { person: 'p1', unit: 'crime', state },
  heard,
]
const deaf = (when: string, heard?: string) => person(when, { deaf: true }, heard)

describeLimit('应当自发现该情形之日起三日以内通知法律援助机构（程序规定第四十六条）', {
  rule,
  begins: (when, heard) => [deaf(when, heard), defence(when, 'none', heard)],
  done: (when) => notice(when, 'm1', 'legal-aid'),
  begin: '2026-03-02 10:00',
  last: '2026-03-06 00:00',
  past: '2026-03-06 00:01',
  tooEarly: '2020-08-20 10:00',
  lawBegins: '2020-09-01 00:00',
  lawPast: '2020-09-05 00:01',
  unmoved: [notice('2026-03-03 10:00', 'm1', 'family')],
})

describe('没有委托辩护人', () => {
  it('counts from when both were known, not from the first of them', () => {
    const late = [deaf('2026-03-02 10:00'), defence('2026-03-10 10:00', 'none')]
    expect(given(rule, ...late).until('2026-03-14 00:00')).toEqual([])
    expect(given(rule, ...late).until('2026-03-14 00:01')).toHaveLength(1)
  })
  it('is over when a defender is found', () =>
    expect(
      given(
        rule,
        deaf('2026-03-02 10:00'),
        defence('2026-03-02 10:00', 'none'),
        defence('2026-03-04 10:00', 'engaged'),
      ).until('2026-03-20 00:00'),
    ).toEqual([]))
  it('holds for a grave charge as well; silence about the defender is not taken for none', () => {
    const grave = act('interrogation', { caseType: 'criminal', chargeBand: 'life-or-death' }).starts('2026-03-02 10:00')
    expect(given(rule, grave, defence('2026-03-02 11:00', 'none')).until('2026-03-10 00:00')).toHaveLength(1)
    expect(given(rule, grave, deaf('2026-03-02 10:00')).until('2026-03-10 00:00')).toEqual([])
    expect(given(rule, defence('2026-03-02 11:00', 'none')).until('2026-03-10 00:00')).toEqual([])
  })
})
