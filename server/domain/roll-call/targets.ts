import type { DataOf } from '../observation/index.ts'
import type { DutyRole } from '../observation/post-duty.ts'
import type { Register } from '../register.ts'
import type { Instant } from '../time.ts'
import type { RollCallPost } from './words.ts'

/** Someone to be called, as far as the roster and the devices tell it. */
export type Target = Pick<
  DataOf<'roll-call.listed'>,
  'target' | 'unit' | 'post' | 'carrier' | 'room' | 'officers' | 'channels'
>

/** What somebody is on duty as decides at which post they are called; who sits at a service window is seen there. */
const postByRole: Readonly<Partial<Record<DutyRole, RollCallPost>>> = {
  leader: 'leader',
  officer: 'officer',
  command: 'officer',
  guard: 'officer',
  standby: 'standby',
  patrol: 'patrol',
}
const order: readonly RollCallPost[] = ['leader', 'officer', 'standby', 'patrol', 'duty-room']

export const targetId = (post: RollCallPost, whom: string): string => `${post}:${whom}`

/**
 * Whom a roll-call of a unit calls at `at`: duty leader, duty officers and standby by the duty roster, cars and officers
 * on patrol by their shifts, the fixed radios of its duty rooms. Nobody is listed twice: who has a duty, or rides in a
 * car, be it another unit's, is called there. In a stable order: by post, then by name.
 */
export const targetsOf = (unit: string, at: Instant, register: Register): readonly Target[] => {
  const found = new Map<string, Target>()
  const taken = new Set<string>()
  const add = (target: Target): void => {
    if (target.officers.length > 0 && target.officers.every((o) => taken.has(o))) return
    for (const officer of target.officers) taken.add(officer)
    found.set(target.target, target)
  }
  const watches = register.duty.onDuty(unit, at)
  for (const post of order)
    for (const w of watches) if (postByRole[w.role] === post) add(person(post, w.officer, unit, w.post, register))
  const cars = register.vehicles().map((v) => `vehicle/${v.vehicle}`)
  const riders = new Set(cars.flatMap((one) => register.shiftAt(one, at)?.crew ?? []))
  for (const carrier of [...cars, ...register.officers().map((o) => `officer/${o.officer}`)]) {
    const shift = register.shiftAt(carrier, at)
    if (shift?.unit !== unit) continue
    if (carrier.startsWith('vehicle/')) add(car(carrier, unit, shift.crew, register))
    // A shift without a beat is duty in the house, until a duty roster says as what, or a car has them on board.
    else if (shift.beat !== null || !riders.has(carrier.slice('officer/'.length)))
      add(person(shift.beat === null ? 'officer' : 'patrol', carrier.slice('officer/'.length), unit, null, register))
  }
  for (const room of dutyRooms(unit, at, register)) found.set(room.target, room)
  return [...found.values()].sort(
    (a, b) => order.indexOf(a.post) - order.indexOf(b.post) || (a.target < b.target ? -1 : 1),
  )
}

type Channels = Target['channels'][number]

const radiosFor = (carriers: readonly string[], { radio }: Register): Channels[] => {
  const [first] = carriers.flatMap((c) => radio.radiosOf(c))
  return first ? [{ channel: 'radio', device: first.radio }] : []
}

const person = (post: RollCallPost, officer: string, unit: string, room: string | null, register: Register): Target => {
  const carrier = `officer/${officer}`
  return {
    target: targetId(post, carrier),
    unit,
    post,
    carrier,
    room,
    officers: [officer],
    channels: [...radiosFor([carrier], register), { channel: 'phone', device: null }],
  }
}

const car = (carrier: string, unit: string, crew: readonly string[], register: Register): Target => {
  const terminal = register.devices().find((d) => d.carrier === carrier && d.device.startsWith('jt808:'))
  return {
    target: targetId('patrol', carrier),
    unit,
    post: 'patrol',
    carrier,
    room: null,
    officers: crew,
    channels: [
      ...radiosFor([carrier, ...crew.map((o) => `officer/${o}`)], register),
      ...(terminal ? [{ channel: 'vehicle', device: terminal.device } as const] : []),
      ...(crew.length > 0 ? [{ channel: 'phone', device: null } as const] : []),
    ],
  }
}

/** A fixed radio stands for whoever is on duty there; a unit whose duty nobody knows is called all the same. */
const dutyRooms = (unit: string, at: Instant, register: Register): Target[] =>
  register.radio.radios().flatMap(({ radio, post: room, carrier, unit: keeper }) => {
    if (room === null || carrier !== null || (register.custody.room(room)?.unit ?? keeper) !== unit) return []
    const watches = register.duty.onDuty(unit, at).filter((w) => w.role === 'leader' || w.role === 'officer')
    return [
      {
        target: targetId('duty-room', radio),
        unit,
        post: 'duty-room' as const,
        carrier: null,
        room,
        officers: watches.map((w) => w.officer),
        channels: [{ channel: 'radio' as const, device: radio }],
      },
    ]
  })
