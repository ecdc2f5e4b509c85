import type { Entry } from '../entry.ts'
import type { OccupantKind } from '../observation/case-area.ts'
import type { DataOf } from '../observation/index.ts'
import type { Instant } from '../time.ts'

/** Someone's part in an act, as the record tells it; `to` undefined while it lasts. */
export interface Part {
  readonly officer: string
  readonly from: Instant
  readonly to: Instant | undefined
}

/** Someone else's presence, as the record tells it; `to` undefined while it lasts. */
export interface Other {
  readonly as: DataOf<'act.started'>['attendees'][number]['as']
  readonly from: Instant
  readonly to: Instant | undefined
}

/** What the record says: who did what with whom, where, from when to when. A claim, until other sources are asked. */
export interface Claim {
  readonly act: string
  readonly kind: DataOf<'act.started'>['kind']
  readonly unit: string
  readonly room: string | null
  readonly place: DataOf<'act.started'>['place']
  readonly person: string | null
  readonly parts: readonly Part[]
  /** Others present, as the record says: guardians, interpreters, lawyers. They have no names here. */
  readonly others: readonly Other[]
  readonly from: Instant
  /** Undefined while the act goes on. */
  readonly to: Instant | undefined
  /** The entries that told it. */
  readonly seqs: readonly number[]
}

/**
 * Folds the entries about one act into what they claim; undefined until its beginning is known. Entries may come in any
 * order: what counts is the clock of the system that told them.
 */
export const claimOf = (act: string, entries: readonly Entry[]): Claim | undefined => {
  const told = entries
    .filter(({ observation: o }) => o.kind.startsWith('act.') && 'act' in o.data && o.data.act === act)
    .sort((a, b) => a.observation.observedAt - b.observation.observedAt || a.seq - b.seq)
  const begun = told.find(({ observation }) => observation.kind === 'act.started')?.observation
  if (begun?.kind !== 'act.started') return undefined
  const open = new Map<string, Instant>()
  const parts: Part[] = []
  const present = begun.data.attendees.map(({ as, sex }) => ({ as, sex, from: begun.observedAt }))
  const others: Other[] = []
  let to: Instant | undefined
  const leave = (officer: string, at: Instant): void => {
    const from = open.get(officer)
    if (from === undefined) return
    parts.push({ officer, from, to: at })
    open.delete(officer)
  }
  /** Of several of a kind the one of that sex, else the first: the record gives them no names. */
  const goes = (as: Other['as'], sex: 'male' | 'female' | null | undefined, at: Instant): void => {
    const alike = present.filter((o) => o.as === as)
    const gone = alike.find((o) => sex && o.sex === sex) ?? alike[0]
    if (!gone) return
    present.splice(present.indexOf(gone), 1)
    others.push({ as, from: gone.from, to: at })
  }
  for (const { observation: o } of told) {
    const at = o.observedAt
    if (o.kind === 'act.started') for (const officer of o.data.officers) open.set(officer, open.get(officer) ?? at)
    else if (o.kind === 'act.joined') {
      if (o.data.officer) open.set(o.data.officer, open.get(o.data.officer) ?? at)
      else if (o.data.as) present.push({ as: o.data.as, sex: o.data.sex, from: at })
    } else if (o.kind === 'act.left') {
      if (o.data.officer) leave(o.data.officer, at)
      else if (o.data.as) goes(o.data.as, o.data.sex, at)
    } else if (o.kind === 'act.ended') to = at
    // Where only the signature is told, it is the end.
    else if (o.kind === 'act.signed') to ??= at
  }
  for (const [officer, from] of open) parts.push({ officer, from, to })
  for (const { as, from } of present) others.push({ as, from, to })
  const { kind, unit, room, place, person } = begun.data
  const seqs = told.map((e) => e.seq).sort((a, b) => a - b)
  return { act, kind, unit, room, place, person, parts, others, from: begun.observedAt, to, seqs }
}

/** As whom a door may know them; it has no word for the rest. */
const atDoors: Partial<Record<Other['as'], OccupantKind>> = {
  guardian: 'guardian',
  'appropriate-adult': 'guardian',
  interpreter: 'interpreter',
  'sign-language': 'interpreter',
  lawyer: 'lawyer',
  doctor: 'doctor',
}

/** The others whom doors may know, by the door's word for them. */
export const othersAtDoors = ({ others }: Claim): ReadonlyMap<OccupantKind, readonly Other[]> => {
  const known = new Map<OccupantKind, readonly Other[]>()
  for (const other of others) {
    const as = atDoors[other.as]
    if (as) known.set(as, [...(known.get(as) ?? []), other])
  }
  return known
}

const during = (at: Instant) => (p: { readonly from: Instant; readonly to: Instant | undefined }) =>
  p.from <= at && (p.to === undefined || at < p.to)

/** Whom the record has in the room beside the officers; over a picture link they sit somewhere else (远程视频). */
export const personInRoom = ({ place, person }: Claim): string | null => (place === 'remote-video' ? null : person)

/** How many the record says were in the room at `at`: officers and the person; others may come and go unrecorded. */
export const claimedAt = (claim: Claim, at: Instant): number =>
  new Set(claim.parts.filter(during(at)).map((p) => p.officer)).size + (personInRoom(claim) === null ? 0 : 1)

/** With those others whom it has there at `at`. */
export const claimedWithOthersAt = (claim: Claim, at: Instant): number =>
  claimedAt(claim, at) + claim.others.filter(during(at)).length
