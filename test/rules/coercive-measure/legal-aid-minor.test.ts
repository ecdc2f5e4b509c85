import { describe, expect, it } from 'vitest'
import { legalAidMinor as rule } from '../../../server/rules/coercive-measure/legal-aid-minor.ts'
import { notice, person } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const defence = (when: string, state: string, heard?: string): Moment => [
  when,
  'defence.told',
  { person: 'p1', unit: 'crime', state },
  heard,
]

describeLimit('未成年犯罪嫌疑人没有委托辩护人的，应当通知法律援助机构（程序规定第三百二十条；三日为本地设定）', {
  rule,
  begins: (when, heard) => [
    person(when, { birthDate: `${Number(when.slice(0, 4)) - 16}-01-01` }, heard),
    defence(when, 'none', heard),
  ],
  done: (when) => notice(when, 'm1', 'legal-aid'),
  begin: '2026-03-02 10:00',
  last: '2026-03-06 00:00',
  past: '2026-03-06 00:01',
  tooEarly: '2012-12-20 10:00',
  lawBegins: '2013-01-02 00:00',
  lawPast: '2013-01-06 00:01',
})

describe('未成年人', () => {
  it('is who has not turned eighteen', () => {
    const born = (day: string) => [person('2026-03-02 09:00', { birthDate: day }), defence('2026-03-02 10:00', 'none')]
    expect(given(rule, ...born('2008-03-02')).until('2026-03-20 00:00')).toHaveLength(1)
    expect(given(rule, ...born('2008-03-01')).until('2026-03-20 00:00')).toEqual([])
  })
})
