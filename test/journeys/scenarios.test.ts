import fs from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from '../../server/contract/http.ts'
import type { FindingView } from '../../server/contract/views.ts'
import { scenarioById, scenarios } from '../../simulators/scenarios/index.ts'
import { consoleOf, eventually } from './house.ts'
import { STANDS, setStage } from './stage.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
})

/** The living county has no end; a scene with a 110 desk is told in dispatch.test.ts. */
const scenes = scenarios.filter((s) => s.lasts < 24 * 60 && s.desk === undefined).map(({ id }) => id)

/** Plays one scene on a server of its own and tells which findings its console shows afterwards. */
const findingsOf = async (id: string): Promise<readonly FindingView[]> => {
  const { house, play } = await setStage(id, STANDS)
  folders.push(house.dataDir)
  try {
    await play()
    const seat = await consoleOf(house, 'supervisor')
    const ask = () => seat.get<Page<FindingView>>('/api/findings?pageSize=100')
    const { items } = await eventually(ask, (page) => page.total >= scenarioById(id)!.expects.length, 5_000)
    return items
  } finally {
    await house.stop()
  }
}

describe('each scene, over real sockets, yields just the findings it declares', () => {
  // Two at a time: each has a server and an embedded store of its own.
  it.concurrent.each(scenes)('%s', async (id) => {
    const { startAt } = { startAt: Date.parse('2026-03-10T10:00:00+08:00') }
    const found = (await findingsOf(id)).map(({ finding: f }) => ({
      rule: f.rule,
      subject: f.subject.replace(/#.*$/, ''),
      minute: (f.since - startAt) / 60_000,
    }))
    const { expects } = scenarioById(id)!
    expect(found.map(({ rule, subject }) => ({ rule, subject }))).toEqual(
      expects.map(({ rule, subject }) => ({ rule, subject })),
    )
    for (const [i, { since, tolerance }] of expects.entries())
      expect(Math.abs(found[i]!.minute - since), `${id} began at minute ${found[i]!.minute}`).toBeLessThanOrEqual(
        tolerance,
      )
  })
})
