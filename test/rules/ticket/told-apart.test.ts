import { describe, expect, it } from 'vitest'
import { ticketAltered } from '../../../server/rules/ticket/altered.ts'
import { cancelledWithoutGround } from '../../../server/rules/ticket/cancelled-without-ground.ts'
import { decidedLate } from '../../../server/rules/ticket/decided-late.ts'
import { decisionChanged } from '../../../server/rules/ticket/decision-changed.ts'
import { ticketDeleted } from '../../../server/rules/ticket/deleted.ts'
import { generalProcedureTwoOfficers } from '../../../server/rules/ticket/general-procedure-two-officers.ts'
import { objectionExamined } from '../../../server/rules/ticket/objection-examined.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const end = '2026-03-20 00:00'
const row = (when: string, op: string, fields: object, more: object = {}): Moment => [
  when,
  'ticket.changed',
  { ticket: 't1', op, fields: { unit: 'traffic', ...fields }, ...more },
]
const log = (when: string, more: object = {}): Moment => [
  when,
  'ticket.audited',
  { tickets: ['t1'], action: 'cancel', account: 'zhang', ground: 3, proofs: ['p'], ...more },
]
const issued = (status: string) => row('2026-03-01 10:00', 'issued', { status, amountYuan: 200, plate: '宁A1' })
const cancelled = row('2026-03-02 09:00', 'changed', { status: 'cancelled' })
const unlogged = [{ facts: { missing: 'audit' } }]

describe('经核实的，应当自核实之日起三日内予以消除：日志不报事务号的，以它点名的罚单和时间相认（第二十二条）', () => {
  it.each(['08:50', '09:00', '09:10'])('a log entry of %s that names the ticket is the change’s own', (time) =>
    expect(given(cancelledWithoutGround, issued('entered'), cancelled, log(`2026-03-02 ${time}`)).until(end)).toEqual(
      [],
    ),
  )
  it.each(['08:49', '09:11'])('one of %s is another’s, and so is one of another ticket', (time) => {
    const found = (more: object, when = `2026-03-02 ${time}`) =>
      given(cancelledWithoutGround, issued('entered'), cancelled, log(when, more)).until(end)
    expect(found({})).toMatchObject(unlogged)
    expect(found({ tickets: ['t2'] }, '2026-03-02 09:00')).toMatchObject(unlogged)
    expect(found({ tickets: [] }, '2026-03-02 09:00')).toMatchObject(unlogged)
    expect(found({ system: 'other' }, '2026-03-02 09:00')).toMatchObject(unlogged)
  })
  it('where both name their transaction, nothing but the transaction joins them', () => {
    const change = row('2026-03-02 09:00', 'changed', { status: 'cancelled' }, { txId: '7' })
    const found = (txId: string | null) =>
      given(cancelledWithoutGround, issued('entered'), change, log('2026-03-02 09:00', { txId })).until(end)
    expect(found('8')).toMatchObject(unlogged)
    expect(found('7')).toEqual([])
    expect(found(null)).toEqual([])
  })
})

describe('行政处罚决定被依法变更或者撤销的：没有重复的字段，以先前所知为准', () => {
  const lowered = row('2026-03-02 09:00', 'changed', { amountYuan: 50 })
  const revoked: Moment = [
    '2026-03-01 18:00',
    'ticket.decision-revoked',
    { ticket: 't1', document: 'D1', authority: 'same' },
  ]
  it('a change that does not repeat that it was decided is a change of the decision', () => {
    expect(given(decisionChanged, issued('decided'), lowered).until(end)).toMatchObject([
      { facts: { field: 'amountYuan', before: 200, after: 50, benefits: '宁A1' }, concerns: { unit: 'traffic' } },
    ])
    expect(given(decisionChanged, issued('decided'), revoked, lowered).until(end)).toEqual([])
    expect(given(ticketAltered, issued('decided'), lowered).until(end)).toEqual([])
  })
  it('a change that names no fields changed those that differ, and only those', () => {
    expect(given(ticketAltered, issued('entered'), lowered).until(end)).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { field: 'amountYuan' } },
    ])
    const same = row('2026-03-02 09:00', 'changed', { status: 'entered', amountYuan: 200, plate: null, points: 3 })
    expect(given(ticketAltered, issued('entered'), same).until(end)).toEqual([])
    expect(given(ticketAltered, lowered).until(end)).toEqual([])
  })
  it('a field that was changed to nothing is empty from then on', () => {
    const emptied = row(
      '2026-03-02 09:00',
      'changed',
      { plate: null },
      { changes: [{ field: 'plate', before: '宁A1', after: null }] },
    )
    const filled = row('2026-03-03 09:00', 'changed', { plate: '宁A2' })
    expect(given(ticketAltered, issued('entered'), emptied, filled).until(end)).toMatchObject([
      { since: at('2026-03-02 09:00') },
    ])
  })
  it('a draft that is deleted without a word on its state was a draft', () => {
    const gone = row('2026-03-02 09:00', 'deleted', {})
    expect(given(ticketDeleted, issued('draft'), gone).until(end)).toEqual([])
    expect(given(ticketDeleted, issued('entered'), gone).until(end)).toMatchObject([{ facts: { before: 'entered' } }])
  })
})

