import { describe, expect, it } from 'vitest'
import { order, roster } from '../support/patrol.ts'
import { at, known, type Moment } from '../support/timeline.ts'

const of = { case: 'c1', unit: 's1' }
const seized = (item: string): Moment => [
  '2026-03-02 10:00',
  'property.seized',
  { item, ...of, type: 'criminal', how: 'seizure', officers: ['o1'], list: 'l', what: 'x', place: 'scene' },
]
const band = (from: string, to: number): Moment => [
  '2026-03-01 00:00',
  'discretion-band.published',
  {
    band: 'b1',
    authority: 'x',
    enactment: '治安管理处罚法',
    edition: '2025',
    article: '第五十一条',
    pattern: 'hit',
    facts: 'x',
    fineFromYuan: 0,
    fineToYuan: to,
    validFrom: at(from),
  },
]

describe('what the register knows of cases, property and calls', () => {
  it('a case keeps its type, those named last, and its items, in whatever order they are told', () => {
    const { casework } = known(
      seized('i1'),
      ['2026-03-02 09:00', 'case.accepted', { ...of, type: 'criminal', acceptedBy: 'o1' }, '2026-03-02 11:00'],
      ['2026-03-02 12:00', 'case.assigned', { ...of, officers: ['o2', 'o3'] }],
      seized('i2'),
    )
    expect(casework.case('c1')).toMatchObject({ type: 'criminal', officers: ['o2', 'o3'] })
    expect(casework.itemsOf('c1')).toEqual(['i1', 'i2'])
    expect(casework.case('c1')?.acceptedAt).toBe(at('2026-03-02 09:00'))
  })
  it('officers are replaced by whom an assignment names, not by one heard late', () => {
    const assigned = (when: string, officers: string[], heard?: string): Moment => [
      when,
      'case.assigned',
      { ...of, officers },
      heard,
    ]
    const accepted: Moment = ['2026-03-02 09:00', 'case.accepted', { ...of, type: 'criminal', acceptedBy: 'o1' }]
    const officers = (...moments: Moment[]) => known(...moments).casework.case('c1')?.officers
    const [first, second] = [assigned('2026-03-02 12:00', ['o2']), assigned('2026-03-03 12:00', ['o3'])]
    expect(officers(accepted)).toEqual(['o1'])
    expect(officers(accepted, first, second)).toEqual(['o3'])
    expect(officers(second, assigned('2026-03-02 12:00', ['o2'], '2026-03-04 12:00'))).toEqual(['o3'])
    expect(officers(second, [...accepted.slice(0, 3), '2026-03-04 12:00'] as unknown as Moment)).toEqual(['o3'])
  })
  it('an order is told by the car itself and by the officers who ride in it by the roster', () => {
    const { casework } = known(...roster, order('2026-03-02 10:00'))
    expect(casework.ordersWatching('vehicle/v1')).toEqual(['x1'])
    expect(casework.ordersWatching('officer/o1')).toEqual(['x1'])
    expect(casework.order('x1')).toMatchObject({ unit: 's1', watched: { 'officer/o2': 'vehicle/v1' } })
    expect(casework.ordersOf('i1')).toEqual(['x1'])
  })
  it('a call put right keeps what nobody corrected', () => {
    const { casework } = known(
      ['2026-03-02 10:00', 'call.received', { incident: 'i1', channel: '110', area: 'urban', urgency: 'urgent' }],
      ['2026-03-02 10:01', 'incident.reclassified', { incident: 'i1', area: 'rural' }],
    )
    expect(casework.incident('i1')).toMatchObject({ area: 'rural', urgency: 'urgent', test: false })
  })
  it('a band holds from its day until the next version of it, or until it is withdrawn', () => {
    const { casework } = known(band('2026-03-01 00:00', 500), band('2026-04-01 00:00', 900), [
      '2026-05-01 00:00',
      'discretion-band.withdrawn',
      { band: 'b1', validUntil: at('2026-06-01 00:00'), reason: 'x' },
    ])
    const most = (when: string) => casework.bandsFor('hit', at(when)).map((v) => v.band.fineToYuan)
    expect(most('2026-03-31 23:59')).toEqual([500])
    expect(most('2026-04-01 00:00')).toEqual([900])
    expect(most('2026-06-01 00:00')).toEqual([])
    expect(most('2026-02-28 00:00')).toEqual([])
  })
  it('forgets what has been over for forty days', () => {
    const { casework } = known(
      ['2026-03-02 09:00', 'case.accepted', { ...of, type: 'criminal' }],
      ['2026-03-03 09:00', 'case.closed', { ...of, result: 'decided' }],
      ['2026-04-20 09:00', 'case.accepted', { case: 'c2', unit: 's1', type: 'criminal' }],
    )
    expect(casework.case('c1')).toBeUndefined()
    expect(casework.case('c2')).toBeDefined()
  })
})
