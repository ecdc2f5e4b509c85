import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { replayEntries } from '../../server/engine/replay.ts'
import type { AnyRule } from '../../server/rules/define-rule.ts'
import { rulebook } from '../../server/rules/index.ts'
import { caseworkScenes } from '../../simulators/scenarios/casework/index.ts'
import { custodyScenarios } from '../../simulators/scenarios/custody/index.ts'
import { dutyScenes } from '../../simulators/scenarios/duty/index.ts'
import { scenarios } from '../../simulators/scenarios/index.ts'
import { alterations, lawfulDeeds } from '../../simulators/ticket-system/deeds.ts'
import { type Example, exampleJournals } from '../support/example-journals.ts'
import { playedBy } from '../support/played-by.ts'

/** A scene that gives a finding, and one that does what the duty asks; both are played over sockets. */
interface Pair {
  readonly wrong: string
  readonly right: string
}
type Pairs = ReadonlyMap<string, Pair>

/** Of scenes that declare what they find, and whose lawful twin they are. */
const declared = (
  kind: string,
  scenes: readonly {
    readonly id: string
    readonly expects: readonly { readonly rule: string }[]
    readonly lawfulTwinOf?: string
  }[],
): Pairs => {
  const finds = (scene: (typeof scenes)[number], rule: string): boolean => scene.expects.some((e) => e.rule === rule)
  return new Map(
    scenes.flatMap((right) => {
      const wrong = scenes.find(({ id }) => id === right.lawfulTwinOf)
      const rules = (wrong?.expects ?? []).map(({ rule }) => rule).filter((rule) => !finds(right, rule))
      return rules.map((rule) => [rule, { wrong: `${kind} ${wrong!.id}`, right: `${kind} ${right.id}` }] as const)
    }),
  )
}

/** The ticket system's own rows: lawful work on the same tickets gives none of them. */
const deeds: Pairs = new Map(
  alterations.flatMap(({ name, rules }) =>
    rules.map(
      (rule) =>
        [rule, { wrong: `tickets ${name}`, right: `tickets ${lawfulDeeds.map((d) => d.name).join()}` }] as const,
    ),
  ),
)

/**
 * The lawful twin of a journal tells the same story but for a few lines, and its rule looked at it and found nothing
 * wrong. Times and numbers are what twins differ in.
 */
const MOST_LINES_APART = 5
/** What a rule keeps nothing of when it is lawful cannot be seen to have been looked at. */
const lawfulUnseen: Readonly<Record<string, Pair>> = {
  'coercive-measure.arrest-by-two': {
    wrong: 'custody/coercive-measure.arrested-with-an-auxiliary',
    right: 'custody/coercive-measure.arrested-by-two',
  },
  'inspection.scene-by-two': {
    wrong: 'custody/inspection.scene-by-one-no-witness',
    right: 'custody/inspection.scene-by-two-with-witness',
  },
  'inspection.search-by-two': {
    wrong: 'custody/inspection.search-by-one',
    right: 'custody/inspection.search-neighbour-present',
  },
  'interrogation.lineup-officers': {
    wrong: 'custody/interrogation.lineup-by-one',
    right: 'custody/interrogation.lineup-by-two',
  },
}

interface Read {
  readonly name: string
  readonly lines: ReadonlyMap<string, number>
  readonly finds: ReadonlySet<string>
  /** The rules that looked at something in it and found it lawful. */
  readonly lawful: ReadonlySet<string>
}

const readThrough = async ({ name, entries }: Example): Promise<Read> => {
  const lawful = new Set<string>()
  const watched = rulebook.map(
    (rule): AnyRule => ({
      ...rule,
      evaluate: (state, moment) => {
        const verdict = rule.evaluate(state, moment)
        if (verdict.is === 'clear' || verdict.is === 'pending') lawful.add(rule.id)
        return verdict
      },
    }),
  )
  const found = await replayEntries(entries, { rules: watched, run: { start: 'given' } })
  const lines = new Map<string, number>()
  for (const { observation: o } of entries) {
    const line = `${o.kind} ${JSON.stringify(o.data).replace(/\d+/g, '#')}`
    if (o.kind !== 'device.heartbeat') lines.set(line, (lines.get(line) ?? 0) + 1)
  }
  return { name, lines, finds: new Set(found.map(({ finding }) => finding.rule)), lawful }
}

