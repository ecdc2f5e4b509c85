import fs from 'node:fs'
import path from 'node:path'
import { createLineReader } from '../../server/commands/journal-lines.ts'
import type { Entry } from '../../server/domain/entry.ts'
import { type ReplayedFinding, replayEntries } from '../../server/engine/replay.ts'
import { decode, encodeStructured } from '../../server/protocols/cloudevents/codec.ts'
import { observe } from '../../server/protocols/cloudevents/observe.ts'
import { rulebook } from '../../server/rules/index.ts'
import { type Journal, leftOut, momentsOf, readJournal } from '../../simulators/case-system/journal.ts'
import { rfc3339 } from '../../simulators/case-system/link.ts'

const FOLDER = 'docs/examples'

/** A worked example of docs/examples. */
export interface Example {
  /** Such as `casework/case.filed`. */
  readonly name: string
  readonly journal: Journal
  /** Its lines as `npm run replay` reads them. */
  readonly entries: readonly Entry[]
  /** Every line is told by business systems; what moves only time on is nobody's. */
  readonly theirs: boolean
}

const readExample = (file: string): Example => {
  const text = fs.readFileSync(path.join(FOLDER, file), 'utf8')
  const read = createLineReader()
  const entries = text.split('\n').flatMap((line) => {
    const found = read(line)
    return found.is === 'entry' ? [found.entry] : []
  })
  const journal = readJournal(text)
  const others = [...leftOut(journal).keys()].filter((kind) => kind !== 'device.heartbeat')
  return { name: file.replace(/\.jsonl$/, ''), journal, entries, theirs: others.length === 0 }
}

export const exampleJournals = (): readonly Example[] =>
  (fs.readdirSync(FOLDER, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map(readExample)

/** The entries of a journal whose business systems tell it as events, each name of it begun with a mark of its own. */
export const toldEntries = ({ name, journal, entries }: Example, mark: string): readonly Entry[] => {
  const told = momentsOf(journal, { mark, shiftMs: 0 }).flatMap((moment) => moment.told)
  return entries.map((entry, i) => {
    if (!journal[i]!.schema) return entry
    const { type, at, data } = told.shift()!
    const event = { id: `${entry.seq}`, source: '/example', type: `custodes.${type}`, time: rfc3339(at), data }
    const { messages, faults } = decode('structured', encodeStructured(event))
    if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`)
    const seen = observe(messages[0]!)
    if (seen.is === 'fault') throw new Error(`${name}: ${seen.detail}`)
    return { ...entry, observation: seen.observations[0]! }
  })
}

/** What a journal gives when every rule runs, also those that ship switched off. */
export const foundIn = (entries: readonly Entry[]): Promise<readonly ReplayedFinding[]> =>
  replayEntries(entries, { rules: rulebook, run: { start: 'given' } })
