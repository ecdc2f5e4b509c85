import { expect, it } from 'vitest'
import { complaintNotAttended as rule } from '../../../server/rules/complaint/not-attended.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const received = told('complaint.received', {
  complaint: 't1',
  channel: 'hotline',
  unit: 'station-1',
  officers: ['o1'],
  from: at('2026-03-02 08:50'),
  to: at('2026-03-02 08:50'),
  happeningNow: true,
})
const attended = told('complaint.attended', { complaint: 't1', by: ['d1', 'd2'] })

describeLimit('对群众投诉的正在发生的违法违纪行为，应当及时出警（第九条）', {
  rule,
  begins: (when, heard) => [received(when, {}, heard)],
  done: (when) => attended(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-02 09:30',
  past: '2026-03-02 09:31',
  tooEarly: '2011-09-30 09:00',
  lawBegins: '2011-10-01 09:00',
  lawPast: '2031-01-01 00:00',
  unmoved: [told('complaint.fed-back', { complaint: 't1' })('2026-03-02 09:10')],
})

const found = (...moments: Parameters<typeof given>[1][]) => given(rule, ...moments).until('2031-01-01 00:00')
it('what is over when it is told needs nobody to go', () =>
  expect(found(received('2026-03-02 09:00', { happeningNow: false }))).toEqual([]))
it('已经进入信访、行政复议或者行政诉讼程序的，移交有关部门', () =>
  expect(
    found(
      received('2026-03-02 09:00'),
      told('complaint.handed-over', { complaint: 't1', procedure: 'litigation' })('2026-03-02 09:20'),
    ),
  ).toEqual([]))
it('stands under no unit: the one complained of does not read it', () =>
  expect(found(received('2026-03-02 09:00'))).toMatchObject([{ concerns: { unit: null, officers: [] } }]))
