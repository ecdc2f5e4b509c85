import type http from 'node:http'
import type { Now } from './clock.ts'
import type { County } from './county/county.ts'
import type { Random } from './county/random.ts'
import { dutiesAt } from './county/roster.ts'
import { createPhone } from './devices/phone.ts'
import { linkPhone } from './devices/phone-link.ts'
import { linkTerminal } from './devices/terminal-link.ts'
import { createTerminal } from './devices/vehicle-terminal.ts'
import type { Driver } from './motion/driver.ts'
import { carDriver, createActor, walker } from './scenarios/actor.ts'
import type { Actor } from './scenarios/scenario.ts'

/** What everybody on stage shares. */
export interface Stage {
  readonly county: County
  readonly clock: Now
  readonly startAt: number
  readonly agent: http.Agent
  readonly random: Random
  readonly host: string
  readonly port: number
  readonly http: string | undefined
  readonly tokens: Readonly<Record<string, string>>
  /** Hears where somebody's equipment is, undefined when they went off duty: their radio is with them. */
  readonly saw?: (carrier: string, place: readonly [number, number] | undefined) => void
}
/** Somebody of the cast with their equipment. */
export interface Member {
  /** Plays everything that falls due up to now. */
  play(now: number): void
  measured(): number
  online(): boolean
  refused(): number
  close(): Promise<void>
}
export type CarMember = Member & {
  readonly driver: Driver
  /** Whether the platform has answered everything that the terminal could send. */
  settled(): boolean
}

/** Terminals report every 5 to 10 s while the engine runs, every 30 s when it does not. */
const PARKED_MS = 30_000
const PHONE_MS = 15_000
/** A run that fell far behind (a suspended laptop) does not send hours of positions at once. */
const MOST_BEHIND_MS = 3_600_000

/** Calls `measure` at each instant it is due, however rarely time is looked at. */
const beat = (startAt: number, intervalMs: () => number, measure: (at: number) => void) => {
  let next = startAt
  return (now: number): void => {
    if (now - next > MOST_BEHIND_MS) next = now
    while (next <= now) {
      measure(next)
      next += intervalMs()
    }
  }
}

/** A device that is switched on late did not measure before: it has no backlog to send. */
const sinceWhen = ({ startAt, clock }: Stage): number => Math.max(startAt, clock())

/** A patrol car with its terminal. */
export const castCar = (stage: Stage, { car, script, from }: Extract<Actor, { car: string }>): CarMember => {
  const { county, startAt } = stage
  const random = stage.random.fork(car)
  const registered = county.cars.find((c) => c.id === car)
  if (!registered) throw new Error(`the county has no car ${car}`)
  const { phone, edition, id } = registered.terminal
  const driver = carDriver(county, car, from, random.fork('driver'))
  const terminal = createTerminal({ phone, edition, terminalId: id, plate: registered.plate })
  const link = linkTerminal({ terminal, host: stage.host, port: stage.port, deviceClock: stage.clock })
  const actor = createActor(driver, random.fork('receiver'), {
    county,
    driftM: 2.5,
    script,
    startAt,
    equipment: { coverage: link.coverage, power: link.power, emergency: terminal.pressEmergency },
  })
  const everyMs = 5_000 + Math.floor(random.next() * 5) * 1_000
  let measured = 0
  const play = beat(
    sinceWhen(stage),
    () => (driver.motion().engineOn ? everyMs : PARKED_MS),
    (at) => {
      actor.until(at)
      const seen = actor.look()
      if (!seen) return
      measured++
      if (seen.fix.position) stage.saw?.(`vehicle/${car}`, seen.fix.position)
      link.report({ fix: seen.fix, at, engineOn: seen.motion.engineOn, mileageKm: 12_000 + seen.motion.mileageKm })
    },
  )
  return {
    driver,
    play: (now) => {
      play(now)
      link.tick()
    },
    measured: () => measured,
    online: link.connected,
    settled: link.settled,
    refused: () => 0,
    close: link.close,
  }
}

/** An officer's phone: in somebody's car or on foot. */
export const castOfficer = (
  stage: Stage,
  { officer, in: where, beat: onFootIn, script, byRoster = false }: Extract<Actor, { officer: string }>,
  cars: ReadonlyMap<string, CarMember>,
): Member => {
  const { county, startAt } = stage
  const random = stage.random.fork(officer)
  const person = county.officers.find((o) => o.id === officer)
  if (!person) throw new Error(`the county has no officer ${officer}`)
  const driver = cars.get(where)?.driver ?? walker(county, onFootIn, random.fork('walk'))
  const phone = createPhone({
    id: person.phone,
    token: stage.tokens[`osmand:${person.phone}`] ?? null,
    dialect: random.next() < 0.5 ? 'query' : 'json',
    battery: random.between(0.62, 0.99),
  })
  const link = linkPhone({ phone, url: stage.http ?? '', agent: stage.agent })
  let sos = false
  const rides = cars.has(where)
  const emergency = (): void => {
    sos = true
  }
  const equipment = { coverage: link.coverage, power: link.coverage, emergency }
  // Whoever rides is moved by the car: letting time pass for the driver twice would double its speed.
  const body: Driver = rides ? { ...driver, step: () => {} } : driver
  const actor = createActor(body, random.fork('receiver'), { county, driftM: 6, script, startAt, equipment })
  let measured = 0
  const play = beat(
    sinceWhen(stage) + Math.floor(random.next() * PHONE_MS),
    () => PHONE_MS,
    (at) => {
      actor.until(at)
      const seen = actor.look()
      if (byRoster && !onDuty(stage, officer, at)) {
        stage.saw?.(`officer/${officer}`, undefined)
        return
      }
      if (!seen) return
      if (seen.fix.position) stage.saw?.(`officer/${officer}`, seen.fix.position)
      measured++
      phone.measure({
        fix: seen.fix,
        at,
        moving: seen.motion.speedKmh > 1,
        mocked: seen.mocked,
        ...(sos ? { alarm: 'sos' as const } : {}),
      })
      sos = false
    },
  )
  return {
    play: (now) => {
      play(now)
      link.tick()
    },
    measured: () => measured,
    online: () => phone.queued() === 0,
    refused: link.refused,
    close: link.close,
  }
}

/** The import's two hours, less the head start it gives a demonstration's first shift. */
const SHORTEST_MS = 112 * 60_000

/**
 * By the roster. Where less than two hours of a shift were left at the start, the next one has begun early, as
 * in the import's roster for demonstrations.
 */
const onDuty = ({ county, startAt }: Stage, officer: string, at: number): boolean =>
  dutiesAt(county, Math.max(at, startAt + SHORTEST_MS)).some((d) => d.carrier === `officer/${officer}`)
