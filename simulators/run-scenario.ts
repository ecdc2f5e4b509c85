import http from 'node:http'
import { castCar, castOfficer, type Member, type Stage } from './cast.ts'
import { type Now, type Pace, pacedClock } from './clock.ts'
import { type County, growCounty } from './county/county.ts'
import { createRandom } from './county/random.ts'
import { type Desk, playCalls, startDispatchDay } from './dispatch/dispatch-day.ts'
import { type DispatchDoor, linkDispatch } from './dispatch/link.ts'
import { startRadioDay, type TrunkPorts } from './radio-day.ts'
import { isIdle } from './scenarios/idle.ts'
import type { Scenario } from './scenarios/scenario.ts'

/** A clock that stands, and moves when everybody has said what there was to say: however slow the machine, nothing is late. */
export interface Metronome {
  readonly stepMs: number
  /** Sets the server's clock; resolves when it shows the instant. */
  readonly moveTo: (instant: number) => Promise<void>
}

export interface RunOptions {
  readonly scenario: Scenario
  /** Instead of `pace`. */
  readonly metronome?: Metronome
  /** Where the JT/T 808 gateway listens. */
  readonly host: string
  readonly port: number
  /** Where the OsmAnd gateway listens: `http://127.0.0.1:5055`. Undefined: the phones stay silent. */
  readonly http: string | undefined
  /** The scenario starts when its clock shows this; must be what the server's clock will show. */
  readonly startAt: number
  readonly pace: Pace
  readonly seed?: number
  /** Credentials by device (`osmand:yl-p01`); a phone without one sends none. */
  readonly tokens?: Readonly<Record<string, string>>
  /** Ports of the radio systems; without them the radios stay silent. */
  readonly trunk?: TrunkPorts
  /** Where the 110 desk tells what happens; without it nobody calls. */
  readonly dispatch?: DispatchDoor
  /** Ends the run early. */
  readonly signal?: AbortSignal
  /** Grown anew unless handed in. */
  readonly county?: County
  readonly log?: (line: string) => void
}
export interface RunResult {
  /** Positions measured by all devices. */
  readonly measured: number
  /** Terminals that were connected when it ended. */
  readonly online: number
  /** Requests of phones that the platform turned down. */
  readonly refused: number
  /** What the bureau would not take from the 110 desk, and why. */
  readonly unheard: readonly string[]
}

/** How often real time is looked at. */
const TICK_MS = 50

/** Plays a scenario on real sockets until its time is over or `signal` says so. Every car logs out at the end. */
export const runScenario = async (options: RunOptions): Promise<RunResult> => {
  const { scenario, pace, metronome, startAt, seed = 1, signal, log = () => {} } = options
  const county = options.county ?? growCounty()
  let standing = startAt
  const clock: Now = metronome ? () => standing : pacedClock(pace)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 })
  const places = new Map<string, readonly [number, number]>()
  const stage: Stage = {
    county,
    clock,
    startAt,
    agent,
    random: createRandom(seed),
    host: options.host,
    port: options.port,
    http: options.http,
    tokens: options.tokens ?? {},
    saw: (carrier, place) => void (place ? places.set(carrier, place) : places.delete(carrier)),
  }
  const endAt = startAt + scenario.lasts * 60_000
  await until(clock, startAt, pace.speed, signal)
  const cars = new Map(
    scenario.cast.flatMap((actor) => ('car' in actor ? [[actor.car, castCar(stage, actor)] as const] : [])),
  )
  const people =
    options.http === undefined
      ? []
      : scenario.cast.flatMap((actor) => ('officer' in actor ? [castOfficer(stage, actor, cars)] : []))
  const members: readonly Member[] = [...cars.values(), ...people]
  const radios =
    options.trunk &&
    (await startRadioDay({
      county,
      ports: options.trunk,
      host: options.host,
      clock,
      random: createRandom(seed).fork('radio'),
      whereIs: (carrier) => places.get(carrier),
    }))
  const link = options.dispatch && linkDispatch(options.dispatch, clock)
  const driverOf = (car: string) => cars.get(car)?.driver
  const actors = link && { county, clock, startAt, link, driverOf }
  const desk: Desk | undefined =
    actors &&
    (scenario.desk?.is === 'scene'
      ? playCalls(scenario.desk, actors)
      : scenario.desk?.is === 'living'
        ? startDispatchDay({ ...actors, random: createRandom(seed).fork('110'), idle: isIdle(scenario) })
        : undefined)
  log(`${scenario.title.en}: ${cars.size} cars, ${people.length} phones${radios ? ', radios' : ''}`)
  while (!signal?.aborted && clock() < endAt) {
    const now = Math.min(clock(), endAt)
    for (const member of members) member.play(now)
    radios?.play(now)
    desk?.play(now)
    if (metronome) {
      await desk?.close()
      await answered([...cars.values()])
      standing += metronome.stepMs
      await metronome.moveTo(standing)
    }
    await pause(metronome ? 1 : TICK_MS, signal)
  }
  for (const member of members) member.play(Math.min(clock(), endAt))
  await desk?.close()
  // What was said last should be answered before the doors close.
  if (!signal?.aborted) await pause(300)
  const result = {
    measured: sum(members, (m) => m.measured()),
    online: [...cars.values()].filter((c) => c.online()).length,
    refused: sum(people, (p) => p.refused()),
    unheard: link?.refused() ?? [],
  }
  await Promise.all(members.map((member) => member.close()))
  await radios?.close()
  agent.destroy()
  return result
}

/** Resolves when the platform has what the cars had to say; one that is turned away keeps nobody waiting. */
const answered = async (cars: readonly { settled(): boolean }[]): Promise<void> => {
  const patience = performance.now() + PATIENCE_MS
  while (!cars.every((car) => car.settled()) && performance.now() < patience) await pause(1)
}
const PATIENCE_MS = 5_000

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((n, item) => n + of(item), 0)

const until = async (clock: Now, at: number, speed: number, signal: AbortSignal | undefined): Promise<void> => {
  while (!signal?.aborted && clock() < at) await pause(Math.min(500, Math.max(5, (at - clock()) / speed)), signal)
}

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(finish, ms)
    function finish(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', finish)
      done()
    }
    signal?.addEventListener('abort', finish, { once: true })
  })
