import { describe, expect, it } from 'vitest'
import {
  contradictionsOf,
  listedIncidents,
  phaseOf,
  promiseOf,
} from '../../client/features/situation/incident-model.ts'
import type { IncidentView, OrderView } from '../../server/contract/dispatch.ts'

const order = (more: Partial<OrderView> = {}): OrderView => ({
  id: 'z',
  unit: 's1',
  carriers: ['vehicle/C1'],
  urgent: true,
  orderedAt: 1_000,
  acknowledgedAt: null,
  refused: null,
  delayed: null,
  moving: { desk: null, position: null, agreement: 'none' },
  arrived: { desk: null, position: null, agreement: 'none' },
  nearestM: null,
  recordings: [],
  fedBack: null,
  closedAt: null,
  promise: { minutes: 5, dueAt: 301_000 },
  ...more,
})
const incident = (more: Partial<IncidentView> = {}): IncidentView => ({
  id: 'j',
  seq: 1,
  unit: 's1',
  channel: '110',
  area: 'urban',
  urgency: 'urgent',
  category: null,
  test: false,
  testApprovedAt: null,
  testEndedAt: null,
  place: null,
  receivedAt: 0,
  endedAt: 500,
  orders: [],
  overAt: null,
  findings: [],
  ...more,
})

describe('how far an incident has come', () => {
  it.each([
    ['ordering', incident()],
    ['call', incident({ endedAt: null })],
    ['acknowledging', incident({ orders: [order()] })],
    ['setting', incident({ orders: [order({ acknowledgedAt: 2_000 })] })],
    // The button alone moves nobody when positions were heard that do not show it.
    [
      'setting',
      incident({
        orders: [order({ acknowledgedAt: 1, moving: { desk: 2, position: null, agreement: 'unsupported' } })],
      }),
    ],
    ['coming', incident({ orders: [order({ moving: { desk: 2, position: null, agreement: 'unseen' } })] })],
    ['coming', incident({ orders: [order({ moving: { desk: null, position: 5, agreement: 'unreported' } })] })],
    ['there', incident({ orders: [order({ arrived: { desk: null, position: 9, agreement: 'unreported' } })] })],
    ['feedback', incident({ orders: [order({ closedAt: 9 })] })],
    // The result is in, but the desk left the order open: nobody is at the scene any more because of it.
    [
      'closing',
      incident({
        orders: [
          order({
            arrived: { desk: 2, position: 2, agreement: 'agree' },
            fedBack: { at: 9, outcome: 'handled', case: null },
          }),
        ],
      }),
    ],
    ['over', incident({ overAt: 9 })],
  ] as const)('%s', (phase, one) => expect(phaseOf(one, 10_000)).toBe(phase))
})

describe('the promise', () => {
  it('is kept by positions, not by the button', () => {
    const pressed = incident({
      orders: [order({ arrived: { desk: 2_000, position: null, agreement: 'unsupported' } })],
    })
    expect(promiseOf(pressed, 400_000)?.is).toBe('over')
    const seen = incident({ orders: [order({ arrived: { desk: null, position: 301_000, agreement: 'unreported' } })] })
    expect(promiseOf(seen, 400_000)?.is).toBe('kept')
    const late = incident({ orders: [order({ arrived: { desk: 2_000, position: 301_001, agreement: 'apart' } })] })
    expect(promiseOf(late, 400_000)?.is).toBe('broken')
  })
  it('is unknown when nobody saw the arrival of what is closed', () =>
    expect(promiseOf(incident({ orders: [order({ closedAt: 5 })] }), 10)?.is).toBe('unknown'))
})

describe('the list', () => {
  it('counts what contradicts itself', () => {
    const one = order({
      moving: { desk: 1, position: null, agreement: 'unsupported' },
      arrived: { desk: 1, position: 500_000, agreement: 'apart' },
    })
    expect(contradictionsOf(incident({ orders: [one] }))).toBe(2)
  })
  it('has what runs first, and drops what is long over', () => {
    const now = 3_600_000
    const all = [
      incident({ id: 'over', overAt: now - 1 }),
      incident({ id: 'old', overAt: 1 }),
      incident({ id: 'first', receivedAt: 1 }),
      incident({ id: 'second', receivedAt: 2 }),
    ]
    expect(listedIncidents(all, now).map((v) => v.id)).toEqual(['second', 'first', 'over'])
  })
})
