import { describe, expect, it } from 'vitest'
import { unusualTerminal as rule } from '../../../server/rules/ticket/unusual-terminal.ts'
import { audited, changes } from '../../support/tickets.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const when = '2026-03-09 09:00'
const end = '2026-03-16 00:00'
const cancelled = changes(when, { status: 'cancelled' })
const sat = (day: string, terminal: string, more: object = {}): Moment =>
  audited(day, { txId: `x${day}${terminal}`, action: 'view', terminal, ...more })
const there = (terminal: string, more: object = {}): Moment => audited(when, { action: 'cancel', terminal, ...more })

describe('a terminal is usual seven days after its first use', () => {
  it('opens at one that its user never used before', () =>
    expect(given(rule, sat('2026-03-02 08:00', 'w3'), cancelled, there('w9')).until(end)).toMatchObject([
      { since: at(when), facts: { terminal: 'w9', missing: 'usual-terminal' }, concerns: { officers: ['J07'] } },
    ]))
  it('finds nothing at the usual one: the lawful twin', () =>
    expect(given(rule, sat('2026-03-02 08:00', 'w3'), cancelled, there('w3')).until(end)).toEqual([]))
  it('seven days exactly are enough, a minute less is not', () => {
    const at7 = [sat('2026-02-01 08:00', 'w1'), sat('2026-03-02 09:00', 'w9'), cancelled, there('w9')]
    expect(given(rule, ...at7).until(end)).toEqual([])
    const less = [sat('2026-02-01 08:00', 'w1'), sat('2026-03-02 09:01', 'w9'), cancelled, there('w9')]
    expect(given(rule, ...less).until(end)).toHaveLength(1)
  })
  it('does not judge a new login, one without an owner, nor a terminal nobody logged', () => {
    expect(given(rule, sat('2026-03-05 08:00', 'w3'), cancelled, there('w9')).until(end)).toEqual([])
    const nobody = there('w9', { accountOf: null })
    expect(given(rule, sat('2026-03-02 08:00', 'w3'), cancelled, nobody).until(end)).toEqual([])
    const nowhere = audited(when, { action: 'cancel', terminal: null })
    expect(given(rule, sat('2026-03-02 08:00', 'w3'), cancelled, nowhere).until(end)).toEqual([])
  })
  it('goes by each person’s own log', () => {
    const others = sat('2026-03-02 08:00', 'w9', { accountOf: 'J09', account: 'li' })
    expect(given(rule, sat('2026-03-02 08:00', 'w3'), others, cancelled, there('w9')).until(end)).toHaveLength(1)
  })
  it('stays found when the terminal is used again afterwards', () => {
    const events = given(
      rule,
      sat('2026-03-02 08:00', 'w3'),
      cancelled,
      there('w9'),
      sat('2026-03-20 08:00', 'w9'),
      audited('2026-03-20 08:01', { txId: '80', terminal: 'w9' }),
    ).events('2026-03-21 00:00')
    expect(events.map((e) => e.is)).not.toContain('ended')
  })
  it('a log that comes late counts by when it was done', () => {
    const late: Moment = ['2026-03-02 08:00', 'ticket.audited', sat('2026-03-02 08:00', 'w9')[2]!, '2026-03-09 08:59']
    expect(given(rule, sat('2026-02-01 08:00', 'w3'), late, cancelled, there('w9')).until(end)).toEqual([])
  })
})
