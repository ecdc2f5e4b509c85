import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createLineReader } from '../../server/commands/journal-lines.ts'
import type { Entry } from '../../server/domain/entry.ts'
import { replayEntries } from '../../server/engine/replay.ts'
import { rulebook } from '../../server/rules/index.ts'

/** Journals of duty and what they are held to: the rule, since when, and why it ended if it did. All rules as they ship. */
const findings: Readonly<Record<string, readonly string[]>> = {
  'duty.leader-does-not-come': ['duty.leader-absent 2026-03-10 08:00:00 clear'],
  'duty.leader-comes': [],
  // The grace of fifteen minutes is the bureau's; the finding dates from the beginning of the watch.
  'duty.officer-comes-too-late': ['duty.not-signed-in 2026-03-10 08:00:00 clear'],
  'duty.officer-comes-within-the-grace': [],
  // 报告离岗而无替岗人; the quarter of an hour is the bureau's.
  'duty.left-with-a-report-and-nobody-there': ['duty.off-post 2026-03-10 10:00:00 clear'],
  'duty.left-with-a-report-and-a-substitute': [],
  'duty.left-for-a-quarter-of-an-hour': [],
  // Without a system that tells of duty, silence means nothing.
  'duty.no-system-told': [],
}

const folder = 'docs/examples/duty'
const china = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

async function* entriesOf(name: string): AsyncGenerator<Entry> {
  const read = createLineReader()
  for (const line of fs.readFileSync(`${folder}/${name}.jsonl`, 'utf8').split('\n')) {
    const found = read(line)
    if (found.is === 'fault') throw new Error(found.problem)
    if (found.is === 'entry') yield found.entry
  }
}

describe('journals of duty, written by hand', () => {
  it('each is held to its findings', () => {
    expect(fs.readdirSync(folder).sort()).toEqual(
      Object.keys(findings)
        .map((name) => `${name}.jsonl`)
        .sort(),
    )
  })
  it.each(Object.entries(findings))('%s', async (name, expected) => {
    const found = await replayEntries(entriesOf(name), { rules: rulebook, run: { start: 'as-shipped' } })
    const told = found.map(
      ({ finding, endedBecause }) =>
        `${finding.rule} ${china(finding.since)}${endedBecause === null ? '' : ` ${endedBecause}`}`,
    )
    expect(told.sort()).toEqual([...expected].sort())
  })
})
