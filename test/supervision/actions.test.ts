import { describe, expect, it } from 'vitest'
import { type Actor, actionsFor, CLAIM_GRACE_MS, findingActions, objectionTo } from '../../server/contract/actions.ts'
import { roles } from '../../server/contract/roles.ts'
import type { FindingAction } from '../../server/contract/views.ts'
import type { Grade } from '../../server/domain/finding.ts'
import { minutes } from '../../server/domain/time.ts'
import { given, type Happening, person, T0 } from './case-support.ts'

const supervisor = person('supervisor')
const other = person('supervisor', 'bureau', 'other')
const ack = [1, 'finding.acknowledged', 'supervisor'] as const
const proposal = [
  2,
  'finding.dismissal-proposed',
  'supervisor',
  { outcome: 'sensor-fault', reason: 'antenna cut' },
] as const
const why = (user: Actor, action: FindingAction, grade: Grade, ...h: Happening[]) =>
  objectionTo(user, given(grade, ...h).view, action, T0 + minutes(5))?.error

describe('what a card offers next', () => {
  it('a new finding: acknowledge, claim, note', () =>
    expect(actionsFor(supervisor, given('B').view, T0)).toEqual(['acknowledge', 'claim', 'note']))
  it('an acknowledged one: verify, dismiss, shelve', () =>
    expect(actionsFor(supervisor, given('B', ack).view, T0)).toEqual(['claim', 'verify', 'dismiss', 'shelve', 'note']))
  it('a finished one: only notes', () =>
    expect(actionsFor(supervisor, given('B', ack, proposal).view, T0)).toEqual(['note']))
  it.each(['officer', 'auditor', 'system-admin', 'security-admin'] as const)('%s: nothing, ever', (role) =>
    expect(actionsFor(person(role, 's1'), given('C', ack).view, T0)).toEqual([]),
  )
})

describe('A is dismissed by two persons, neither from the unit', () => {
  it('the proposer cannot confirm', () =>
    expect(why(supervisor, 'confirm-dismissal', 'A', ack, proposal)).toBe('same-person'))
  it('another can', () => expect(why(other, 'confirm-dismissal', 'A', ack, proposal)).toBeUndefined())
  it('a leader can', () => expect(why(person('leader'), 'confirm-dismissal', 'A', ack, proposal)).toBeUndefined())
  it('nobody from the unit proposes', () =>
    expect(why(person('supervisor', 's1', 'own'), 'dismiss', 'A', ack)).toBe('own-unit'))
  it('nobody from the unit confirms', () =>
    expect(why(person('chief', 's1', 'own'), 'confirm-dismissal', 'A', ack, proposal)).toBe('own-unit'))
  it('nobody from the unit shelves it', () =>
    expect(why(person('chief', 's1', 'own'), 'shelve', 'A', ack)).toBe('own-unit'))
  it('it cannot be closed by one as anything but substantiated', () => {
    const cleared = [2, 'finding.verified', 'supervisor', { outcome: 'cleared-by-evidence', reason: 'r' }] as const
    expect(why(supervisor, 'close', 'A', ack, cleared, [3, 'ended'])).toBe('two-persons')
    expect(why(supervisor, 'close', 'B', ack, cleared, [3, 'ended'])).toBeUndefined()
  })
  it('while a proposal waits, nothing else is decided', () => {
    for (const action of ['verify', 'dismiss', 'shelve', 'close'] as const)
      expect(why(supervisor, action, 'A', ack, proposal)).toBe('dismissal-proposed')
  })
})

describe('C is decided by the unit itself', () => {
  const unitLeader = person('unit-leader', 's1')
  it('the unit leader dismisses it', () => expect(why(unitLeader, 'dismiss', 'C', ack)).toBeUndefined())
  it.each(['A', 'B'] as const)('%s is not for the unit leader: only notes', (grade) =>
    expect(actionsFor(unitLeader, given(grade, ack).view, T0)).toEqual(['note']),
  )
  it('never of another unit', () =>
    expect(actionsFor(person('unit-leader', 's2'), given('C', ack).view, T0)).toEqual([]))
  it('never without a unit', () => expect(actionsFor(person('unit-leader', null), given('C').view, T0)).toEqual([]))
})

describe('shelving grade A needs a second person', () => {
  const asked = [2, 'finding.shelving-proposed', 'supervisor', { until: T0 + minutes(30), reason: 'r' }] as const
  it('not the same one', () => expect(why(supervisor, 'confirm-shelving', 'A', ack, asked)).toBe('same-person'))
  it('another one', () => expect(why(other, 'confirm-shelving', 'A', ack, asked)).toBeUndefined())
  it('nothing is confirmed that nobody proposed', () =>
    expect(why(other, 'confirm-shelving', 'A', ack)).toBe('nothing-proposed'))
})

describe('two operators', () => {
  const claimed = [1, 'finding.claimed', 'other', { takenOverFrom: null }] as const
  const at = (ms: number, action: FindingAction) =>
    objectionTo(supervisor, given('B', ack, claimed).view, action, T0 + minutes(1) + ms)?.error
  it.each(['verify', 'dismiss', 'shelve', 'claim'] as const)('%s waits while another holds the claim', (action) =>
    expect(at(CLAIM_GRACE_MS - 1, action)).toBe('claimed'),
  )
  it.each(['verify', 'dismiss', 'shelve', 'claim'] as const)('%s is open once the claim is stale', (action) =>
    expect(at(CLAIM_GRACE_MS, action)).toBeUndefined(),
  )
  it('what is seen is seen: acknowledging needs no claim', () =>
    expect(why(supervisor, 'acknowledge', 'B', claimed)).toBeUndefined())
})

describe('the order of things', () => {
  it.each(['verify', 'dismiss', 'shelve'] as const)('%s only after it was seen', (action) =>
    expect(why(supervisor, action, 'B')).toBe('not-acknowledged'),
  )
  it('close only after it was verified', () => expect(why(supervisor, 'close', 'B', ack)).toBe('not-verified'))
  it('close only after the condition ended', () =>
    expect(
      why(supervisor, 'close', 'B', ack, [
        2,
        'finding.verified',
        'supervisor',
        { outcome: 'substantiated', reason: 'r' },
      ]),
    ).toBe('still-active'))
})

describe('an objection says what would be right, in both languages', () => {
  const states: Happening[][] = [[], [ack], [ack, proposal], [ack, [2, 'finding.claimed', 'other', {}]]]
  const cases = roles.flatMap((role) => findingActions.map((action) => [role, action] as const))
  it.each(cases)('%s · %s', (role, action) => {
    for (const grade of ['A', 'B', 'C'] as const)
      for (const state of states) {
        const objection = objectionTo(person(role, 's1'), given(grade, ...state).view, action, T0 + minutes(5))
        if (!objection) continue
        expect(objection.message.zh).toMatch(/[一-鿿]/)
        expect(objection.message.en.length).toBeGreaterThan(10)
      }
  })
})
