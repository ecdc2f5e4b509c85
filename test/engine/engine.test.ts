import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Entry } from '../../server/domain/entry.ts'
import type { Verdict } from '../../server/domain/verdict.ts'
import { createEngine, SETTLE_MS } from '../../server/engine/engine.ts'
import type { EngineEvent } from '../../server/engine/event.ts'
import { type AnyRule, defineRule, type Moment } from '../../server/rules/define-rule.ts'

const nobody = { unit: null, carrier: null, officers: [], place: null }
/** A rule over heartbeats whose verdict the test decides. */
const ruleThat = (id: string, evaluate: (beats: number[], moment: Moment<object>) => Verdict): AnyRule =>
  defineRule({
    id,
    title: { zh: '规则', en: 'Rule' },
    grade: 'C',
    citations: [{ law: '法', article: '第一条', text: '文', inForce: { from: '2020-01-01' }, checked: 'verified' }],
    paramSchema: z.object({}),
    params: [{ from: '2020-01-01', value: {} }],
    localSettings: [],
    limits: { zh: '无', en: 'None' },
    consumes: ['device.heartbeat'],
    subject: ({ data }) => data.device,
    initial: [] as number[],
    evolve: (beats: number[], { observation }) => [...beats, observation.observedAt].slice(-3),
    evaluate,
  })
const beat = (seq: number, at: number, device = 'd'): Entry => ({
  seq,
  recordedAt: at,
  observation: { kind: 'device.heartbeat', observedAt: at, data: { device, carrier: null } },
})
const breach = (since: number, facts = {}): Verdict => ({ is: 'breach', since, evidence: [1], facts, concerns: nobody })
const words = (events: readonly EngineEvent[]): string[] => events.map((e) => e.is)

describe('a deadline', () => {
  const due = ruleThat('test.due', ([first], { now }) =>
    now > first! + 1000 ? breach(first! + 1000) : { is: 'pending', startedAt: first!, dueAt: first! + 1000 },
  )
  it('fires one millisecond after its last lawful one, with nobody reporting', () => {
    const engine = createEngine([due])
    engine.apply(beat(1, 5000))
    expect(words(engine.advance(6000))).toEqual(['warned', 'warned'])
    expect(engine.advance(6001)).toMatchObject([{ is: 'opened', finding: { id: 'test.due/d/6000', openedAt: 6001 } }])
  })
  it('is announced at 75 % and at 90 % of the way, and once', () => {
    const engine = createEngine([due])
    const events = [...engine.apply(beat(1, 0)), ...engine.apply(beat(2, 760)), ...engine.advance(1000)]
    expect(events).toMatchObject([
      { is: 'warned', level: 'C', at: 750, dueAt: 1000 },
      { is: 'warned', level: 'B', at: 900, dueAt: 1000 },
    ])
  })
  it('is shown among the deadlines ahead, soonest first', () => {
    const engine = createEngine([due])
    engine.apply(beat(1, 10, 'b'))
    engine.apply(beat(2, 20, 'a'))
    expect(engine.pending('test.due')).toEqual([
      { subject: 'b', dueAt: 1010 },
      { subject: 'a', dueAt: 1020 },
    ])
  })
  it('stays away while the clock is lawfully stopped', () => {
    const engine = createEngine([ruleThat('test.stopped', () => ({ is: 'pending', dueAt: undefined }))])
    engine.apply(beat(1, 0))
    expect(engine.nextDueAt()).toBeUndefined()
  })
})

describe('a deadline that passed while nothing could be recorded', () => {
  const resumed = (seq: number, at: number, awayFrom: number): Entry => ({
    seq,
    recordedAt: at,
    observation: { kind: 'journal.resumed', observedAt: at, data: { awayFrom } },
  })
  /** Due an hour after the first word, unless there was a second in time. */
  const answered = ruleThat('test.answered', ([first, second], { now }) => {
    const dueAt = first! + 3_600_000
    if (second !== undefined && second <= dueAt) return { is: 'clear' }
    return now > dueAt ? breach(dueAt) : { is: 'pending', startedAt: first!, dueAt }
  })
  const [due, back] = [3_600_000, 5_000_000]
  const late = (seq: number, recordedAt: number, at: number, device = 'd'): Entry => ({
    ...beat(seq, at, device),
    recordedAt,
  })
  const gone = () => {
    const engine = createEngine([answered])
    engine.apply(beat(1, 0))
    engine.advance(due - 500_000)
    return { engine, events: engine.apply(resumed(2, back, due - 500_000)) }
  }
  it('is judged when the sources had time to bring what they kept, and begins when it passed', () => {
    const { engine, events } = gone()
    expect(words(events)).toEqual([])
    expect(engine.advance(back + SETTLE_MS - 1)).toEqual([])
    expect(engine.advance(back + SETTLE_MS)).toMatchObject([
      { is: 'opened', finding: { since: due, openedAt: back + SETTLE_MS } },
    ])
  })
  it('is nobody’s fault when what was due had been done in time, and is told now', () => {
    const { engine } = gone()
    expect(words(engine.apply(late(3, back + 60_000, due - 1)))).toEqual([])
    expect(engine.advance(back + SETTLE_MS)).toEqual([])
  })
  it('is not judged sooner because something else was told of the same subject', () => {
    const { engine } = gone()
    expect(words(engine.apply(late(3, back + 1_000, back)))).toEqual([])
    expect(words(engine.apply(late(4, back + 2_000, due)))).toEqual([])
    expect(words(engine.advance(back + SETTLE_MS)).at(-1)).toBe('opened')
  })
  it('had passed before: its finding stands', () => {
    const engine = createEngine([answered])
    engine.apply(beat(1, 0))
    expect(words(engine.advance(due + 1))).toContain('opened')
    expect(engine.apply(resumed(2, back, due + 1))).toEqual([])
    expect(engine.advance(back + SETTLE_MS)).toEqual([])
  })
  it('gives the same after a restart within that time, and in a replay', () => {
    const { engine } = gone()
    const again = createEngine([answered], JSON.parse(JSON.stringify(engine.snapshot())))
    const replay = createEngine([answered])
    const events = [...replay.apply(beat(1, 0)), ...replay.apply(resumed(2, back, due - 500_000))]
    const live = again.advance(back + SETTLE_MS)
    expect(live).toEqual(engine.advance(back + SETTLE_MS))
    expect([...events, ...replay.advance(back + SETTLE_MS)].filter((e) => e.is === 'opened')).toEqual(
      live.filter((e) => e.is === 'opened'),
    )
  })
})

