import type { ZoneView } from '../contract/views.ts'
import type { Register, Zone } from '../domain/register.ts'
import type { Instant } from '../domain/time.ts'

const viewOf = (value: Zone, from: Instant, until: Instant | undefined): ZoneView => {
  const { zone, kind, name, unit, polygon, routePoints, limitKmh, by, reason } = value
  return {
    id: zone,
    kind,
    name,
    unit,
    polygon,
    routePoints,
    limitKmh,
    validFrom: from,
    validUntil: until ?? null,
    by,
    reason,
  }
}

/** Every version of a zone, oldest first. */
export const zoneVersions = (register: Register, zone: string): ZoneView[] =>
  register.zoneHistory(zone).map(({ value, from, until }) => viewOf(value, from, until))

/** The zones in force at `at`. */
export const zonesAt = (register: Register, at: Instant): ZoneView[] =>
  register
    .zoneIds()
    .flatMap(
      (id) => zoneVersions(register, id).findLast((z) => z.validFrom <= at && at < (z.validUntil ?? Infinity)) ?? [],
    )
