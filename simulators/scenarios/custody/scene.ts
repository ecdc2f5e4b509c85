import type { Local, Step } from './scenario.ts'

/** Rooms of Chengdong station's case area. */
export const rooms = {
  interrogation: 'room-station-chengdong-1',
  otherInterrogation: 'room-station-chengdong-2',
  questioning: 'room-station-chengdong-3',
  waitingMen: 'room-station-chengdong-4',
  waitingWomen: 'room-station-chengdong-5',
  check: 'room-station-chengdong-6',
} as const
export const unit = 'station-chengdong'

export const tell = (at: Local, type: string, data: object, heard?: Local): Step => ({
  at,
  do: 'tell',
  type,
  data,
  ...(heard === undefined ? {} : { heard }),
})

/** `09:00` on `day`; what has a day of its own keeps it. */
export const on = (day: string, time: string): Local => (time.includes(' ') ? time : `${day} ${time}`)

/** One person, one stay, one measure, one act; each scene names them anew when it has several. */
export interface Who {
  readonly person: string
  readonly stay: string
  readonly measure: string
  readonly act: string
  readonly case: string | null
}
export const first: Who = { person: 'p1', stay: 's1', measure: 'm1', act: 'a1', case: 'x1' }
export const second: Who = { person: 'p2', stay: 's2', measure: 'm2', act: 'a2', case: 'x2' }

export const measureOf = (who: Who, kind: string) => ({
  measure: who.measure,
  kind,
  person: who.person,
  stay: who.stay,
  case: who.case,
  unit,
})

/** Facts from an identity document. */
export const described = (at: Local, who: Who, more: object = {}): Step =>
  tell(at, 'person.described', {
    person: who.person,
    sex: 'male',
    birthDate: '1990-01-01',
    pregnant: false,
    nursing: false,
    deaf: false,
    speaksLocalLanguage: true,
    foreigner: false,
    identityKnown: true,
    source: 'id-document',
    ...more,
  })

/** Officers walk into a room, or out of it. */
export const walk = (at: Local, room: string | null, ...officers: readonly string[]): Step[] =>
  officers.map((officer): Step => ({ at, do: 'walk', officer, room }))

export const recorded = (room: string, from: Local, to: Local): Step[] => [
  { at: from, do: 'record', room },
  { at: to, do: 'stop-recording', room },
]

export interface Session {
  readonly kind: string
  readonly caseType: 'public-order' | 'administrative' | 'criminal'
  readonly from: Local
  readonly to: Local
  readonly signedAt: Local | null
  readonly room: string | null
  readonly place?: string
  /** Whom the record names. */
  readonly officers: readonly string[]
  readonly attendees?: readonly object[]
  readonly more?: object
}

/** What the record of one session says. */
export const session = (who: Who, s: Session): Step[] => [
  tell(s.from, 'act.started', {
    act: who.act,
    kind: s.kind,
    caseType: s.caseType,
    case: who.case,
    unit,
    person: who.person,
    stay: who.stay,
    room: s.room,
    place: s.place ?? 'standard-case-area',
    officers: s.officers,
    attendees: s.attendees ?? [],
    ...s.more,
  }),
  tell(s.to, 'act.ended', { act: who.act }),
  ...(s.signedAt === null ? [] : [tell(s.signedAt, 'act.signed', { act: who.act, officers: s.officers })]),
]

export const notice = (at: Local, about: string, who: Who, to = 'family'): Step =>
  tell(at, 'notice.given', { about, person: who.person, to, means: 'telephone' })

export const care = (at: Local, who: Who, what: 'meal' | 'rest' | 'bedding' | 'medical'): Step =>
  tell(at, 'care.given', { stay: who.stay, care: what })

export const arrive = (at: Local, who: Who, how: string, sex: 'male' | 'female' = 'male'): Step => ({
  at,
  do: 'arrive',
  person: who.person,
  stay: who.stay,
  how,
  sex,
})
export const depart = (at: Local, who: Who, how = 'released'): Step => ({
  at,
  do: 'depart',
  person: who.person,
  stay: who.stay,
  how,
})
export const bring = (at: Local, who: Who, room: string | null): Step => ({ at, do: 'bring', person: who.person, room })
