import type { Corroboration, Says } from '../corroboration/matrix.ts'
import type { Facts } from '../finding.ts'
import { polygonIndex } from '../geometry/polygon-index.ts'
import { isRadio } from '../radio/state.ts'
import type { Register } from '../register.ts'
import { type Instant, minutes, seconds } from '../time.ts'
import { type Nearness, type Post, pointsOf, postOf, standing } from './place.ts'
import type { Row, RowFix } from './state.ts'
import type { ChipReason, ChipSource } from './words.ts'

/** What one source says of an answer; the same four words as in the matrix of a claim. */
export interface Chip {
  readonly source: ChipSource
  readonly says: Says
  readonly because: ChipReason
  readonly facts: Facts
  /** The journal entries that say so. */
  readonly seqs: readonly number[]
}

export interface Reconciliation {
  /** When they answered, or were answered for. */
  readonly at: Instant
  readonly verdict: Corroboration
  readonly chips: readonly Chip[]
}

/** How near is near enough. */
export interface Yardstick extends Nearness {
  /** How far the place to be may lie outside what a site reaches, metres: radio waves do not end at a line. */
  readonly siteMarginMetres: number
  /** How far from the answer in time a position still says where they were, seconds. */
  readonly withinSeconds: number
  /** Assumed radius of the error circle where the device gives none, metres. */
  readonly assumedAccuracyMetres: number
}
export const usualYardstick: Yardstick = {
  nearMetres: 500,
  bufferMetres: 300,
  siteMarginMetres: 3_000,
  withinSeconds: 180,
  assumedAccuracyMetres: 50,
}

/** How long a look into the duty room says something. */
const SEEN_MS = minutes(10)

/** When the row was answered, by themselves or by somebody for them; undefined while it is not. */
export const answeredAt = ({ answers, behalf }: Row): Instant | undefined => answers[0]?.at ?? behalf?.at

/** Holds an answer against everything else that says where they were. Undefined while there is none. */
export const reconcile = (
  row: Row,
  register: Register,
  yard: Yardstick = usualYardstick,
): Reconciliation | undefined => {
  const at = answeredAt(row)
  if (at === undefined) return undefined
  const post = postOf(row, at, register, yard)
  const chips = [
    deviceChip(row, register),
    siteChip(row, at, register, post, yard),
    ...(['radio', 'phone', 'vehicle'] as const).map((source) => positionChip(row, at, register, post, source, yard)),
    roomChip(row, at, register),
    rosterChip(row, at, register),
  ].flatMap((chip) => chip ?? [])
  return { at, verdict: verdictOf(chips), chips }
}

/** Sources that see where somebody is; the roster only says where they should be. */
const seeing: ReadonlySet<ChipSource> = new Set<ChipSource>(['site', 'radio', 'phone', 'vehicle', 'room'])

const verdictOf = (chips: readonly Chip[]): Corroboration => {
  if (chips.some((c) => c.says === 'contradicts')) return 'contradicted'
  const eyes = chips.filter((c) => seeing.has(c.source))
  if (eyes.some((c) => c.says === 'supports')) return 'corroborated'
  return eyes.length > 0 && eyes.some((c) => c.says !== 'down') ? 'uncorroborated' : 'unobservable'
}

const chip = (
  source: ChipSource,
  says: Says,
  because: ChipReason,
  seqs: readonly number[] = [],
  facts: Facts = {},
): Chip => ({ source, says, because, facts, seqs })

/** The radio that was heard for them, and when: their answer, or the voice of whoever answered for them. */
export const radioHeard = ({
  answers,
  behalf,
  channels,
}: Row):
  | { readonly seq: number; readonly at: Instant; readonly radio: string; readonly called: string | null }
  | undefined => {
  const answer = answers.find((a) => a.radio !== null)
  if (answer?.radio) return { seq: answer.seq, at: answer.at, radio: answer.radio, called: answer.device }
  if (!behalf?.radio) return undefined
  const called = channels.find((c) => c.channel === 'radio')?.device ?? null
  return { seq: behalf.seq, at: behalf.at, radio: behalf.radio, called }
}

/** Whether the radio that was heard is theirs: handed to them or their car, or fixed in their room, whichever was called. */
const deviceChip = (row: Row, { radio: radios }: Register): Chip | undefined => {
  const heard = radioHeard(row)
  if (!heard) return undefined
  const { seq, radio, called } = heard
  const { carrier, officers, room } = row
  const facts = { radio, called }
  const held = radios.radio(radio)
  const theirs =
    (held?.carrier != null && (held.carrier === carrier || officers.some((o) => held.carrier === `officer/${o}`))) ||
    (held?.post != null && held.post === room) ||
    // Nobody else has the radio that was called, as far as the list goes.
    ((held?.carrier ?? null) === null && radio === called)
  if (theirs) return chip('device', 'supports', 'own-radio', [seq], facts)
  return radio === called
    ? chip('device', 'contradicts', 'others-radio', [seq], { ...facts, carrier: held?.carrier ?? null })
    : chip('device', 'contradicts', 'other-radio', [seq], { ...facts, carrier: held?.carrier ?? null })
}

