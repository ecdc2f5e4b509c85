import { describe, expect, it } from 'vitest'
import { ticketDeleted as rule } from '../../../server/rules/ticket/deleted.ts'
import { audited, fields } from '../../support/tickets.ts'
import { given, type Moment } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const deleted = (status: string | null, more: object = {}): Moment => [
  '2026-03-02 09:00',
  'ticket.changed',
  { ticket: 't1', op: 'deleted', fields: { ...fields, status }, txId: '80', ...more },
]

describe('应当使用道路交通违法信息管理系统对违法行为信息进行管理（第六十八条）', () => {
  it('opens for a deletion, whoever logged it, and also when the row was not told', () => {
    expect(
      given(
        rule,
        deleted('entered'),
        audited('2026-03-02 09:00', { action: 'delete', ground: 7, proofs: ['p'] }),
      ).until(end),
    ).toMatchObject([{ facts: { before: 'entered', after: null, account: 'zhang', missing: 'lawful-way' } }])
    expect(given(rule, deleted(null, { beforeMissing: true })).until(end)).toHaveLength(1)
  })
  it('tells when the ticket only got another number', () =>
    expect(given(rule, deleted('entered', { renumberedTo: 't9' })).until(end)).toMatchObject([
      { facts: { missing: 'renumbered t9' } },
    ]))
  it('leaves drafts and unreviewed captures alone', () => {
    expect(given(rule, deleted('draft')).until(end)).toEqual([])
    expect(given(rule, deleted('captured')).until(end)).toEqual([])
  })
})
