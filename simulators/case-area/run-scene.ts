import { createCaseSystem } from '../case-system/link.ts'
import { type Pace, pacedClock, waitOn } from '../clock.ts'
import { playCustody } from '../scenarios/custody/play.ts'
import { at, type CustodyScenario } from '../scenarios/custody/scenario.ts'
import { chengdong, staff } from './layout.ts'
import { linkCaseArea } from './link.ts'

/** How the scene gets in: the client of the rooms, and the case system's name and secret. `demo-doors.json` has it. */
export interface SceneDoors {
  readonly password: string
  /** `whsec_…` */
  readonly secret: string
  /** Value of the events' `source`. */
  readonly source: string
}

export interface SceneOptions {
  readonly scenario: CustodyScenario
  /** Broker of the rooms: `mqtt://127.0.0.1:1883`. */
  readonly mqtt: string
  /** `http://127.0.0.1:8080/intake/cloudevents` */
  readonly intake: string
  readonly doors: SceneDoors
  /** The clock of the devices and of the case system; must be what the server's clock shows. */
  readonly pace: Pace
  /** On its own dates instead of from now on. */
  readonly asDated: boolean
  /** When it is over it begins again, with other people. */
  readonly repeat: boolean
  readonly signal?: AbortSignal
}

/** Rooms and people are told of this long before anything happens. */
const BEFORE_MS = 3_600_000

/**
 * Plays a scene of the case area over MQTT and signed CloudEvents, until it is over or `signal` says so.
 * Throws when a door turns it down.
 */
export const runScene = async (options: SceneOptions): Promise<void> => {
  const { scenario, mqtt: url, intake, doors, pace, asDated, repeat, signal } = options
  const { client: clientId, prefix } = chengdong
  const begins = Math.min(...scenario.steps.map((step) => at(step.at))) - BEFORE_MS
  const clock = pacedClock(pace)
  const shiftMs = asDated ? 0 : clock() - begins
  const area = await linkCaseArea({ url, clientId, password: doors.password, prefix })
  const caseSystem = createCaseSystem({ url: intake, secret: doors.secret, source: doors.source, clock })
  const stage = { layout: chengdong, staff, area, caseSystem, until: waitOn(clock, pace.speed, signal) }
  const lasts = at(scenario.until) - begins
  try {
    for (let turn = 0; turn === 0 || repeat; turn++)
      await playCustody(scenario, {
        ...stage,
        shiftMs: shiftMs + turn * lasts,
        suffix: `-${pace.anchor}-${turn}`,
        install: turn === 0,
      })
  } catch (error) {
    if (!signal?.aborted) throw error
  } finally {
    await area.close()
  }
}
