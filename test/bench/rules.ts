import type { LngLat } from '../../server/domain/geo.ts'
import type { Observation } from '../../server/domain/observation/index.ts'
import { createEngine } from '../../server/engine/engine.ts'
import type { AnyRule } from '../../server/rules/define-rule.ts'
import { rulebook } from '../../server/rules/index.ts'
import { square } from '../support/patrol.ts'
import { chance, star } from '../support/polygons.ts'
import { entriesAmong, feed, lookUpsAmong, worstDelayMs } from './deadlines.ts'
import { bestInTurn, ROUNDS, rounds } from './rounds.ts'
import type { BenchRow } from './row.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const HOUR = 3_600_000

/** A county on duty: `cars` cars with beats, garages, speed zones and orders behind them. */
const county = (cars: number): Observation[] => {
  const dice = chance(5)
  const zone = (id: string, kind: string, polygon: unknown, limitKmh: number | null = null) =>
    ({
      kind: 'zone.drawn',
      observedAt: START,
      data: {
        zone: id,
        kind,
        name: { zh: '区', en: 'Zone' },
        unit: null,
        polygon,
        validFrom: START - HOUR,
        routePoints: [],
        limitKmh,
        by: 'system',
        reason: 'x',
      },
    }) as Observation
  return [
    zone('county', 'county', square(115.5, 29.5, 116.9, 30.9)),
    ...Array.from({ length: 40 }, (_, i) =>
      zone(`b${i}`, 'beat', star(dice, 116 + (i % 8) * 0.05, 30 + Math.floor(i / 8) * 0.05, 80, 0.05)),
    ),
    ...Array.from({ length: 30 }, (_, i) =>
      zone(`l${i}`, 'speed-limit', star(dice, 116 + dice() * 0.4, 30 + dice() * 0.3, 40, 0.01), 40),
    ),
    ...Array.from({ length: 10 }, (_, i) =>
      zone(`g${i}`, 'garage', star(dice, 116 + dice() * 0.4, 30 + dice() * 0.3, 12, 0.002)),
    ),
    ...Array.from(
      { length: cars },
      (_, i) =>
        ({
          kind: 'shift.scheduled',
          observedAt: START,
          data: {
            shift: 'day',
            carrier: `vehicle/v${i}`,
            unit: 's1',
            beat: `b${i % 40}`,
            startsAt: START,
            endsAt: START + 12 * HOUR,
            crew: [`o${2 * i}`, `o${2 * i + 1}`],
          },
        }) as Observation,
    ),
  ]
}

/** Cars that drive about their beats: the next so many reports, one of each car in turn, `everyMs` apart for one car. */
const driving = (cars: number, everyMs: number): ((count: number) => Observation[]) => {
  const dice = chance(9)
  let n = 0
  const places = Array.from({ length: cars }, (_, i): [number, number] => [
    116 + (i % 8) * 0.05,
    30 + (Math.floor(i / 8) % 5) * 0.05,
  ])
  const next = (): Observation => {
    const i = n % cars
    const place = places[i]!
    place[0] += (dice() - 0.5) * 0.004
    place[1] += (dice() - 0.5) * 0.004
    const at = START + HOUR + Math.floor(n / cars) * everyMs + Math.floor((i * everyMs) / cars)
    n++
    return {
      kind: 'position.reported',
      observedAt: at,
      data: {
        device: `jt808:${i}`,
        carrier: `vehicle/v${i}`,
        position: [place[0], place[1]] as LngLat,
        accuracyM: 10,
        altitudeM: null,
        speedKmh: 20 + dice() * 40,
        headingDeg: null,
        satellites: 10,
        ignitionOn: true,
        delivery: 'live',
        mocked: null,
      },
    }
  }
  return (count) => Array.from({ length: count }, next)
}

/** Reports are made so many at a time, as a busy socket brings them: nobody keeps hours of them in memory. */
const AT_ONCE = 1_000

