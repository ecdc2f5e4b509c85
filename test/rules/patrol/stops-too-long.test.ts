import { describe, expect, it } from 'vitest'
import { stopsTooLong as rule } from '../../../server/rules/patrol/stops-too-long.ts'
import {
  beyond,
  closed,
  fix,
  fixes,
  inside,
  metresNorth,
  order,
  roster,
  shift,
  square,
  task,
  zone,
} from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const stands = (from: string, to: string, more: object = {}, every = 30): Moment[] =>
  fixes(`${day} ${from}`, `${day} ${to}`, () => inside, { speedKmh: 0, ...more }, every)
const drives = (when: string): Moment => fix(`${day} ${when}`, [116.05, 30.06])

describe('人民警察必须执行上级的决定和命令。（人民警察法第三十二条）— a patrol moves; twenty minutes is a local setting', () => {
  it('finds nothing at the limit exactly', () => {
    expect(given(rule, ...roster, ...stands('10:00', '10:20')).until(`${day} 10:20`)).toEqual([])
  })
  it('opens just past it, with nobody reporting', () => {
    expect(given(rule, ...roster, ...stands('10:00', '10:19:30')).until(`${day} 10:21`)).toMatchObject([
      {
        since: at(`${day} 10:20`),
        openedAt: at(`${day} 10:20`) + 1,
        evidence: [4, 24],
        facts: { stoppedAt: at(`${day} 10:00`), stopMinutes: 20 },
        concerns: { unit: 's1', carrier: 'vehicle/v1', officers: ['o1', 'o2'], place: inside },
      },
    ])
  })
  it('presumes nothing when the car fell silent before the limit', () => {
    expect(given(rule, ...roster, ...stands('10:00', '10:15')).until(`${day} 12:00`)).toEqual([])
  })
  it('warns at three quarters and at nine tenths of the way', () => {
    const events = given(rule, ...roster, ...stands('10:00', '10:19')).events(`${day} 10:19`)
    expect(events).toMatchObject([
      { is: 'warned', level: 'C', at: at(`${day} 10:15`) },
      { is: 'warned', level: 'B', at: at(`${day} 10:18`) },
    ])
  })
  it('ends when the car drives on', () => {
    const events = given(rule, ...roster, ...stands('10:00', '10:25'), drives('10:25:30')).events(`${day} 11:00`)
    expect(events.at(-1)).toMatchObject({ is: 'ended', because: 'clear', at: at(`${day} 10:25:30`) })
  })
  it('counts from the beginning of the shift, not from before', () => {
    expect(given(rule, ...roster, ...stands('07:30', '08:20')).until(`${day} 08:20`)).toEqual([])
    expect(given(rule, ...roster, ...stands('07:30', '08:20')).until(`${day} 08:21`)).toMatchObject([
      { since: at(`${day} 08:20`) },
    ])
  })
  it('follows an extension of the shift and ends with it', () => {
    const longer = shift(`${day} 08:00`, `${day} 20:00`)
    expect(given(rule, ...roster, longer, ...stands('17:00', '17:30')).until(`${day} 17:31`)).toHaveLength(1)
    const events = given(rule, ...roster, ...stands('15:30', '16:00')).events(`${day} 17:00`)
    expect(events.at(-1)).toMatchObject({ is: 'ended', at: at(`${day} 16:00`) + 1 })
  })
  it('excludes a car off duty and a shift without a beat', () => {
    expect(given(rule, ...roster, ...stands('18:00', '19:00')).until(`${day} 20:00`)).toEqual([])
    const noBeat = shift(`${day} 08:00`, `${day} 16:00`, { beat: null })
    expect(given(rule, ...roster, noBeat, ...stands('10:00', '11:00')).until(`${day} 12:00`)).toEqual([])
  })
})

describe('a clock lawfully stopped', () => {
  it('while on scene under an order, and then starts anew', () => {
    const events = given(
      rule,
      ...roster,
      order(`${day} 09:59`),
      ...stands('10:00', '10:30'),
      closed(`${day} 10:30`),
      ...stands('10:30:30', '10:52'),
    )
    expect(events.until(`${day} 10:52`)).toMatchObject([{ since: at(`${day} 10:50`) }])
  })
  it('while at an approved meal', () => {
    expect(
      given(rule, ...roster, task(`${day} 10:00`, `${day} 10:40`), ...stands('10:00', '10:59')).until(`${day} 11:00`),
    ).toEqual([])
  })
  it('at a garage or filling station', () => {
    const pump = zone('f1', 'fuel', square(116.04, 30.04, 116.06, 30.06))
    expect(given(rule, ...roster, pump, ...stands('10:00', '11:00')).until(`${day} 11:00`)).toEqual([])
  })
})

describe('the same place, as far as the error circles tell', () => {
  it('is not left by drifting positions', () => {
    const drifting = fixes(
      `${day} 10:00`,
      `${day} 10:21`,
      (s) => [116.05, 30.05 + metresNorth(40 * Math.sin(s * 50))],
      { speedKmh: 2 },
    )
    expect(given(rule, ...roster, ...drifting).until(`${day} 10:22`)).toHaveLength(1)
  })
  it('is left by one position certainly elsewhere', () => {
    const lap = [
      ...stands('10:00', '10:15'),
      fix(`${day} 10:15:30`, beyond(0), { speedKmh: null }),
      ...stands('10:16', '10:30'),
    ]
    expect(given(rule, ...roster, ...lap).until(`${day} 10:30`)).toEqual([])
  })
  it('is not presumed between sparse positions: the car may have been around the block', () => {
    expect(given(rule, ...roster, ...stands('10:00', '11:00', {}, 600)).until(`${day} 11:00`)).toEqual([])
  })
  it('is left by a report out of order that shows driving', () => {
    const shuffled = [
      ...stands('10:00', '10:10'),
      fix(`${day} 10:09`, inside, { speedKmh: 40 }, `${day} 10:10:10`),
      ...stands('10:10:30', '10:25'),
    ]
    expect(given(rule, ...roster, ...shuffled).until(`${day} 10:25`)).toEqual([])
  })
  it('is neither proved nor disproved by a made-up position', () => {
    expect(given(rule, ...roster, ...stands('10:00', '10:40', { mocked: true })).until(`${day} 11:00`)).toEqual([])
  })
})

describe('a device that reported late', () => {
  it('gives a late finding with the true beginning', () => {
    const late = stands('10:00', '10:30', { delivery: 'backfill' }).map(
      ([w, k, d]): Moment => [w, k, d ?? {}, `${day} 11:00`],
    )
    expect(given(rule, ...roster, ...late).until(`${day} 12:00`)).toMatchObject([
      { since: at(`${day} 10:20`), openedAt: at(`${day} 11:00`), facts: { late: true } },
    ])
  })
  it('judges by the regulation in force from October 2011, not before', () => {
    expect(rule.params.map((p) => p.from)).toEqual(['2011-10-01'])
  })
})
