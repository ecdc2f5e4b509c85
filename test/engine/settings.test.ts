import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Entry } from '../../server/domain/entry.ts'
import type { Observation } from '../../server/domain/observation/index.ts'
import { createEngine, type EngineOptions } from '../../server/engine/engine.ts'
import { settingProblem } from '../../server/engine/in-force.ts'
import { type AnyRule, defineRule } from '../../server/rules/define-rule.ts'

interface Params {
  readonly limitKmh: number
  readonly lawKmh: number
  readonly holdMs: number
}
/** Faster than the bureau's limit for longer than `holdMs`. */
const rule: AnyRule = defineRule<{ since: number | null; seq: number; speed: number }, Params, 'position.reported'>({
  id: 'test.fast',
  title: { zh: '快', en: 'Fast' },
  grade: 'C',
  citations: [{ law: 'x', article: 'x', text: 'x', inForce: { from: '1970-01-01' }, checked: 'secondary' }],
  paramSchema: z.object({ limitKmh: z.number().min(10).max(200), lawKmh: z.number(), holdMs: z.number().max(10_000) }),
  params: [{ from: '1970-01-01', value: { limitKmh: 100, lawKmh: 120, holdMs: 0 } }],
  localSettings: [
    { param: 'limitKmh', title: { zh: '限', en: 'Limit' }, unit: 'km/h' },
    { param: 'holdMs', title: { zh: '时', en: 'Hold' }, unit: 'second' },
  ],
  limits: { zh: '无', en: 'none' },
  consumes: ['position.reported'],
  subject: (o) => o.data.carrier ?? undefined,
  initial: { since: null, seq: 0, speed: 0 },
  evolve: (s, { seq, observation: o }) => ({ since: s.since ?? o.observedAt, seq, speed: o.data.speedKmh ?? 0 }),
  evaluate: ({ since, seq, speed }, { now, paramsAt }) => {
    const p = paramsAt(now)!
    if (since === null || speed <= p.limitKmh) return { is: 'clear' }
    if (p.holdMs > 0 && now <= since + p.holdMs) return { is: 'pending', dueAt: since + p.holdMs }
    const concerns = { unit: null, carrier: null, officers: [], place: null }
    return { is: 'breach', since, evidence: [seq], facts: { limitKmh: p.limitKmh, lawKmh: p.lawKmh }, concerns }
  },
})
const off: AnyRule = { ...rule, id: 'test.off', shipsOff: { zh: '未核实', en: 'not verified' } }

let seq = 0
const entry = (recordedAt: number, kind: string, data: object): Entry => ({
  seq: ++seq,
  recordedAt,
  observation: { kind, observedAt: recordedAt, data } as Observation,
})
const drives = (at: number, speedKmh: number, carrier = 'vehicle/v1') =>
  entry(at, 'position.reported', { device: 'd', carrier, speedKmh, delivery: 'live', position: null })
const chief = { by: 'chief', role: 'chief', reason: 'roads are wide' }
const leader = { by: 'leader', role: 'leader' }
const proposes = (at: number, more: object = {}) =>
  entry(at, 'setting.proposed', {
    proposal: 'p1',
    rule: 'test.fast',
    param: 'limitKmh',
    value: 80,
    validFrom: at,
    ...chief,
    ...more,
  })
const agrees = (at: number, more: object = {}) => entry(at, 'setting.confirmed', { proposal: 'p1', ...leader, ...more })
const wouldSwitch = (at: number, on: boolean, more: object = {}) =>
  entry(at, 'rule.switch-proposed', { proposal: `s-${on}`, rule: 'test.off', on, validFrom: at, ...chief, ...more })
const switches = (at: number, on: boolean, more: object = {}) =>
  entry(at, on ? 'rule.switched-on' : 'rule.switched-off', { proposal: `s-${on}`, ...leader, ...more })

const told = (made: readonly Entry[], until: number, options: EngineOptions = {}, rules = [rule]) => {
  // In the order of the list, whatever order they were made in.
  const entries = made.map((e, i) => ({ ...e, seq: i + 1 }))
  const engine = createEngine(rules, undefined, options)
  return [...entries.flatMap((e) => [...engine.apply(e)]), ...engine.advance(until)].map((e) =>
    e.is === 'opened' || e.is === 'continued' ? [e.is, e.at, e.finding.facts.limitKmh] : [e.is, 'at' in e ? e.at : 0],
  )
}

