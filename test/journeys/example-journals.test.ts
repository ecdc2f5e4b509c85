import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FindingView } from '../../server/contract/views.ts'
import type { ReplayedFinding } from '../../server/engine/replay.ts'
import { BATCH_LIMIT } from '../../server/protocols/cloudevents/codec.ts'
import { rulebook } from '../../server/rules/index.ts'
import { type Journal, momentsOf, playJournal, readJournal } from '../../simulators/case-system/journal.ts'
import { type CaseSystem, createCaseSystem } from '../../simulators/case-system/link.ts'
import { playCasework } from '../../simulators/case-system/play.ts'
import { caseworkScenes } from '../../simulators/scenarios/casework/index.ts'
import { dutyScenes } from '../../simulators/scenarios/duty/index.ts'
import { at, type DutyScene } from '../../simulators/scenarios/duty/scene.ts'
import { exampleJournals, foundIn, toldEntries } from '../support/example-journals.ts'
import { type CustodyStage, setCustodyStage } from './custody-stage.ts'
import { complaintsOf, findingsOf, switchOn } from './house.ts'
import { metronome } from './metronome.ts'

/** Each journal and each scene has names of its own, so all are played in one house at once, each on its own days. */
const journals = exampleJournals()
  .filter(({ theirs }) => theirs)
  .map((example, i) => {
    const mark = `z${i}z-`
    return { ...example, mark, moments: momentsOf(example.journal, { mark, shiftMs: 0 }) }
  })
/** A scene of duty as a journal: each step is told when it happened, or once those before it are. */
const journalOf = ({ steps, until }: DutyScene): Journal => {
  let recordedAt = 0
  const line = (kind: string, observedAt: number, data: object): string => {
    recordedAt = Math.max(recordedAt, observedAt)
    return JSON.stringify({ kind, observedAt, recordedAt, data })
  }
  const told = steps.map((step) => line(step.type, at(step.at), step.data))
  return readJournal([...told, line('device.heartbeat', at(until), {})].join('\n'))
}
const duties = dutyScenes.map((scene, i) => {
  const mark = `x${i}x-`
  return { scene, mark, moments: momentsOf(journalOf(scene), { mark, shiftMs: 0 }) }
})

const scenes = caseworkScenes.map((scene, i) => ({ scene, suffix: `-y${i}y` }))
/** A Tuesday on which officers and bands of the county are known. */
const SCENES_BEGIN = Date.parse('2026-03-10T10:00:00+08:00')

/**
 * What a journal gives here and not alone. The house is one bureau: what holds for the whole of it — its systems, its
 * table of holidays — holds for every journal, whichever of them told of it.
 */
const onlyHere: Readonly<Record<string, readonly string[]>> = {
  // Alone, no system tells of duties, so that nobody can be missed.
  'duty/duty.no-system-told': ['duty.leader-absent d1 2026-03-10 08:00:00 ended'],
}

const instants = journals.flatMap(({ moments }) => moments.map(({ at }) => at))
const begins = Math.min(...instants) - 3_600_000
const ends = Math.max(...instants) + 60_000

type TellAll = CaseSystem['tellAll']
/** What all say at one instant goes in few messages, in the order in which they said it. */
const together = (send: TellAll): TellAll => {
  let waiting: Parameters<TellAll>[0][number][] = []
  let sent: Promise<void> | undefined
  const flush = async (): Promise<void> => {
    await new Promise<void>((turn) => setImmediate(turn))
    const all = waiting
    ;[waiting, sent] = [[], undefined]
    for (let i = 0; i < all.length; i += BATCH_LIMIT) await send(all.slice(i, i + BATCH_LIMIT))
  }
  return (events) => {
    waiting.push(...events)
    sent ??= flush()
    return sent
  }
}

const china = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
const printed = ({ rule, subject, since }: ReplayedFinding['finding'], ended: boolean): string =>
  `${rule} ${subject} ${china(since)}${ended ? ' ended' : ''}`

