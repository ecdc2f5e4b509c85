import { describe, expect, it } from 'vitest'
import { decisionChanged as rule } from '../../../server/rules/ticket/decision-changed.ts'
import { audited, changes } from '../../support/tickets.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

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

describe('一份文书只作为一次改动的依据：其后的第一次，或者日志写明其文号的改动', () => {
  const again = changes('2026-03-04 09:00', { amountYuan: 50 }, { txId: '90' }, { ...decided, points: 0 })
  const since = at('2026-03-04 09:00')
  const second = (document: string, when = '2026-03-03 08:00'): Moment => [
    when,
    'ticket.decision-revoked',
    { ticket: 't1', document, unit: 'traffic', authority: 'same' },
  ]
  it('what was edited again later needs a document of its own', () => {
    expect(given(rule, revoked('same'), edited, again).until(end)).toMatchObject([
      { since, facts: { field: 'amountYuan', missing: 'document-of-its-own' } },
    ])
    expect(given(rule, revoked('same'), edited, second('撤2号'), again).until(end)).toEqual([])
  })
  it('two documents cover two changes, and a third one not; one told twice is one', () => {
    const both = [revoked('same'), second('撤2号', '2026-03-02 08:30')]
    const third = changes('2026-03-05 09:00', { plate: '宁A2' }, { txId: '91' }, decided)
    expect(given(rule, ...both, edited, again).until(end)).toEqual([])
    expect(given(rule, ...both, edited, again, third).until(end)).toMatchObject([{ since: at('2026-03-05 09:00') }])
    expect(given(rule, revoked('same'), second('撤1号', '2026-03-02 08:30'), edited, again).until(end)).toMatchObject([
      { since },
    ])
  })
  it('a change whose log names the document is carried out by it, also as the second one', () => {
    const named = (txId: string, document: string, when: string) =>
      audited(when, { txId, tickets: ['t1'], action: 'revoke', document })
    expect(given(rule, revoked('same'), edited, again, named('90', '撤1号', '2026-03-04 09:00')).until(end)).toEqual([])
    expect(
      given(rule, revoked('same'), edited, again, named('90', '撤9号', '2026-03-04 09:00')).until(end),
    ).toMatchObject([{ since }])
    // The first one names the second document: the older one is left for the next.
    const first = [edited, named('80', '撤2号', '2026-03-02 09:00')]
    expect(given(rule, revoked('same'), second('撤2号', '2026-03-02 08:30'), ...first, again).until(end)).toEqual([])
  })
  it('an edit before the document is not its carrying out, and one without power orders nothing', () => {
    const early = changes('2026-03-01 09:00', { points: 0 }, { txId: '70' }, decided)
    expect(given(rule, early, revoked('same'), edited).until(end)).toMatchObject([{ since: at('2026-03-01 09:00') }])
    expect(given(rule, revoked('other'), edited, second('撤2号'), again).until(end)).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { missing: 'authority' } },
    ])
  })
  it('of another ticket it says nothing', () => {
    const elsewhere = changes('2026-03-02 08:30', { points: 0 }, { ticket: 't2', txId: '60' }, decided)
    expect(given(rule, elsewhere, revoked('same'), edited).until(end)).toMatchObject([{ subject: 't2#60' }])
  })
})
