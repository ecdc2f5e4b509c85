import { describe, expect, it } from 'vitest'
import type { Entry } from '../../server/domain/entry.ts'
import { parseObservation } from '../../server/domain/observation/index.ts'
import { createRegister } from '../../server/domain/register.ts'
import { closed, order, roster, shift, square, task, zone } from '../support/patrol.ts'
import { at, type Moment } from '../support/timeline.ts'

const told = (...moments: readonly Moment[]) => {
  const register = createRegister()
  moments.forEach(([happened, kind, data, heard], seq) => {
    const parsed = parseObservation({ kind, observedAt: at(happened), data })
    if (parsed.is === 'fault') throw new Error(parsed.problem)
    const entry: Entry = { seq, recordedAt: at(heard ?? happened), observation: parsed.observation }
    register.apply(entry)
  })
  return register
}
const day = '2026-03-02'
const withdrawn = (zoneId: string, when: string): Moment => [
  '2026-03-02 09:00',
  'zone.withdrawn',
  { zone: zoneId, validUntil: at(when), by: 'system', reason: 'x' },
]
const redrawn = zone('b1', 'beat', square(117, 30, 117.1, 30.1), { validFrom: at(`${day} 12:00`) })

describe('the register tells what was in force at an instant, not what is in force now', () => {
  it('keeps every version of a zone', () => {
    const register = told(...roster, redrawn, withdrawn('b1', `${day} 18:00`))
    expect(register.zone('b1', at(`${day} 11:59`))?.polygon).toEqual(square(116, 30, 116.1, 30.1))
    expect(register.zone('b1', at(`${day} 12:00`))?.polygon).toEqual(square(117, 30, 117.1, 30.1))
    expect(register.zone('b1', at(`${day} 18:00`))).toBeUndefined()
    expect(register.zone('b1', at('2026-02-01 00:00'))).toBeUndefined()
    expect(register.zoneHistory('b1')).toHaveLength(2)
    // One that never held is no version.
    expect(told(...roster, redrawn, redrawn).zoneHistory('b1')).toHaveLength(2)
  })
  it('ends a zone from the moment it is withdrawn, also one that was to be drawn anew later or to end later', () => {
    const register = told(...roster, redrawn, withdrawn('b1', `${day} 10:00`))
    expect(register.zone('b1', at(`${day} 10:00`) - 1)?.polygon).toEqual(square(116, 30, 116.1, 30.1))
    expect([10, 11, 12, 13].map((h) => register.zone('b1', at(`${day} ${h}:00`)))).toEqual(Array(4).fill(undefined))
    const sooner = told(...roster, withdrawn('b1', `${day} 18:00`), withdrawn('b1', `${day} 12:00`))
    expect(sooner.zone('b1', at(`${day} 12:00`))).toBeUndefined()
    const again = told(...roster, withdrawn('b1', `${day} 12:00`), withdrawn('b1', `${day} 18:00`))
    expect(again.zone('b1', at(`${day} 12:00`))).toBeUndefined()
  })
  it('hands out the same list of zones for as long as nothing changes', () => {
    const register = told(...roster, redrawn)
    const morning = register.zones('beat', at(`${day} 08:00`))
    expect(register.zones('beat', at(`${day} 11:59`))).toBe(morning)
    const noon = register.zones('beat', at(`${day} 12:00`))
    expect(noon).not.toBe(morning)
    expect(noon[0]?.polygon).toEqual(square(117, 30, 117.1, 30.1))
    expect(register.zones('beat', at(`${day} 08:00`))).toEqual(morning)
    expect(register.zones('beat', at('2026-02-01 00:00'))).toEqual([])
    expect(register.zones('garage', at(`${day} 08:00`))).toEqual([])
  })
  it('notices a zone drawn after the list was asked for', () => {
    const register = told(...roster)
    expect(register.zones('fuel', at(`${day} 08:00`))).toEqual([])
    const [, kind, data] = zone('f1', 'fuel', square(116, 30, 116.1, 30.1))
    const parsed = parseObservation({ kind, observedAt: 0, data })
    if (parsed.is === 'observation')
      register.apply({ seq: 99, recordedAt: at(`${day} 07:00`), observation: parsed.observation })
    expect(register.zones('fuel', at(`${day} 08:00`))).toHaveLength(1)
  })
  it('knows the shift, the order and the task of a moment, both ends included', () => {
    const register = told(
      ...roster,
      order(`${day} 10:00`),
      closed(`${day} 11:00`),
      task(`${day} 12:00`, `${day} 12:30`),
    )
    const v1 = 'vehicle/v1'
    expect([7, 8, 16].map((h) => register.shiftAt(v1, at(`${day} ${String(h).padStart(2, '0')}:00`))?.shift)).toEqual([
      undefined,
      'day',
      'day',
    ])
    expect(register.shiftAt(v1, at(`${day} 16:00`) + 1)).toBeUndefined()
    expect(register.orderAt(v1, at(`${day} 09:59`))).toBeUndefined()
    expect(register.orderAt(v1, at(`${day} 11:00`))?.order).toBe('x1')
    expect(register.orderAt(v1, at(`${day} 11:00`) + 1)).toBeUndefined()
    expect(register.taskAt(v1, at(`${day} 12:30`))?.task).toBe('t1')
    expect(register.unitOf(v1)).toBe('s1')
    expect(register.unitOf('vehicle/unknown')).toBeUndefined()
  })
  it('replaces a shift that was scheduled again, and drops one that was cancelled', () => {
    const again = told(...roster, shift(`${day} 09:00`, `${day} 17:00`))
    expect(again.shiftsOf('vehicle/v1')).toHaveLength(1)
    expect(again.shift('vehicle/v1', 'day')?.endsAt).toBe(at(`${day} 17:00`))
    const gone = told(...roster, [
      `${day} 07:00`,
      'shift.cancelled',
      { shift: 'day', carrier: 'vehicle/v1', reason: 'x' },
    ])
    expect(gone.shiftsOf('vehicle/v1')).toEqual([])
  })
  it('forgets what has been over for forty days, so that it stays bounded', () => {
    const later = shift('2026-05-01 08:00', '2026-05-01 16:00', { shift: 'may' })
    const register = told(...roster, ['2026-05-01 00:00', later[1], later[2]!])
    expect(register.shiftsOf('vehicle/v1').map((s) => s.shift)).toEqual(['may'])
  })
})
