import type { Moment } from './timeline.ts'

/** Short words for a day in the case area: stay s1 of person p1, with unit `station-1`. */
export const arrives = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'person.arrived',
  { stay: 's1', person: 'p1', unit: 'station-1', source: 'gate', ...more },
  heard,
]
export const departs = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'person.departed',
  { stay: 's1', person: 'p1', ...more },
  heard,
]
export const person = (when: string, more: object, heard?: string): Moment => [
  when,
  'person.described',
  { person: 'p1', source: 'id-document', ...more },
  heard,
]

/** Everything the case system says about one measure. */
export const measure = (kind: string, own: object = {}) => {
  const of = { measure: 'm1', kind, person: 'p1', stay: 's1', unit: 'station-1', ...own }
  return {
    starts: (when: string, more: object = {}, heard?: string): Moment => [
      when,
      'measure.started',
      { ...of, ...more },
      heard,
    ],
    approved: (when: string, rank: string, more: object = {}, heard?: string): Moment => [
      when,
      'measure.decided',
      { ...of, decision: 'approved', rank, ...more },
      heard,
    ],
    extended: (
      when: string,
      amount: number,
      unit: 'hour' | 'day' | 'month',
      rank: string,
      more: object = {},
    ): Moment => [when, 'measure.extended', { ...of, total: { amount, unit }, rank, ...more }],
    mustEnd: (when: string, reason: string): Moment => [when, 'measure.must-end', { ...of, reason }],
    ends: (when: string, how = 'released', more: object = {}, heard?: string): Moment => [
      when,
      'measure.ended',
      { ...of, how, ...more },
      heard,
    ],
    of,
  }
}

/** Everything the record says about one act. */
export const act = (kind: string, own: object = {}) => {
  const of = {
    act: 'a1',
    kind,
    caseType: 'public-order',
    unit: 'station-1',
    person: 'p1',
    stay: 's1',
    room: 'r1',
    place: 'standard-case-area',
    officers: ['o1', 'o2'],
    ...own,
  }
  const one = { act: of.act }
  return {
    starts: (when: string, more: object = {}, heard?: string): Moment => [
      when,
      'act.started',
      { ...of, ...more },
      heard,
    ],
    joins: (when: string, officer: string): Moment => [when, 'act.joined', { ...one, officer }],
    leaves: (when: string, officer: string): Moment => [when, 'act.left', { ...one, officer }],
    /** Others: a guardian, an interpreter, …. */
    isJoined: (when: string, as: string, more: object = {}): Moment => [when, 'act.joined', { ...one, as, ...more }],
    isLeft: (when: string, as: string, more: object = {}, heard?: string): Moment => [
      when,
      'act.left',
      { ...one, as, ...more },
      heard,
    ],
    ends: (when: string): Moment => [when, 'act.ended', one],
    signed: (when: string, more: object = {}): Moment => [when, 'act.signed', { ...one, ...more }],
    explained: (when: string): Moment => [when, 'act.explained', { ...one, reason: 'power cut, room changed' }],
  }
}

export const enters = (when: string, who: string, as: string, more: object = {}, heard?: string): Moment => [
  when,
  'room.entered',
  { room: 'r1', who, as, ...more },
  heard,
]
export const leaves = (when: string, who: string, as: string, more: object = {}, heard?: string): Moment => [
  when,
  'room.left',
  { room: 'r1', who, as, ...more },
  heard,
]
export const room = (when: string, more: object = {}): Moment => [
  when,
  'room.registered',
  {
    room: 'r1',
    name: { zh: '房间', en: 'Room' },
    unit: 'station-1',
    kind: 'questioning-room',
    facility: 'station',
    ...more,
  },
]
export const sensor = (when: string, watches: readonly string[], more: object = {}): Moment => [
  when,
  'sensor.installed',
  { sensor: 'x1', watches, room: 'r1', owner: 'station-1', ...more },
]
export const sensorFails = (when: string, fault = 'offline'): Moment => [when, 'sensor.failed', { sensor: 'x1', fault }]
export const sensorReturns = (when: string): Moment => [when, 'sensor.restored', { sensor: 'x1' }]
export const records = (when: string, more: object = {}): Moment => [
  when,
  'recording.started',
  { recording: 'v1', room: 'r1', ...more },
]
export const stopsRecording = (when: string, more: object = {}): Moment => [
  when,
  'recording.stopped',
  { recording: 'v1', room: 'r1', ...more },
]
export const officer = (when: string, id: string, kind = 'officer', sex: string | null = 'male'): Moment => [
  when,
  'officer.registered',
  { officer: id, name: id, unit: 'station-1', kind, sex, rank: null },
]
export const notice = (when: string, about: string, to: string, more: object = {}, heard?: string): Moment => [
  when,
  'notice.given',
  { about, person: 'p1', to, ...more },
  heard,
]
export const excused = (when: string, about: string, to: string, reason: string, more: object = {}): Moment => [
  when,
  'notice.excused',
  { about, person: 'p1', to, reason, noted: true, ...more },
]
