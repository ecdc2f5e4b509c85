import { letterUnanswered as rule } from '../../../server/rules/discretion/letter-unanswered.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, type Moment } from '../../support/timeline.ts'

const letter = (when: string, heard?: string): Moment =>
  told('letter.received', {
    letter: 'l1',
    unit: 'station-1',
    kind: 'urging',
    from: 'x',
    answerBy: at(when) + 5 * 86_400_000,
  })(when, {}, heard)

describeLimit('在规定时限内报送纠正情况（第二十七条）', {
  rule,
  begins: (when, heard) => [letter(when, heard)],
  done: (when) => told('letter.answered', { letter: 'l1', unit: 'station-1' })(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-07 09:00',
  past: '2026-03-07 09:01',
  tooEarly: '2026-01-31 09:00',
  lawBegins: '2026-02-01 09:00',
  lawPast: '2031-01-01 00:00',
})
