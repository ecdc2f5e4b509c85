import { describe, expect, it } from 'vitest'
import { growCounty } from '../../simulators/county/county.ts'
import { scenarioById, scenarios } from '../../simulators/scenarios/index.ts'
import { DEFAULT_START, type Scenario } from '../../simulators/scenarios/scenario.ts'
import { playInVitro } from './in-vitro.ts'

const county = growCounty()
const minute = (at: number): number => Math.round(((at - DEFAULT_START) / 60_000) * 10) / 10

describe('each scenario yields just the findings it declares', () => {
  // A scene with a 110 desk needs somebody who answers it: test/journeys/dispatch.test.ts.
  const short = scenarios.filter((s) => s.lasts < 24 * 60 && s.desk === undefined)
  it.each(short.flatMap((s) => [1, 2, 3].map((seed) => [s.id, seed, s] as const)))(
    '%s, seed %i',
    (_, seed, scenario: Scenario) => {
      const { findings } = playInVitro(county, scenario, DEFAULT_START, seed)
      const found = findings.map((f) => ({
        rule: f.rule,
        subject: f.subject.replace(/#.*$/, ''),
        since: minute(f.since),
      }))
      expect(found).toEqual(
        scenario.expects.map((e) => ({ rule: e.rule, subject: e.subject, since: expect.any(Number) })),
      )
      for (const [i, { since, tolerance }] of scenario.expects.entries())
        expect(
          Math.abs(found[i]!.since - since),
          `${found[i]!.rule} began at minute ${found[i]!.since}`,
        ).toBeLessThanOrEqual(tolerance)
    },
  )
})

describe('a lawful twin is the same scene', () => {
  it.each(scenarios.filter((s) => s.lawfulTwinOf !== undefined).map((s) => [s.id, s] as const))('%s', (_, twin) => {
    const wrong = scenarioById(twin.lawfulTwinOf!)
    expect(wrong?.expects.length).toBeGreaterThan(0)
    expect(twin.expects).toEqual([])
    expect(twin.cast.map((a) => ('car' in a ? a.car : a.officer))).toEqual(
      wrong!.cast.map((a) => ('car' in a ? a.car : a.officer)),
    )
  })
})

describe('the living county: a visitor sees something soon, and only what was arranged', () => {
  const day = scenarioById('county-day')!
  const { findings } = playInVitro(county, day, DEFAULT_START, 1, 40)
  const carOf = (subject: string): string => subject.replace(/^vehicle\//, '').replace(/[#/].*$/, '')
  it('finds the first thing within a minute and a half', () => {
    expect(minute(Math.min(...findings.map((f) => f.openedAt)))).toBeLessThanOrEqual(1.5)
  })
  it('finds what it declares', () => {
    for (const { rule, subject, since, tolerance } of day.expects) {
      const found = findings.find((f) => f.rule === rule && f.subject === subject)
      expect(found, `${rule} ${subject}`).toBeDefined()
      expect(Math.abs(minute(found!.since) - since)).toBeLessThanOrEqual(tolerance)
    }
  })
  it('never leaves a visitor without something new for more than a quarter of an hour', () => {
    const opened = [0, ...findings.map((f) => minute(f.openedAt)), 40].sort((a, b) => a - b)
    for (const [i, at] of opened.slice(1).entries()) expect(at - opened[i]!).toBeLessThanOrEqual(15)
  })
  it('finds nothing about a car far outside its beat under orders, nor about one on an errand', () => {
    const sent = [...day.reference.orders.flatMap((o) => o.carriers), ...day.reference.tasks.map((t) => t.carrier)]
    expect(new Set(sent)).toEqual(new Set(['vehicle/C03', 'vehicle/C06']))
    for (const { subject } of findings) expect(sent).not.toContain(`vehicle/${carOf(subject)}`)
  })
  it('finds nothing about a car that did nothing wrong', () => {
    const arranged = new Set(day.cast.flatMap((a) => ('car' in a && a.script.some((s) => s.at < 40) ? [a.car] : [])))
    for (const { subject } of findings) expect(arranged).toContain(carOf(subject))
    expect(arranged.size).toBeLessThan(day.cast.filter((a) => 'car' in a).length)
  })
})
