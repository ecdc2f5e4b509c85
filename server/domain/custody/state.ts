import type { HolidayYear } from '../calendar.ts'
import type { DataOf } from '../observation/index.ts'
import type { Instant } from '../time.ts'
import type { Interval, Mark } from './marks.ts'
import type { PersonFacts } from './people.ts'

export type Room = DataOf<'room.registered'>
export type Sensor = DataOf<'sensor.installed'>

/** Someone passing a door; `as` and `sex` as the badge or wristband said. */
export interface Passage extends Mark {
  readonly who: string
  readonly as: DataOf<'room.entered'>['as']
  readonly sex: 'male' | 'female' | null
}

/** A sensor beginning or ceasing to see; `fault` as it was told, null while it works. */
export interface SensorMark extends Mark {
  readonly fault: DataOf<'sensor.failed'>['fault'] | null
}

/** A measure's place on the person's timeline. */
export interface MeasureSpan {
  readonly measure: string
  readonly kind: DataOf<'measure.started'>['kind']
  readonly person: string
  readonly stay: string | null
  readonly unit: string
  readonly case: string | null
  readonly approvedAt: Instant | undefined
  readonly startedAt: Instant | undefined
  readonly endedAt: Instant | undefined
  /** When the person left the premises for good, for a measure that is nothing without them there. */
  readonly leftAt: Instant | undefined
  readonly seqs: readonly number[]
}

export interface StaySpan {
  readonly stay: string
  readonly person: string
  readonly unit: string
  readonly arrivedAt: Instant | undefined
  readonly departedAt: Instant | undefined
  /** The last departure that was no errand to a scene or a doctor. */
  readonly leftAt: Instant | undefined
}

/** When the record has one officer at an act: from its beginning or their coming to their leaving or its end. */
export interface AtAct extends Interval {
  readonly officer: string
}

/** An act as the record tells it. `officers` are all that were ever named. */
export interface ActSpan {
  readonly act: string
  readonly kind: DataOf<'act.started'>['kind']
  readonly caseType: DataOf<'act.started'>['caseType']
  readonly unit: string
  readonly room: string | null
  readonly person: string | null
  readonly personRole: DataOf<'act.started'>['personRole']
  readonly stay: string | null
  readonly case: string | null
  /** Everyone the record ever named as acting. */
  readonly officers: readonly string[]
  readonly present: readonly AtAct[]
  readonly startedAt: Instant
  readonly endedAt: Instant | undefined
}

/** Coming into a detention house or lock-up, or out of it; `purpose` says why someone is outside for a time. */
export interface FacilityMark {
  readonly kind: 'custody.admitted' | 'custody.released' | 'custody.taken-out' | 'custody.returned'
  readonly at: Instant
  readonly seq: number
  readonly facility: string
  readonly facilityKind: DataOf<'custody.admitted'>['facilityKind']
  readonly purpose: DataOf<'custody.taken-out'>['purpose'] | null
}

/** Where a recording belongs, as far as any of its entries said; its newest marks, for what is learnt of it later. */
export interface RecordingPlace {
  readonly room: string | null
  readonly act: string | null
  readonly marks: readonly Mark[]
  readonly heardAt: Instant
}

/** What of custody the journal has told so far, as plain data. */
export interface CustodyState {
  persons: Record<string, PersonFacts>
  stays: Record<string, StaySpan>
  staysByPerson: Record<string, string[]>
  measures: Record<string, MeasureSpan>
  measuresByPerson: Record<string, string[]>
  /** Each person's ways into and out of custody, oldest first. */
  facilityMarks: Record<string, FacilityMark[]>
  /** What was done to a person, so that news of the person bear on it; the key is `<kind>/<person>`. */
  deeds: Record<string, string[]>
  rooms: Record<string, Room>
  passagesByRoom: Record<string, Passage[]>
  /** From when on passages and recordings of a room are whole, where earlier ones were dropped; `doors/<id>`, `recordings/<id>`. */
  wholeFrom: Record<string, Instant>
  /** The room each person or officer was last seen entering, and the one they came from. */
  whereabouts: Record<string, { room: string; from: string | null; at: Instant }>
  acts: Record<string, ActSpan>
  actsByRoom: Record<string, string[]>
  actsByOfficer: Record<string, string[]>
  /** Recording on and off; the key is `room/<id>` or `act/<id>`. */
  recordings: Record<string, Mark[]>
  recordingPlaces: Record<string, RecordingPlace>
  sensors: Record<string, Sensor>
  sensorMarks: Record<string, SensorMark[]>
  sensorsByRoom: Record<string, string[]>
  calendar: Record<number, HolidayYear>
  /** What is over, oldest first, to be forgotten in turn. */
  over: {
    at: Instant
    kind: 'stay' | 'measure' | 'act' | 'recording' | 'custody' | 'deed'
    id: string
    /** For a deed: the list it stands in. */
    key?: string
  }[]
}

export const emptyCustody = (): CustodyState => ({
  persons: {},
  stays: {},
  staysByPerson: {},
  measures: {},
  measuresByPerson: {},
  facilityMarks: {},
  deeds: {},
  rooms: {},
  passagesByRoom: {},
  wholeFrom: {},
  whereabouts: {},
  acts: {},
  actsByRoom: {},
  actsByOfficer: {},
  recordings: {},
  recordingPlaces: {},
  sensors: {},
  sensorMarks: {},
  sensorsByRoom: {},
  calendar: {},
  over: [],
})
