import type { Entry } from '../entry.ts'
import type { DataOf, Observation, ObservationKind } from '../observation/index.ts'
import { isShort } from '../observation/measure.ts'
import { days, type Instant } from '../time.ts'
import { applyAct, dropAct } from './acts.ts'
import { deed, listed } from './lists.ts'
import { type Mark, pruned, withMark } from './marks.ts'
import { described, nothingSaid } from './people.ts'
import type { CustodyState, FacilityMark, MeasureSpan, Passage, SensorMark, StaySpan } from './state.ts'

/** How long doors and recorders are remembered after the newest mark. */
export const MARKS_MS = days(4)
/** How long a stay, a measure or an act is remembered after its end. */
const OVER_MS = days(40)
/** Marks a room or a sensor may have at most; junk cannot fill the memory. */
const MOST = 600
/** Ways into and out of custody that are kept of one person. */
const FACILITY_MARKS = 64
/** Marks of a recording that are kept until its room or its act is told: a stop may be heard before the start. */
const MARKS_KEPT = 8

export const custodyKinds: readonly ObservationKind[] = [
  'person.described',
  'person.arrived',
  'person.departed',
  'measure.started',
  'measure.decided',
  'measure.ended',
  'custody.admitted',
  'custody.released',
  'custody.taken-out',
  'custody.returned',
  'restraint.applied',
  'body.checked',
  'room.registered',
  'room.entered',
  'room.left',
  'act.started',
  'act.joined',
  'act.left',
  'act.ended',
  'act.signed',
  'recording.started',
  'recording.stopped',
  'recording.signal-lost',
  'recording.signal-restored',
  'sensor.installed',
  'sensor.failed',
  'sensor.restored',
  'calendar.published',
]

const bounded = <M extends Mark>(marks: readonly M[]): M[] => {
  const newest = marks.at(-1)?.at ?? 0
  const kept = marks.length > 64 ? pruned(marks, newest - MARKS_MS) : [...marks]
  return kept.length > MOST ? kept.slice(-MOST) : kept
}

/** A passage per person must survive pruning on its own: who is still inside stays inside. */
const boundedPassages = (marks: readonly Passage[]): Passage[] => {
  if (marks.length <= 64) return [...marks]
  const before = marks.at(-1)!.at - MARKS_MS
  const inside = new Map<string, Passage>()
  for (const m of marks.filter((p) => p.at < before)) m.on ? inside.set(m.who, m) : inside.delete(m.who)
  return [...inside.values(), ...marks.filter((m) => m.at >= before)].slice(-MOST)
}

const sameFault = (a: SensorMark, b: SensorMark): boolean => a.fault === b.fault
const sameWho = (a: Passage, b: Passage): boolean => a.who === b.who
const min = (a: Instant | undefined, b: Instant): Instant => (a === undefined ? b : Math.min(a, b))
const max = (a: Instant | undefined, b: Instant): Instant => (a === undefined ? b : Math.max(a, b))