describe('a local setting holds from the day two persons in two roles agreed on, and never before', () => {
  it('the proposal alone changes nothing', () => expect(told([proposes(1_000), drives(2_000, 90)], 9_000)).toEqual([]))
  it('once agreed on it judges what is already known', () =>
    expect(told([drives(500, 90), proposes(1_000), agrees(2_000)], 9_000)).toEqual([['opened', 2_000, 80]]))
  it('from a later day it waits for that day, with nobody reporting', () =>
    expect(told([drives(500, 90), proposes(1_000, { validFrom: 7_000 }), agrees(2_000)], 9_000)).toEqual([
      ['opened', 7_000, 80],
    ]))
  it('a date that has passed means from now on', () =>
    expect(told([drives(500, 90), proposes(1_000, { validFrom: 1 }), agrees(3_000)], 9_000)).toEqual([
      ['opened', 3_000, 80],
    ]))
  it('null brings the default back', () => {
    const back = [proposes(4_000, { proposal: 'p2', value: null }), agrees(5_000, { proposal: 'p2' })]
    expect(told([drives(500, 90), proposes(1_000), agrees(2_000), ...back], 9_000)).toEqual([
      ['opened', 2_000, 80],
      ['ended', 5_000],
    ])
  })
  it.each([
    ['the proposer', { by: 'chief', role: 'leader' }],
    ['another person in the same role', { by: 'second-chief', role: 'chief' }],
    ['someone agreeing to another proposal', { proposal: 'p9' }],
  ])('%s cannot make it hold', (_, more) =>
    expect(told([drives(500, 90), proposes(1_000), agrees(2_000, more)], 9_000)).toEqual([]),
  )
  it('what was refused stays refused', () => {
    const refused = entry(1_500, 'setting.refused', { proposal: 'p1', ...leader, reason: 'no' })
    expect(told([drives(500, 90), proposes(1_000), refused, agrees(2_000)], 9_000)).toEqual([])
  })
  it('a deadline that was booked with the old value is booked anew', () => {
    const hold = proposes(100, { param: 'holdMs', value: 5_000, validFrom: 100 })
    expect(told([hold, agrees(200), drives(1_000, 150)], 9_000)).toEqual([['opened', 6_001, 100]])
    const sooner = [
      proposes(2_000, { proposal: 'p2', param: 'holdMs', value: 3_000 }),
      agrees(2_500, { proposal: 'p2' }),
    ]
    expect(told([hold, agrees(200), drives(1_000, 150), ...sooner], 9_000)).toEqual([['opened', 4_001, 100]])
  })
})

describe('a number of the law is no local setting', () => {
  it('and stays what it is, whoever journalled it', () =>
    expect(told([proposes(1_000, { param: 'lawKmh', value: 1 }), agrees(2_000), drives(3_000, 90)], 9_000)).toEqual([]))
  it('a value outside the range of the schema has no effect', () =>
    expect(told([proposes(1_000, { value: 5 }), agrees(2_000), drives(3_000, 90)], 9_000)).toEqual([]))
  it('and the console can say why before it is journalled', () => {
    expect(settingProblem(rule, 'lawKmh', 1)).toMatch(/not a local setting/)
    expect(settingProblem(rule, 'limitKmh', 5)).toMatch(/limitKmh/)
    expect(settingProblem(rule, 'limitKmh', 80)).toBeUndefined()
  })
})

