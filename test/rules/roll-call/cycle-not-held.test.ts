import { describe, expect, it } from 'vitest'
import { cycleNotHeld as rule } from '../../../server/rules/roll-call/cycle-not-held.ts'
import { cycle, DAY, unitAt } from '../../support/roll-call.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const units = [unitAt('s1', null), unitAt('s2', null)]
const set = (when: string, values: object, scope: object = {}, heard?: string): Moment => [
  when,
  'roll-call.cadence-set',
  { values, validFrom: at(when), by: 'chief', role: 'chief', reason: 'x', ...scope },
  heard,
]
/** Every four hours from eight, at a moment within half an hour. */
const every = set(`${DAY} 07:00`, { scheduled: true, everyMinutes: 240, anchorMinute: 480, randomMinutes: 30 })
const held = (id: string, slot: string, opened: string, more: object = {}): Moment =>
  cycle(id).opens(opened, {
    mode: 'random',
    by: 'system',
    units: ['s1', 's2'],
    slot: { from: at(`${DAY} ${slot}`), to: at(`${DAY} ${slot}`) + 30 * 60_000 },
    drawnAt: at(`${DAY} ${opened}`),
    reason: null,
    ...more,
  })

describe('监督者自己也受监督 — a roll-call that is due is held', () => {
  it('says nothing at the end of the grace itself', () =>
    expect(
      given(rule, ...units, every, [`${DAY} 08:35`, 'unit.registered', unitAt('s1', null)[2] ?? {}]).until(
        `${DAY} 08:35`,
      ),
    ).toEqual([]))
  it('opens just past it, with nobody reporting', () => {
    expect(given(rule, ...units, every).until(`${DAY} 08:36`)).toMatchObject([
      {
        since: at(`${DAY} 08:35`),
        openedAt: at(`${DAY} 08:35`) + 1,
        facts: { slotFrom: at(`${DAY} 08:00`), slotTo: at(`${DAY} 08:30`), units: 's1,s2', notHeld: 1 },
        concerns: { unit: null, officers: [] },
      },
    ])
  })
  it('finds nothing when it was opened at any moment of the window', () =>
    expect(given(rule, ...units, every, held('c1', '08:00', '08:29:59')).until(`${DAY} 12:30`)).toEqual([]))
  it('names the units that were left out', () => {
    const some = held('c1', '08:00', '08:10:00', { units: ['s1'] })
    expect(given(rule, ...units, every, some).until(`${DAY} 12:00`)).toMatchObject([{ facts: { units: 's2' } }])
  })
  it('counts those that follow, and ends with the next that is held', () => {
    const scene = [...units, every]
    const long = given(rule, ...scene).events(`${DAY} 17:00`)
    expect(long.at(-1)).toMatchObject({ is: 'continued', finding: { facts: { notHeld: 3 } } })
    const ended = given(rule, ...scene, held('c1', '16:00', '16:05:00')).events(`${DAY} 19:00`)
    expect(ended.filter((e) => e.is === 'opened' || e.is === 'ended').map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('an on-demand roll-call does not stand in for one that was due', () => {
    const extra = cycle('c1').opens('08:10:00', { units: ['s1', 's2'] })
    expect(given(rule, ...units, every, extra).until(`${DAY} 12:00`)).toHaveLength(1)
  })
  it('quiet hours, and a day on which it is off, are nobody’s fault', () => {
    const quiet = { scheduled: true, everyMinutes: 240, anchorMinute: 480, quietFromMinute: 0, quietToMinute: 1439 }
    expect(given(rule, ...units, set(`${DAY} 07:00`, quiet)).until(`${DAY} 23:00`)).toEqual([])
    const off = set(`${DAY} 07:10`, { scheduled: false }, { day: DAY })
    expect(given(rule, ...units, every, off).until(`${DAY} 23:00`)).toEqual([])
  })
  it('nothing was due before anybody set it, whatever hour it says', () => {
    expect(
      given(rule, ...units, set(`${DAY} 09:00`, { scheduled: true, everyMinutes: 240, anchorMinute: 480 })).until(
        `${DAY} 11:59`,
      ),
    ).toEqual([])
  })
  it('settings that were heard of late make nothing late that could not be known', () => {
    const late = set(`${DAY} 07:00`, { scheduled: true, everyMinutes: 240, anchorMinute: 480 }, {}, `${DAY} 11:00`)
    expect(given(rule, ...units, late).until(`${DAY} 11:30`)).toEqual([])
  })
  it('one that was due on the day before the law is nobody’s fault when its first day comes', () => {
    const before = set('2012-12-31 07:00', { scheduled: true, everyMinutes: 240, anchorMinute: 480, randomMinutes: 30 })
    const old = [unitAt('s1', null), unitAt('s2', null)].map((u): Moment => ['2012-12-31 06:00', u[1], u[2] ?? {}])
    const wakes: Moment = ['2013-01-01 00:00', 'unit.registered', unitAt('s1', null)[2] ?? {}]
    expect(given(rule, ...old, before, wakes).until('2013-01-01 00:01')).toEqual([])
    expect(given(rule, ...old, before, wakes).until('2013-01-01 00:36')).toMatchObject([
      { since: at('2013-01-01 00:35') },
    ])
  })
  it('finds nothing where nobody schedules roll-calls', () =>
    expect(given(rule, ...units, cycle('c1').opens('08:10:00')).until(`${DAY} 23:00`)).toEqual([]))
})
