import fs from 'node:fs'
import { expect, it } from 'vitest'
import { createLineReader } from '../../server/commands/journal-lines.ts'
import type { Entry } from '../../server/domain/entry.ts'
import { replayEntries } from '../../server/engine/replay.ts'
import { rulebook } from '../../server/rules/index.ts'

const china = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** The entries of an example; a line that cannot be read, or has a field nobody knows, is a failed test. */
async function* entriesOf(file: string): AsyncGenerator<Entry> {
  const read = createLineReader()
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const found = read(line)
    if (found.is === 'fault') throw new Error(found.problem)
    if (found.is !== 'entry') continue
    expect(found.notes).toEqual([])
    yield found.entry
  }
}

/**
 * Holds the journals of a folder to what the law says of them: the rule, the second of China's clock since when, and
 * why it ended. All rules run as they ship, or all of them, also those that ship switched off; what is not named must
 * not come.
 */
export const holdExamples = (
  folder: string,
  findings: Readonly<Record<string, readonly string[]>>,
  start: 'as-shipped' | 'given' = 'as-shipped',
): void => {
  it('each is held to its findings', () => {
    expect(fs.readdirSync(folder).sort()).toEqual(
      Object.keys(findings)
        .map((name) => `${name}.jsonl`)
        .sort(),
    )
  })
  it.each(Object.entries(findings))('%s', async (name, expected) => {
    const found = await replayEntries(entriesOf(`${folder}/${name}.jsonl`), {
      rules: rulebook,
      run: { start },
    })
    const told = found.map(
      ({ finding, endedBecause }) =>
        `${finding.rule} ${china(finding.since)}${endedBecause === null ? '' : ` ${endedBecause}`}`,
    )
    expect(told.sort()).toEqual([...expected].sort())
  })
}
