import { describe, expect, it } from 'vitest'
import type { Entry } from '../../server/domain/entry.ts'
import { parseObservation } from '../../server/domain/observation/index.ts'
import { createEngine } from '../../server/engine/engine.ts'
import type { EngineEvent } from '../../server/engine/event.ts'
import { rulebook } from '../../server/rules/index.ts'
import {
  act,
  arrives,
  departs,
  enters,
  leaves,
  measure,
  officer,
  person,
  records,
  room,
  sensor,
  sensorFails,
  sensorReturns,
  stopsRecording,
} from '../support/custody.ts'
import { frozen } from '../support/frozen.ts'
import { at, type Moment } from '../support/timeline.ts'

/** Numbers that look random and are the same in every run. */
const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

const clock = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** One night in a case area, with `people` stays that overlap, some lawful and some not. */
const night = (people: number, seed: number): Entry[] => {
  const roll = dice(seed)
  const start = at('2025-12-31 18:00')
  const when = (): string => clock(start + Math.floor(roll() * 12 * 3_600) * 1_000)
  const moments: Moment[] = [
    room('2025-12-01 00:00', { kind: 'waiting-room' }),
    room('2025-12-01 00:00', { room: 'r2', kind: 'interrogation-room', area: 'z1' }),
    sensor('2025-12-01 00:00', ['recording', 'entry', 'badges'], { room: 'r2' }),
    officer('2025-12-01 00:00', 'o2', 'auxiliary'),
  ]
  const kinds = [
    'continued-questioning',
    'summons-written',
    'criminal-summons',
    'compelled-appearance',
    'criminal-detention',
    'arrest',
    'bail',
  ]
  for (let i = 0; i < people; i++) {
    const who = { person: `p${i}`, stay: `s${i}` }
    const own = measure(kinds[Math.floor(roll() * kinds.length)]!, { ...who, measure: `m${i}`, case: `c${i % 3}` })
    const talk = act(roll() < 0.5 ? 'questioning' : 'interrogation', {
      ...who,
      act: `a${i}`,
      room: 'r2',
      officers: roll() < 0.3 ? ['o1'] : ['o1', `o${i}`],
    })
    moments.push(arrives(when(), who), own.starts(when()), own.approved(when(), 'station-chief'))
    moments.push(
      person(when(), {
        ...who,
        sex: roll() < 0.5 ? 'male' : 'female',
        birthDate: roll() < 0.3 ? '2011-01-01' : '1990-01-01',
      }),
    )
    moments.push(
      enters(when(), who.person, 'held'),
      enters(when(), who.person, 'held', { room: 'r2' }),
      talk.starts(when()),
      talk.signed(when()),
    )
    if (roll() < 0.5) moments.push(leaves(when(), who.person, 'held'), departs(when(), who))
    if (roll() < 0.3) moments.push(own.extended(when(), 24, 'hour', 'duty-chief'), own.ends(when()))
    if (roll() < 0.5) moments.push(records(when(), { room: 'r2' }), stopsRecording(when(), { room: 'r2' }))
    if (roll() < 0.2) moments.push(sensorFails(when()), sensorReturns(when()))
  }
  // What happened is heard of a little later, in an order of its own.
  const heard = moments
    .map((moment) => ({ moment, recordedAt: at(moment[0]) + Math.floor(roll() * 600) * 1_000 }))
    .sort((a, b) => a.recordedAt - b.recordedAt)
  return heard.map(({ moment: [happened, kind, data], recordedAt }, seq) => {
    const parsed = parseObservation({ kind, observedAt: at(happened), data })
    if (parsed.is === 'fault') throw new Error(parsed.problem)
    return { seq, recordedAt, observation: parsed.observation }
  })
}

const said = (events: readonly EngineEvent[]): string[] =>
  events.flatMap((e) =>
    e.is === 'opened'
      ? [`opened ${e.finding.id} ${e.at}`]
      : e.is === 'ended'
        ? [`ended ${e.id} ${e.at}`]
        : e.is === 'rule-failed'
          ? [`failed ${e.rule} ${e.message}`]
          : [],
  )

const end = at('2026-04-15 00:00')

describe('the whole rulebook on one night in a case area', () => {
  it.each([1, 2, 3, 4, 5])(
    'says the same however often time is advanced and wherever it restarts (night %i)',
    (seed) => {
      const entries = night(12, seed)
      const plain = createEngine(rulebook)
      // What a snapshot shares with the engine is never changed in place: it would throw here.
      const applied = (entry: Entry): readonly EngineEvent[] => {
        const events = plain.apply(entry)
        frozen(plain.snapshot())
        return events
      }
      const once = said([...entries.flatMap((e) => [...applied(e)]), ...plain.advance(end)])
      expect(once.filter((line) => line.startsWith('failed'))).toEqual([])
      expect(once.length).toBeGreaterThan(20)

      const roll = dice(seed + 100)
      let engine = createEngine(rulebook)
      const often: string[] = []
      for (const [i, entry] of entries.entries()) {
        const before = entries[i - 1]?.recordedAt
        if (before !== undefined && roll() < 0.5)
          often.push(...said(engine.advance(before + Math.floor(roll() * (entry.recordedAt - before)))))
        often.push(...said(engine.apply(entry)))
        if (i % 25 === 24) engine = createEngine(rulebook, JSON.parse(JSON.stringify(engine.snapshot())))
      }
      for (let now = entries.at(-1)!.recordedAt; now < end; now += Math.floor(roll() * 40 * 3_600_000) + 1)
        often.push(...said(engine.advance(now)))
      often.push(...said(engine.advance(end)))
      expect(often.toSorted()).toEqual(once.toSorted())
    },
  )
})
