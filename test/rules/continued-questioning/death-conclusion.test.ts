import { continuedQuestioningDeathConclusion as rule } from '../../../server/rules/continued-questioning/death-conclusion.ts'
import { describeLimit } from '../../support/limits.ts'
import type { Moment } from '../../support/timeline.ts'

const step = (when: string, what: string, heard?: string): Moment => [
  when,
  'death.appraisal',
  { incident: 'i1', person: 'p1', unit: 'county', step: what },
  heard,
]

describeLimit('在作出鉴定结论后三日以内将鉴定结论送达被盘问人的家属或者单位（继续盘问规定第二十五条）', {
  rule,
  begins: (when, heard) => [step(when, 'concluded', heard)],
  done: (when) => step(when, 'delivered'),
  begin: '2026-03-02 10:00',
  last: '2026-03-06 00:00',
  past: '2026-03-06 00:01',
  tooEarly: '2004-09-20 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-05 00:01',
  unmoved: [step('2026-03-03 12:00', 'entrusted')],
})
