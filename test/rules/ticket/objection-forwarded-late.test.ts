import { describe, expect, it } from 'vitest'
import { objectionForwardedLate as rule } from '../../../server/rules/ticket/objection-forwarded-late.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const of = (when: string, kind: Moment[1], more: object, heard?: string): Moment => [
  when,
  kind,
  { ticket: 't1', objection: 'y1', ...more },
  heard,
]
const raised = (when: string, placeUnit: string | null = 'elsewhere', heard?: string) =>
  of(when, 'ticket.objection-raised', { unit: 'traffic', placeUnit }, heard)

describeLimit('应当在收到当事人申请后当日 … 通知违法行为发生地（第五条）', {
  rule,
  begins: (when, heard) => [raised(when, 'elsewhere', heard)],
  done: (when) => of(when, 'ticket.objection-forwarded', { to: 'elsewhere' }),
  begin: '2026-03-06 09:00',
  last: '2026-03-07 00:00',
  past: '2026-03-07 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-02 00:01',
})

describe('处理地 … 通知违法行为发生地', () => {
  const end = '2026-04-01 00:00'
  it('nobody need be told where the place is the unit itself, or not stated', () => {
    expect(given(rule, raised('2026-03-06 09:00', 'traffic')).until(end)).toEqual([])
    expect(given(rule, raised('2026-03-06 09:00', null)).until(end)).toEqual([])
  })
  it('what was decided the same day need not be forwarded any more', () => {
    const decided = of('2026-03-06 20:00', 'ticket.objection-decided', { upheld: true, unit: 'elsewhere' })
    expect(given(rule, raised('2026-03-06 09:00'), decided).until(end)).toEqual([])
  })
})