/** Takes the next entry into `state`, which it changes. */
export const applyCustody = (state: CustodyState, { seq, recordedAt, observation: o }: Entry): void => {
  forget(state, recordedAt)
  const { observedAt: at } = o
  switch (o.kind) {
    case 'person.described':
      state.persons[o.data.person] = described(state.persons[o.data.person] ?? nothingSaid, {
        seq,
        recordedAt,
        observation: o,
      })
      break
    case 'person.arrived':
    case 'person.departed': {
      const { stay, person } = o.data
      const before = state.stays[stay]
      const arrived = o.kind === 'person.arrived'
      if (arrived) state.staysByPerson[person] = listed(state.staysByPerson[person], stay)
      state.stays[stay] = {
        stay,
        person,
        unit: o.kind === 'person.arrived' ? o.data.unit : (before?.unit ?? ''),
        arrivedAt: arrived ? min(before?.arrivedAt, at) : before?.arrivedAt,
        departedAt: arrived ? before?.departedAt : max(before?.departedAt, at),
        leftAt: arrived || comesBack(o.data.how) ? before?.leftAt : max(before?.leftAt, at),
      }
      if (arrived) break
      measuresLeft(state, state.stays[stay]!, recordedAt)
      const inside = state.whereabouts[person]
      if (inside && inside.at <= at)
        passage(state, inside.room, { at, on: false, seq, who: person, as: 'held', sex: null })
      state.over.push({ at: recordedAt, kind: 'stay', id: stay })
      break
    }
    case 'measure.started':
    case 'measure.decided':
    case 'measure.ended':
      measure(state, o, seq, recordedAt)
      break
    case 'custody.admitted':
    case 'custody.released':
    case 'custody.taken-out':
    case 'custody.returned': {
      const { person, facility, facilityKind } = o.data
      const purpose = o.kind === 'custody.taken-out' ? o.data.purpose : null
      const mark = { kind: o.kind, at, seq, facility, facilityKind, purpose }
      const later = (m: FacilityMark): boolean => m.at > at
      const before = state.facilityMarks[person] ?? []
      state.facilityMarks[person] = [...before.filter((m) => !later(m)), mark, ...before.filter(later)].slice(
        -FACILITY_MARKS,
      )
      if (o.kind === 'custody.admitted') deed(state, o.kind, person, `${person}/${at}`, recordedAt)
      state.over.push({ at: recordedAt, kind: 'custody', id: person })
      break
    }
    case 'restraint.applied':
      deed(state, o.kind, o.data.person, o.data.use, recordedAt)
      break
    case 'body.checked':
      deed(state, o.kind, o.data.person, `${o.data.act}/${o.data.person}`, recordedAt)
      break
    case 'room.registered':
      state.rooms[o.data.room] = o.data
      break
    case 'room.entered': {
      const { room, who, as, sex } = o.data
      passage(state, room, { at, on: true, seq, who, as, sex })
      const was = state.whereabouts[who]
      if (was && was.at > at) {
        lateEntry(state, o.data, at, seq)
        break
      }
      const from = was && was.room !== room ? was.room : null
      // Nobody is in two rooms: a door that missed the exit is put right by the next entry.
      if (from) passage(state, from, { at, on: false, seq, who, as, sex })
      state.whereabouts[who] = { room, from, at }
      break
    }
    case 'room.left':
      passage(state, o.data.room, { at, on: false, seq, who: o.data.who, as: o.data.as, sex: o.data.sex })
      break
    case 'act.started':
    case 'act.joined':
    case 'act.left':
    case 'act.ended':
    case 'act.signed':
      applyAct(state, o, seq, recordedAt)
      break
    case 'recording.started':
    case 'recording.signal-restored':
      record(state, o.data, { at, on: true, seq }, recordedAt)
      break
    case 'recording.stopped':
    case 'recording.signal-lost':
      record(state, o.data, { at, on: false, seq }, recordedAt)
      break
    case 'sensor.installed': {
      const { sensor, room } = o.data
      state.sensors[sensor] = o.data
      if (room) state.sensorsByRoom[room] = listed(state.sensorsByRoom[room], sensor)
      state.sensorMarks[sensor] = withMark(state.sensorMarks[sensor] ?? [], { at, on: true, seq, fault: null })
      break
    }
    case 'sensor.failed':
    case 'sensor.restored': {
      const fault = o.kind === 'sensor.failed' ? o.data.fault : null
      const mark = { at, on: fault === null, seq, fault }
      state.sensorMarks[o.data.sensor] = bounded(withMark(state.sensorMarks[o.data.sensor] ?? [], mark, sameFault))
      break
    }
    case 'calendar.published':
      state.calendar[o.data.year] = { holidays: o.data.holidays, workdays: o.data.workdays }
      break
  }
}

const passage = (state: CustodyState, room: string, mark: Passage): void => {
  const all = withMark(state.passagesByRoom[room] ?? [], mark, sameWho)
  state.passagesByRoom[room] = boundedPassages(all)
  dropped(state, `doors/${room}`, all, state.passagesByRoom[room])
}

/** What was dropped leaves a hole: silence before its end says nothing any more. */
const dropped = (state: CustodyState, key: string, all: readonly Mark[], kept: readonly Mark[]): void => {
  if (kept.length === all.length) return
  const newest = all.findLast((m) => !kept.includes(m))
  if (newest) state.wholeFrom[key] = Math.max(state.wholeFrom[key] ?? newest.at + 1, newest.at + 1)
}

/**
 * A passage that was told late stands between others that are known: whoever came in here had left the room they were
 * in, and left this one when they entered the next.
 */
const lateEntry = (state: CustodyState, o: DataOf<'room.entered'>, at: Instant, seq: number): void => {
  const { room, who, as, sex } = o
  let before: { room: string; at: Instant } | undefined
  let after: { at: Instant; seq: number; room: string } | undefined
  for (const [other, marks] of Object.entries(state.passagesByRoom))
    for (const m of marks) {
      if (m.who !== who || !m.on) continue
      if (m.at < at && (!before || m.at > before.at)) before = { room: other, at: m.at }
      if (m.at > at && (!after || m.at < after.at)) after = { room: other, at: m.at, seq: m.seq }
    }
  if (before && before.room !== room) passage(state, before.room, { at, on: false, seq, who, as, sex })
  if (after && after.room !== room) passage(state, room, { at: after.at, on: false, seq: after.seq, who, as, sex })
}

interface Recorded {
  readonly recording: string
  readonly room: string | null
  readonly act: string | null
}

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

