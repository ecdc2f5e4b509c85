import { objectionUnanswered as rule } from '../../../server/rules/supervision/objection-unanswered.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'

const objected = (step: string) => told('supervision-decision.objected', { objection: 'f1', unit: 'supervision', step })
const answered = told('supervision-decision.answered', { objection: 'f1' })

describeLimit('申请复核的，十日内作出复核决定（实施办法第四十六条）', {
  rule,
  begins: (when, heard) => [objected('re-check')(when, {}, heard)],
  done: (when) => answered(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-13 00:00',
  past: '2026-03-13 00:01',
  tooEarly: '2011-09-30 09:00',
  lawBegins: '2011-10-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describeLimit('向上一级申诉的，一个月内答复（实施办法第四十七条）', {
  rule,
  begins: (when, heard) => [objected('appeal')(when, {}, heard)],
  done: (when) => answered(when),
  begin: '2026-01-31 09:00',
  last: '2026-03-01 00:00',
  past: '2026-03-01 00:01',
  tooEarly: '2011-09-30 09:00',
  lawBegins: '2011-10-01 09:00',
  lawPast: '2031-01-01 00:00',
})
