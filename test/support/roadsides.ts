import type { Moment } from './timeline.ts'

export const day = '2026-03-02'
export const site = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'roadside.set-up',
  {
    site: 's1',
    unit: 'traffic',
    road: 'highway',
    officers: ['o1', 'o2'],
    helpers: [],
    poorConditions: false,
    signsAtM: 220,
    carAtM: 80,
    ...more,
  },
  heard,
]
export const down = (when: string): Moment => [when, 'roadside.taken-down', { site: 's1', unit: 'traffic' }]
export const far = '2026-04-09 00:00'
