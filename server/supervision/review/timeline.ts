import type { ReviewFinding, ReviewPresence, ReviewTimeline, ReviewTrack } from '../../contract/reviews.ts'
import type { FindingView } from '../../contract/views.ts'
import { intervals, type Mark } from '../../domain/custody/marks.ts'
import type { DataOf } from '../../domain/observation/index.ts'
import { days, hours, type Instant } from '../../domain/time.ts'
import { type Sight, sees, seesFinding } from '../access.ts'
import { masked } from '../custody/mask.ts'
import { readTrack } from '../position-table.ts'
import type { Supervision } from '../supervision.ts'
import { type Around, readEvents } from './events.ts'

/** What of a review decides what lies beside its pictures. */
export interface TimelineAsked {
  readonly from: Instant
  readonly to: Instant
  readonly rooms: readonly string[]
  readonly cameras: readonly string[]
  /** Those that carry its cameras or are what it is about. */
  readonly carriers: readonly string[]
  readonly units: readonly string[]
  /** Around these places, within so many metres, cars and officers are looked for. */
  readonly places: readonly (readonly [number, number])[]
  readonly radiusM: number
  /** The finding it is about. */
  readonly finding: string | null
}

export type TimelinePage = Omit<ReviewTimeline, 'pins' | 'notes' | 'reviewed' | 'corrections' | 'from' | 'to'>

const MOST_CARRIERS = 20
const TRACKS_A_PAGE = 4
const POINTS_A_TRACK = 5_000
const MOST_FINDINGS = 200

/**
 * Everything beside the pictures, page by page: first findings and who was where, then tracks, then what was told.
 * A cursor is `t<carrier's number>`, then `e<seq>`.
 */
export const readTimeline = async (
  asked: TimelineAsked,
  cursor: string | undefined,
  sight: Sight,
  supervision: Supervision,
): Promise<TimelinePage> => {
  const carriers = await carriersOf(asked, sight, supervision)
  const empty: TimelinePage = { tracks: [], events: [], findings: [], presence: [], next: null }
  const [part, number] = [cursor?.[0] ?? 't', Number(cursor?.slice(1) ?? 0)]
  if (part === 't') {
    const first = cursor === undefined
    const tracks = await tracksOf(carriers.slice(number, number + TRACKS_A_PAGE), asked, supervision)
    const more = number + TRACKS_A_PAGE < carriers.length
    return {
      ...empty,
      tracks,
      findings: first ? await findingsOf(asked, carriers, sight, supervision) : [],
      presence: first ? await presenceOf(asked, sight, supervision) : [],
      next: more ? `t${number + TRACKS_A_PAGE}` : 'e0',
    }
  }
  const around: Around = {
    rooms: new Set(asked.rooms),
    carriers: new Set(carriers),
    cameras: new Set(asked.cameras),
  }
  const { journal, register } = supervision
  const { from, to } = asked
  const personName = (person: string) => heldName(person, supervision.custody)
  const wanted = { from, to, after: number - 1, around, sight, personName }
  const { events, next } = await readEvents(journal, register, wanted)
  return { ...empty, events, next: next === null ? null : `e${next + 1}` }
}

/** The named ones, and whoever came near while it was recorded. */
const carriersOf = async (
  { carriers, places, radiusM, from, to }: TimelineAsked,
  sight: Sight,
  { database, register }: Supervision,
): Promise<string[]> => {
  const near: string[] = []
  for (const [lng, lat] of places.slice(0, 3)) {
    const rows = await database.query<{ carrier: string }>(
      `select distinct carrier from position
        where observed_at between $1 and $2 and carrier is not null
          and st_dwithin(geom::geography, st_setsrid(st_makepoint($3, $4), 4326)::geography, $5) limit ${MOST_CARRIERS}`,
      [from, to, lng, lat, radiusM],
    )
    near.push(...rows.map((r) => r.carrier))
  }
  return [...new Set([...carriers, ...near.sort()])]
    .filter((c) => sees(sight, register.unitOf(c)))
    .slice(0, MOST_CARRIERS)
}

