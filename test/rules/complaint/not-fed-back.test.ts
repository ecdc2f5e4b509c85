import { expect, it } from 'vitest'
import { complaintNotFedBack as rule } from '../../../server/rules/complaint/not-fed-back.ts'
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
const fedBack = told('complaint.fed-back', { complaint: 't1' })

describeLimit('将处理结果及时反馈投诉人（第九条）', {
  rule,
  begins: (when, heard) => [received(when, {}, heard), attended(when, {}, heard)],
  done: (when) => fedBack(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-03 09:00',
  past: '2026-03-03 09:01',
  tooEarly: '2011-09-30 09:00',
  lawBegins: '2011-10-01 09:00',
  lawPast: '2031-01-01 00:00',
})

it('runs from the visit; without one there is no result to tell', () => {
  const late = [received('2026-03-02 09:00'), attended('2026-03-02 20:00')]
  expect(given(rule, ...late).until('2026-03-03 20:00')).toEqual([])
  expect(given(rule, received('2026-03-02 09:00')).until('2031-01-01 00:00')).toEqual([])
})
it('stands under no unit: the one complained of does not read it', () =>
  expect(
    given(rule, received('2026-03-02 09:00'), attended('2026-03-02 09:20')).until('2031-01-01 00:00'),
  ).toMatchObject([{ concerns: { unit: null, officers: ['d1', 'd2'] } }]))
