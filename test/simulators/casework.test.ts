import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../server/domain/entry.ts'
import { replayEntries } from '../../server/engine/replay.ts'
import { decode, encodeStructured } from '../../server/protocols/cloudevents/codec.ts'
import { observe } from '../../server/protocols/cloudevents/observe.ts'
import { rulebook } from '../../server/rules/index.ts'
import { readCounty } from '../../server/supervision/import/read-county.ts'
import { rfc3339 } from '../../simulators/case-system/link.ts'
import { playCasework } from '../../simulators/case-system/play.ts'
import { type CaseworkScene, caseworkScenes } from '../../simulators/scenarios/casework/index.ts'

const begins = Date.parse('2026-03-10T10:00:00+08:00')
const bureau = readCounty(
  ['units.csv', 'officers.csv', 'bands.csv'].map((name) => ({ name, bytes: fs.readFileSync(`county/${name}`) })),
  { at: begins - 60_000, by: 'test' },
).drafts.map((d) => d.observation)

/** What a journal holds after the scene, told through the codec of the door. */
const journalOf = async (scene: CaseworkScene): Promise<Entry[]> => {
  const entries: Entry[] = []
  let now = begins - 60_000
  const append = (observation: Entry['observation']): void => {
    entries.push({
      seq: entries.length + 1,
      recordedAt: now,
      source: 'test',
      key: `${entries.length}`,
      observation,
    } as Entry)
  }
  for (const observation of bureau) append(observation)
  now = begins
  let serial = 0
  const tell = async (type: string, at: number, data: unknown): Promise<void> => {
    const event = { id: `${++serial}`, source: '/case', type: `custodes.${type}`, time: rfc3339(at), data }
    const { messages, faults } = decode('structured', encodeStructured(event))
    if (faults.length > 0) throw new Error(JSON.stringify(faults))
    const seen = observe(messages[0]!)
    if (seen.is === 'fault') throw new Error(`${type}: ${seen.detail}`)
    for (const observation of seen.observations) append(observation)
  }
  await playCasework(scene, {
    begins,
    suffix: '',
    caseSystem: {
      tell,
      tellAll: async (events) => {
        for (const event of events) await tell(...event)
      },
    },
    until: async (at) => {
      now = at
    },
  })
  return entries
}

describe('each scene of cases and property yields just the findings it declares', () => {
  it.each(caseworkScenes.map((scene) => [scene.id, scene] as const))('%s', async (_, scene) => {
    const found = await replayEntries(await journalOf(scene), {
      rules: rulebook,
      until: begins + scene.lasts * 60_000,
      run: { start: 'as-shipped' },
    })
    const short = found.map(({ finding: f }) => `${f.rule} ${f.subject.replace(/\/\d{13}$/, '')}`)
    expect(short.sort()).toEqual(scene.expects.map((e) => `${e.rule} ${e.subject}`).sort())
  })
})
