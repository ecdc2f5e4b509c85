import fs from 'node:fs'
import path from 'node:path'
import { growCounty } from '../../simulators/county/county.ts'
import { runScenario } from '../../simulators/run-scenario.ts'
import { scenarioById } from '../../simulators/scenarios/index.ts'
import { referenceFiles } from '../../simulators/scenarios/reference.ts'
import { DEFAULT_START } from '../../simulators/scenarios/scenario.ts'
import { clockOf, deskOf, type House, newFolder, startHouse, tokensOf } from './house.ts'

const county = growCounty()

export interface Stage {
  readonly house: House
  /** The environment it was started with, for another start on the same data. */
  readonly env: Readonly<Record<string, string>>
  /** Plays the scenario to its end over real sockets. */
  readonly play: (signal?: AbortSignal) => Promise<unknown>
  readonly lastsMs: number
  readonly startAt: number
}

/** A speed: the clock stands, and is moved on when everybody has said what there was to say. */
export const STANDS = 0

/** A server that knows what the scenario's bureau knows, on a clock that shows the scenario's time, `speed` times as fast. */
export const setStage = async (
  scenarioId: string,
  speed: number,
  more: Readonly<Record<string, string>> = {},
): Promise<Stage> => {
  const scenario = scenarioById(scenarioId)
  if (!scenario) throw new Error(`no scenario ${scenarioId}`)
  const dataDir = newFolder()
  const reference = path.join(dataDir, 'reference')
  fs.mkdirSync(reference)
  for (const file of referenceFiles(county, scenario, DEFAULT_START))
    fs.writeFileSync(path.join(reference, file.name), file.text)
  const env = {
    DEMO_COUNTY: reference,
    CLOCK_EPOCH: new Date(DEFAULT_START).toISOString(),
    ...(speed === STANDS ? { CLOCK_ANCHOR: '2100-01-01T00:00:00Z' } : { CLOCK_SPEED: String(speed) }),
    ...more,
  }
  const house = await startHouse({ dataDir, env })
  const moveTo = clockOf(house)
  const play = (signal?: AbortSignal) =>
    runScenario({
      ...(speed === STANDS ? { metronome: { stepMs: 4_000, moveTo } } : {}),
      scenario,
      county,
      host: '127.0.0.1',
      port: house.ports.jt808,
      http: `http://127.0.0.1:${house.ports.osmand}`,
      startAt: DEFAULT_START,
      pace: house.pace ?? { epoch: DEFAULT_START, anchor: 0, speed: 1 },
      tokens: tokensOf(house),
      ...(scenario.desk ? { dispatch: { url: `${house.url}/intake/cloudevents`, ...deskOf(house) } } : {}),
      ...(signal ? { signal } : {}),
    })
  return { house, env, play, lastsMs: (scenario.lasts * 60_000) / speed, startAt: DEFAULT_START }
}
