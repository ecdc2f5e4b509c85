import type { FindingBrief } from '../../contract/custody.ts'
import type { PersonView } from '../../contract/duty.ts'
import type { FindingView } from '../../contract/views.ts'
import type { Register } from '../../domain/register.ts'
import type { Text } from '../../domain/text.ts'
import type { Instant } from '../../domain/time.ts'

const same = (name: string): Text => ({ zh: name, en: name })

export const personOf = (register: Register, id: string): PersonView => ({ id, name: register.officer(id)?.name ?? id })

/** A room's name, a window's name as it was posted, or the id of what nobody registered. */
export const postOf = (register: Register, id: string, at: Instant): { readonly id: string; readonly name: Text } => ({
  id,
  name: register.custody.room(id)?.name ?? register.duty.window(id, at)?.data.name ?? same(id),
})

export const zoneOf = (register: Register, id: string, at: Instant): { readonly id: string; readonly name: Text } => ({
  id,
  name: register.zone(id, at)?.name ?? same(id),
})

export const unitName = (register: Register, unit: string): Text => register.unit(unit)?.name ?? same(unit)

/** What a car or an officer on foot is called, and the plate of a car. */
export const carrierWords = (
  register: Register,
  carrier: string,
): { readonly name: Text; readonly plate: string | null } => {
  const id = carrier.slice(carrier.indexOf('/') + 1)
  if (!carrier.startsWith('vehicle/')) return { name: same(register.officer(id)?.name ?? id), plate: null }
  const car = register.vehicle(id)
  return { name: car?.name ?? same(id), plate: car?.plate ?? null }
}

export const briefOf = ({ finding, title, active }: FindingView): FindingBrief => ({
  id: finding.id,
  rule: finding.rule,
  grade: finding.grade,
  title,
  since: finding.since,
  active,
  ends: false,
})

/** Every car and every officer that ever had a shift, with those shifts that touch a time. */
export const shiftsIn = (register: Register, from: Instant, to: Instant) =>
  [...register.vehicles().map((v) => `vehicle/${v.vehicle}`), ...register.officers().map((o) => `officer/${o.officer}`)]
    .flatMap((carrier) => register.shiftsOf(carrier))
    .filter((s) => s.startsAt < to && s.endsAt > from)
    .sort((a, b) => a.startsAt - b.startsAt || (a.carrier < b.carrier ? -1 : 1))
