import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseObservation } from '../../server/domain/observation/index.ts'
import { createRegister } from '../../server/domain/register.ts'
import type { Shift } from '../../server/domain/shift-table.ts'
import type { Zone } from '../../server/domain/zone-table.ts'
import { square } from '../support/patrol.ts'

/** Few instants, carriers and zones, so that ends meet beginnings and one change hits what another left. */
const LAST = 12
const carriers = ['vehicle/v1', 'vehicle/v2']
const officers = ['o1', 'o2', 'o3']
const kinds = ['beat', 'fuel'] as const
const instant = fc.nat(LAST)
const ids = ['b1', 'b2']
const zoneId = fc.constantFrom(...ids)
const by = { by: 'system', reason: 'x' }

const drawn = fc
  .record({ zone: zoneId, kind: fc.constantFrom(...kinds), validFrom: instant, lng: fc.nat(9) })
  .map(({ lng, ...data }) => ({
    kind: 'zone.drawn' as const,
    data: {
      ...data,
      ...{ name: { zh: '区', en: 'Zone' }, unit: null, routePoints: [], limitKmh: null, ...by },
      polygon: square(110 + lng, 30, 110.1 + lng, 30.1),
    },
  }))
const withdrawn = fc.record({ zone: zoneId, validUntil: instant }).map((data) => ({
  kind: 'zone.withdrawn' as const,
  data: { ...data, ...by },
}))
const scheduled = fc
  .record({
    shift: fc.constantFrom('early', 'late'),
    carrier: fc.constantFrom(...carriers),
    beat: fc.option(zoneId, { nil: null, freq: 8 }),
    startsAt: instant,
    lasts: fc.nat(LAST),
    crew: fc.uniqueArray(fc.constantFrom(...officers), { maxLength: 2 }),
  })
  .map(({ lasts, ...data }) => ({
    kind: 'shift.scheduled' as const,
    data: { ...data, unit: 's1', endsAt: data.startsAt + lasts },
  }))
const cancelled = fc
  .record({ shift: fc.constantFrom('early', 'late'), carrier: fc.constantFrom(...carriers) })
  .map((data) => ({ kind: 'shift.cancelled' as const, data: { ...data, reason: 'x' } }))
const change = fc.oneof(drawn, withdrawn, { weight: 2, arbitrary: scheduled }, cancelled)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

/** The same without anything kept: what the changes, one after the other, leave for one instant. */
const zoneAt = (changes: readonly Change[], id: string, at: number): Zone | undefined => {
  let found: Zone | undefined
  for (const { kind, data } of changes)
    if (kind === 'zone.drawn' && data.zone === id && data.validFrom <= at) found = data as Zone
    else if (kind === 'zone.withdrawn' && data.zone === id && data.validUntil <= at) found = undefined
  return found
}
const shiftsOf = (changes: readonly Change[], carrier: string): readonly Shift[] => {
  let found: readonly Shift[] = []
  for (const { kind, data } of changes)
    if ((kind === 'shift.scheduled' || kind === 'shift.cancelled') && data.carrier === carrier) {
      found = found.filter((s) => s.shift !== data.shift)
      if (kind === 'shift.scheduled') found = [...found, data]
    }
  return found
}
const byId = (zones: readonly Zone[]) => zones.toSorted((a, b) => a.zone.localeCompare(b.zone))

describe('zones, shifts and beats are answered for the instant asked, after whatever changed since the last question', () => {
  /** Asked without an order, so that what is kept from one question is of no use, or of some, for the next. */
  const question = fc.record({ at: fc.integer({ min: -1, max: LAST + 3 }), carrier: fc.constantFrom(...carriers) })
  type Question = typeof question extends fc.Arbitrary<infer T> ? T : never
  const step = fc.record({
    change,
    questions: fc.array(question, { minLength: 1, maxLength: 6 }),
    restarted: fc.boolean(),
  })

  it('as the list of all changes says, read from its beginning', () =>
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        let register = createRegister()
        const changes: Change[] = []
        let asked: readonly Question[] = []
        for (const [seq, { change, questions, restarted }] of steps.entries()) {
          const parsed = parseObservation({ ...change, observedAt: 0 })
          if (parsed.is === 'fault') throw new Error(parsed.problem)
          register.apply({ seq, recordedAt: 0, observation: parsed.observation })
          changes.push(change)
          if (restarted) register = createRegister(structuredClone(register.state))
          // What was asked last is asked again first, and the next instant after each: that is what may have been kept.
          asked = [...asked.slice(-1), ...questions]
          for (const { at, carrier } of asked.flatMap((q) => [q, { ...q, at: q.at + 1 }])) {
            const shift = shiftsOf(changes, carrier).findLast((s) => s.startsAt <= at && at <= s.endsAt)
            const beat = shift?.beat ? zoneAt(changes, shift.beat, at) : undefined
            const zones = ids.map((id) => zoneAt(changes, id, at))
            const onBeat = register.beatAt(carrier, at)
            expect({
              shift: register.shiftAt(carrier, at),
              onBeat: onBeat && { shift: onBeat.shift, beat: onBeat.beat },
              zones: ids.map((id) => register.zone(id, at)),
              byKind: kinds.map((kind) => byId(register.zones(kind, at))),
            }).toEqual({
              shift,
              onBeat: beat && { shift, beat },
              zones,
              byKind: kinds.map((kind) => zones.filter((z) => z?.kind === kind)),
            })
          }
          for (const officer of officers) {
            const theirs = carriers.flatMap((c) => shiftsOf(changes, c).filter((s) => s.crew.includes(officer)))
            expect(register.shiftsWith(officer)).toEqual(theirs)
          }
        }
      }),
      { numRuns: 250 },
    ))
})
