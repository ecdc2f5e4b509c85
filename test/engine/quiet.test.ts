import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLineReader } from '../../server/commands/journal-lines.ts'
import type { Entry } from '../../server/domain/entry.ts'
import { createEngine } from '../../server/engine/engine.ts'
import type { AnyRule, Moment } from '../../server/rules/define-rule.ts'
import { rulebook } from '../../server/rules/index.ts'

const FOLDER = 'docs/examples'
const entriesOf = (file: string): Entry[] => {
  const read = createLineReader()
  return fs
    .readFileSync(path.join(FOLDER, file), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const found = read(line)
      return found.is === 'entry' ? [found.entry] : []
    })
}
/** Journals in which something drives about. */
const journals = (fs.readdirSync(FOLDER, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => [file, entriesOf(file)] as const)
  .filter(([, entries]) => entries.some((e) => e.observation.kind === 'position.reported'))

const quietRules = rulebook.filter((rule) => rule.quiet)
const without = ({ quiet: _, ...rule }: AnyRule): AnyRule => rule
const eventsOf = (rules: readonly AnyRule[], entries: readonly Entry[]) => {
  const engine = createEngine(rules)
  return entries.flatMap((entry) => [...engine.apply(entry)])
}

describe('a rule that calls a state quiet', () => {
  it.each(journals)('gives the same findings where it is asked all the same: %s', (_, entries) => {
    expect(eventsOf(quietRules, entries)).toEqual(eventsOf(quietRules.map(without), entries))
  })
  it('says of each such state, when asked, that nothing is wrong', () => {
    let quietStates = 0
    const asked = quietRules.map((rule) => ({
      ...without(rule),
      evaluate: (state: unknown, moment: Moment<unknown>) => {
        const verdict = rule.evaluate(state, moment)
        if (!rule.quiet!(state)) return verdict
        quietStates++
        // Of buffered reports, and without a border, a rule cannot say anything: that is no finding either.
        expect(['clear', 'unknown']).toContain(verdict.is)
        return verdict
      },
    }))
    for (const [, entries] of journals) eventsOf(asked, entries)
    expect(quietStates).toBeGreaterThan(100)
  })
})
