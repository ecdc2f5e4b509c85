import { setImmediate as turn } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../server/domain/entry.ts'
import { createEngine, type Engine } from '../../server/engine/engine.ts'
import { rulebook } from '../../server/rules/index.ts'
import { encodeState, type SupervisionState } from '../../server/supervision/snapshot-store.ts'

const START = Date.parse('2026-03-02T00:00:00Z')

const fix = (seq: number, car: number): Entry => ({
  seq,
  recordedAt: START + seq,
  observation: {
    kind: 'position.reported',
    observedAt: START + seq,
    data: {
      device: `d${car}`,
      carrier: `vehicle/v${car}`,
      position: [116 + car / 1e5, 30],
      accuracyM: 10,
      altitudeM: null,
      speedKmh: 30,
      headingDeg: null,
      satellites: 9,
      ignitionOn: true,
      delivery: 'live',
      mocked: null,
    },
  },
})
const shift = (seq: number, car: number): Entry => ({
  seq,
  recordedAt: START + seq,
  observation: {
    kind: 'shift.scheduled',
    observedAt: START + seq,
    data: {
      shift: 'day',
      carrier: `vehicle/v${car}`,
      unit: 's1',
      beat: 'b1',
      startsAt: START,
      endsAt: START + 43_200_000,
      crew: ['o1'],
    },
  },
})

const stateOf = (engine: Engine): SupervisionState =>
  ({ engine: engine.snapshot(), cases: { open: [] }, picture: {}, custody: {} }) as unknown as SupervisionState

describe('a snapshot of the fold', () => {
  const cars = 3_000
  const engine = createEngine(rulebook)
  let seq = 1
  beforeAll(() => {
    for (let car = 0; car < cars; car++) engine.apply(shift(seq++, car))
    for (let car = 0; car < cars; car++) engine.apply(fix(seq++, car))
  })

  it('is the JSON of the state, whatever comes while it is being written', () => {
    const expected = JSON.parse(JSON.stringify(stateOf(engine)))
    const pieces = encodeState(stateOf(engine))
    const text: string[] = []
    for (const piece of pieces) {
      text.push(piece)
      if (text.length % 3 === 0) engine.apply(fix(seq++, text.length))
      if (text.length % 5 === 0) engine.apply({ ...shift(seq, cars + text.length), seq: seq++ })
    }
    expect(text.length).toBeGreaterThan(40)
    expect(JSON.parse(text.join(''))).toEqual(expected)
  })

  it('comes in pieces that are small beside the whole, so that others get their turn', async () => {
    const lengths: number[] = []
    for (const piece of encodeState(stateOf(engine))) {
      lengths.push(piece.length)
      await turn()
    }
    const whole = lengths.reduce((sum, n) => sum + n, 0)
    expect(whole).toBeGreaterThan(3_000_000)
    expect(Math.max(...lengths)).toBeLessThan(whole / 10)
  })

  it('of an engine that knows nothing is whole as well', () => {
    const state = stateOf(createEngine([]))
    expect(JSON.parse([...encodeState(state)].join(''))).toEqual(JSON.parse(JSON.stringify(state)))
  })
})
