import type { County } from '../county/county.ts'
import { townships } from '../county/layout-data.ts'
import { inRing } from '../county/plane.ts'
import type { Random } from '../county/random.ts'
import { createDriver, type Driver, joinRound, type Motion } from '../motion/driver.ts'
import { createReceiver, type Fix } from '../motion/receiver.ts'
import { nodeOf } from './place.ts'
import type { Place, Step } from './scenario.ts'

/** What the equipment of somebody in the cast does at a moment. */
export interface Situation {
  readonly motion: Motion
  readonly fix: Fix
  readonly mocked: boolean
}
/** How an actor's equipment is told what happens to it. */
export interface Equipment {
  coverage(has: boolean): void
  power(on: boolean): void
  emergency(): void
}
const MINUTE = 60_000

interface Due {
  readonly at: number
  readonly run: () => void
}

/** Plays a script on a driver and a receiver. `until` lets time pass, `look` reads the receiver. */
export const createActor = (
  driver: Driver,
  random: Random,
  options: {
    readonly county: County
    readonly driftM: number
    readonly script: readonly Step[]
    readonly startAt: number
    readonly equipment: Equipment
  },
) => {
  const { county, driftM, script, startAt, equipment } = options
  const receiver = createReceiver({ random, driftM })
  let mockedBy: readonly [number, number] | undefined
  let now = startAt
  let looked = startAt
  let silent = false

  const meanings: { [K in Step['do']]: (step: Extract<Step, { do: K }>) => readonly (() => void)[] } = {
    patrol: () => [driver.release],
    go: ({ to }) => [
      () => {
        driver.goTo(nodeOf(county, to))
        driver.stayThere()
      },
    ],
    stop: ({ engine }) => [() => driver.hold(engine === 'on')],
    hurry: ({ times }) => [() => driver.hurry(times), () => driver.hurry(1)],
    'lose-coverage': () => [() => equipment.coverage(false), () => equipment.coverage(true)],
    'lose-power': () => [() => power(false), () => power(true)],
    drift: ({ metres }) => [() => receiver.push([metres * 0.8, metres * 0.6]), () => receiver.push([0, 0])],
    mock: ({ offsetM }) => [() => mock(offsetM), () => mock(undefined)],
    'press-sos': () => [equipment.emergency],
  }
  const power = (on: boolean): void => {
    silent = !on
    equipment.power(on)
  }
  const mock = (offset: readonly [number, number] | undefined): void => {
    mockedBy = offset
    receiver.push(offset ?? [0, 0])
  }
  /** One moment, or two for what lasts. */
  const dues = (step: Step): Due[] => {
    const at = startAt + step.at * MINUTE
    const runs = (meanings[step.do] as (step: Step) => readonly (() => void)[])(step)
    return runs.map((run, i) => ({ at: i === 0 || !('forMin' in step) ? at : at + step.forMin * MINUTE, run }))
  }
  const agenda = script
    .flatMap(dues)
    .map((due, order) => ({ ...due, order }))
    .sort((a, b) => a.at - b.at || a.order - b.order)

  return {
    /** Lets time pass up to an instant, doing what falls due on the way. */
    until: (at: number): void => {
      for (let next = agenda[0]; next && next.at <= at; next = agenda[0]) {
        driver.step(Math.max(0, next.at - now))
        now = Math.max(now, next.at)
        agenda.shift()
        next.run()
      }
      driver.step(at - now)
      now = at
    },
    /** What the receiver says now; undefined while it has no power. */
    look: (): Situation | undefined => {
      if (silent) return undefined
      const motion = driver.motion()
      const fix = receiver.fix(motion, now - looked)
      looked = now
      return { motion, fix, mocked: mockedBy !== undefined }
    },
    motion: driver.motion,
  }
}
export type PlayedActor = ReturnType<typeof createActor>

/** The driver of a car: on its beat's round, from where the script says. */
export const carDriver = (county: County, car: string, from: Place | undefined, random: Random): Driver => {
  const beat = county.beats.find((b) => b.id === county.cars.find((c) => c.id === car)?.beat)
  if (!beat) throw new Error(`the county has no car ${car}`)
  const { graph } = county.roads
  const somewhere = beat.round.length === 0 ? beat.startNode : startOnRound(county, beat, random)
  return createDriver({
    graph,
    random,
    startNode: from ? nodeOf(county, from) : somewhere,
    nextRound: joinRound(graph, beat.round, beat.startNode),
  })
}

/** Cars do not all begin at the first corner of their beat. */
const startOnRound = ({ roads: { graph } }: County, beat: County['beats'][number], random: Random): number => {
  const leg = random.pick(beat.round)
  const edge = graph.edges[leg.edge]!
  return leg.forward ? edge.to : edge.from
}

/** Somebody walking the streets of the county seat, from corner to corner; inside a beat when one is named. */
export const walker = (county: County, beat: string | undefined, random: Random): Driver => {
  const { graph } = county.roads
  const ring = county.beats.find((b) => b.id === beat)?.ring
  const walkable = (edge: number): boolean => {
    const { class: kind, line } = graph.edges[edge]!
    if (kind !== 'street' && kind !== 'arterial') return false
    return line.every((p) => (ring ? inRing(p, ring) : Math.hypot(p[0] - SEAT[0], p[1] - SEAT[1]) < 1_300))
  }
  const corners = graph.nodes.flatMap((_, node) => (graph.edgesByNode[node]!.some(walkable) ? [node] : []))
  return createDriver({
    graph,
    random,
    startNode: random.pick(corners),
    ceilingKmh: 4.6,
    nextRound: (node) => {
      const edge = graph.edges[random.pick(graph.edgesByNode[node]!.filter(walkable))]!
      return [{ edge: edge.id, forward: edge.from === node }]
    },
  })
}

const SEAT = townships.find((t) => t.id === 'chenglan')!.town
