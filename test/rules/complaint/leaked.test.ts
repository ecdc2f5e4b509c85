import { describe, expect, it } from 'vitest'
import { complaintLeaked as rule } from '../../../server/rules/complaint/leaked.ts'
import { told } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const received = told('complaint.received', {
  complaint: 't1',
  channel: 'hotline',
  unit: 'station-1',
  officers: ['o1'],
  from: at('2026-03-02 08:50'),
  to: at('2026-03-02 08:50'),
  happeningNow: true,
})
const opened = (more: object, when = '2026-03-05 10:00') =>
  told('complaint.material-opened', { complaint: 't1', opening: 'a1', action: 'viewed', ...more })(when)
const officer = (id: string, unit: string): Moment => [
  '2012-01-01 00:00',
  'officer.registered',
  { officer: id, name: '民警', unit, kind: 'officer', sex: 'female', rank: null },
]
const found = (...moments: readonly Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')

describe('不得将检举、揭发材料以及有关情况透露或者转给被检举、揭发的人员或者单位（第三十条）', () => {
  it.each<[string, object]>([
    ['supervision reads it', { by: 'd1' }],
    ['it is sent to another unit', { by: 'd1', toUnit: 'station-2', action: 'forwarded' }],
    ['nobody knows who read it', {}],
  ])('%s', (_, more) => expect(found(received('2026-03-02 09:00'), opened(more))).toEqual([]))
  it.each<[string, object]>([
    ['the officer complained of reads it', { by: 'o1' }],
    ['it is shown to them', { by: 'd1', toOfficer: 'o1', action: 'told' }],
    ['it is sent to their unit', { by: 'd1', toUnit: 'station-1', action: 'forwarded' }],
  ])('%s', (_, more) =>
    expect(found(received('2026-03-02 09:00'), opened(more))).toMatchObject([
      { since: at('2026-03-05 10:00'), facts: { times: 1 }, concerns: { unit: null } },
    ]),
  )
  it('a colleague of the unit complained of reads it; one of another unit may', () => {
    const reads = (unit: string) => found(officer('o7', unit), received('2026-03-02 09:00'), opened({ by: 'o7' }))
    expect(reads('station-1')).toHaveLength(1)
    expect(reads('station-2')).toEqual([])
  })
  it('several leaks are one finding with each as its evidence', () => {
    const twice = [opened({ by: 'o1' }), opened({ by: 'o1', opening: 'a2' }, '2026-03-06 10:00')]
    expect(found(received('2026-03-02 09:00'), ...twice)).toMatchObject([{ since: at('2026-03-05 10:00') }])
  })
  it('a leak a year later is still one', () =>
    expect(found(received('2026-03-02 09:00'), opened({ by: 'o1' }, '2027-03-01 10:00'))).toHaveLength(1))
  it('is no law before 2022-05-01', () =>
    expect(found(received('2022-04-01 09:00'), opened({ by: 'o1' }, '2022-04-30 10:00'))).toEqual([]))
})
