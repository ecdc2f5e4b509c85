import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FindingView } from '../../server/contract/views.ts'
import { custodyScenarios } from '../../simulators/scenarios/custody/index.ts'
import { at } from '../../simulators/scenarios/custody/scenario.ts'
import { type CustodyStage, setCustodyStage } from './custody-stage.ts'
import { complaintsOf, findingsOf, switchOn } from './house.ts'

/** Every scene has rooms, officers and people of its own, so all are played in one house at once, each on its own days. */
const parts = custodyScenarios.map((scenario, i) => ({ scenario, mark: `z${i}z`, shiftMs: 0 }))
const begins = Math.min(...parts.flatMap(({ scenario }) => scenario.steps.map((step) => at(step.at)))) - 7_200_000
const ends = Math.max(...parts.map(({ scenario }) => at(scenario.until)))

const china = (instant: number): string =>
  new Date(instant + 8 * 3_600_000)
    .toISOString()
    .replace('T', ' ')
    .replace(/(:00)?\.000Z$/, '')

describe('what happens in a case area, over the whole server, gives the findings the law asks for and no other', () => {
  let stage: CustodyStage
  let leave: () => Promise<void>
  const views: FindingView[] = []

  beforeAll(async () => {
    stage = await setCustodyStage(
      parts.map(({ mark }) => mark),
      begins,
    )
    await switchOn(stage.house, [...new Set(custodyScenarios.flatMap((s) => s.switchedOn ?? []))])
    leave = await stage.play(parts, ends)
    views.push(...(await findingsOf(stage.house)))
  }, 240_000)
  afterAll(async () => {
    await leave?.()
    await stage?.house.stop()
    if (stage) fs.rmSync(stage.house.dataDir, { recursive: true, force: true })
  })

  it.each(parts.map((part) => [part.scenario.id, part] as const))('%s', (_, { scenario, mark }) => {
    const own = views.filter((view) => JSON.stringify(view.finding).includes(mark))
    const opened = own.filter(({ finding }) => finding.openedAt <= at(scenario.until))
    expect(opened.map(({ finding: f }) => `${f.rule} ${china(f.since)}`).sort()).toEqual(
      scenario.expects.map(({ rule, since }) => `${rule} ${since}`).sort(),
    )
  })

  it('and nothing that belongs to no scene', () => {
    const strays = views.filter(({ finding }) => !parts.some(({ mark }) => JSON.stringify(finding).includes(mark)))
    expect(strays.map(({ finding }) => finding.id)).toEqual([])
    expect(complaintsOf(stage.house)).toEqual([])
  })
})
