import type { CarrierState, CarrierView, Grade, PositionDelta } from '../../server/contract/views.ts'
import { carrierName } from '../ui/carrier-name.ts'
import { worldX, worldY } from './world.ts'

/** Drawing order: what needs eyes lies on top. */
export const states = ['off-duty', 'live', 'last-known', 'silent'] as const satisfies readonly CarrierState[]
const stateIndex: Readonly<Record<CarrierState, number>> = { 'off-duty': 0, live: 1, 'last-known': 2, silent: 3 }
/** Directions that a sprite is drawn in; 15° is finer than the eye. */
export const DIRECTIONS = 24
export const NO_DIRECTION = 255

/** A car that stands has no direction: GNSS headings at rest are noise. */
const MOVING_KMH = 3

export const directionOf = (headingDeg: number | null, speedKmh: number | null): number =>
  headingDeg === null || speedKmh === null || speedKmh < MOVING_KMH
    ? NO_DIRECTION
    : Math.round((headingDeg / 360) * DIRECTIONS) % DIRECTIONS

/**
 * The units as flat arrays, ready to be drawn ten thousand a frame: a movement writes five numbers and
 * makes no garbage. Index i is the same unit in every array until the next `reset`.
 */
export type Scene = ReturnType<typeof createScene>

export const createScene = () => {
  let ids: string[] = []
  let carriersInOrder: readonly CarrierView[] = []
  let x = new Float64Array(0)
  let y = new Float64Array(0)
  let state = new Uint8Array(0)
  let kind = new Uint8Array(0)
  let direction = new Uint8Array(0)
  let mark = new Uint8Array(0)
  let index = new Map<string, number>()
  let order: number[] = []
  let ordered = false

  const reset = (carriers: Iterable<CarrierView>, marks: ReadonlyMap<string, Grade>): void => {
    const all = [...carriers]
    ids = all.map((c) => c.id)
    carriersInOrder = all
    index = new Map(ids.map((id, i) => [id, i]))
    x = Float64Array.from(all, (c) => (c.position === null ? Number.NaN : worldX(c.position[0])))
    y = Float64Array.from(all, (c) => (c.position === null ? Number.NaN : worldY(c.position[1])))
    state = Uint8Array.from(all, (c) => stateIndex[c.state])
    kind = Uint8Array.from(all, (c) => (c.kind === 'vehicle' ? 0 : 1))
    direction = Uint8Array.from(all, (c) => directionOf(c.headingDeg, c.speedKmh))
    mark = Uint8Array.from(all, (c) => gradeIndex(marks.get(c.id)))
    ordered = false
  }

  const move = (items: readonly PositionDelta[]): void => {
    for (const [id, lng, lat, speed, heading, , , s] of items) {
      const i = index.get(id)
      if (i === undefined) continue
      if (lng !== null && lat !== null) {
        x[i] = worldX(lng)
        y[i] = worldY(lat)
        direction[i] = directionOf(heading, speed)
      }
      if (state[i] !== stateIndex[s]) {
        state[i] = stateIndex[s]
        ordered = false
      }
    }
  }

  /** Indices, least urgent first, so that those with findings lie on top; a car lies over its riders. */
  const drawingOrder = (): readonly number[] => {
    if (!ordered) {
      const urgency = (i: number): number => (mark[i] === 0 ? state[i]! : 20 - mark[i]!) + (kind[i] === 0 ? 0.5 : 0)
      order = ids.map((_, i) => i).sort((a, b) => urgency(a) - urgency(b))
      ordered = true
    }
    return order
  }

  return {
    reset,
    move,
    drawingOrder,
    size: () => ids.length,
    id: (i: number) => ids[i]!,
    name: (i: number) => carrierName(carriersInOrder[i]!),
    indexOf: (id: string) => index.get(id),
    x: (i: number) => x[i]!,
    y: (i: number) => y[i]!,
    state: (i: number) => state[i]!,
    kind: (i: number) => kind[i]!,
    direction: (i: number) => direction[i]!,
    mark: (i: number) => mark[i]!,
  }
}

/** 0: no finding. A is 1, so that a smaller number is graver. */
const gradeIndex = (grade: Grade | undefined): number => (grade === undefined ? 0 : 'ABC'.indexOf(grade) + 1)
export const gradeOfMark = (mark: number): Grade | undefined => (['A', 'B', 'C'] as const)[mark - 1]
