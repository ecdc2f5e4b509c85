import type { ObservationKind } from '../../server/domain/observation/index.ts'
import type { Moment } from './timeline.ts'

/** Short words for case work: case c1 of station-1, item i1, decision d1, order x1. */
export const told =
  (kind: ObservationKind, own: object) =>
  (when: string, more: object = {}, heard?: string): Moment => [when, kind, { ...own, ...more }, heard]
const c1 = { case: 'c1', unit: 'station-1' }
export const inCase = (kind: ObservationKind, own: object = {}) => told(kind, { ...c1, ...own })
export const ofItem = (kind: ObservationKind, own: object = {}) => told(kind, { item: 'i1', unit: 'station-1', ...own })
export const accepted = inCase('case.accepted', { type: 'public-order', acceptedBy: 'o1' })
export const filed = inCase('case.filed', { type: 'public-order' })
export const decided = inCase('decision.made', {
  decision: 'd1',
  type: 'public-order',
  person: 'p1',
  penalties: ['fine'],
  fineYuan: 500,
  decidedBy: 'bureau',
  rank: 'bureau-chief',
  by: 'o9',
})
export const seized = ofItem('property.seized', {
  case: 'c1',
  type: 'public-order',
  how: 'seizure',
  officers: ['o1', 'o2'],
  list: 'l1',
  copies: 2,
  what: 'knife',
  place: 'scene',
})
/** The holidays of 2026 around the days that the tests use: none of them falls on one. */
export const calendar: Moment = [
  '2020-01-01 00:00',
  'calendar.published',
  { year: 2026, holidays: ['2026-05-01'], workdays: [], source: 'test' },
]
export const station: Moment = [
  '2012-01-01 00:00',
  'unit.registered',
  { unit: 'station-1', name: { zh: '所', en: 'Station' }, kind: 'station', parent: 'bureau', place: null },
]