/** A county of so many cars under way: gives the microseconds of processor time that each of the next `count` fixes takes. */
const underWay = (cars: number, rules: readonly AnyRule[]) => {
  const engine = createEngine(rules)
  const reports = driving(cars, 10_000)
  let seq = feed(engine, county(cars), 1)
  seq = feed(engine, reports(2 * cars), seq)
  const microsecondsPerFix = (count: number): number => {
    let microseconds = 0
    for (let fed = 0; fed < count; fed += AT_ONCE) {
      const some = reports(AT_ONCE)
      const begun = process.cpuUsage()
      seq = feed(engine, some, seq)
      const { user, system } = process.cpuUsage(begun)
      microseconds += user + system
    }
    return microseconds / count
  }
  return { subjects: engine.size(), microsecondsPerFix }
}

/** Live fixes a second of processor time, so that what else runs on the machine counts less. */
export const fixesPerSecond = (cars: number, count: number, rules = rulebook): number =>
  1e6 / underWay(cars, rules).microsecondsPerFix(count)

/** Cars for some thousand and some hundred thousand open subjects. */
const FEW_CARS = 100
const MANY_CARS = 10_000

const FLAT = 'flat: ≤ 3 × (the rest is the memory cache)'

/** P5: the whole rulebook on live fixes, ten thousand armed deadlines, and the cost of many open subjects. */
export const benchRules = async (): Promise<BenchRow[]> => {
  fixesPerSecond(500, 50_000)
  const rates = rounds(() => fixesPerSecond(500, 300_000)).sort((a, b) => a - b)
  const fixes = rates.at(-1)!
  const worst = await worstDelayMs(10_000)
  const [few, many] = [underWay(FEW_CARS, rulebook), underWay(MANY_CARS, rulebook)]
  const [aFix, aFixAmongMany] = bestInTurn(
    () => few.microsecondsPerFix(100_000),
    () => many.microsecondsPerFix(100_000),
  )
  const [anEntry, anEntryAmongMany] = bestInTurn(entriesAmong(1_000), entriesAmong(100_000))
  const [lookUp, lookUpAmongMany] = bestInTurn(lookUpsAmong(1_000), lookUpsAmong(100_000))
  const alone = { peer: null, peerValue: null, ratio: null }
  return [
    {
      id: 'P5',
      what: `fixes through the whole rulebook (${rulebook.length} rules), one core; best of ${ROUNDS} rounds, the median ${Math.round(rates[ROUNDS >> 1]!)}`,
      value: Math.round(fixes),
      unit: 'fixes/s',
      ...alone,
      goal: '≥ 200,000',
      met: fixes >= 200_000,
    },
    {
      id: 'P5',
      what: '10,000 deadlines within one second: the latest',
      value: Number(worst.toFixed(1)),
      unit: 'ms late',
      ...alone,
      goal: '≤ 100',
      met: worst <= 100,
    },
    {
      id: 'P5',
      what: `a fix through the whole rulebook with ${many.subjects} open subjects (${MANY_CARS} cars)`,
      value: Number(aFixAmongMany.toFixed(2)),
      unit: 'µs',
      peer: `with ${few.subjects} open subjects (${FEW_CARS} cars)`,
      peerValue: Number(aFix.toFixed(2)),
      ratio: Number((aFixAmongMany / aFix).toFixed(2)),
      goal: FLAT,
      met: aFixAmongMany <= 3 * aFix,
    },
    {
      id: 'P5',
      what: `an entry of a rule that does nothing, 100,000 open subjects (with 1,000: ${anEntry.toFixed(2)} µs)`,
      value: Number(anEntryAmongMany.toFixed(2)),
      unit: 'µs',
      peer: `a look-up in a Map of 100,000 names (of 1,000: ${lookUp.toFixed(2)} µs)`,
      peerValue: Number(lookUpAmongMany.toFixed(2)),
      ratio: Number((anEntryAmongMany / lookUpAmongMany).toFixed(2)),
      goal: null,
      met: null,
    },
  ]
}
