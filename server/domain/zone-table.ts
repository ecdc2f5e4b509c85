import type { DataOf } from './observation/index.ts'
import type { Instant } from './time.ts'

export type Zone = DataOf<'zone.drawn'>

/** A version of something that holds from an instant on. */
export interface Dated<T> {
  readonly from: Instant
  readonly until: Instant | undefined
  readonly value: T
}

/** Every version of every zone. Answers that hold for a while are kept until a zone changes: every position asks. */
export const createZoneTable = (versions: Record<string, Dated<Zone>[]>) => {
  const held = new Map<Zone['kind'], Dated<Zone[]>>()
  return {
    draw: (data: Zone): void => {
      held.clear()
      const { zone, validFrom } = data
      const before = (versions[zone] ?? []).filter((v) => v.from < validFrom).map((v) => notBeyond(v, validFrom))
      versions[zone] = [...before, { from: validFrom, until: undefined, value: data }]
    },
    withdraw: ({ zone, validUntil }: DataOf<'zone.withdrawn'>): void => {
      held.clear()
      versions[zone] = (versions[zone] ?? []).map((v) => notBeyond(v, validUntil))
    },
    /** The zone as it stood at `at`; undefined when there was none. */
    zone: (id: string, at: Instant): Zone | undefined => inForce(versions[id], at)?.value,
    /** The version of a zone that held at `at`, with the time it held. */
    versionAt: (id: string, at: Instant): Dated<Zone> | undefined => inForce(versions[id], at),
    /** Every zone of a kind as it stood at `at`; the same list object as long as nothing changes. */
    zones: (kind: Zone['kind'], at: Instant): readonly Zone[] => {
      const known = held.get(kind)
      if (known && holds(known, at)) return known.value
      const found = zonesAround(Object.values(versions), kind, at)
      held.set(kind, found)
      return found.value
    },
    /** All versions of a zone, oldest first. */
    zoneHistory: (id: string): readonly Dated<Zone>[] => versions[id] ?? [],
    zoneIds: () => Object.keys(versions),
  }
}

/** A version may have an end already, later or sooner: that of the next one, or of another withdrawal. */
const notBeyond = <T>(version: Dated<T>, until: Instant): Dated<T> =>
  version.until === undefined || version.until > until ? { ...version, until } : version

const holds = ({ from, until }: Dated<unknown>, at: Instant): boolean =>
  from <= at && (until === undefined || at < until)

const inForce = <T>(versions: readonly Dated<T>[] = none, at: Instant): Dated<T> | undefined => {
  for (let i = versions.length - 1; i >= 0; i--) if (holds(versions[i]!, at)) return versions[i]
  return undefined
}
const none: readonly never[] = []

/** The zones of a kind at `at`, with the time around it in which the answer is the same. */
const zonesAround = (all: readonly Dated<Zone>[][], kind: Zone['kind'], at: Instant): Dated<Zone[]> => {
  let from = Number.NEGATIVE_INFINITY
  let until: Instant | undefined
  const value: Zone[] = []
  for (const versions of all) {
    const zone = inForce(versions, at)?.value
    if (zone?.kind === kind) value.push(zone)
    for (const edge of versions.flatMap((v) => [v.from, v.until ?? v.from])) {
      if (edge <= at) from = Math.max(from, edge)
      else until = Math.min(until ?? edge, edge)
    }
  }
  return { from, until, value }
}
