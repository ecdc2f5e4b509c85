import type { Moment } from './timeline.ts'

export const day = '2026-03-02'
export const looks = (when: string, result: string, more: object = {}, heard?: string): Moment => [
  when,
  'video-patrol.looked',
  { look: 'k1', camera: 'cam1', post: 'r1', unit: 'station-1', by: 'supervisor', officers: ['o1'], result, ...more },
  heard,
]
export const corrects = (when: string): Moment => [
  when,
  'video-patrol.corrected',
  { look: 'k1', unit: 'station-1', by: 'supervisor', note: '看错' },
]
