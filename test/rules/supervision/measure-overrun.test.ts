import { expect, it } from 'vitest'
import { measureOverrun as rule } from '../../../server/rules/supervision/measure-overrun.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const of = { officerMeasure: 'z1', officer: 'o1', unit: 'station-1' }
const suspension = { ...of, kind: 'duty-suspension' }
const confinement = { ...of, kind: 'confinement' }
const started = told('officer-measure.started', suspension)
const ended = told('officer-measure.ended', suspension)
const decided = told('officer-measure.decided', { ...suspension, decidedBy: 'supervision' })

describeLimit('停止执行职务的期限为10日以上60日以下（第十二条）', {
  rule,
  begins: (when, heard) => [started(when, {}, heard)],
  done: (when) => ended(when),
  begin: '2026-03-02 09:00',
  last: '2026-05-02 00:00',
  past: '2026-05-02 00:01',
  tooEarly: '2011-09-30 09:00',
  lawBegins: '2011-10-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describeLimit('禁闭的期限为1日以上7日以下（第十二条）', {
  rule,
  begins: (when, heard) => [told('officer-measure.started', confinement)(when, {}, heard)],
  done: (when) => told('officer-measure.ended', confinement)(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-10 00:00',
  past: '2026-03-10 00:01',
  tooEarly: '2011-09-30 09:00',
  lawBegins: '2011-10-01 09:00',
  lawPast: '2031-01-01 00:00',
})

it('goes by the days of the decision where they are fewer, and by the law where they are more', () => {
  const of15 = [decided('2026-03-01 09:00', { days: 15 }), started('2026-03-02 09:00')]
  expect(given(rule, ...of15, ended('2026-03-18 00:00')).until('2031-01-01 00:00')).toEqual([])
  expect(given(rule, ...of15).until('2026-03-18 00:01')).toMatchObject([{ since: at('2026-03-18 00:00') }])
  const of90 = [decided('2026-03-01 09:00', { days: 90 }), started('2026-03-02 09:00')]
  expect(given(rule, ...of90).until('2026-05-02 00:01')).toMatchObject([{ since: at('2026-05-02 00:00') }])
})
