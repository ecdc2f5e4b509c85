import { describe, expect, it } from 'vitest'
import type { DataOf, ObservationKind } from '../../../server/domain/observation/index.ts'
import { createRegister } from '../../../server/domain/register.ts'
import { REMEMBERED_MS } from '../../../server/domain/remembered.ts'
import { days, hours } from '../../../server/domain/time.ts'

const T = Date.parse('2026-03-02T00:00:00+08:00')
const register = () => {
  const made = createRegister()
  let seq = 0
  const tell = <K extends ObservationKind>(kind: K, at: number, data: DataOf<K>, recordedAt = at) =>
    made.apply({ seq: ++seq, recordedAt, observation: { kind, observedAt: at, data } as never })
  return { duty: made.duty, tell }
}
const assigned = (more: Partial<DataOf<'duty.assigned'>> = {}): DataOf<'duty.assigned'> => ({
  duty: 'd1',
  unit: 'u',
  role: 'officer',
  officer: 'o1',
  post: 'room',
  startsAt: T + hours(8),
  endsAt: T + hours(20),
  backup: null,
  ...more,
})

describe('who is on duty, in which role, at an instant', () => {
  it('the beginning is included, the end is the next watch’s', () => {
    const { duty, tell } = register()
    tell('duty.assigned', T, assigned())
    const at = (h: number) => duty.onDuty('u', T + hours(h)).map((w) => w.officer)
    expect([at(7.99), at(8), at(19.99), at(20)]).toEqual([[], ['o1'], ['o1'], []])
    expect(duty.onDuty('u', T + hours(9), 'leader')).toEqual([])
    expect(duty.atPost('u', 'room', T + hours(9))).toHaveLength(1)
  })

  it('a swap half-way divides the duty, and each part tells from when its officer knew', () => {
    const { duty, tell } = register()
    tell('duty.assigned', T, assigned())
    tell('duty.swapped', T + hours(12), {
      duty: 'd1',
      unit: 'u',
      from: 'o1',
      to: 'o2',
      sinceAt: T + hours(14),
      approvedBy: null,
    })
    expect(duty.watches('d1')).toMatchObject([
      { officer: 'o1', startsAt: T + hours(8), endsAt: T + hours(14), assignedAt: T },
      { officer: 'o2', startsAt: T + hours(14), endsAt: T + hours(20), assignedAt: T + hours(12) },
    ])
    expect(duty.dutyOf('o2', T + hours(15))).toHaveLength(1)
    expect(duty.dutyOf('o1', T + hours(15))).toEqual([])
  })

  it('a swap heard before the duty, and a cancellation, hold whatever order they came in', () => {
    const { duty, tell } = register()
    tell('duty.swapped', T + hours(1), { duty: 'd1', unit: 'u', from: 'o1', to: 'o2', sinceAt: null, approvedBy: null })
    tell('duty.assigned', T, assigned(), T + hours(2))
    expect(duty.onDuty('u', T + hours(9)).map((w) => w.officer)).toEqual(['o2'])
    tell('duty.cancelled', T + hours(3), { duty: 'd1', unit: 'u', reason: '' })
    expect(duty.onDuty('u', T + hours(9))).toEqual([])
    tell('duty.assigned', T + hours(4), assigned({ officer: 'o3' }))
    expect(duty.onDuty('u', T + hours(9)).map((w) => w.officer)).toEqual(['o3'])
    tell('duty.assigned', T + hours(3), assigned({ officer: 'o4' }), T + hours(5))
    expect(duty.onDuty('u', T + hours(9)).map((w) => w.officer)).toEqual(['o3'])
  })

  it('what is over is forgotten, and only that', () => {
    const { duty, tell } = register()
    tell('duty.assigned', T, assigned())
    tell('duty.assigned', T + days(30), assigned({ duty: 'd2', startsAt: T + days(30), endsAt: T + days(31) }))
    expect(duty.ofUnit('u')).toHaveLength(2)
    const later = T + hours(20) + REMEMBERED_MS + 1
    tell('duty.assigned', later, assigned({ duty: 'd3', startsAt: later, endsAt: later + 1 }))
    expect(duty.ofUnit('u').map((w) => w.duty)).toEqual(['d2', 'd3'])
    expect(duty.ofOfficer('o1').map((w) => w.duty)).toEqual(['d2', 'd3'])
  })
})

describe('leave, leaders, sign-ins and posted hours at an instant', () => {
  it('leave ends when it is withdrawn', () => {
    const { duty, tell } = register()
    const leave = { leave: 'l', officer: 'o1', kind: 'annual', startsAt: T, endsAt: T + days(5) } as const
    tell('leave.approved', T, { ...leave, by: null, outOfArea: true })
    tell('leave.withdrawn', T + days(3), { leave: 'l', officer: 'o1' })
    expect(duty.leaveAt('o1', T + days(2))).toMatchObject({ outOfArea: true })
    expect(duty.leaveAt('o1', T + days(3))).toBeUndefined()
  })

  it('a leader leads until the appointment ends', () => {
    const { duty, tell } = register()
    const one = { appointment: 'a', officer: 'o1', unit: 'u', office: 'chief', startsAt: T } as const
    tell('leader.appointed', T, { ...one, endsAt: null })
    tell('leader.appointed', T + days(1), { ...one, endsAt: T + days(2) })
    expect(duty.leaders('u', T + days(1)).map((l) => l.data.officer)).toEqual(['o1'])
    expect(duty.leaders('u', T + days(2))).toEqual([])
  })

  it('the last sign before the instant counts, whichever was heard first', () => {
    const { duty, tell } = register()
    const sign = { duty: null, officer: 'o1', unit: 'u', post: null, by: 'face', device: null } as const
    tell('duty.signed-out', T + hours(2), sign)
    tell('duty.signed-in', T, sign, T + hours(3))
    expect(duty.signedIn('o1', T + hours(1))).toMatchObject({ on: true })
    expect(duty.signedIn('o1', T + hours(2))).toMatchObject({ on: false })
    expect(duty.signedIn('o1', T - 1)).toBeUndefined()
  })

  it('an absence lasts until the return is told', () => {
    const { duty, tell } = register()
    const of = { absence: 'a', officer: 'o1', unit: 'u', post: 'room' }
    tell('post.absence-reported', T, { ...of, duty: null, reason: '送医', to: null, substitute: 'o2', until: null })
    expect(duty.absenceAt('o1', T + hours(1))).toBeDefined()
    tell('post.absence-ended', T + hours(1), of)
    expect(duty.absenceAt('o1', T + hours(1) + 1)).toBeUndefined()
  })

  it('hours hold from when they were posted', () => {
    const { duty, tell } = register()
    const posted = { window: 'w', unit: 'u', name: { zh: '窗口', en: 'Window' }, holidaysClosed: true, exceptions: [] }
    tell('window.hours-posted', T, { ...posted, weekly: [] })
    tell('window.hours-posted', T + days(1), {
      ...posted,
      weekly: [{ day: 1, hours: [{ from: '09:00', to: '12:00' }] }],
    })
    expect(duty.window('w', T + 1)?.data.weekly).toEqual([])
    expect(duty.window('w', T + days(1))?.data.weekly).toHaveLength(1)
    expect(duty.window('w', T - 1)).toBeUndefined()
  })
})
