import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLineReader } from '../../../server/commands/journal-lines.ts'
import type { Entry } from '../../../server/domain/entry.ts'
import { replayEntries } from '../../../server/engine/replay.ts'
import { eventTypeByName } from '../../../server/protocols/cloudevents/catalogue/index.ts'
import { decode, encodeStructured } from '../../../server/protocols/cloudevents/codec.ts'
import { PREFIX } from '../../../server/protocols/cloudevents/event-type.ts'
import { observe } from '../../../server/protocols/cloudevents/observe.ts'
import { rulebook } from '../../../server/rules/index.ts'
import { rfc3339 } from '../../../simulators/case-system/link.ts'

const FOLDER = 'docs/examples'
const examples = (fs.readdirSync(FOLDER, { recursive: true }) as string[]).filter((f) => f.endsWith('.jsonl')).sort()

/** The line as an event of a business system; undefined for what comes by another door (devices, rows, radios, imports, the console). */
const asEvent = (line: string, { seq, observation }: Entry): Uint8Array | undefined => {
  const type = eventTypeByName.get(`${PREFIX}${observation.kind}`)
  if (type?.yields.length !== 1 || type.yields[0] !== observation.kind) return undefined
  // What a line leaves out, an event says outright: the door guesses nothing.
  const data = { ...observation.data, ...(JSON.parse(line) as { data: object }).data }
  const event = { id: `${seq}`, source: '/example', type: type.type, time: rfc3339(observation.observedAt), data }
  return encodeStructured(event)
}

/** What the example's journal holds when its business systems tell it through the door. */
const toldThroughTheDoor = (
  file: string,
): { readonly written: Entry[]; readonly told: Entry[]; readonly events: number } => {
  const read = createLineReader()
  const written: Entry[] = []
  const told: Entry[] = []
  let events = 0
  for (const line of fs.readFileSync(path.join(FOLDER, file), 'utf8').split('\n')) {
    const found = read(line)
    if (found.is !== 'entry') continue
    written.push(found.entry)
    const event = asEvent(line, found.entry)
    if (event === undefined) {
      told.push(found.entry)
      continue
    }
    const { messages, faults } = decode('structured', event)
    expect(faults, line).toEqual([])
    const seen = observe(messages[0]!)
    if (seen.is === 'fault') throw new Error(`${file}: ${observationOf(found.entry)}: ${seen.detail}`)
    events++
    told.push({ ...found.entry, observation: seen.observations[0]! })
  }
  return { written, told, events }
}
const observationOf = ({ observation }: Entry): string => observation.kind

const findingsOf = async (entries: readonly Entry[]): Promise<readonly string[]> =>
  (await replayEntries(entries, { rules: rulebook, run: { start: 'given' } })).map(({ finding: f }) =>
    JSON.stringify([f.rule, f.subject, f.since, f.facts]),
  )

describe('every example journal says the same when its business systems tell it as events', () => {
  it.each(examples)('%s', async (file) => {
    const { written, told } = toldThroughTheDoor(file)
    expect(await findingsOf(told)).toEqual(await findingsOf(written))
  })

  it('most of what the examples say can be told so', () => {
    const all = examples.map(toldThroughTheDoor)
    const lines = all.reduce((n, one) => n + one.written.length, 0)
    expect(all.reduce((n, one) => n + one.events, 0)).toBeGreaterThan(lines / 2)
  })
})