describe('a rule that ships switched off runs only when two persons switched it on', () => {
  const shipped = (entries: readonly Entry[], options: EngineOptions = { start: 'as-shipped' }) =>
    told(entries, 9_000, options, [off])
  it('and has no deadline to show: nothing is counted down until it is on', () => {
    const patient = { ...off, params: [{ from: '1970-01-01', value: { limitKmh: 100, lawKmh: 120, holdMs: 5_000 } }] }
    const ahead = (entries: readonly Entry[]) => {
      const engine = createEngine([patient], undefined, { start: 'as-shipped' })
      entries.forEach((e, i) => void engine.apply({ ...e, seq: i + 1 }))
      engine.advance(6_000)
      return [engine.deadlinesOf(['vehicle/v1']).map((d) => d.dueAt), engine.pending('test.off').map((d) => d.dueAt)]
    }
    const driven = [drives(4_000, 130)]
    expect(ahead(driven)).toEqual([[], []])
    expect(ahead([wouldSwitch(1_000, true), switches(2_000, true), ...driven])).toEqual([[9_000], [9_000]])
  })
  it('says nothing before', () => expect(shipped([drives(1_000, 150)])).toEqual([]))
  it('knows when it is switched on what happened before, and reports what begins from then on', () => {
    const on = [wouldSwitch(1_000, true), switches(2_000, true)]
    expect(shipped([drives(500, 150, 'vehicle/v1'), ...on])).toEqual([])
    expect(shipped([...on, drives(2_000, 150)])).toEqual([['opened', 2_000, 100]])
  })
  it('one person cannot switch it on', () =>
    expect(shipped([wouldSwitch(1_000, true), switches(2_000, true, { by: 'chief' }), drives(3_000, 150)])).toEqual([]))
  it('switched off, what it had open ends as unknown', () => {
    const on = [wouldSwitch(1_000, true), switches(2_000, true), drives(3_000, 150)]
    const later = [wouldSwitch(4_000, false, { validFrom: 6_000 }), switches(5_000, false), drives(7_000, 160)]
    expect(shipped([...on, ...later])).toEqual([
      ['opened', 3_000, 100],
      ['ended', 6_000],
    ])
  })
  it('a decision of the wrong kind does nothing', () =>
    expect(
      shipped([wouldSwitch(1_000, true), switches(2_000, false, { proposal: 's-true' }), drives(3_000, 150)]),
    ).toEqual([]))
  it('handed to the engine by someone who chose it, it runs, but a switch in the journal holds', () => {
    expect(shipped([drives(1_000, 150)], {})).toEqual([['opened', 1_000, 100]])
    expect(shipped([wouldSwitch(500, false), switches(600, false), drives(1_000, 150)], {})).toEqual([])
  })
  it('for what-if it runs whatever the journal says', () =>
    expect(
      shipped([wouldSwitch(500, false), switches(600, false), drives(1_000, 150)], {
        start: 'as-shipped',
        alwaysOn: new Set(['test.off']),
      }),
    ).toEqual([['opened', 1_000, 100]]))
})

/** Days on which people drive, propose, agree and switch in any order. */
const anyEntries = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 300 }),
      fc.constantFrom('drive', 'propose', 'agree', 'hold', 'switch-on', 'on', 'switch-off', 'off'),
      fc.integer({ min: 0, max: 6_000 }),
    ),
    { minLength: 3, maxLength: 40 },
  )
  .map((steps) => {
    let at = 1_000
    const made: Entry[] = []
    for (const [i, [gap, what, n]] of steps.entries()) {
      at += gap
      const validFrom = at + n - 500
      if (what === 'drive') made.push(drives(at, (n % 40) * 5, `vehicle/v${n % 3}`))
      if (what === 'propose') made.push(proposes(at, { proposal: `q${i % 4}`, value: 20 + (n % 100), validFrom }))
      if (what === 'hold') made.push(proposes(at, { proposal: `q${i % 4}`, param: 'holdMs', value: n, validFrom }))
      if (what === 'agree') made.push(agrees(at, { proposal: `q${n % 4}` }))
      if (what === 'switch-on') made.push(wouldSwitch(at, true, { proposal: `w${i % 4}`, validFrom }))
      if (what === 'on') made.push(switches(at, true, { proposal: `w${n % 4}` }))
      if (what === 'switch-off') made.push(wouldSwitch(at, false, { proposal: `w${i % 4}`, validFrom }))
      if (what === 'off') made.push(switches(at, false, { proposal: `w${n % 4}` }))
    }
    return made
  })
  .filter((made) => made.length > 2)
const both = [rule, off]
const end = 40_000

describe('settings and switches are a pure function of the journal (invariant I3)', () => {
  it('whenever time is advanced, and through a snapshot at any entry', () => {
    let opened = 0
    fc.assert(
      fc.property(
        anyEntries,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (entries, cut, tick) => {
          const straight = createEngine(both, undefined, { start: 'as-shipped' })
          const once = [...entries.flatMap((e) => [...straight.apply(e)]), ...straight.advance(end)]
          let engine = createEngine(both, undefined, { start: 'as-shipped' })
          const said = entries.flatMap((e, i) => {
            const before = entries[i - 1]?.recordedAt ?? e.recordedAt
            const ticked = engine.advance(before + Math.floor(tick * (e.recordedAt - before)))
            if (i === Math.floor(cut * entries.length))
              engine = createEngine(both, JSON.parse(JSON.stringify(engine.snapshot())), { start: 'as-shipped' })
            return [...ticked, ...engine.apply(e)]
          })
          expect([...said, ...engine.advance(end)]).toEqual(once)
          opened += once.filter((e) => e.is === 'opened').length
        },
      ),
      { numRuns: 200 },
    )
    expect(opened).toBeGreaterThan(30)
  })
})