describe('a finding', () => {
  it('goes on in silence until its facts or its evidence change, and keeps when it was opened', () => {
    const engine = createEngine([ruleThat('test.news', (beats) => breach(7, { many: beats.length > 2 }))])
    const events = [10, 20, 30, 40].flatMap((at, i) => [...engine.apply(beat(i + 1, at))])
    expect(words(events)).toEqual(['opened', 'continued'])
    expect(events[1]).toMatchObject({ at: 30, finding: { openedAt: 10, facts: { many: true } } })
  })
  it('is restated when its beginning turns out to be another', () => {
    const engine = createEngine([ruleThat('test.moved', (beats) => breach(beats.length > 1 ? 3 : 7))])
    engine.apply(beat(1, 10))
    expect(engine.apply(beat(2, 20))).toMatchObject([
      { is: 'ended', id: 'test.moved/d/7', because: 'restated' },
      { is: 'opened', finding: { id: 'test.moved/d/3', openedAt: 20 } },
    ])
  })
  it('ends when the rule no longer knows, and says so', () => {
    const engine = createEngine([
      ruleThat('test.lost', (beats) => (beats.length > 1 ? { is: 'unknown', missing: 'x' } : breach(7))),
    ])
    engine.apply(beat(1, 10))
    expect(engine.apply(beat(2, 20))).toMatchObject([{ is: 'ended', because: 'unknown' }])
  })
  it('is looked at again when the rule asked for it', () => {
    const engine = createEngine([
      ruleThat('test.review', (_, { now }) =>
        now >= 50 ? { is: 'clear' } : ({ ...breach(7), reviewAt: 50 } as Verdict),
      ),
    ])
    engine.apply(beat(1, 10))
    expect(engine.advance(60)).toMatchObject([{ is: 'ended', because: 'clear', at: 50 }])
  })
})

describe('a subject', () => {
  it('is forgotten when the rule said so, and starts anew', () => {
    const engine = createEngine([ruleThat('test.forget', (_, { now }) => ({ is: 'clear', forgetAt: now + 100 }))])
    engine.apply(beat(1, 0))
    engine.apply(beat(2, 50))
    engine.advance(149)
    expect(engine.size()).toBe(1)
    engine.advance(150)
    expect(engine.size()).toBe(0)
    expect(engine.nextDueAt()).toBeUndefined()
  })
})

describe('an entry that tells a rule nothing new', () => {
  /** Counts how often it is asked; remembers the first heartbeat only. */
  const counting = (consumes: AnyRule['consumes'] = ['device.heartbeat']) => {
    const asked: number[] = []
    const rule: AnyRule = {
      ...ruleThat('test.counting', ([first], { now }) => {
        asked.push(now)
        return now > first! + 1000 ? breach(first! + 1000) : { is: 'pending', dueAt: first! + 1000 }
      }),
      consumes,
      subject: () => 'd',
      evolve: (beats: number[], { observation }) => (beats.length > 0 ? beats : [observation.observedAt]),
    }
    return { rule, asked }
  }
  it('is not judged, and the deadline fires at its moment all the same', () => {
    const { rule, asked } = counting()
    const engine = createEngine([rule])
    for (const [seq, at] of [5000, 5100, 5200].entries()) engine.apply(beat(seq, at))
    expect(asked).toEqual([5000])
    expect(engine.advance(6001)).toMatchObject([{ is: 'opened', finding: { since: 6000, openedAt: 6001 } }])
  })
  it('is judged when it changed what the register knows', () => {
    const { rule, asked } = counting(['device.heartbeat', 'unit.registered'])
    const engine = createEngine([rule])
    engine.apply(beat(1, 5000))
    const name = { zh: '所', en: 'Station' }
    const data = { unit: 's1', name, kind: 'station', parent: null, place: null } as const
    engine.apply({ seq: 2, recordedAt: 5100, observation: { kind: 'unit.registered', observedAt: 5100, data } })
    expect(asked).toEqual([5000, 5100])
  })
})

