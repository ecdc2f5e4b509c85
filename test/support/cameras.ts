import { at, type Moment } from './timeline.ts'

/** Short words for a camera `cam-1` of `station-1` that covers room r1, and for our recorder. */
export const camera = (when: string, more: object = {}): Moment => [
  when,
  'camera.registered',
  {
    camera: 'cam-1',
    name: { zh: '讯问室', en: 'Room' },
    unit: 'station-1',
    room: 'r1',
    purpose: 'case-area',
    by: 'chief',
    ...more,
  },
]
export const withdrawn = (when: string, more: object = {}): Moment => [
  when,
  'camera.withdrawn',
  { camera: 'cam-1', by: 'chief', reason: '拆除', ...more },
]
export const lost = (when: string, why = 'stalled', heard?: string, more: object = {}): Moment => [
  when,
  'camera.lost',
  { camera: 'cam-1', why, ...more },
  heard,
]
export const restored = (when: string, heard?: string, more: object = {}): Moment => [
  when,
  'camera.restored',
  { camera: 'cam-1', ...more },
  heard,
]
export const written = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'segment.closed',
  {
    camera: 'cam-1',
    segment: `cam-1/${when}`,
    startsAt: at(when) - 60_000,
    endsAt: at(when),
    sha256: 'a'.repeat(64),
    bytes: 1,
    video: null,
    ...more,
  },
  heard,
]
export const broken = (when: string, why = 'crashed', heard?: string): Moment => [
  when,
  'camera.recording-broken',
  { camera: 'cam-1', why },
  heard,
]
export const resumed = (when: string, brokenAt: string): Moment => [
  when,
  'camera.recording-resumed',
  { camera: 'cam-1', brokenAt: at(brokenAt) },
]
export const recorderStarts = (when: string, heard?: string, why = 'restart'): Moment => [
  when,
  'recorder.started',
  { recorder: 'recorder-1', why, owner: 'bureau' },
  heard,
]
export const recorderStops = (when: string, why = 'crashed', heard?: string): Moment => [
  when,
  'recorder.stopped',
  { recorder: 'recorder-1', why, owner: 'bureau' },
  heard,
]
/** How far back a recorder can be played, as it was probed. */
export const probed = (when: string, area: string, oldest: string, more: object = {}, heard?: string): Moment => [
  when,
  'footage.probed',
  {
    recorder: 'nvr1',
    owner: 'tech-1',
    area,
    inServiceSince: at('2010-01-01 00:00'),
    oldestAt: at(oldest),
    ...more,
  },
  heard,
]
