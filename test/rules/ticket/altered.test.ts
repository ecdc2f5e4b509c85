import { describe, expect, it } from 'vitest'
import { ticketAltered as rule } from '../../../server/rules/ticket/altered.ts'
import { audited, changes, fields, issued, objection } from '../../support/tickets.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const lowered = changes('2026-03-02 09:00', { amountYuan: 50 })

describe('擅自改变行政处罚种类、幅度的（行政处罚法第七十六条）', () => {
  it('tells field, before and after, who, whose login, from where, how long after issue, who gains, what is missing', () =>
    expect(given(rule, issued('2026-03-01 09:00'), lowered, audited('2026-03-02 09:01')).until(end)).toMatchObject([
      {
        id: `ticket.altered/t1#80/${at('2026-03-02 09:00')}`,
        since: at('2026-03-02 09:00'),
        openedAt: at('2026-03-02 09:01'),
        evidence: [1, 2],
        facts: {
          field: 'amountYuan',
          before: 200,
          after: 50,
          account: 'zhang',
          accountOf: 'J07',
          terminal: 'w3',
          ip: '10.0.0.3',
          sinceIssueMs: 86_400_000,
          benefits: '宁A12345',
          missing: 'ground',
        },
        concerns: { unit: 'traffic', officers: ['J07'] },
      },
    ]))
  it('joins the log entry by its transaction, whichever comes first', () => {
    const first = given(rule, audited('2026-03-02 08:59', { ground: 7, proofs: ['p'] }), lowered).until(end)
    expect(first).toEqual([])
    const other = given(rule, audited('2026-03-02 08:59', { ground: 7, proofs: ['p'], txId: '81' }), lowered).until(end)
    expect(other).toMatchObject([{ facts: { missing: 'audit' } }])
  })
  it('waits ten minutes for the log, and not a moment longer', () => {
    expect(given(rule, lowered).until('2026-03-02 09:10')).toEqual([])
    expect(given(rule, lowered).until('2026-03-02 09:11')).toMatchObject([
      { facts: { missing: 'audit', account: null } },
    ])
  })
  it.each([
    ['plate', '宁A99999'],
    ['violationCode', '1048'],
    ['points', 0],
    ['occurredAt', at('2026-02-01 08:00')],
    ['status', 'captured'],
  ])('protects %s', (field, value) =>
    expect(given(rule, changes('2026-03-02 09:00', { [field]: value })).until(end)).toMatchObject([
      { facts: { field } },
    ]),
  )
  it('is lawful by an objection upheld, or by a ground with proof; not by one of the two alone', () => {
    expect(given(rule, objection('2026-03-02 08:00'), lowered).until(end)).toEqual([])
    expect(given(rule, objection('2026-03-02 08:00', false), lowered).until(end)).toHaveLength(1)
    const ground = (more: object) => given(rule, lowered, audited('2026-03-02 09:00', more)).until(end)
    expect(ground({ ground: 7, proofs: ['p'] })).toEqual([])
    expect(ground({ ground: 9, proofs: ['p'] })).toMatchObject([{ facts: { missing: 'ground' } }])
    expect(ground({ ground: 7 })).toMatchObject([{ facts: { missing: 'proof' } }])
  })
  it('leaves the ordinary course alone: what was empty is filled, the status goes on, captures are reviewed', () => {
    expect(given(rule, changes('2026-03-02 09:00', { status: 'decided', driver: 'D1' })).until(end)).toEqual([])
    expect(
      given(rule, changes('2026-03-02 09:00', { plate: '宁A99999' }, {}, { status: 'captured' })).until(end),
    ).toEqual([])
  })
  it('a row whose before was not told is neither changed nor unchanged: nothing opens', () =>
    expect(given(rule, changes('2026-03-02 09:00', {}, { beforeMissing: true })).until(end)).toEqual([]))
  it('a row that is read anew and differs was changed, nobody knows by whom and why: that is unknown and no alteration', () => {
    const read = (values: object): Moment => [
      '2026-03-02 09:00',
      'ticket.changed',
      { ticket: 't1', op: 'seen', fields: { ...fields, ...values } },
    ]
    const verdict = (values: object) =>
      given(rule, issued('2026-03-01 09:00'), read(values)).verdict(end, `t1#${at('2026-03-02 09:00')}`)
    expect(verdict({ amountYuan: 50 })).toMatchObject({
      is: 'unknown',
      missing: 'the change: a row read anew differs from what was told',
    })
    expect(verdict({})).toBeUndefined()
  })
  it('ends when the objection turns out to have been upheld', () => {
    const late = objection('2026-03-02 08:00')
    const events = given(rule, lowered, [late[0], late[1], late[2] ?? {}, '2026-03-02 12:00']).events(end)
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('judges a late row by its own day, and nothing before 2020-05-01', () => {
    const late = changes('2026-03-02 09:00', { amountYuan: 50 }, {}, {}, '2026-03-05 09:00')
    expect(given(rule, late).until(end)).toMatchObject([{ since: at('2026-03-02 09:00') }])
    expect(given(rule, changes('2020-04-30 23:59', { amountYuan: 50 })).until(end)).toEqual([])
  })
})
