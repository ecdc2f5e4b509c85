import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createLineReader } from '../../../server/commands/journal-lines.ts'
import type { Entry } from '../../../server/domain/entry.ts'
import { replayEntries } from '../../../server/engine/replay.ts'
import { rulebook } from '../../../server/rules/index.ts'
import { at } from '../../support/timeline.ts'

const ruleOf = (id: string) => rulebook.find((rule) => rule.id === id)!

/** Every instant in what was told, moved by whole days. */
const moved = (value: unknown, byMs: number): unknown => {
  if (typeof value === 'number') return value > 1e12 ? value + byMs : value
  if (Array.isArray(value)) return value.map((one) => moved(one, byMs))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one, byMs)]))
}

/** The example of a rule, played on another day. */
const foundOn = async (rule: string, day: string, offsetDays: number): Promise<number> => {
  const byMs = at(`${day} 00:00`) - at('2026-03-02 00:00') + offsetDays * 86_400_000
  const read = createLineReader()
  const entries = fs
    .readFileSync(`docs/examples/radio/${rule}.jsonl`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const found = read(line)
      return found.is === 'entry' ? [moved(found.entry, byMs) as Entry] : []
    })
  const found = await replayEntries(entries, { rules: [ruleOf(rule)], run: { start: 'as-shipped' } })
  return found.length
}

describe('the day the law came into force', () => {
  it.each([
    'radio.emergency',
    'radio.gateway-lost',
    'radio.never-answers',
    'roll-call.missed',
    'roll-call.wrong-place',
    'roll-call.wrong-radio',
    'roll-call.moving-as-one',
    'roll-call.repeated-misses',
    'roll-call.cycle-not-held',
    'roll-call.excuse-without-leave',
  ])('%s: from that day on, and not a day earlier', async (rule) => {
    const { from } = ruleOf(rule).params[0]!
    expect(await foundOn(rule, from, 0)).toBe(1)
    expect(await foundOn(rule, from, -1)).toBe(0)
  })
})
