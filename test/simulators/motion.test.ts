import { describe, expect, it } from 'vitest'
import { growCounty } from '../../simulators/county/county.ts'
import { distance, heading, toPoint } from '../../simulators/county/plane.ts'
import { createRandom } from '../../simulators/county/random.ts'
import { turnAngle } from '../../simulators/motion/path.ts'
import { createReceiver } from '../../simulators/motion/receiver.ts'
import { carDriver, walker } from '../../simulators/scenarios/actor.ts'

const county = growCounty()
const drive = (car: string, seconds: number, seed = 1) => {
  const driver = carDriver(county, car, undefined, createRandom(seed))
  return Array.from({ length: seconds }, () => {
    driver.step(1_000)
    return driver.motion()
  })
}

describe('a patrol drives as a sane person drives', () => {
  it.each(county.cars.map((c) => c.id))(
    '%s keeps the limit, moves without jumps, and turns where the road turns',
    (car) => {
      const track = drive(car, 3_600)
      for (const [i, m] of track.entries()) {
        expect(m.speedKmh).toBeLessThanOrEqual(m.limitKmh + 0.01)
        const before = track[i - 1]
        if (!before) continue
        const moved = distance(before.at, m.at)
        expect(moved).toBeLessThanOrEqual(80 / 3.6)
        expect(Math.abs(m.speedKmh - before.speedKmh) / 3.6).toBeLessThanOrEqual(3)
        // Along a straight piece the heading is the direction it really went.
        if (moved > 5 && before.headingDeg === m.headingDeg)
          expect(turnAngle(heading(before.at, m.at), m.headingDeg)).toBeLessThan(25)
      }
      expect(track.at(-1)!.mileageKm).toBeGreaterThan(8)
    },
  )
  it('stops at junctions now and then', () => {
    const stops = drive('C01', 3_600).filter((m, i, all) => m.speedKmh === 0 && (all[i - 1]?.speedKmh ?? 0) > 0)
    expect(stops.length).toBeGreaterThan(10)
  })
  it('passes every route point of its beat within an hour and a half', () => {
    const beat = county.beats.find((b) => b.id === 'B09')!
    const track = drive('C09', 5_400)
    for (const point of beat.routePoints)
      expect(Math.min(...track.map((m) => distance(m.at, point.at)))).toBeLessThan(15)
  })
  it('is the same drive with the same seed', () => {
    expect(drive('C05', 900, 3)).toEqual(drive('C05', 900, 3))
    expect(drive('C05', 900, 4)).not.toEqual(drive('C05', 900, 3))
  })
  it('pulls up when told, and goes on', () => {
    const driver = carDriver(county, 'C18', { onBeat: 'B18', share: 0.1 }, createRandom(1))
    driver.step(60_000)
    expect(driver.motion().speedKmh).toBeGreaterThan(40)
    driver.hold(false)
    driver.step(20_000)
    const stood = driver.motion()
    expect(stood).toMatchObject({ speedKmh: 0, engineOn: false })
    driver.step(600_000)
    expect(driver.motion().at).toEqual(stood.at)
    driver.release()
    driver.step(60_000)
    expect(distance(driver.motion().at, stood.at)).toBeGreaterThan(200)
  })
  it('exceeds the limit only when a scenario hurries it', () => {
    const driver = carDriver(county, 'C18', { onBeat: 'B18', share: 0.1 }, createRandom(1))
    driver.step(12_000)
    driver.hurry(1.5)
    driver.step(30_000)
    expect(driver.motion().speedKmh).toBeGreaterThan(driver.motion().limitKmh * 1.2)
    driver.hurry(1)
    driver.step(30_000)
    expect(driver.motion().speedKmh).toBeLessThanOrEqual(driver.motion().limitKmh)
  })
  it('walks no faster than people walk', () => {
    const person = walker(county, 'B03', createRandom(5))
    for (let i = 0; i < 1_800; i++) {
      person.step(1_000)
      expect(person.motion().speedKmh).toBeLessThanOrEqual(4.6)
    }
    expect(person.motion().mileageKm).toBeGreaterThan(0.8)
  })
})

describe('a receiver errs as receivers do', () => {
  const standing = {
    at: [0, 0] as const,
    speedKmh: 0,
    headingDeg: 90,
    covered: false,
    engineOn: true,
    mileageKm: 0,
    limitKmh: 40,
  }
  const errors = (seed: number, n: number) => {
    const receiver = createReceiver({ random: createRandom(seed), driftM: 2.5 })
    return Array.from({ length: n }, () => toPoint(receiver.fix(standing, 1_000).position!))
  }
  it('wanders: two fixes a second apart share almost all of their error, ten minutes apart nothing', () => {
    const all = errors(1, 6_000)
    const mean = (items: readonly number[]): number => items.reduce((a, b) => a + b, 0) / items.length
    const correlation = (lag: number): number =>
      mean(all.slice(lag).map((p, i) => p[0] * all[i]![0])) / mean(all.map((p) => p[0] ** 2))
    expect(correlation(1)).toBeGreaterThan(0.9)
    expect(Math.abs(correlation(600))).toBeLessThan(0.35)
  })
  it('stays within a few standard deviations', () => {
    for (const p of errors(2, 5_000)) expect(Math.hypot(...p)).toBeLessThan(16)
  })
  it('has no fix under a roof, and a poor one just after', () => {
    const receiver = createReceiver({ random: createRandom(3), driftM: 2.5 })
    const open = receiver.fix(standing, 1_000)
    expect(receiver.fix({ ...standing, covered: true }, 1_000)).toMatchObject({ position: null })
    const after = receiver.fix(standing, 1_000)
    expect(after.accuracyM).toBeGreaterThan(open.accuracyM)
    expect(receiver.fix(standing, 20_000).accuracyM).toBe(open.accuracyM)
  })
  it('loses the sky in the tunnel and under the railway, not on an open bridge', () => {
    for (const kind of ['tunnel', 'underpass', 'bridge'] as const) {
      const edge = county.roads.graph.edges.find((e) => e.structure === kind)!
      const driver = carDriver(county, 'C19', undefined, createRandom(1))
      driver.goTo(edge.from)
      driver.stayThere()
      for (let i = 0; i < 7_200 && !driver.arrived(); i++) driver.step(1_000)
      const seen: boolean[] = []
      driver.goTo(edge.to)
      for (let i = 0; i < 300 && !driver.arrived(); i++) {
        driver.step(1_000)
        seen.push(driver.motion().covered)
      }
      expect(seen.includes(true), kind).toBe(kind !== 'bridge')
    }
  })
})