describe('what example journals and scenes say, told by business systems to a running server, gives the findings of each', () => {
  let stage: CustodyStage
  const views: FindingView[] = []

  beforeAll(async () => {
    stage = await setCustodyStage([], begins)
    await switchOn(
      stage.house,
      rulebook.filter((rule) => rule.shipsOff).map((rule) => rule.id),
    )
    const { house, secret, source, clock } = stage
    const { tellAll: send } = createCaseSystem({ url: `${house.url}/intake/cloudevents`, secret, source, clock })
    const tellAll = together(send)
    const { until, leave } = metronome(journals.length + duties.length + scenes.length, ends, stage.moveTo)
    const caseSystem = { tellAll, tell: (...event: Parameters<CaseSystem['tell']>) => tellAll([event]) }
    const players = [
      ...[...journals, ...duties].map(({ moments }) => playJournal(moments, caseSystem, until)),
      ...scenes.map(async ({ scene, suffix }) => {
        await until(SCENES_BEGIN)
        await playCasework(scene, { caseSystem, begins: SCENES_BEGIN, suffix, until })
      }),
    ]
    await Promise.all(players.map((playing) => playing.finally(leave)))
    await stage.moveTo(ends)
    // Deadlines up to the end are judged by the next tick.
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    views.push(...(await findingsOf(house)))
  }, 240_000)
  afterAll(async () => {
    await stage?.house.stop()
    if (stage) fs.rmSync(stage.house.dataDir, { recursive: true, force: true })
  })

  /** The findings that bear a mark, as they stood at an instant. */
  const foundOf = (mark: string, until: number): readonly string[] =>
    views
      .filter(({ finding }) => finding.openedAt <= until && JSON.stringify(finding).includes(mark))
      .map(({ finding, endedAt }) => printed(finding, endedAt !== null && endedAt <= until))
      .sort()

  it.each(journals.map((one) => [one.name, one] as const))('%s', async (name, journal) => {
    const { mark, moments, entries } = journal
    const marked = await foundIn(toldEntries(journal, mark))
    expect(foundOf(mark, moments.at(-1)!.at)).toEqual(
      [
        ...marked.map(({ finding, endedAt }) => printed(finding, endedAt !== null)),
        ...(onlyHere[name] ?? []).map((line) => line.replace(' ', ` ${mark}`)),
      ].sort(),
    )
    const short = (all: typeof marked) => all.map(({ finding: f, endedBecause }) => [f.rule, f.since, endedBecause])
    expect(short(marked), 'as it is read from the file').toEqual(short(await foundIn(entries)))
  })

  it.each(duties.map((one) => [one.scene.id, one] as const))('%s', (_, { scene, mark, moments }) => {
    // What another duty's scene brings with it lies outside the pair; each is held to its own rule.
    const own = scene.lawfulTwinOf ?? scene.id
    const found = foundOf(mark, moments.at(-1)!.at).filter((line) => line.startsWith(`${own} `))
    expect(found.map((line) => line.replace(/^(\S+) \S+ (.{16}).*$/, '$1 $2'))).toEqual(
      scene.expects.map(({ rule, since }) => `${rule} ${since}`),
    )
  })

  it.each(scenes.map((one) => [one.scene.id, one] as const))('%s', (_, { scene, suffix }) => {
    const found = foundOf(suffix, SCENES_BEGIN + scene.lasts * 60_000)
    const short = found.map((line) => line.replaceAll(suffix, '').replace(/(\/\d{13})? \d{4}-.*$/, ''))
    expect(short.sort()).toEqual(scene.expects.map(({ rule, subject }) => `${rule} ${subject}`).sort())
  })

  it('and nothing that belongs to none', () => {
    const marks = [...[...journals, ...duties].map(({ mark }) => mark), ...scenes.map(({ suffix }) => suffix)]
    const strays = views.filter(({ finding }) => !marks.some((mark) => JSON.stringify(finding).includes(mark)))
    expect(strays.map(({ finding }) => finding.id)).toEqual([])
    expect(complaintsOf(stage.house)).toEqual([])
  })
})
