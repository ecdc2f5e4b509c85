import { describe, expect, it } from 'vitest'
import { pointsForOthers as rule } from '../../../server/rules/ticket/points-for-others.ts'
import { fields } from '../../support/tickets.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const end = '2026-04-20 00:00'
/** A camera record of another plate, decided against driver D1. */
const charged = (n: number, when: string, more: object = {}, heard?: string): Moment => [
  when,
  'ticket.changed',
  {
    ticket: `t${n}`,
    op: 'changed',
    fields: { ...fields, plate: `宁A0000${n}`, driver: 'D1', status: 'decided', ...more },
    changes: [
      { field: 'status', before: 'entered', after: 'decided' },
      { field: 'driver', before: null, after: 'D1' },
    ],
    txId: `x${n}`,
  },
  heard,
]
const identified = (n: number, proofs: string[] = ['租赁合同']): Moment => [
  '2026-03-01 08:00',
  'ticket.driver-identified',
  { ticket: `t${n}`, driver: 'D1', unit: 'traffic', proofs },
]
const three = [charged(1, '2026-03-02 09:00'), charged(2, '2026-03-05 09:00'), charged(3, '2026-03-09 09:00')]

describe('串通他人代替实际机动车驾驶人接受交通违法行为处罚和记分的（记分管理办法第三十三条）', () => {
  it('opens with the points for a fourth vehicle within thirty days, and shows each', () =>
    expect(given(rule, ...three, charged(4, '2026-03-12 09:00')).until(end)).toMatchObject([
      {
        since: at('2026-03-12 09:00'),
        evidence: [0, 1, 2, 3],
        facts: { plates: 4, tickets: 4, points: 12, limit: 3, days: 30, missing: 'driver-identified' },
        concerns: { unit: 'traffic' },
      },
    ]))
  it('finds nothing at three, however often: the lawful twin', () => {
    expect(given(rule, ...three).until(end)).toEqual([])
    const again = charged(3, '2026-03-10 09:00', { plate: '宁A00003' })
    expect(given(rule, ...three, again, charged(5, '2026-03-11 09:00', { plate: '宁A00001' })).until(end)).toEqual([])
  })
  it('finds nothing when a driver was established with proof, and not without', () => {
    expect(given(rule, identified(2), ...three, charged(4, '2026-03-12 09:00')).until(end)).toEqual([])
    expect(given(rule, identified(2, []), ...three, charged(4, '2026-03-12 09:00')).until(end)).toHaveLength(1)
  })
  it('counts thirty days, the last one excluded', () => {
    expect(given(rule, ...three, charged(4, '2026-04-01 08:59')).until(end)).toHaveLength(1)
    expect(given(rule, ...three, charged(4, '2026-04-01 09:00')).until(end)).toEqual([])
  })
  it('does not count what bears no points, has no plate, is no camera’s, or is another driver’s', () => {
    for (const more of [{ points: 0 }, { plate: null }, { kind: 'simple' }, { driver: 'D2' }])
      expect(given(rule, ...three, charged(4, '2026-03-12 09:00', more)).until(end)).toEqual([])
  })
  it('counts a change that does not repeat what was told of the record before', () => {
    const told = (op: string, when: string, more: object): Moment => [
      when,
      'ticket.changed',
      { ticket: 't4', op, fields: more },
    ]
    const record = told('issued', '2026-03-11 09:00', { ...fields, plate: '宁A00004' })
    const decided = told('changed', '2026-03-12 09:00', { driver: 'D1', status: 'decided' })
    expect(given(rule, ...three, record, decided).until(end)).toMatchObject([{ facts: { plates: 4, points: 12 } }])
    expect(given(rule, ...three, record, told('changed', '2026-03-12 09:00', { points: 0 })).until(end)).toEqual([])
  })
  it('a payment is no new charge', () => {
    const paid: Moment = [
      '2026-03-12 09:00',
      'ticket.changed',
      {
        ticket: 't4',
        op: 'changed',
        fields: { ...fields, plate: '宁A00004', driver: 'D1', status: 'paid' },
        changes: [{ field: 'status', before: 'decided', after: 'paid' }],
        txId: 'x4',
      },
    ]
    expect(given(rule, ...three, paid).until(end)).toEqual([])
  })
  it('dates it truly when the rows are heard of late, and judges nothing from before the points rules', () => {
    const late = [1, 2, 3, 4].map((n) => charged(n, `2026-03-0${n} 09:00`, {}, '2026-04-10 00:00'))
    expect(given(rule, ...late).until(end)).toMatchObject([
      { since: at('2026-03-04 09:00'), openedAt: at('2026-04-10 00:00') },
    ])
    const old = [1, 2, 3, 4].map((n) => charged(n, `2022-03-0${n} 09:00`))
    expect(given(rule, ...old).until('2022-05-01 00:00')).toEqual([])
  })
})
