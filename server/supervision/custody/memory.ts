import type { Entry } from '../../domain/entry.ts'
import type { DataOf, Observation, ObservationKind } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { days, type Instant } from '../../domain/time.ts'
import { lineOf, type StoredLine } from './line.ts'

/** What the register does not keep of a stay: both clocks of the arrival, care, restraints, how far it came. */
export interface StayMemory {
  readonly stay: string
  readonly person: string
  gateAt: Instant | null
  paperAt: Instant | null
  checked: boolean
  signed: boolean
  care: { care: DataOf<'care.given'>['care']; at: Instant; until: Instant | null }[]
}
export interface PersonMemory {
  name: string | null
  line: StoredLine[]
  restraints: { use: string; kind: string; from: Instant; to: Instant | null }[]
}
/** What a recorder or a sensor said, with its reason. */
export interface Said {
  readonly at: Instant
  readonly on: boolean
  readonly why: string | null
}

/** Plain data, so that a snapshot holds it whole. */
export interface CustodyMemory {
  stays: Record<string, StayMemory>
  persons: Record<string, PersonMemory>
  /** By room, and `act/<id>` for recorders that belong to an act. */
  recorders: Record<string, Said[]>
  sensors: Record<string, Said[]>
  counts: Record<string, { people: number; at: Instant }>
  /** What has ended, oldest first, to be forgotten as the register forgets it. */
  over: { at: Instant; stay: string }[]
}

export const emptyMemory = (): CustodyMemory => ({
  stays: {},
  persons: {},
  recorders: {},
  sensors: {},
  counts: {},
  over: [],
})

const MOST_LINES = 600
const MOST_SAID = 300
const MOST_CARE = 60
/** As long as the register remembers a stay after its end. */
const OVER_MS = days(40)

const bounded = <T>(list: readonly T[], most: number): T[] => (list.length > most ? list.slice(-most) : [...list])
const earlier = (a: Instant | null, b: Instant): Instant => (a === null ? b : Math.min(a, b))

type Field = 'person' | 'stay' | 'act' | 'room' | 'sensor' | 'who'
export const fieldOf = (o: Observation, field: Field): string | undefined => {
  const value = (o.data as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' ? value : undefined
}

/** Whose line an observation belongs on. */
export const personOf = (o: Observation, memory: CustodyMemory, { custody }: Register): string | undefined => {
  const stay = fieldOf(o, 'stay')
  const held = o.kind === 'room.entered' || o.kind === 'room.left' ? o.data.as === 'held' && o.data.who : undefined
  return (
    fieldOf(o, 'person') ??
    (held || undefined) ??
    (stay === undefined ? undefined : memory.stays[stay]?.person) ??
    custody.act(fieldOf(o, 'act'))?.person ??
    undefined
  )
}

/** Takes an entry that the register already has into `memory`, which it changes. */
export const remember = (memory: CustodyMemory, entry: Entry, register: Register): void => {
  const { observation: o, recordedAt } = entry
  forget(memory, recordedAt)
  const person = personOf(o, memory, register)
  if (person !== undefined && !unlined.has(o.kind)) {
    const line = lineOf(entry)
    const known = personIn(memory, person)
    known.line = bounded([...known.line, line], MOST_LINES)
  }
  switch (o.kind) {
    case 'person.named':
      personIn(memory, o.data.person).name = o.data.name
      break
    case 'person.arrived': {
      const one = stayIn(memory, o.data.stay, o.data.person)
      if (o.data.source === 'paper') one.paperAt = earlier(one.paperAt, o.observedAt)
      else one.gateAt = earlier(one.gateAt, o.observedAt)
      break
    }
    case 'person.departed':
      memory.over.push({ at: recordedAt, stay: o.data.stay })
      break
    case 'safety.checked':
      stayIn(memory, o.data.stay, o.data.person).checked = true
      break
    case 'belongings.listed':
      if (memory.stays[o.data.stay]) memory.stays[o.data.stay]!.checked = true
      break
    case 'act.signed': {
      const stay = register.custody.act(o.data.act)?.stay
      if (stay && memory.stays[stay]) memory.stays[stay].signed = true
      break
    }
    case 'care.given': {
      const one = memory.stays[o.data.stay]
      if (one)
        one.care = bounded([...one.care, { care: o.data.care, at: o.observedAt, until: o.data.until }], MOST_CARE)
      break
    }
    case 'restraint.applied': {
      const known = personIn(memory, o.data.person)
      const others = known.restraints.filter((r) => r.use !== o.data.use)
      known.restraints = bounded([...others, { use: o.data.use, kind: o.data.kind, from: o.observedAt, to: null }], 100)
      break
    }
    case 'restraint.removed': {
      const known = personIn(memory, o.data.person)
      known.restraints = known.restraints.map((r) => (r.use === o.data.use ? { ...r, to: o.observedAt } : r))
      break
    }
    case 'recording.started':
    case 'recording.signal-restored':
      for (const key of recordersOf(o.data)) said(memory.recorders, key, { at: o.observedAt, on: true, why: null })
      break
    case 'recording.stopped':
      for (const key of recordersOf(o.data))
        said(memory.recorders, key, { at: o.observedAt, on: false, why: o.data.reason })
      break
    case 'recording.signal-lost':
      for (const key of recordersOf(o.data))
        said(memory.recorders, key, { at: o.observedAt, on: false, why: `lost-${o.data.lost}` })
      break
    case 'sensor.installed':
    case 'sensor.restored':
      said(memory.sensors, o.data.sensor, { at: o.observedAt, on: true, why: null })
      break
    case 'sensor.failed':
      said(memory.sensors, o.data.sensor, { at: o.observedAt, on: false, why: o.data.fault })
      break
    case 'room.counted':
      if ((memory.counts[o.data.room]?.at ?? 0) <= o.observedAt)
        memory.counts[o.data.room] = { people: o.data.people, at: o.observedAt }
      break
  }
}

/** A name is on no line, and what people do at consoles is in the audit. */
const unlined: ReadonlySet<ObservationKind> = new Set<ObservationKind>(['person.named'])

const recordersOf = ({ room, act }: { readonly room: string | null; readonly act: string | null }): string[] =>
  [room, act && `act/${act}`].filter((key): key is string => Boolean(key))

const said = (all: Record<string, Said[]>, key: string, one: Said): void => {
  const list = [...(all[key] ?? []), one].sort((a, b) => a.at - b.at)
  all[key] = bounded(list, MOST_SAID)
}

const personIn = (memory: CustodyMemory, person: string): PersonMemory => {
  memory.persons[person] ??= { name: null, line: [], restraints: [] }
  return memory.persons[person]
}
const stayIn = (memory: CustodyMemory, stay: string, person: string): StayMemory => {
  memory.stays[stay] ??= { stay, person, gateAt: null, paperAt: null, checked: false, signed: false, care: [] }
  return memory.stays[stay]
}

const forget = (memory: CustodyMemory, now: Instant): void => {
  while (memory.over[0] && memory.over[0].at < now - OVER_MS) {
    const { stay } = memory.over.shift()!
    const person = memory.stays[stay]?.person
    delete memory.stays[stay]
    if (person !== undefined && !Object.values(memory.stays).some((s) => s.person === person))
      delete memory.persons[person]
  }
}
