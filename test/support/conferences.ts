import { at, type Moment } from './timeline.ts'

/** Conference c1 on 2 March 2026, 15:00–16:00: o1 and o2 must attend at station-1. */
export const day = '2026-03-02'
export const called = (more: object = {}, told = `${day} 09:00`, heard?: string): Moment => [
  told,
  'conference.scheduled',
  {
    conference: 'c1',
    title: '调度会',
    host: 'bureau',
    venues: [{ unit: 'station-1', terminal: 'vc1', required: ['o1'] }],
    startsAt: at(`${day} 15:00`),
    endsAt: at(`${day} 16:00`),
    ...more,
  },
  heard,
]
const mark =
  (kind: 'conference.joined' | 'conference.left') =>
  (when: string, officer: string | null = 'o1', heard?: string): Moment => [
    when,
    kind,
    { conference: 'c1', unit: 'station-1', officer, terminal: 'vc1' },
    heard,
  ]
export const joins = mark('conference.joined')
export const leaves = mark('conference.left')
export const closes = (when: string): Moment => [when, 'conference.closed', { conference: 'c1' }]
export const excuses = (when: string, more: object = {}): Moment => [
  when,
  'conference.excused',
  { conference: 'c1', officer: 'o1', unit: 'station-1', reason: '处置警情', ...more },
]
export const calledOff = (when: string): Moment => [when, 'conference.cancelled', { conference: 'c1', reason: '改期' }]
export const far = '2026-03-09 00:00'