/** Which room and act a recording is of need be said once: a stop that names only the recording stops it for both. */
const record = (state: CustodyState, data: Recorded, mark: Mark, recordedAt: Instant): void => {
  const before = state.recordingPlaces[data.recording]
  const known = before && agree(before.room, data.room) && agree(before.act, data.act) ? before : undefined
  const place = {
    room: data.room ?? known?.room ?? null,
    act: data.act ?? known?.act ?? null,
    marks: withMark(known?.marks ?? [], mark).slice(-MARKS_KEPT),
    heardAt: recordedAt,
  }
  state.recordingPlaces[data.recording] = place
  state.over.push({ at: recordedAt, kind: 'recording', id: data.recording })
  const put = (key: string, marks: readonly Mark[]): void => {
    for (const m of marks) {
      const all = withMark(state.recordings[key] ?? [], m)
      state.recordings[key] = bounded(all)
      if (key.startsWith('room/')) dropped(state, `recordings/${place.room}`, all, state.recordings[key])
    }
  }
  if (place.room) put(`room/${place.room}`, known?.room ? [mark] : place.marks)
  if (place.act) put(`act/${place.act}`, known?.act ? [mark] : place.marks)
}

type MeasureObservation = Extract<Observation, { kind: 'measure.started' | 'measure.decided' | 'measure.ended' }>

const measure = (state: CustodyState, o: MeasureObservation, seq: number, recordedAt: Instant): void => {
  const { measure: id, kind, person, stay, unit } = o.data
  const b = state.measures[id]
  const approved = o.kind === 'measure.decided' && o.data.decision === 'approved'
  const span: MeasureSpan = {
    measure: id,
    kind,
    person,
    stay: stay ?? b?.stay ?? null,
    unit,
    case: o.data.case ?? b?.case ?? null,
    approvedAt: approved ? min(b?.approvedAt, o.observedAt) : b?.approvedAt,
    startedAt: o.kind === 'measure.started' ? min(b?.startedAt, o.observedAt) : b?.startedAt,
    endedAt: o.kind === 'measure.ended' ? max(b?.endedAt, o.observedAt) : b?.endedAt,
    leftAt: b?.leftAt,
    seqs: [...(b?.seqs ?? []), seq].slice(-8),
  }
  state.measures[id] = span
  state.measuresByPerson[person] = listed(state.measuresByPerson[person], id)
  if (o.kind === 'measure.ended') state.over.push({ at: recordedAt, kind: 'measure', id })
  const its = span.stay === null ? undefined : state.stays[span.stay]
  if (its) measuresLeft(state, its, recordedAt)
}

const comesBack = (how: DataOf<'person.departed'>['how']): boolean => how === 'taken-out' || how === 'hospital'

/** Whoever has left for good is under no summons and no questioning any more, also when no paper says that it ended. */
const measuresLeft = (state: CustodyState, { stay, person, leftAt }: StaySpan, recordedAt: Instant): void => {
  if (leftAt === undefined) return
  for (const id of state.measuresByPerson[person] ?? []) {
    const m = state.measures[id]
    if (!m || m.stay !== stay || !isShort(m.kind)) continue
    state.measures[id] = { ...m, leftAt }
    state.over.push({ at: recordedAt, kind: 'measure', id })
  }
}

/** Forgets what has been over for long; the head of the queue is the oldest. */
const forget = (state: CustodyState, now: Instant): void => {
  let gone = 0
  while (gone < state.over.length && state.over[gone]!.at < now - OVER_MS) drop(state, state.over[gone++]!)
  if (gone > 0) state.over.splice(0, gone)
}

const drop = (state: CustodyState, { at, kind, id, key = '' }: CustodyState['over'][number]): void => {
  if (kind === 'recording') {
    // Heard of since: a later line of the queue forgets it.
    if (state.recordingPlaces[id]?.heardAt === at) delete state.recordingPlaces[id]
    return
  }
  if (kind === 'custody') {
    // Whoever is still inside, or was heard of since, stays.
    const last = state.facilityMarks[id]?.at(-1)
    if (last?.kind === 'custody.released' && last.at <= at) delete state.facilityMarks[id]
    return
  }
  if (kind === 'deed') {
    const left = (state.deeds[key] ?? []).filter((d) => d !== id)
    if (left.length > 0) state.deeds[key] = left
    else delete state.deeds[key]
    return
  }
  if (kind === 'act') {
    dropAct(state, id)
    return
  }
  const person = (kind === 'stay' ? state.stays[id] : state.measures[id])?.person
  delete state[kind === 'stay' ? 'stays' : 'measures'][id]
  if (person === undefined) return
  const lists = kind === 'stay' ? state.staysByPerson : state.measuresByPerson
  lists[person] = (lists[person] ?? []).filter((x) => x !== id)
  if ((state.staysByPerson[person]?.length ?? 0) + (state.measuresByPerson[person]?.length ?? 0) > 0) return
  delete state.staysByPerson[person]
  delete state.measuresByPerson[person]
  delete state.persons[person]
  delete state.whereabouts[person]
}
