import { at, type Moment } from './timeline.ts'

/** Car v1 with o1 and o2 is ordered out at 09:00 on 2 March 2026 and arrives at 09:10. */
export const day = '2026-03-02'
export const crew: Moment = [
  '2016-06-01 00:00',
  'shift.scheduled',
  {
    shift: 's1',
    carrier: 'vehicle/v1',
    unit: 'station-1',
    beat: 'b1',
    startsAt: at(`${day} 08:00`),
    endsAt: at(`${day} 20:00`),
    crew: ['o1', 'o2'],
  },
]
export const fedCameras: Moment = [
  '2016-06-01 00:00',
  'sensor.installed',
  { sensor: 'cameras', watches: ['body-cameras'], room: null, owner: 'tech' },
]
/** The platform is down for a while. */
export const fedAgain = (down: string, up: string): readonly Moment[] => [
  [down, 'sensor.failed', { sensor: 'cameras', fault: 'offline' }],
  [up, 'sensor.restored', { sensor: 'cameras' }],
]
export const car: Moment = [
  '2016-06-01 00:00',
  'vehicle.registered',
  { vehicle: 'v1', plate: '云Y1警', unit: 'station-1', name: { zh: '车', en: 'Car' } },
]
const of = { order: 'x1', carriers: ['vehicle/v1'] }
export const ordered = (when = `${day} 09:00`): Moment => [
  when,
  'dispatch.ordered',
  { ...of, incident: 'i1', place: null, urgent: true },
]
export const arrives = (when = `${day} 09:10`, heard?: string): Moment => [
  when,
  'dispatch.arrived',
  { order: 'x1', carrier: 'vehicle/v1' },
  heard,
]
export const closed = (when: string): Moment => [when, 'dispatch.closed', { ...of, result: '' }]
const camera = { device: 'cam1', officer: 'o1', unit: 'station-1' }
export const records = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'body-camera.started',
  { ...camera, recording: 'f1', ...more },
  heard,
]
export const stops = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'body-camera.stopped',
  { ...camera, recording: 'f1', reason: 'ended', ...more },
  heard,
]
export const explains = (when: string, from: string, to: string): Moment => [
  when,
  'body-camera.interruption-explained',
  { ...camera, from: at(from), to: at(to), reason: '电量耗尽' },
]
export const exempted = (from: string, to: string, more: object = {}): Moment => [
  `${day} 08:00`,
  'body-camera.exempted',
  { officer: 'o1', unit: 'station-1', startsAt: at(from), endsAt: at(to), ground: 'secret', approvedBy: 'o9', ...more },
]
/** Everything known of the incident before anybody arrives. */
export const scene = [fedCameras, car, crew, ordered()] as const
