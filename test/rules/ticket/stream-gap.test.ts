import { describe, expect, it } from 'vitest'
import { streamGap as rule } from '../../../server/rules/ticket/stream-gap.ts'
import { fields, issued } from '../../support/tickets.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const gap: Moment = ['2026-03-02 09:00', 'row.gap-seen', { system: 'tickets', from: 4, to: 5, by: 'sequence' }]
const closed = (when: string): Moment => [when, 'row.gap-closed', { system: 'tickets', from: 4, by: 'sequence' }]

describe('缺号其间不可观测，由系统主管单位负责', () => {
  it('opens after the time for them to come, and not at it', () => {
    expect(given(rule, gap).until('2026-03-02 09:10')).toEqual([])
    expect(given(rule, gap).until('2026-03-02 09:11')).toMatchObject([
      { facts: { firstMissing: 4, lastMissing: 5 }, concerns: { officers: [] } },
    ])
  })
  it('finds nothing when they come in time, and ends when they come later', () => {
    expect(given(rule, gap, closed('2026-03-02 09:05')).until('2026-03-03 09:00')).toEqual([])
    expect(given(rule, gap, closed('2026-03-02 12:00')).events('2026-03-03 09:00').at(-1)).toMatchObject({
      is: 'ended',
    })
  })
})

describe('快照与先前所知不同：其间有变更没有告知，何人、何时、凭何依据不可观测', () => {
  const declared: Moment = [
    '2026-03-01 00:00',
    'row.mapping-declared',
    { system: 'tickets', owner: 'tech', tables: ['t'], unwatched: [], numbered: false },
  ]
  const was = issued('2026-03-01 10:00')
  const read = (when: string, values: object, more: object = {}): Moment => [
    when,
    'ticket.changed',
    { ticket: 't1', op: 'seen', fields: { ...fields, ...values }, ...more },
  ]
  const end = '2026-03-09 00:00'
  it('opens for the row that was changed while nobody listened, charged to the owner of the system', () => {
    const lowered = read('2026-03-02 09:00', { amountYuan: 50, plate: '宁A99999' })
    expect(given(rule, declared, was, lowered).until('2026-03-02 09:10')).toEqual([])
    expect(given(rule, declared, was, lowered).until('2026-03-02 09:11')).toMatchObject([
      {
        since: at('2026-03-02 09:00'),
        evidence: [2],
        facts: {
          system: 'tickets',
          ticket: 't1',
          field: 'amountYuan,plate',
          before: '200 | 宁A12345',
          after: '50 | 宁A99999',
          shownBy: 'snapshot',
        },
        concerns: { unit: 'tech', officers: [] },
      },
    ])
  })
  it('says nothing of a row that is as it was told, that went its ordinary course, or that nobody knew', () => {
    expect(given(rule, was, read('2026-03-02 09:00', {})).until(end)).toEqual([])
    expect(given(rule, was, read('2026-03-02 09:00', { status: 'decided', driver: 'D1' })).until(end)).toEqual([])
    expect(given(rule, read('2026-03-02 09:00', { amountYuan: 50 })).until(end)).toEqual([])
    expect(given(rule, was, read('2026-03-02 09:00', { amountYuan: 50 }, { ticket: 't2' })).until(end)).toEqual([])
  })
  it('is one finding however often the row is read, and another one when it differs again', () => {
    const twice = [read('2026-03-02 09:00', { points: 0 }), read('2026-03-03 09:00', { points: 0 })]
    expect(given(rule, was, ...twice).until(end)).toMatchObject([{ since: at('2026-03-02 09:00') }])
    const again = read('2026-03-04 09:00', { points: 1 })
    expect(given(rule, was, ...twice, again).until(end)).toMatchObject([
      { facts: { before: 3, after: 0 } },
      { since: at('2026-03-04 09:00'), facts: { before: 0, after: 1 } },
    ])
  })
  it('ends when the change is told after all, and by no other', () => {
    const gone = read('2026-03-02 09:00', { amountYuan: 50 })
    const late = (values: object): Moment => [
      '2026-03-01 23:00',
      'ticket.changed',
      { ticket: 't1', op: 'changed', fields: { ...fields, ...values } },
      '2026-03-02 12:00',
    ]
    const events = (values: object) => given(rule, was, gone, late(values)).events(end)
    expect(events({ amountYuan: 50 }).at(-1)).toMatchObject({ is: 'ended' })
    expect(events({ status: 'accepted' }).map((e) => e.is)).not.toContain('ended')
  })
})
