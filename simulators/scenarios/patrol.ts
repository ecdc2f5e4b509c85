import type { Reference, Scenario } from './scenario.ts'

const shift = (car: string, beat: string | null, from: number, to: number): Reference => ({
  shifts: [{ carrier: `vehicle/${car}`, beat, from, to }],
  tasks: [],
  orders: [],
})

const wandersOff = { car: 'C05', script: [{ at: 5, do: 'go', to: { outsideBeat: 'B05', metres: 900 } }] } as const
const standsStill = { car: 'C10', script: [{ at: 3, do: 'stop', engine: 'on' }] } as const

/** Leaving the beat, stopping, not patrolling; each with its lawful twin. */
export const patrolScenarios: readonly Scenario[] = [
  {
    id: 'leaves-beat',
    title: { zh: '巡逻车离开巡区', en: 'A patrol car leaves its beat' },
    lasts: 22,
    cast: [wandersOff],
    reference: shift('C05', 'B05', -8, 240),
    expects: [{ rule: 'patrol.leaves-beat', subject: 'vehicle/C05', since: 12, tolerance: 5 }],
  },
  {
    id: 'leaves-beat-while-dispatched',
    title: { zh: '受指令离开巡区处警', en: 'It leaves its beat under a dispatch order' },
    lawfulTwinOf: 'leaves-beat',
    lasts: 22,
    cast: [wandersOff],
    reference: {
      ...shift('C05', 'B05', -8, 240),
      orders: [{ carriers: ['vehicle/C05'], urgent: false, from: 4, to: 40 }],
    },
    expects: [],
  },
  {
    id: 'stops-too-long',
    title: { zh: '巡逻车超时停靠', en: 'A patrol car stops for too long' },
    lasts: 30,
    cast: [standsStill],
    reference: shift('C10', 'B10', -8, 240),
    expects: [{ rule: 'patrol.stops-too-long', subject: 'vehicle/C10', since: 23, tolerance: 3 }],
  },
  {
    id: 'meal-break',
    title: { zh: '经批准就餐停靠', en: 'It stops for an approved meal' },
    lawfulTwinOf: 'stops-too-long',
    lasts: 30,
    cast: [standsStill],
    reference: {
      ...shift('C10', 'B10', -8, 240),
      tasks: [{ carrier: 'vehicle/C10', purpose: '就餐', from: 2, to: 45 }],
    },
    expects: [],
  },
  {
    id: 'beat-not-patrolled',
    title: { zh: '整班停在所内未巡逻', en: 'A car spends its shift in the station yard' },
    lasts: 100,
    cast: [{ car: 'C13', from: { unit: 'station-shazao' }, script: [{ at: 0, do: 'stop', engine: 'on' }] }],
    reference: shift('C13', 'B13', -5, 80),
    expects: [{ rule: 'patrol.beat-not-patrolled', subject: 'vehicle/C13', since: 80, tolerance: 1 }],
  },
  {
    id: 'beat-patrolled',
    title: { zh: '按要求巡逻', en: 'A beat patrolled as ordered' },
    lawfulTwinOf: 'beat-not-patrolled',
    lasts: 100,
    cast: [{ car: 'C13', script: [{ at: 82, do: 'go', to: { unit: 'station-shazao' } }] }],
    reference: shift('C13', 'B13', -5, 80),
    expects: [],
  },
]
