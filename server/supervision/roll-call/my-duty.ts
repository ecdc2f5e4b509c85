import type { MyDutyView } from '../../contract/roll-call.ts'
import type { Register } from '../../domain/register.ts'
import { answeredAt } from '../../domain/roll-call/reconcile.ts'
import { stateOf, windowEnd } from '../../domain/roll-call/state.ts'
import type { Text } from '../../domain/text.ts'
import { hours, type Instant } from '../../domain/time.ts'

/** What is ahead of somebody is shown so far. */
const AHEAD_MS = hours(36)

const same = (name: string): Text => ({ zh: name, en: name })

/** What one officer's page shows at `now`: their own duty and calls, and nothing of anybody else. */
export const myDuty = (officer: string, now: Instant, register: Register): MyDutyView | undefined => {
  const known = register.officer(officer)
  if (!known) return undefined
  const unitName = register.unit(known.unit)?.name ?? same(known.unit)
  const watches = register.duty
    .ofOfficer(officer)
    .filter((w) => w.endsAt > now && w.startsAt < now + AHEAD_MS)
    .map((w) => ({
      id: w.duty,
      as: w.role as string,
      place: w.post === null ? null : (register.custody.room(w.post)?.name ?? same(w.post)),
      startsAt: w.startsAt,
      endsAt: w.endsAt,
    }))
  const carriers = [
    `officer/${officer}`,
    ...register
      .vehicles()
      .map((v) => `vehicle/${v.vehicle}`)
      .filter((c) => register.shiftsOf(c).some((s) => s.crew.includes(officer))),
  ]
  const shifts = carriers.flatMap((carrier) =>
    register
      .shiftsOf(carrier)
      .filter((s) => s.endsAt > now && s.startsAt < now + AHEAD_MS)
      .filter((s) => carrier.startsWith('officer/') || s.crew.includes(officer))
      .map((s) => ({
        id: `${carrier} ${s.shift}`,
        as: carrier.startsWith('vehicle/') ? 'car' : s.beat === null ? 'shift' : 'patrol',
        place: placeOf(carrier, s.beat, now, register),
        startsAt: s.startsAt,
        endsAt: s.endsAt,
      })),
  )
  // A shift says the same again when a car of theirs, or a duty, fills the same hours.
  const told = [...watches, ...shifts.filter((s) => s.as !== 'shift')]
  const plain = shifts.filter(
    (s) => s.as === 'shift' && !told.some((t) => t.startsAt < s.endsAt && s.startsAt < t.endsAt),
  )
  return {
    at: now,
    officer: { id: officer, name: known.name, unit: known.unit, unitName },
    duties: [...told, ...plain].sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1)),
    calls: register.rollCall.open().flatMap(({ cycle }) =>
      register.rollCall
        .rows(cycle)
        .filter((row) => row.officers.includes(officer) && row.channels.some((c) => c.channel === 'phone'))
        .map((row) => {
          const state = stateOf(row)
          return {
            cycle,
            target: row.target,
            post: row.post,
            state,
            until: state === 'calling' ? (windowEnd(row) ?? null) : null,
            answeredAt: answeredAt(row) ?? null,
          }
        }),
    ),
  }
}

const placeOf = (carrier: string, beat: string | null, now: Instant, register: Register): Text | null => {
  const zone = beat === null ? undefined : register.zone(beat, now)
  const car = carrier.startsWith('vehicle/') ? register.vehicle(carrier.slice('vehicle/'.length)) : undefined
  if (!car) return zone?.name ?? null
  const name = { zh: `${car.name.zh} ${car.plate}`, en: `${car.name.en} ${car.plate}` }
  return zone ? { zh: `${name.zh} · ${zone.name.zh}`, en: `${name.en} · ${zone.name.en}` } : name
}