const tracksOf = async (
  carriers: readonly string[],
  { from, to }: TimelineAsked,
  { database, register }: Supervision,
): Promise<ReviewTrack[]> => {
  const tracks: ReviewTrack[] = []
  for (const carrier of carriers) {
    const points = await readTrack(database, carrier, from, to, POINTS_A_TRACK)
    const id = carrier.slice(carrier.indexOf('/') + 1)
    const vehicle = carrier.startsWith('vehicle/')
    const name = (vehicle ? register.vehicle(id)?.name.zh : register.officer(id)?.name) ?? id
    const unit = register.unitOf(carrier) ?? ''
    if (points.length > 0) tracks.push({ carrier, name, kind: vehicle ? 'vehicle' : 'officer', unit, points })
  }
  return tracks
}

const findingsOf = async (
  { from, to, units, rooms, finding }: TimelineAsked,
  carriers: readonly string[],
  sight: Sight,
  { database, written }: Supervision,
): Promise<ReviewFinding[]> => {
  await written()
  const rows = await database.query<{ view: FindingView }>(
    `select view from finding
      where id = $5 or (since < $2 and since > $1::bigint - ${days(7)} and coalesce((view->>'endedAt')::bigint, $2::bigint) >= $1
        and (unit = any($3::text[]) or carrier = any($4::text[]) or view->'finding'->'facts'->>'room' = any($6::text[])))
      order by grade, since limit ${MOST_FINDINGS}`,
    [from, to, units, carriers, finding, rooms],
  )
  return rows
    .filter(({ view }) => seesFinding(sight, view))
    .map(({ view: { finding: f, title, endedAt } }) => {
      const { id, rule, grade, since, concerns } = f
      return { id, rule, grade, title, since, endedAt, unit: concerns.unit }
    })
}

/** A stay in a room may have begun so long before. */
const BEFORE_MS = hours(24)

/** Who was in the rooms, as their doors told; read from the journal, because a register forgets. */
const presenceOf = async (
  { from, to, rooms }: TimelineAsked,
  sight: Sight,
  { journal, register, custody }: Supervision,
): Promise<ReviewPresence[]> => {
  const wanted = new Set(rooms.filter((r) => sees(sight, register.custody.room(r)?.unit)))
  if (wanted.size === 0) return []
  const marks = new Map<string, (Mark & { readonly data: DataOf<'room.entered'> })[]>()
  let after = -1
  for (;;) {
    const page = await journal.read({
      ...{ after, limit: 5_000, kinds: ['room.entered', 'room.left'] },
      ...{ from: from - BEFORE_MS, until: to + BEFORE_MS },
    })
    for (const { seq, observation: o } of page) {
      after = seq
      if (o.kind !== 'room.entered' && o.kind !== 'room.left') continue
      if (!wanted.has(o.data.room)) continue
      const key = `${o.data.room}\n${o.data.who}`
      const mark = { at: o.observedAt, on: o.kind === 'room.entered', seq, data: o.data }
      marks.set(
        key,
        [...(marks.get(key) ?? []), mark].sort((a, b) => a.at - b.at),
      )
    }
    if (page.length < 5_000) break
  }
  return [...marks.values()]
    .flatMap((own) => {
      const { room, who, as } = own[0]!.data
      const name = as === 'held' ? heldName(who, custody) : (register.officer(who)?.name ?? null)
      const roomName = register.custody.room(room)?.name ?? { zh: room, en: room }
      return intervals(own)
        .filter((i) => i.from < to && (i.to === undefined || i.to > from))
        .map((i) => ({ room, roomName, who, as, name, from: i.from, to: i.to ?? null }))
    })
    .sort((a, b) => a.from - b.from)
}

const heldName = (person: string, { memory }: Supervision['custody']): string | null => {
  const name = memory.persons[person]?.name
  return name ? masked(name) : null
}