const linesApart = (a: Read['lines'], b: Read['lines']): number =>
  [...new Set([...a.keys(), ...b.keys()])].reduce((n, line) => n + Math.abs((a.get(line) ?? 0) - (b.get(line) ?? 0)), 0)

const journalPairs = async (): Promise<Pairs> => {
  const journals: Read[] = []
  for (const example of exampleJournals()) if (example.theirs) journals.push(await readThrough(example))
  const byName = new Map(journals.map((one) => [one.name, one]))
  return new Map(
    rulebook.flatMap(({ id }) => {
      const named = lawfulUnseen[id]
      if (named) {
        const [wrong, right] = [byName.get(named.wrong), byName.get(named.right)]
        return wrong?.finds.has(id) && right && !right.finds.has(id) ? [[id, named] as const] : []
      }
      const rights = journals.filter(({ finds, lawful }) => lawful.has(id) && !finds.has(id))
      const near = journals
        .filter(({ finds }) => finds.has(id))
        .flatMap((wrong) => rights.map((right) => ({ wrong, right, apart: linesApart(wrong.lines, right.lines) })))
        .sort((a, b) => a.apart - b.apart)[0]
      return near && near.apart <= MOST_LINES_APART
        ? [[id, { wrong: near.wrong.name, right: near.right.name }] as const]
        : []
    }),
  )
}

const sources: readonly (readonly [by: string, pairs: Pairs])[] = [
  ['test/journeys/example-journals.test.ts', await journalPairs()],
  ['test/journeys/example-journals.test.ts', declared('cases', caseworkScenes)],
  ['test/journeys/custody-scenes.test.ts', declared('custody', custodyScenarios)],
  ['test/journeys/example-journals.test.ts', declared('duty', dutyScenes)],
  [
    'test/journeys/scenarios.test.ts',
    declared(
      'road',
      scenarios.filter((s) => s.desk === undefined),
    ),
  ],
  [
    'test/journeys/dispatch.test.ts',
    declared(
      'dispatch',
      scenarios.filter((s) => s.desk !== undefined),
    ),
  ],
  ['test/journeys/tickets.test.ts', deeds],
]

/** Where each rule is found over a socket, and where its lawful twin is played the same way. */
const list = rulebook.map(({ id }) => {
  const [by, pairs] = sources.find(([, found]) => found.has(id)) ?? []
  const named = playedBy[id]
  if (pairs) return { rule: id, by: by!, ...pairs.get(id)! }
  return named && { rule: id, ...named }
})

describe('every rule is found in a scene that is played over sockets, and not in its lawful twin', () => {
  it.each(rulebook.map(({ id }, i) => [id, list[i]?.by, list[i]?.wrong, list[i]?.right]))(
    '%s — %s: %s | %s',
    (_, by, wrong, right) => {
      expect(by, 'write the scene, and its twin').toBeDefined()
      expect([wrong, right].every((scene) => scene !== undefined && scene.length > 0)).toBe(true)
    },
  )
})

describe('what is named by hand is what is played', () => {
  it.each(Object.entries(playedBy))('%s', (rule, { by, wrong, right }) => {
    expect(
      sources.filter(([, pairs]) => pairs.has(rule)).map(([file]) => file),
      'needs no hand',
    ).toEqual([])
    const text = fs.readFileSync(by, 'utf8')
    for (const words of [rule, wrong, right]) expect(text).toContain(words)
  })
  it('and every file that plays is there', () => {
    for (const [by] of sources) expect(fs.existsSync(by), by).toBe(true)
  })
})
