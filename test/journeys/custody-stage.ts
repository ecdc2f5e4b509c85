import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { passwordSha256 } from '../../server/gateways/mqtt-clients.ts'
import { chengdong, type Layout, type Staff, staff } from '../../simulators/case-area/layout.ts'
import { type AreaLink, linkCaseArea } from '../../simulators/case-area/link.ts'
import { createCaseSystem } from '../../simulators/case-system/link.ts'
import type { Now } from '../../simulators/clock.ts'
import { growCounty } from '../../simulators/county/county.ts'
import { countyFiles } from '../../simulators/county/files.ts'
import { playCustody } from '../../simulators/scenarios/custody/play.ts'
import type { CustodyScenario } from '../../simulators/scenarios/custody/scenario.ts'
import { clockOf, type House, newFolder, startHouse } from './house.ts'
import { metronome } from './metronome.ts'

/** One scene on a stage of its own: its rooms, officers and people are nobody else's. */
export interface Part {
  readonly scenario: CustodyScenario
  /** Ends every name of the scene, so that a finding says whose it is. */
  readonly mark: string
  /** Moves the scene on the time axis, milliseconds. */
  readonly shiftMs: number
}

export interface CustodyStage {
  readonly house: House
  /** How the case system signs, and what it calls itself. */
  readonly secret: string
  readonly source: string
  /** Of every case area's client. */
  readonly password: string
  readonly layouts: ReadonlyMap<string, Layout>
  readonly clock: Now
  /** Sets the house's clock; it stands otherwise. */
  readonly moveTo: (instant: number) => Promise<void>
  /**
   * Plays all parts at once over real MQTT and signed HTTP, up to `until` on the house's clock. The case areas stay
   * connected until the function it gives back is called: one that goes offline beside a person is a finding.
   */
  readonly play: (parts: readonly Part[], until: number) => Promise<() => Promise<void>>
}

const SOURCE = '/cases'

/** A server of its own whose doors know a case system and a case area for every mark. Nobody patrols. */
export const setCustodyStage = async (marks: readonly string[], epoch: number): Promise<CustodyStage> => {
  const dataDir = newFolder()
  const reference = path.join(dataDir, 'reference')
  fs.mkdirSync(reference)
  for (const file of countyFiles(growCounty()))
    if (file.name !== 'roster.csv') fs.writeFileSync(path.join(reference, file.name), file.text)
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const password = randomBytes(24).toString('base64url')
  const write = (name: string, value: unknown) => fs.writeFileSync(path.join(dataDir, name), JSON.stringify(value))
  const source = { name: 'cases', owner: 'bureau', secrets: [secret], sources: [SOURCE], types: ['custodes.*'] }
  write('intake-sources.json', [source])
  // Nobody speaks over the radio here: a channel that nobody opens would be lost as the days go by.
  write('trunk-gateways.json', [])
  const layouts = new Map(marks.map((mark) => [mark, layoutOf(mark)]))
  write(
    'mqtt-clients.json',
    [...layouts.values()].map(({ client: id, prefix, unit: owner }) => ({
      id,
      prefix,
      owner,
      passwordSha256: passwordSha256(password),
    })),
  )
  const env = {
    DEMO_COUNTY: reference,
    CLOCK_EPOCH: new Date(epoch).toISOString(),
    // The clock stands until it is moved: however slow the machine, nothing is late that was not meant to be.
    CLOCK_ANCHOR: '2100-01-01T00:00:00Z',
  }
  const house = await startHouse({ dataDir, env })
  let now = epoch
  const setClock = clockOf(house)
  const moveTo = (instant: number): Promise<void> => {
    now = instant
    return setClock(instant)
  }
  const clock = (): number => now

  const play = async (parts: readonly Part[], until: number): Promise<() => Promise<void>> => {
    const beat = metronome(parts.length, until, moveTo)
    const areas: AreaLink[] = []
    const over = new Error('the curtain falls')
    const perform = async ({ scenario, mark, shiftMs }: Part): Promise<void> => {
      const layout = layouts.get(mark)!
      const url = `mqtt://127.0.0.1:${house.ports.mqtt}`
      const area = await linkCaseArea({ url, clientId: layout.client, password, prefix: layout.prefix })
      areas.push(area)
      const caseSystem = createCaseSystem({ url: `${house.url}/intake/cloudevents`, secret, source: SOURCE, clock })
      await playCustody(renamed(scenario, mark), {
        layout,
        staff: renamed(staff, mark) as readonly Staff[],
        area,
        caseSystem,
        shiftMs,
        suffix: `-${mark}`,
        // What comes after the curtain is not played.
        until: async (instant) => {
          if (instant > until) throw over
          await beat.until(instant)
        },
      })
        .catch((error: unknown) => {
          if (error !== over) throw new Error(`${scenario.id}: ${(error as Error).message}`, { cause: error })
        })
        .finally(beat.leave)
    }
    await Promise.all(parts.map(perform))
    await moveTo(until)
    // Deadlines up to the end are judged by the next tick.
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    return async () => void (await Promise.all(areas.map((area) => area.close())))
  }
  return { house, secret, source: SOURCE, password, layouts, clock, moveTo, play }
}

const layoutOf = (mark: string): Layout => ({
  ...renamed(chengdong, mark),
  client: `area-${mark}`,
  prefix: `yl/${mark}`,
  id: `area-${mark}`,
})

/** The same with rooms and officers of its own, wherever they are named. */
const renamed = <T>(value: T, mark: string): T =>
  JSON.parse(
    JSON.stringify(value)
      .replace(/room-station-chengdong-(\d)/g, `room-${mark}-$1`)
      .replace(/"P(\d\d)"/g, `"P$1-${mark}"`)
      .replace(/yl\/chengdong\//g, `yl/${mark}/`),
  ) as T
