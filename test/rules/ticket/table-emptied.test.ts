import { describe, expect, it } from 'vitest'
import { ticketTableEmptied as rule } from '../../../server/rules/ticket/table-emptied.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const end = '2026-03-20 00:00'
const emptied = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'ticket.table-emptied',
  { system: 'tickets', table: 'public.vio_ticket', ...more },
  heard,
]
const declared: Moment = [
  '2026-03-01 09:00',
  'row.mapping-declared',
  { system: 'tickets', owner: 'tech', tables: ['public.vio_ticket'], unwatched: [], numbered: true },
]

describe('应当使用道路交通违法信息管理系统对违法行为信息进行管理（第六十八条）', () => {
  it('opens when a table is emptied, on the owner of the system and nobody else', () =>
    expect(given(rule, declared, emptied('2026-03-02 09:00', { txId: '9' })).until(end)).toMatchObject([
      {
        since: at('2026-03-02 09:00'),
        facts: { system: 'tickets', table: 'public.vio_ticket', transaction: '9' },
        concerns: { unit: 'tech', officers: [] },
      },
    ]))
  it('each time and each table anew', () =>
    expect(
      given(
        rule,
        emptied('2026-03-02 09:00'),
        emptied('2026-03-03 09:00'),
        emptied('2026-03-03 09:00', { table: 'public.vio_decision' }),
      ).until(end),
    ).toHaveLength(3))
  it('dates it truly when it is heard of late, and judges nothing from before the rule', () => {
    expect(given(rule, emptied('2026-03-02 09:00', {}, '2026-03-10 09:00')).until(end)).toMatchObject([
      { since: at('2026-03-02 09:00'), openedAt: at('2026-03-10 09:00') },
    ])
    expect(given(rule, emptied('2020-04-30 23:59')).until('2020-06-01 00:00')).toEqual([])
  })
})
