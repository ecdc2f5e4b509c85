import { at, type Moment } from './timeline.ts'

/** Short words for duty at station-1: duty d1 of officer o1 in room r1 from 08:00 to 20:00 on 2 March 2026. */
export const day = '2026-03-02'
export const watch = (more: object = {}, told = `${day} 06:00`, heard?: string): Moment => [
  told,
  'duty.assigned',
  {
    duty: 'd1',
    unit: 'station-1',
    role: 'officer',
    officer: 'o1',
    post: 'r1',
    startsAt: at(`${day} 08:00`),
    endsAt: at(`${day} 20:00`),
    ...more,
  },
  heard,
]
const sign =
  (kind: 'duty.signed-in' | 'duty.signed-out') =>
  (when: string, officer = 'o1', more: object = {}, heard?: string): Moment => [
    when,
    kind,
    { officer, unit: 'station-1', post: 'r1', by: 'face', ...more },
    heard,
  ]
export const signsIn = sign('duty.signed-in')
export const signsOut = sign('duty.signed-out')
/** A business system that feeds us, from 1 March on. */
export const fed = (...watches: readonly string[]): Moment => [
  '2026-03-01 00:00',
  'sensor.installed',
  { sensor: 'system', watches, room: null, owner: 'tech' },
]
export const feedStops = (when: string): Moment => [when, 'sensor.failed', { sensor: 'system', fault: 'offline' }]
export const feedReturns = (when: string): Moment => [when, 'sensor.restored', { sensor: 'system' }]
export const absence = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'post.absence-reported',
  { absence: 'ab1', officer: 'o1', unit: 'station-1', post: 'r1', reason: '送医', to: 'o9', substitute: 'o2', ...more },
  heard,
]
export const back = (when: string): Moment => [
  when,
  'post.absence-ended',
  { absence: 'ab1', officer: 'o1', unit: 'station-1', post: 'r1' },
]
export const leave = (from: string, to: string, more: object = {}): Moment => [
  '2026-02-20 09:00',
  'leave.approved',
  { leave: 'l1', officer: 'o1', kind: 'annual', startsAt: at(from), endsAt: at(to), ...more },
]
