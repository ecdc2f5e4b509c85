import { describe, expect, it } from 'vitest'
import { borrowedLogin as rule } from '../../../server/rules/ticket/borrowed-login.ts'
import { audited, changes } from '../../support/tickets.ts'
import { at, given } from '../../support/timeline.ts'

const when = '2026-03-02 09:00'
const end = '2026-03-09 00:00'
const cancelled = changes(when, { status: 'cancelled' })
const lawful = { action: 'cancel', ground: 7, proofs: ['p'] }

describe('a ticket is changed under one’s own login', () => {
  it('opens when somebody else was recognised at the terminal, however lawful the ground', () =>
    expect(given(rule, cancelled, audited(when, { ...lawful, officer: 'J09' })).until(end)).toMatchObject([
      {
        since: at(when),
        facts: { account: 'zhang', accountOf: 'J07', officer: 'J09', terminal: 'w3', missing: 'own-login' },
        concerns: { unit: 'traffic', officers: ['J09'] },
      },
    ]))
  it('finds nothing when it was the owner: the lawful twin', () =>
    expect(given(rule, cancelled, audited(when, { ...lawful, officer: 'J07' })).until(end)).toEqual([]))
  it('does not guess who sat there, and does not judge what needs no ground', () => {
    const events = given(rule, cancelled, audited(when, lawful)).events(end)
    expect(events.map((e) => e.is)).not.toContain('opened')
    const decided = changes(when, { status: 'decided', driver: 'D1' })
    expect(given(rule, decided, audited(when, { action: 'decide', officer: 'J09' })).until(end)).toEqual([])
  })
  it('waits for the log, and judges when it comes after the row', () => {
    const late = audited('2026-03-02 09:05', { ...lawful, officer: 'J09' })
    expect(given(rule, cancelled, late).until(end)).toMatchObject([{ since: at(when) }])
    const other = audited(when, { ...lawful, officer: 'J09', tickets: ['t2'] })
    expect(given(rule, cancelled, other).until(end)).toEqual([])
  })
  it('ships off: whose a login is, the bureau’s own orders say', () => {
    expect(rule.shipsOff).toBeDefined()
    expect(
      given(
        rule,
        changes('2020-04-30 09:00', { status: 'cancelled' }),
        audited('2020-04-30 09:00', { officer: 'J09' }),
      ).until('2020-05-09 00:00'),
    ).toEqual([])
  })
})
