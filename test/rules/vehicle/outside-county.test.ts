import { describe, expect, it } from 'vitest'
import type { LngLat } from '../../../server/domain/geo.ts'
import { outsideCounty as rule } from '../../../server/rules/vehicle/outside-county.ts'
import { beyond, closed, fix, fixes, inside, order, roster, square, task, zone } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const county = zone('county', 'county', square(116, 30, 116.1, 30.1))
const out = (from: string, to: string, metres = 1000, more: object = {}): Moment[] =>
  fixes(`${day} ${from}`, `${day} ${to}`, () => beyond(metres), more)

describe('警车……应当严格按照规定的用途和条件使用。（道路交通安全法第十五条）— beyond the county', () => {
  it('finds nothing at the dwell exactly, and a finding just past it with nobody reporting', () => {
    expect(given(rule, ...roster, county, ...out('10:00', '10:05')).until(`${day} 10:05`)).toEqual([])
    expect(given(rule, ...roster, county, ...out('10:00', '10:05')).until(`${day} 10:06`)).toMatchObject([
      {
        since: at(`${day} 10:00`),
        openedAt: at(`${day} 10:05`) + 1,
        facts: { onDuty: true, farthestM: 1000 },
        concerns: { unit: 's1', carrier: 'vehicle/v1', officers: ['o1', 'o2'] },
      },
    ])
  })
  it('holds off duty as well', () => {
    expect(given(rule, ...roster, county, ...out('21:00', '21:10')).until(`${day} 22:00`)).toMatchObject([
      { facts: { onDuty: false }, concerns: { officers: [] } },
    ])
  })
  it('wants the whole error circle beyond the buffer', () => {
    expect(given(rule, ...roster, county, ...out('10:00', '10:30', 290)).until(`${day} 11:00`)).toEqual([])
    expect(
      given(rule, ...roster, county, ...out('10:00', '10:30', 900, { accuracyM: 700 })).until(`${day} 11:00`),
    ).toEqual([])
  })
  it('does not join two places on either side of the county', () => {
    const [west, east]: LngLat[] = [
      [115.98, 30.05],
      [116.12, 30.05],
    ]
    const sparse = [fix(`${day} 10:00`, west!), fix(`${day} 10:08`, east!), fix(`${day} 10:12`, east!)]
    expect(given(rule, ...roster, county, ...sparse).until(`${day} 10:12`)).toEqual([])
  })
  it('ends when the car is back', () => {
    const events = given(rule, ...roster, county, ...out('10:00', '10:10'), fix(`${day} 10:11`, inside)).events(
      `${day} 11:00`,
    )
    expect(events.at(-1)).toMatchObject({ is: 'ended', because: 'clear' })
  })
  it('does not judge without a boundary', () => {
    expect(given(rule, ...roster, ...out('10:00', '10:30')).until(`${day} 11:00`)).toEqual([])
  })
})

describe('with an order or an approval', () => {
  it('finds nothing, even when we learn of it late', () => {
    expect(
      given(
        rule,
        ...roster,
        county,
        task(`${day} 09:00`, `${day} 12:00`, 'out-of-county'),
        ...out('10:00', '12:30'),
      ).until(`${day} 12:30`),
    ).toEqual([])
    const late = order(`${day} 09:59`, {}, `${day} 10:30`)
    expect(
      given(rule, ...roster, county, ...out('10:00', '10:29'), late)
        .events(`${day} 10:31`)
        .at(-1),
    ).toMatchObject({ is: 'ended' })
  })
  it('has an hour to return, and no more', () => {
    const trip = [order(`${day} 09:00`), ...out('09:30', '10:00'), closed(`${day} 10:00`), ...out('10:00:30', '11:30')]
    expect(given(rule, ...roster, county, ...trip).until(`${day} 11:30`)).toMatchObject([{ since: at(`${day} 11:00`) }])
  })
})

describe('a device that reported late, or made things up', () => {
  it('gives a late finding with the true beginning', () => {
    const late = out('10:00', '10:30', 1000, { delivery: 'backfill' }).map(
      ([w, k, d]): Moment => [w, k, d ?? {}, `${day} 12:00`],
    )
    expect(given(rule, ...roster, county, ...late).until(`${day} 13:00`)).toMatchObject([
      { since: at(`${day} 10:00`), facts: { late: true } },
    ])
  })
  it('is not judged on made-up positions', () => {
    expect(
      given(rule, ...roster, county, ...out('10:00', '10:30', 1000, { mocked: true })).until(`${day} 11:00`),
    ).toEqual([])
  })
  it('judges by the law in force from May 2004, not before', () => {
    expect(rule.params.map((p) => p.from)).toEqual(['2004-05-01'])
  })
})
