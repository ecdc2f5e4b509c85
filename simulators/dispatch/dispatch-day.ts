import type { Now } from '../clock.ts'
import type { County } from '../county/county.ts'
import { distance, toPoint } from '../county/plane.ts'
import type { Random } from '../county/random.ts'
import type { Driver } from '../motion/driver.ts'
import type { Call, Course, LostCall } from './call.ts'
import { type IncidentStage, type PlayedIncident, playIncident } from './incident.ts'
import type { DispatchLink } from './link.ts'

const MINUTE = 60_000

interface Actors {
  readonly county: County
  readonly clock: Now
  readonly startAt: number
  readonly link: DispatchLink
  readonly driverOf: (car: string) => Driver | undefined
}

/** A desk that plays what happens to it. */
export interface Desk {
  play(now: number): void
  close(): Promise<void>
}

/** The calls of a scene, at their minutes. */
export const playCalls = (
  { calls, lost }: { readonly calls: readonly Call[]; readonly lost: readonly LostCall[] },
  actors: Actors,
): Desk => {
  const { startAt, link } = actors
  const stage: IncidentStage = { ...actors, mark: `110-${stamp(startAt)}` }
  const waiting = calls.map((call, i) => ({ call, number: i + 1 })).sort((a, b) => a.call.at - b.call.at)
  const hangUps = lost.toSorted((a, b) => a.at - b.at)
  const running: PlayedIncident[] = []
  return {
    play: (now) => {
      for (let next = waiting[0]; next && startAt + next.call.at * MINUTE <= now; next = waiting[0]) {
        waiting.shift()
        running.push(playIncident(next.call, next.number, startAt + next.call.at * MINUTE, stage))
      }
      for (let next = hangUps[0]; next && startAt + next.at * MINUTE <= now; next = hangUps[0]) {
        hangUps.shift()
        tellLost(link, startAt + next.at * MINUTE, next.waitedSeconds)
      }
      for (const one of running) one.play(now)
    },
    close: link.close,
  }
}

const tellLost = (link: DispatchLink, at: number, waitedSeconds: number): void =>
  link.desk('call.unanswered', at, { line: '110-desk-2', unit: 'command-centre', waitedSeconds })

/** `0310-1000`: the day and the minute at which a desk began, so that another run's numbers are others. */
const stamp = (at: number): string => {
  const local = new Date(at + 8 * 60 * MINUTE).toISOString()
  return `${local.slice(5, 7)}${local.slice(8, 10)}-${local.slice(11, 13)}${local.slice(14, 16)}${local.slice(17, 19)}`
}

interface Kind {
  readonly category: string
  readonly urgent: boolean
  readonly sceneMinutes: number
}
const kinds: readonly Kind[] = [
  { category: '打架斗殴', urgent: true, sceneMinutes: 6 },
  { category: '邻里纠纷', urgent: false, sceneMinutes: 8 },
  { category: '盗窃', urgent: false, sceneMinutes: 9 },
  { category: '交通事故', urgent: true, sceneMinutes: 7 },
  { category: '噪音扰民', urgent: false, sceneMinutes: 4 },
  { category: '走失老人', urgent: true, sceneMinutes: 6 },
  { category: '家庭暴力', urgent: true, sceneMinutes: 7 },
]
/** What goes wrong now and then. Most calls go as they should. */
const turns: readonly (Course | 'test')[] = [
  'rightly',
  'nobody-sets-out',
  'rightly',
  'arrived-on-paper',
  'test',
  'rightly',
  'late-and-told',
  'rightly',
  'by-telephone',
  'not-acknowledged',
  'rightly',
  'rightly',
  'ordered-late',
  'rightly',
  'refused',
  'rightly',
  'fed-back-late',
  'rightly',
]
/** The first calls come at once, so that a visitor sees one soon; then every two or three minutes. */
const FIRST_MS = 15_000
const SECOND_MS = 45_000
const FROM_MS = 110_000
const TO_MS = 200_000
/** A car is sent to somewhere in its own beat, neither next door nor across the county. */
const NEAR_M = 500
const FAR_M = 2_200
/** An order to a car lasts at most so long; nothing else may happen to the car meanwhile. */
const QUIET_MINUTES = 24

export interface LivingOptions extends Actors {
  readonly random: Random
  /** Whether nothing else is planned for a car in these minutes of the scene. */
  readonly idle: (car: string, from: number, to: number) => boolean
}

/** A 110 desk that never rests: calls come, the nearest idle car of the beat is sent, and now and then it goes wrong. */
export const startDispatchDay = (options: LivingOptions): Desk => {
  const { county, clock, startAt, link, driverOf, random, idle } = options
  const stage: IncidentStage = { county, link, driverOf, mark: `110-${stamp(clock())}` }
  let running: PlayedIncident[] = []
  let number = 0
  let nextAt = Math.max(startAt, clock()) + FIRST_MS

  const ready = (car: string, minute: number): boolean =>
    idle(car, minute - 2, minute + QUIET_MINUTES) && !running.some((one) => one.car === car && !one.free())

  const callAt = (at: number): Call | undefined => {
    const minute = (at - startAt) / MINUTE
    const turn = turns[number % turns.length]!
    const able = county.cars.filter((car) => ready(car.id, minute))
    for (let tries = 0; tries < 40 && able.length > 0; tries++) {
      const car = random.pick(able)
      const beat = county.beats.find((b) => b.id === car.beat)
      const driver = driverOf(car.id)
      if (!beat || !driver || beat.round.length === 0) continue
      const share = random.next()
      const leg = beat.round[Math.floor(beat.round.length * share)]!
      const edge = county.roads.graph.edges[leg.edge]!
      const m = distance(driver.motion().at, county.roads.graph.nodes[leg.forward ? edge.to : edge.from]!)
      if (m < (turn === 'arrived-on-paper' ? 2 : 1) * NEAR_M || m > FAR_M) continue
      const urban = distance(driver.motion().at, toPoint([106.30427, 38.30346])) < 3_000
      return {
        ...random.pick(kinds),
        at: minute,
        car: car.id,
        place: { onBeat: beat.id, share },
        area: urban ? 'urban' : 'rural',
        course: turn === 'test' ? 'rightly' : turn,
        ...(turn === 'test' ? { test: true } : {}),
      }
    }
    return undefined
  }

  return {
    play: (now) => {
      if (now >= nextAt) {
        const call = callAt(now)
        if (call) {
          running.push(playIncident(call, ++number, now, stage))
          if (number % 11 === 0) tellLost(link, now - 30_000, 34)
        }
        nextAt = now + (number === 1 ? SECOND_MS : call ? random.between(FROM_MS, TO_MS) : 10_000)
      }
      for (const one of running) one.play(now)
      running = running.filter((one) => !one.over())
    },
    close: link.close,
  }
}
