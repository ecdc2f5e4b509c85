import { describe, expect, it } from 'vitest'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { createRegister } from '../../../server/domain/register.ts'
import { targetsOf } from '../../../server/domain/roll-call/targets.ts'
import { DAY, duty, radioName, radioOf, reference, unitAt } from '../../support/roll-call.ts'
import { at, type Moment } from '../../support/timeline.ts'

const told = (...moments: readonly Moment[]) => {
  const register = createRegister()
  for (const [seq, [happened, kind, data = {}]] of moments.entries()) {
    const parsed = parseObservation({ kind, observedAt: at(happened), data })
    if (parsed.is === 'fault') throw new Error(parsed.problem)
    register.apply({ seq, recordedAt: at(happened), observation: parsed.observation })
  }
  return register
}
const shift = (carrier: string, unit: string, beat: string | null, crew: readonly string[]): Moment => [
  '2026-03-01 00:00',
  'shift.scheduled',
  { shift: carrier, carrier, unit, beat, startsAt: at(`${DAY} 18:00`), endsAt: at(`${DAY} 23:00`), crew },
]
const car: Moment = [
  '2026-03-01 00:00',
  'vehicle.registered',
  { vehicle: 'v1', plate: '云Y1', unit: 's2', name: { zh: '一号车', en: 'Car 1' } },
]
const facts = reference.filter(([, kind]) => kind !== 'duty.assigned')
const evening = at(`${DAY} 20:00`)
const called = (unit: string, ...moments: readonly Moment[]) =>
  targetsOf(unit, evening, told(...facts, unitAt('s2', null), ...moments)).map((t) => t.target)

describe('whom a roll-call calls', () => {
  it('a duty by the duty roster comes before the shift of the same person', () => {
    const both = [duty('d1', 'o1', 'leader'), shift('officer/o1', 's1', null, ['o1'])]
    expect(called('s1', ...both)).toEqual(['leader:officer/o1'])
  })
  it('a shift without a beat is duty in the house, one with a beat a patrol', () => {
    expect(called('s1', shift('officer/o2', 's1', null, ['o2']))).toEqual(['officer:officer/o2'])
    expect(called('s1', shift('officer/o2', 's1', 'b1', ['o2']))).toEqual(['patrol:officer/o2'])
  })
  it('who rides in a car is called in the car, also when it is another unit’s', () => {
    const own = shift('officer/o2', 's1', null, ['o2'])
    const ride = shift('vehicle/v1', 's2', 'b1', ['o3', 'o2'])
    expect(called('s1', car, own, ride)).toEqual([])
    expect(called('s2', car, own, ride)).toEqual(['patrol:vehicle/v1'])
  })
  it('standby is listed as such; who has no duty is not called', () => {
    expect(called('s1', duty('d2', 'o2', 'standby'))).toEqual(['standby:officer/o2'])
    expect(called('s1', duty('d2', 'o2', 'officer', { endsAt: at(`${DAY} 20:00`) }))).toEqual([])
  })
  it('a fixed radio is called for whoever sits there; a radio in store is not', () => {
    const fixed = radioOf(null, radioName(9), { post: 'room-1', unit: 's1' })
    const [target] = targetsOf('s1', evening, told(...facts, fixed, duty('d1', 'o1'))).filter(
      (t) => t.post === 'duty-room',
    )
    expect(target).toMatchObject({ target: `duty-room:${radioName(9)}`, room: 'room-1', officers: ['o1'] })
    expect(called('s1', radioOf(null, radioName(9), { unit: 's1' }))).toEqual([])
  })
})