describe('a rule that throws', () => {
  const good = ruleThat('test.good', () => breach(1))
  const bad = ruleThat('test.bad', (beats) => {
    if (beats.length > 1) throw new Error('cannot be')
    return { is: 'pending', dueAt: 1000 }
  })
  it('is put aside and told once; the others go on', () => {
    const engine = createEngine([bad, good])
    engine.apply(beat(1, 0))
    expect(engine.apply(beat(2, 10))).toMatchObject([
      { is: 'rule-failed', rule: 'test.bad', subject: 'd', message: 'cannot be' },
    ])
    expect(words(engine.apply(beat(3, 20, 'e')))).toEqual(['opened'])
    expect(engine.advance(5000)).toEqual([])
    expect(engine.failures()).toMatchObject([{ rule: 'test.bad', at: 10 }])
  })
  it('stays put aside after a restart', () => {
    const engine = createEngine([bad, good])
    engine.apply(beat(1, 0))
    engine.apply(beat(2, 10))
    const again = createEngine([bad, good], JSON.parse(JSON.stringify(engine.snapshot())))
    expect(again.failures()).toHaveLength(1)
    expect(again.apply(beat(3, 20))).toEqual([])
  })
  it.each<[string, (moment: Moment<object>) => Verdict]>([
    ['a deadline behind us', () => ({ is: 'pending', dueAt: 5 })],
    ['a review behind us', ({ now }) => ({ is: 'unknown', missing: 'x', reviewAt: now })],
    ['being forgotten in the past', ({ now }) => ({ is: 'clear', forgetAt: now - 1 })],
    ['a breach without a beginning', () => breach(Number.NaN)],
  ])('is also one that asks for %s', (_, evaluate) => {
    const engine = createEngine([ruleThat('test.past', (_beats, moment) => evaluate(moment))])
    expect(words(engine.apply(beat(1, 10)))).toEqual(['rule-failed'])
  })
  it('and one that cannot say whom an observation concerns', () => {
    const broken = {
      ...ruleThat('test.subject', () => breach(1)),
      subject: () => {
        throw new Error('whose?')
      },
    }
    expect(words(createEngine([broken, good]).apply(beat(1, 10)))).toEqual(['rule-failed', 'opened'])
  })
})

describe('the journal is read in order', () => {
  it('refuses an entry twice, and one recorded before the time already judged', () => {
    const engine = createEngine([])
    engine.apply(beat(5, 100))
    expect(() => engine.apply(beat(5, 100))).toThrow(/in order/)
    engine.advance(200)
    expect(() => engine.apply(beat(6, 199))).toThrow(/already judged/)
    expect(engine.apply(beat(7, 200))).toEqual([])
  })
})

describe('a snapshot', () => {
  it('does not change when the engine goes on', () => {
    const engine = createEngine([ruleThat('test.s', () => breach(1))])
    engine.apply(beat(1, 10))
    const before = engine.snapshot()
    const text = JSON.stringify(before)
    engine.apply(beat(2, 20, 'e'))
    engine.apply({
      seq: 3,
      recordedAt: 30,
      observation: { kind: 'device.bound', observedAt: 30, data: { device: 'x', carrier: null, owner: 'u' } },
    })
    expect(JSON.stringify(before)).toBe(text)
  })
  it('can be used twice', () => {
    const growing = {
      ...ruleThat('test.twice', () => breach(1)),
      evolve: (beats: number[], { seq }: Entry) => {
        beats.push(seq)
        return beats
      },
    }
    const engine = createEngine([{ ...growing, initial: [] }])
    engine.apply(beat(1, 10))
    const saved = engine.snapshot()
    const text = JSON.stringify(saved)
    createEngine([growing], saved).apply(beat(2, 20))
    expect(JSON.stringify(saved)).toBe(text)
  })
  it('remembers which warnings were given', () => {
    const due = ruleThat('test.warned', ([first]) => ({ is: 'pending', startedAt: first!, dueAt: first! + 1000 }))
    const engine = createEngine([due])
    engine.apply(beat(1, 0))
    expect(engine.advance(800)).toMatchObject([{ is: 'warned', level: 'C', at: 750 }])
    const again = createEngine([due], JSON.parse(JSON.stringify(engine.snapshot())))
    expect(again.advance(1000)).toMatchObject([{ is: 'warned', level: 'B', at: 900 }])
  })
  it('leaves out the subjects of a rule that has left the rulebook', () => {
    const engine = createEngine([ruleThat('test.gone', () => ({ is: 'pending', dueAt: 500 }))])
    engine.apply(beat(1, 10))
    expect(createEngine([], engine.snapshot()).size()).toBe(0)
  })
})
