import type { ReviewEvent } from '../../contract/reviews.ts'
import type { Entry } from '../../domain/entry.ts'
import { type ObservationKind, observationSchemas } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { hours, type Instant } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import { type Sight, sees } from '../access.ts'
import { namesIn, type PersonName } from './names.ts'

/** Families of kinds that say what happened around a recording. */
const familyOf = (kind: string): ReviewEvent['family'] | undefined => {
  const [family] = kind.split('.')
  switch (family) {
    case 'radio':
    case 'roll-call':
      return 'radio'
    case 'dispatch':
    case 'incident':
      return 'dispatch'
    case 'act':
    case 'measure':
    case 'case':
    case 'person':
    case 'rights':
    case 'notice':
    case 'restraint':
    case 'care':
    case 'belongings':
    case 'body':
    case 'safety':
      return 'case'
    case 'room':
    case 'door':
    case 'card':
    case 'wristband':
      return 'door'
    case 'recording':
    case 'recorder':
    case 'sensor':
      return 'recorder'
    case 'camera':
      return 'camera'
    case 'shift':
    case 'task':
    case 'device':
      return 'duty'
    default:
      return undefined
  }
}
/** Registrations and heartbeats happen all the time and mean nothing on an axis; a name is nobody's evidence. */
const dull = /\.(registered|installed|issued|described|named|heartbeat|scheduled|cancelled|clock-measured|state-found)$/
export const eventKinds = (Object.keys(observationSchemas) as ObservationKind[]).filter(
  (kind) => familyOf(kind) !== undefined && !dull.test(kind),
)

/** Fields that hold a word of the journal's vocabulary, a number or yes and no. */
export const toldFields = [
  ...['kind', 'how', 'source', 'decision', 'rank', 'care', 'to', 'next', 'means', 'result', 'caseType', 'state'],
  ...['signed', 'as', 'people', 'lost', 'why', 'fault', 'channel', 'answered', 'urgent', 'alarm'],
] as const
/** Fields that hold an id. */
export const idFields = [
  ...['who', 'person', 'officer', 'camera', 'unit', 'sensor', 'recorder', 'device', 'radio', 'issi', 'site'],
  ...['stay', 'measure', 'act', 'use', 'order'],
] as const
/** Anything else in such a field is free text: it may hold a name and is left out. */
const WORD = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** What of the county a reader of a review looks at. */
export interface Around {
  readonly rooms: ReadonlySet<string>
  readonly carriers: ReadonlySet<string>
  readonly cameras: ReadonlySet<string>
}

const text = (data: Readonly<Record<string, unknown>>, key: string): string | null =>
  typeof data[key] === 'string' ? (data[key] as string) : null

/** The entry as a point on the axis when it is about this place, these people or these cameras; otherwise undefined. */
export const eventOf = (
  { seq, recordedAt, observation: o }: Entry,
  around: Around,
  sight: Sight,
  register: Register,
  personName: PersonName,
): ReviewEvent | undefined => {
  const family = familyOf(o.kind)
  if (!family) return undefined
  const data = o.data as Readonly<Record<string, unknown>>
  const { custody } = register
  const camera = text(data, 'camera')
  const room =
    text(data, 'room') ??
    custody.sensor(text(data, 'sensor') ?? '')?.room ??
    custody.act(text(data, 'act'))?.room ??
    register.cameras.camera(camera)?.room ??
    null
  const carrier = carrierOf(data, register)
  const about =
    (room !== null && around.rooms.has(room)) ||
    (carrier !== null && around.carriers.has(carrier)) ||
    (camera !== null && around.cameras.has(camera)) ||
    // Our own recorder is everybody's.
    o.kind === 'recorder.started' ||
    o.kind === 'recorder.stopped'
  if (!about) return undefined
  const unit = text(data, 'unit') ?? (room ? custody.room(room)?.unit : undefined) ?? unitOf(camera, carrier, register)
  if (unit !== undefined && unit !== null && !sees(sight, unit)) return undefined
  const told: Record<string, string | number | boolean> = {}
  for (const key of toldFields) {
    const value = data[key]
    if (typeof value === 'number' || typeof value === 'boolean') told[key] = value
    if (typeof value === 'string' && WORD.test(value)) told[key] = value
  }
  for (const key of idFields) {
    const value = text(data, key)
    if (value !== null) told[key] = value
  }
  const names = namesIn({ ...told, room, carrier }, register, personName)
  return { seq, at: o.observedAt, recordedAt, family, kind: o.kind, room, carrier, data: told, names }
}

const carrierOf = (data: Readonly<Record<string, unknown>>, register: Register): string | null => {
  const named = text(data, 'carrier')
  if (named) return named
  const { carriers } = data
  if (Array.isArray(carriers) && typeof carriers[0] === 'string') return carriers[0]
  const officer = text(data, 'officer') ?? (data.as === 'officer' ? text(data, 'who') : null)
  if (officer) return `officer/${officer}`
  const device = text(data, 'device')
  return device ? (register.device(device)?.carrier ?? null) : null
}

const unitOf = (camera: string | null, carrier: string | null, register: Register): string | null | undefined =>
  camera ? register.cameras.camera(camera)?.unit : carrier ? register.unitOf(carrier) : undefined

/** Something may be told so long after it happened, and still be on the axis. */
const LATE_MS = hours(24)
/** A clock may run ahead of ours by so much. */
const AHEAD_MS = hours(1)
const PAGE = 500
const READ = 2_000
/** Entries looked through for one page at most; a reader asks again. */
const MOST_READS = 10

/** One page of events by order of the journal; `next` is where to go on. */
export const readEvents = async (
  journal: Journal,
  register: Register,
  asked: {
    readonly from: Instant
    readonly to: Instant
    readonly after: number
    readonly around: Around
    readonly sight: Sight
    readonly personName: PersonName
  },
): Promise<{ readonly events: readonly ReviewEvent[]; readonly next: number | null }> => {
  const { from, to, around, sight, personName } = asked
  const events: ReviewEvent[] = []
  let { after } = asked
  for (let reads = 0; reads < MOST_READS; reads++) {
    const page = await journal.read({
      after,
      limit: READ,
      kinds: eventKinds,
      from: from - AHEAD_MS,
      until: to + LATE_MS,
    })
    for (const entry of page) {
      const { observedAt } = entry.observation
      after = entry.seq
      if (observedAt < from || observedAt > to) continue
      const event = eventOf(entry, around, sight, register, personName)
      if (event) events.push(event)
      if (events.length >= PAGE) return { events, next: after }
    }
    if (page.length < READ) return { events, next: null }
  }
  return { events, next: after }
}