const siteChip = (row: Row, at: Instant, { radio }: Register, post: Post, yard: Yardstick): Chip | undefined => {
  const called = row.channels.find((c) => c.channel === 'radio')?.device ?? null
  const answer = row.answers.find((a) => a.radio !== null)
  const device = answer?.radio ?? called
  if (device === null) return undefined
  if (!answer && radio.channelOf(device, at).is === 'down')
    return chip('site', 'down', 'channel-down', radio.channelOf(device, at).evidence)
  const id = answer?.site ?? radio.siteOf(device, at)
  const site = radio.site(id)
  const seqs = answer ? [answer.seq] : [radio.heard(device, at)?.seq ?? []].flat()
  if (id === null) return chip('site', 'silent', 'no-site', seqs)
  if (post.is === 'sent') return chip('site', 'silent', 'sent-elsewhere', seqs, { site: id })
  if (post.is === 'unknown') return chip('site', 'silent', 'no-place', seqs, { site: id })
  if (!site?.coverage) return chip('site', 'silent', 'no-coverage', seqs, { site: id })
  const reach = polygonIndex(site.coverage)
  const points = pointsOf(post)
  if (points.some(reach.covers)) return chip('site', 'supports', 'covers', seqs, { site: id })
  const nearestM = Math.min(...points.map((p) => reach.edgeDistanceM(p)))
  return nearestM > yard.siteMarginMetres
    ? chip('site', 'contradicts', 'other-site', seqs, { site: id, distanceM: Math.round(nearestM) })
    : chip('site', 'silent', 'site-edge', seqs, { site: id, distanceM: Math.round(nearestM) })
}

const kindOf = ({ device, carrier }: RowFix): 'radio' | 'vehicle' | 'phone' =>
  isRadio(device) ? 'radio' : carrier?.startsWith('vehicle/') ? 'vehicle' : 'phone'

const positionChip = (
  row: Row,
  at: Instant,
  register: Register,
  post: Post,
  source: 'radio' | 'phone' | 'vehicle',
  yard: Yardstick,
): Chip | undefined => {
  const page = source === 'phone' ? row.answers.find((a) => a.channel === 'phone' && a.place !== null) : undefined
  const own = row.fixes.filter((f) => kindOf(f) === source && Math.abs(f.at - at) <= seconds(yard.withinSeconds))
  const nearest = own.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0]
  const found = page ?? nearest
  if (!found || found.place === null) {
    const had = row.channels.some((c) => c.channel === source && c.device !== null)
    if (!had) return undefined
    const device = row.channels.find((c) => c.channel === source)?.device ?? ''
    return source === 'radio' && register.radio.channelOf(device, at).is === 'down'
      ? chip(source, 'down', 'channel-down', register.radio.channelOf(device, at).evidence)
      : chip(source, 'silent', 'no-report')
  }
  const seqs = [found.seq]
  if (post.is === 'sent') return chip(source, 'silent', 'sent-elsewhere', seqs)
  if (post.is === 'unknown') return chip(source, 'silent', 'no-place', seqs)
  const accuracyM = found.accuracyM ?? yard.assumedAccuracyMetres
  const { is, distanceM } = standing({ place: found.place, accuracyM }, post)
  const facts = { distanceM, accuracyM: Math.round(accuracyM) }
  if (is === 'coarse') return chip(source, 'silent', 'too-coarse', seqs, facts)
  return is === 'there'
    ? chip(source, 'supports', 'there', seqs, facts)
    : chip(source, 'contradicts', 'away', seqs, facts)
}

const roomChip = (row: Row, at: Instant, { custody }: Register): Chip | undefined => {
  const { seen, room, officers, unit, post } = row
  if (seen && Math.abs(seen.at - at) <= SEEN_MS)
    return seen.present
      ? chip('room', 'supports', 'present', [seen.seq], { room, source: seen.source })
      : chip('room', 'contradicts', 'empty', [seen.seq], { room, source: seen.source })
  const inside = custody
    .rooms()
    .flatMap((r) => custody.presence(r.room).map((p) => ({ ...p, room: r })))
    .filter((p) => officers.includes(p.who) && p.from <= at && (p.to === undefined || at <= p.to))
  const own = inside.find((p) => p.room.unit === unit)
  // A patrol that is in its own station is not on its beat, nor elsewhere: its positions tell.
  if (own)
    return chip('room', post === 'patrol' ? 'silent' : 'supports', 'in-building', own.evidence, { room: own.room.room })
  // One of a crew in another house says nothing against the others.
  const [other] = inside
  if (other && officers.every((o) => inside.some((p) => p.who === o)))
    return chip('room', 'contradicts', 'elsewhere', other.evidence, { room: other.room.room })
  if (room === null || custody.sensorsIn(room).length === 0) return undefined
  const down = custody.sensorsIn(room).find((s) => custody.sensorDown(s))
  return down
    ? chip('room', 'down', 'sensor-down', custody.sensorDown(down)?.evidence ?? [], { room })
    : chip('room', 'silent', 'no-report', [], { room })
}

const rosterChip = ({ officers, carrier, unit, post }: Row, at: Instant, register: Register): Chip | undefined => {
  const { duty } = register
  if (officers.length === 0) return undefined
  const leaves = officers.map((o) => duty.leaveAt(o, at))
  if (leaves.every((l) => l !== undefined))
    return chip(
      'roster',
      'contradicts',
      'on-leave',
      leaves.map((l) => l.seq),
    )
  const absences = officers.flatMap((o) => duty.absenceAt(o, at) ?? [])
  if (absences.length === officers.length)
    return chip(
      'roster',
      'silent',
      'absence-reported',
      absences.map((a) => a.seq),
    )
  const carriers = [...(carrier === null ? [] : [carrier]), ...officers.map((o) => `officer/${o}`)]
  const watches = officers.flatMap((o) => duty.dutyOf(o, at)).filter((w) => w.unit === unit)
  const onDuty = watches.length > 0 || carriers.some((c) => register.shiftAt(c, at) !== undefined)
  return onDuty
    ? chip(
        'roster',
        'supports',
        'on-duty',
        watches.flatMap((w) => w.seqs),
      )
    : chip('roster', 'silent', 'not-on-roster', [], { post })
}
