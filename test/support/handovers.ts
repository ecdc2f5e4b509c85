import { day, watch } from './duty.ts'
import { at, type Moment } from './timeline.ts'

/** o1 has the room until 20:00 and o2 takes it over. */
export const change = (told?: string, heard?: string): readonly Moment[] => [
  watch({}, told, heard),
  watch({ duty: 'd2', officer: 'o2', startsAt: at(`${day} 20:00`), endsAt: at(`${day} 23:59`) }, told, heard),
]
export const handsOver = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'duty.handed-over',
  {
    handover: 'h1',
    unit: 'station-1',
    post: 'r1',
    from: ['o1'],
    to: ['o2'],
    openItems: 1,
    personsHeld: 0,
    signedBy: ['o1', 'o2'],
    ...more,
  },
  heard,
]
