import type { Entry } from '../../domain/entry.ts'
import type { DataOf, Observation, ObservationKind } from '../../domain/observation/index.ts'
import type { Instant } from '../../domain/time.ts'
import type { Taken } from '../define-rule.ts'

/** One observation as a rule keeps it: what, when by the device's clock, and which entry told it. */
export type Seen<K extends ObservationKind> = {
  [One in K]: { readonly kind: One; readonly at: Instant; readonly seq: number; readonly data: DataOf<One> }
}[K]

/** What a rule keeps of one subject, in the order of the devices' clocks. */
export type CaseFile<K extends ObservationKind> = readonly Seen<K>[]

/** No subject keeps more; the oldest eight stay, because beginnings are among them. */
const MOST = 48
const OLDEST = 8

/** Files an entry by its own clock, whenever it was heard. */
export const filed = <K extends ObservationKind>(
  file: CaseFile<K>,
  { seq, observation }: Entry<Taken<K>>,
): CaseFile<K> => {
  const { kind, observedAt: at, data } = observation as Observation
  let i = file.length
  while (i > 0 && file[i - 1]!.at > at) i--
  const all = [...file.slice(0, i), { kind, at, seq, data } as unknown as Seen<K>, ...file.slice(i)]
  return all.length > MOST ? [...all.slice(0, OLDEST), ...all.slice(all.length - (MOST - OLDEST))] : all
}

/** Every observation of the kinds named, oldest first. */
export const all = <K extends ObservationKind, Of extends K>(file: CaseFile<K>, ...kinds: readonly Of[]): Seen<Of>[] =>
  file.filter((s): s is Seen<Of> & Seen<K> => (kinds as readonly string[]).includes(s.kind)) as Seen<Of>[]

export const first = <K extends ObservationKind, Of extends K>(
  file: CaseFile<K>,
  ...kinds: readonly Of[]
): Seen<Of> | undefined => file.find((s) => (kinds as readonly string[]).includes(s.kind)) as Seen<Of> | undefined

export const last = <K extends ObservationKind, Of extends K>(
  file: CaseFile<K>,
  ...kinds: readonly Of[]
): Seen<Of> | undefined => file.findLast((s) => (kinds as readonly string[]).includes(s.kind)) as Seen<Of> | undefined

/** The entries behind what was seen, in journal order, each once. */
export const evidence = (...seen: readonly (Seen<ObservationKind> | readonly number[] | undefined)[]): number[] =>
  [...new Set(seen.flatMap((s) => (s === undefined ? [] : 'seq' in s ? [s.seq] : [...s])))].sort((a, b) => a - b)
