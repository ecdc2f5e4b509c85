import { describe, expect, it } from 'vitest'
import { waitsTooLong as rule } from '../../../server/rules/window/waits-too-long.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const of = { ticket: 'n1', unit: 'station-1' }
const served = (when: string, more: object = {}): Moment => [
  when,
  'queue.ticket-served',
  { ...of, window: 'w1', ...more },
]

describeLimit('窗口办事及时（取号后的等候时间为本局设定）', {
  rule,
  begins: (when, heard) => [[when, 'queue.ticket-taken', { ...of, business: '身份证' }, heard] as Moment],
  done: served,
  begin: '2026-03-06 09:00',
  last: '2026-03-06 09:45',
  past: '2026-03-06 09:46',
  tooEarly: '2021-12-27 22:00',
  lawBegins: '2021-12-28 00:00',
  lawPast: '2021-12-28 00:46',
  // Another ticket was served.
  unmoved: [served('2026-03-06 09:10', { ticket: 'n2' })],
})

describe('what the finding shows', () => {
  const taken: Moment = ['2026-03-06 09:00', 'queue.ticket-taken', { ...of, business: '身份证' }]
  const gone = (when: string): Moment => [when, 'queue.ticket-abandoned', { ...of, reason: 'left' }]
  it('the ticket, its business and the unit of the hall, of no person', () =>
    expect(given(rule, taken).until('2026-03-06 10:00')).toMatchObject([
      {
        evidence: [0],
        facts: { ticket: 'n1', business: '身份证' },
        concerns: { unit: 'station-1', officers: [] },
      },
    ]))
  it('whoever gave up waits no longer', () => {
    expect(given(rule, taken, gone('2026-03-06 09:45')).until('2026-03-06 12:00')).toEqual([])
    expect(given(rule, taken, gone('2026-03-06 09:46')).until('2026-03-06 12:00')).toHaveLength(1)
  })
})
