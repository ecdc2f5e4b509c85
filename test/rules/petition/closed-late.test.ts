import { describe, expect, it } from 'vitest'
import { petitionClosedLate as rule } from '../../../server/rules/petition/closed-late.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = { petition: 'x1', unit: 'station-1' }
const accepted = told('petition.accepted', { ...of, byOpinion: true })
const prolonged = told('petition.prolonged', { ...of, days: 30, byHead: true, told: true })

describeLimit('自受理之日起60日内办结（第三十四条）', {
  rule,
  begins: (when, heard) => [accepted(when, {}, heard)],
  done: (when) => told('petition.closed', of)(when),
  begin: '2026-03-02 09:00',
  last: '2026-05-02 00:00',
  past: '2026-05-02 00:01',
  tooEarly: '2022-04-30 09:00',
  lawBegins: '2022-05-01 09:00',
  lawPast: '2031-01-01 00:00',
  // Not by the head, its reason not told, or after the sixty days: no prolongation.
  unmoved: [
    prolonged('2026-04-20 09:00', { byHead: false }),
    prolonged('2026-04-21 09:00', { told: false }),
    prolonged('2026-05-02 00:01'),
  ],
})

describe('经本机关、单位负责人批准，可以适当延长，但延长期限不得超过30日，并告知信访人延期理由', () => {
  const found = (until: string, ...more: readonly Moment[]) =>
    given(rule, accepted('2026-03-02 09:00'), ...more).until(until)
  it.each([
    [10, '2026-05-12 00:00'],
    [30, '2026-06-01 00:00'],
    [45, '2026-06-01 00:00'],
  ])('%i days', (days, end) => {
    const more = prolonged('2026-04-20 09:00', { days })
    expect(found(end, more)).toEqual([])
    expect(found(`${end.slice(0, -1)}1`, more)).toMatchObject([{ since: at(end) }])
  })
  it('once only', () =>
    expect(found('2026-06-02 00:00', prolonged('2026-04-20 09:00'), prolonged('2026-05-20 09:00'))).toHaveLength(1))
  it('matters that go to another procedure are not closed by an opinion', () =>
    expect(given(rule, accepted('2026-03-02 09:00', { byOpinion: false })).until('2031-01-01 00:00')).toEqual([]))
})