describe('变更：以前后确有不同为准', () => {
  const changed = (field: string, before: unknown, after: unknown): Moment =>
    row('2026-03-02 09:00', 'changed', {}, { changes: [{ field, before, after }] })
  it('what is named with the same value, or the same instant written otherwise, did not change', () => {
    const told = [
      changed('amountYuan', 200, 200),
      changed('occurredAt', '2026-03-01T08:00:00+08:00', '2026-03-01T00:00:00Z'),
    ]
    for (const one of told) expect(given(ticketAltered, issued('entered'), one).until(end)).toEqual([])
    expect(
      given(
        ticketAltered,
        issued('entered'),
        changed('occurredAt', '2026-03-01T08:00:00+08:00', '2026-03-01T08:00:00Z'),
      ).until(end),
    ).toHaveLength(1)
  })
  it('a value told only by naming its field counts as told', () => {
    const status = changed('status', 'entered', 'cancelled')
    expect(given(cancelledWithoutGround, issued('entered'), status).until(end)).toMatchObject(unlogged)
    expect(given(ticketAltered, issued('entered'), status).until(end)).toEqual([])
    expect(
      given(
        decisionChanged,
        issued('entered'),
        changed('status', 'entered', 'decided'),
        row('2026-03-03 09:00', 'changed', { amountYuan: 50 }),
      ).until(end),
    ).toHaveLength(1)
  })
})

describe('应当自接受处理之时起二十四小时内作出处罚决定（第五十一条）：两个系统编号相同的记录不是同一条', () => {
  const step = (when: string, system: string, name: string, more: object = {}): Moment => [
    when,
    'ticket.step-taken',
    { system, ticket: 't1', step: name, unit: 'traffic', kind: 'general', ...more },
  ]
  const fined = { officers: ['J07', 'J09'], penalties: ['fine'], amountYuan: 500 }
  it('a decision in one is none in the other', () =>
    expect(
      given(
        decidedLate,
        step('2026-03-02 10:00', 'a', 'accepted'),
        step('2026-03-02 10:00', 'b', 'accepted'),
        step('2026-03-02 11:00', 'a', 'decided', fined),
        step('2026-03-04 11:00', 'b', 'decided', fined),
      ).until(end),
    ).toMatchObject([{ since: at('2026-03-03 10:00'), subject: 'b/t1' }]))
  it('what was signed by two in one may be signed by one in the other', () =>
    expect(
      given(
        generalProcedureTwoOfficers,
        step('2026-03-02 11:00', 'a', 'decided', fined),
        step('2026-03-02 11:00', 'b', 'decided', { ...fined, officers: ['J11'] }),
      ).until(end),
    ).toMatchObject([{ concerns: { officers: ['J11'] } }]))
  it('an objection in one is not answered in the other', () =>
    expect(
      given(
        objectionExamined,
        ['2026-01-01 00:00', 'calendar.published', { year: 2026, holidays: [], workdays: [], source: 'x' }],
        ...['a', 'b'].map((system): Moment => {
          const data = { system, ticket: 't1', objection: '1', unit: 'traffic' }
          return ['2026-03-02 10:00', 'ticket.objection-raised', data]
        }),
        [
          '2026-03-03 10:00',
          'ticket.objection-decided',
          { system: 'a', ticket: 't1', objection: '1', upheld: false, unit: 'traffic' },
        ],
      ).until(end),
    ).toMatchObject([{ since: at('2026-03-10 00:00'), subject: 'b/1' }]))
  it('a change in one is not the change of the same transaction number in the other', () => {
    const rows = ['a', 'b'].flatMap((system) => [
      row('2026-03-01 10:00', 'issued', { status: 'entered', amountYuan: 200 }, { system }),
      row('2026-03-02 09:00', 'changed', { amountYuan: 50 }, { system, txId: '7' }),
    ])
    expect(given(ticketAltered, ...rows).until(end)).toMatchObject([{ subject: 'a/t1#7' }, { subject: 'b/t1#7' }])
  })
})
