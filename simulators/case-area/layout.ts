/** A room as the case area has it, and how its people and recorder are seen. */
export interface LaidRoom {
  readonly room: string
  readonly zh: string
  readonly en: string
  readonly kind: 'waiting-room' | 'holding-room' | 'interrogation-room' | 'questioning-room' | 'check-room' | 'hall'
}

/** The case area of one unit: rooms, a gate, a cabinet, and the MQTT prefix under which they speak. */
export interface Layout {
  readonly id: string
  readonly unit: string
  readonly facility: 'station' | 'case-centre'
  /** MQTT client id, user name and prefix. */
  readonly client: string
  readonly prefix: string
  readonly rooms: readonly LaidRoom[]
}

export interface Staff {
  readonly officer: string
  readonly zh: string
  readonly unit: string
  readonly kind: 'officer' | 'auxiliary'
  readonly sex: 'male' | 'female'
}

const rooms = (unit: string): LaidRoom[] => [
  { room: `room-${unit}-1`, zh: '讯问室1', en: 'interrogation room 1', kind: 'interrogation-room' },
  { room: `room-${unit}-2`, zh: '讯问室2', en: 'interrogation room 2', kind: 'interrogation-room' },
  { room: `room-${unit}-3`, zh: '询问室', en: 'questioning room', kind: 'questioning-room' },
  { room: `room-${unit}-4`, zh: '候问室(男)', en: 'waiting room, men', kind: 'waiting-room' },
  { room: `room-${unit}-5`, zh: '候问室(女)', en: 'waiting room, women', kind: 'waiting-room' },
  { room: `room-${unit}-6`, zh: '信息采集室', en: 'data collection room', kind: 'check-room' },
]

/** Chengdong station's case area: the rooms of the county's installations. */
export const chengdong: Layout = {
  id: 'area-station-chengdong',
  unit: 'station-chengdong',
  facility: 'station',
  client: 'area-chengdong',
  prefix: 'yl/chengdong',
  rooms: rooms('station-chengdong'),
}

/** The people of the county's list who act in these scenes. */
export const staff: readonly Staff[] = [
  { officer: 'P01', zh: '徐国栋', unit: 'station-chengdong', kind: 'officer', sex: 'male' },
  { officer: 'P02', zh: '沈国栋', unit: 'station-chengdong', kind: 'officer', sex: 'male' },
  { officer: 'P25', zh: '程建国', unit: 'station-chengdong', kind: 'officer', sex: 'male' },
  { officer: 'P26', zh: '朱永刚', unit: 'station-chengdong', kind: 'officer', sex: 'male' },
  { officer: 'P05', zh: '黄思敏', unit: 'station-weize', kind: 'officer', sex: 'female' },
  { officer: 'P61', zh: '萧春华', unit: 'station-chengdong', kind: 'officer', sex: 'female' },
  { officer: 'P51', zh: '袁启明', unit: 'station-chengdong', kind: 'auxiliary', sex: 'male' },
]

export const cardOf = (officer: string): string => `card-${officer}`
export const readerIn = (room: string): string => `ap-${room}-in`
export const readerOut = (room: string): string => `ap-${room}-out`
export const recorderOf = (room: string): string => `rec-${room}`
export const counterOf = (room: string): string => `cam-${room}`
