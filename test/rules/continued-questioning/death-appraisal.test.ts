import { describe, expect, it } from 'vitest'
import { continuedQuestioningDeathAppraisal as rule } from '../../../server/rules/continued-questioning/death-appraisal.ts'
import { measure, notice } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const death = (when: string, of = 'death', heard?: string): Moment[] => [
  measure('continued-questioning').starts(when),
  [when, 'custody.incident', { incident: 'i1', person: 'p1', unit: 'station-1', of }, heard],
]
const step = (when: string, what: string): Moment => [
  when,
  'death.appraisal',
  { incident: 'i1', person: 'p1', unit: 'county', step: what },
]

describeLimit('在二十四小时以内委托具有鉴定资格的人员进行死因鉴定（继续盘问规定第二十五条）', {
  rule,
  begins: (when, heard) => [...death(when, 'death', heard), notice(when, 'i1', 'supervision', {}, heard)],
  done: (when) => step(when, 'entrusted'),
  begin: '2026-03-02 10:00',
  last: '2026-03-03 10:00',
  past: '2026-03-03 10:01',
  tooEarly: '2004-09-29 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-02 00:01',
  unmoved: [step('2026-03-02 12:00', 'concluded')],
})

describe('the clock is the report’s', () => {
  it('does not run before the bureau was told', () =>
    expect(given(rule, ...death('2026-03-02 10:00')).until('2026-03-05 10:00')).toEqual([]))
  it('is not about an injury', () =>
    expect(
      given(rule, ...death('2026-03-02 10:00', 'self-harm'), notice('2026-03-02 10:05', 'i1', 'supervision')).until(
        '2026-03-05 10:00',
      ),
    ).toEqual([]))
})
