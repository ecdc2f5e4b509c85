import { waitsTooLong as rule } from '../../../server/rules/window/waits-too-long.ts'
import { describeLimit } from '../../support/limits.ts'
import type { Moment } from '../../support/timeline.ts'

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
