import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../server/domain/entry.ts'
import { createEngine, type Engine, judgedBefore } from '../../server/engine/engine.ts'
import type { EngineEvent } from '../../server/engine/event.ts'
import { rulebook } from '../../server/rules/index.ts'
import { frozen } from '../support/frozen.ts'
import { anyDay as undisturbed } from '../support/journal-of.ts'

/** Days on which the journal was away now and then: where nothing was told for a while, nothing may have been heard. */
const anyDay = fc.tuple(undisturbed, fc.infiniteStream(fc.nat(99))).map(([entries, dice]): Entry[] =>
  entries
    .flatMap((entry, i): Entry[] => {
      const awayFrom = (entries[i - 1]?.recordedAt ?? entry.recordedAt) + dice.next().value! * 1_000
      if (entry.recordedAt - awayFrom < 30_000 || dice.next().value! > 30) return [entry]
      const { recordedAt } = entry
      const observation = { kind: 'journal.resumed', observedAt: recordedAt, data: { awayFrom } } as const
      return [{ seq: 0, recordedAt, observation }, entry]
    })
    .map((entry, i) => ({ ...entry, seq: i + 1 })),
)

const endOf = (entries: readonly Entry[]): number => entries.at(-1)!.recordedAt + 26 * 3_600_000
const straight = (entries: readonly Entry[]): EngineEvent[] => {
  const engine = createEngine(rulebook)
  return [...entries.flatMap((e) => [...engine.apply(e)]), ...engine.advance(endOf(entries))]
}

describe('findings are a pure function of journal and rulebook (invariant I3)', () => {
  it('whether time is advanced never, or at any moments in between', () => {
    const opened = new Set<string>()
    let outages = 0
    fc.assert(
      fc.property(anyDay, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (entries, dice) => {
        const live = createEngine(rulebook)
        const said = entries.flatMap((entry, i) => {
          const before = entries[i - 1]?.recordedAt ?? entry.recordedAt
          const tick = before + Math.floor(dice.next().value! * (judgedBefore(entry) - before))
          return [...live.advance(tick), ...live.apply(entry)]
        })
        const replayed = straight(entries)
        expect([...said, ...live.advance(endOf(entries))]).toEqual(replayed)
        outages += entries.filter((e) => e.observation.kind === 'journal.resumed').length
        for (const e of replayed) if (e.is === 'opened') opened.add(e.finding.rule)
        expect(replayed.filter((e) => e.is === 'rule-failed')).toEqual([])
      }),
      { numRuns: 120 },
    )
    // The days are rich enough that the equality says something of every rule on the road.
    expect(opened.size).toBeGreaterThanOrEqual(4)
    expect(outages).toBeGreaterThan(20)
  })

  it('whether the engine ran through or was restored from a snapshot at any entry', () => {
    fc.assert(
      fc.property(anyDay, fc.double({ min: 0, max: 1, noNaN: true }), (entries, share) => {
        const cut = Math.floor(share * entries.length)
        const first: Engine = createEngine(rulebook)
        const said = entries.slice(0, cut).flatMap((e) => [...first.apply(e)])
        const second = createEngine(rulebook, JSON.parse(JSON.stringify(first.snapshot())))
        const rest = entries.slice(cut).flatMap((e) => [...second.apply(e)])
        expect([...said, ...rest, ...second.advance(endOf(entries))]).toEqual(straight(entries))
      }),
      { numRuns: 120 },
    )
  })

  it('and nothing that a snapshot shares with the engine is changed afterwards', () => {
    fc.assert(
      fc.property(anyDay, (entries) => {
        const engine = createEngine(rulebook)
        for (const entry of entries) {
          expect(engine.apply(entry).filter((e) => e.is === 'rule-failed')).toEqual([])
          frozen(engine.snapshot())
        }
      }),
      { numRuns: 20 },
    )
  })

  it('and every state is plain JSON of bounded size', () => {
    fc.assert(
      fc.property(anyDay, (entries) => {
        const engine = createEngine(rulebook)
        for (const entry of entries) engine.apply(entry)
        const { cells } = engine.snapshot()
        expect(JSON.parse(JSON.stringify(cells))).toEqual(cells)
        for (const cell of cells) expect(JSON.stringify(cell).length).toBeLessThan(8_000)
      }),
      { numRuns: 40 },
    )
  })
})
