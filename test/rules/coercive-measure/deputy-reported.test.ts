import { describe, expect, it } from 'vitest'
import { deputyReported as rule } from '../../../server/rules/coercive-measure/deputy-reported.ts'
import { measure, notice, person } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const told = (deputy: string) => person('2010-01-01 00:00', { deputy })
const own = measure('bail')

describeLimit('应当在执行后立即报告其所属的人民代表大会（程序规定第一百六十六条；一日为本地设定）', {
  rule,
  begins: (when, heard) => [told('township'), own.starts(when, {}, heard)],
  done: (when) => notice(when, 'm1', 'congress'),
  begin: '2026-03-02 10:00',
  last: '2026-03-03 10:00',
  past: '2026-03-03 10:01',
  tooEarly: '2012-12-30 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-02 00:01',
  unmoved: [notice('2026-03-02 11:00', 'm1', 'family')],
})

describe('现行犯拘留（第一百六十五条）', () => {
  const caught = measure('criminal-detention')
  it('must be reported of a deputy at county level or above', () =>
    expect(
      given(rule, told('county-or-higher'), caught.starts('2026-03-02 10:00', { onScene: true })).until(
        '2026-03-05 00:00',
      ),
    ).toHaveLength(1))
  it('leaves other detentions of such a deputy to the rule of permission, and those of others alone', () => {
    expect(given(rule, told('county-or-higher'), caught.starts('2026-03-02 10:00')).until('2026-03-05 00:00')).toEqual(
      [],
    )
    expect(given(rule, told('none'), caught.starts('2026-03-02 10:00')).until('2026-03-05 00:00')).toEqual([])
  })
})
