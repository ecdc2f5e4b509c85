import { describe, expect, it } from 'vitest'
import { decisionChanged as rule } from '../../../server/rules/ticket/decision-changed.ts'
import { audited, changes } from '../../support/tickets.ts'
import { given, type Moment } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const decided = { status: 'decided', driver: 'D1' }
const edited = changes('2026-03-02 09:00', { points: 0 }, {}, decided)
const revoked = (authority: string, unit: string | null = 'traffic', when = '2026-03-02 08:00'): Moment => [
  when,
  'ticket.decision-revoked',
  { ticket: 't1', document: '撤1号', unit, authority },
]

describe('行政处罚决定被依法变更或者撤销的，相应记分应当变更或者撤销（记分管理办法第十六条）', () => {
  it('opens when points, amount or status of a decision change without a document', () => {
    expect(given(rule, edited, audited('2026-03-02 09:00')).until(end)).toMatchObject([
      { facts: { field: 'points', before: 3, after: 0, missing: 'revocation-document' } },
    ])
    expect(given(rule, changes('2026-03-02 09:00', { status: 'entered' }, {}, decided)).until(end)).toHaveLength(1)
    expect(given(rule, changes('2026-03-02 09:00', { status: 'cancelled' }, {}, decided)).until(end)).toHaveLength(1)
  })
  it('finds nothing after a document of the authority itself, a superior, reconsideration or the court', () => {
    for (const authority of ['same', 'superior', 'reconsideration', 'court'])
      expect(given(rule, revoked(authority), edited).until(end), authority).toEqual([])
  })
  it('opens for a document of nobody with that power, and for one that came afterwards', () => {
    expect(given(rule, revoked('other'), edited).until(end)).toMatchObject([{ facts: { missing: 'authority' } }])
    expect(given(rule, revoked('same', 'station-1'), edited).until(end)).toHaveLength(1)
    expect(given(rule, edited, revoked('same', 'traffic', '2026-03-03 08:00')).until(end)).toHaveLength(1)
  })
  it('leaves payment and closing alone', () => {
    expect(given(rule, changes('2026-03-02 09:00', { status: 'paid' }, {}, decided)).until(end)).toEqual([])
    expect(given(rule, changes('2026-03-02 09:00', { status: 'closed' }, {}, { status: 'paid' })).until(end)).toEqual(
      [],
    )
  })
})
