import { describe, expect, it } from 'vitest'
import type { RowView } from '../../../server/contract/roll-call.ts'
import { createRegister, type Shift } from '../../../server/domain/register.ts'
import { patrolEvidence } from '../../../server/supervision/duty/presence.ts'

const AT = Date.parse('2026-03-02T21:00:00+08:00')
const shift: Shift = {
  shift: 'night',
  carrier: 'vehicle/v1',
  unit: 's1',
  beat: 'b1',
  startsAt: AT - 3_600_000,
  endsAt: AT + 3_600_000,
  crew: ['o1'],
}
type Chips = NonNullable<RowView['reconciliation']>['chips']
/** What the last roll-call, answered a minute ago, says of whether they are there. */
const saidBy = (chips: readonly Pick<Chips[number], 'source' | 'says'>[]) => {
  const verdict = chips.some((c) => c.says === 'contradicts') ? 'contradicted' : 'corroborated'
  const row = { state: 'on-behalf', since: AT - 60_000, cycle: 'rc-1', carrier: 'vehicle/v1', officers: [] }
  const rows = [{ ...row, reconciliation: { verdict, chips } } as unknown as RowView]
  const seen = { register: createRegister(), fixes: new Map(), rows, nearMetres: 500, assumedAccuracyMetres: 50 }
  return patrolEvidence(shift, AT, shift.startsAt, seen).find((e) => e.source === 'roll-call')?.says
}

describe('whether somebody is there, as the last roll-call tells', () => {
  it('an answer that nothing contradicts', () => expect(saidBy([{ source: 'site', says: 'supports' }])).toBe('present'))
  it('an answer from elsewhere', () => expect(saidBy([{ source: 'phone', says: 'contradicts' }])).toBe('absent'))
  it('an answer by somebody on leave', () => expect(saidBy([{ source: 'roster', says: 'contradicts' }])).toBe('absent'))
  it('an answer by another radio says nothing of where they are', () =>
    expect(
      saidBy([
        { source: 'device', says: 'contradicts' },
        { source: 'roster', says: 'supports' },
      ]),
    ).toBe('silent'))
})
