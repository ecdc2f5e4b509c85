import { simplify } from './curve.ts'
import { distance, inRing, nearestOnSegment, type Point } from './plane.ts'

/**
 * The area within `reach` metres of a set of lines, as one closed ring without holes: cells are marked on a
 * grid, what the marked ones enclose is filled, and the edge is walked, thinned and its corners cut.
 */
export const outlineAround = (
  lines: readonly (readonly Point[])[],
  reach: number,
  within?: readonly Point[],
): Point[] => {
  const cell = Math.max(25, reach / 4)
  const all = lines.flat()
  const [minX, minY] = [
    Math.min(...all.map((p) => p[0])) - reach - 3 * cell,
    Math.min(...all.map((p) => p[1])) - reach - 3 * cell,
  ]
  const width = Math.ceil((Math.max(...all.map((p) => p[0])) + reach + 3 * cell - minX) / cell)
  const height = Math.ceil((Math.max(...all.map((p) => p[1])) + reach + 3 * cell - minY) / cell)
  const centre = (i: number, j: number): Point => [minX + (i + 0.5) * cell, minY + (j + 0.5) * cell]
  const marked = new Uint8Array(width * height)
  for (const line of lines) for (let k = 1; k < line.length; k++) mark(line[k - 1]!, line[k]!)

  function mark(a: Point, b: Point): void {
    const column = (x: number): number => Math.floor((x - minX) / cell)
    const row = (y: number): number => Math.floor((y - minY) / cell)
    for (let i = column(Math.min(a[0], b[0]) - reach); i <= column(Math.max(a[0], b[0]) + reach); i++)
      for (let j = row(Math.min(a[1], b[1]) - reach); j <= row(Math.max(a[1], b[1]) + reach); j++) {
        const c = centre(i, j)
        if (marked[j * width + i] === 0 && distance(c, nearestOnSegment(c, a, b)) <= reach) marked[j * width + i] = 1
      }
  }

  if (within) keepInside(marked, width, height, (i, j) => inRing(centre(i, j), within))
  const outside = flood(marked, width, height)
  const ring = walk((i, j) => outside[j * width + i] === 0, width, height).map(
    ([i, j]): Point => [minX + i * cell, minY + j * cell],
  )
  const cut = chaikin(chaikin(ring))
  const thin = simplify([...cut, cut[0]!], cell * 0.45)
  return thin
}

/** Clears marked cells that are not, with all their neighbours, inside: rounding the corners must not carry the edge over. */
const keepInside = (
  marked: Uint8Array,
  width: number,
  height: number,
  inside: (i: number, j: number) => boolean,
): void => {
  const known = new Map<number, boolean>()
  const holds = (i: number, j: number): boolean => {
    const at = j * width + i
    const before = known.get(at)
    if (before !== undefined) return before
    const found = inside(i, j)
    known.set(at, found)
    return found
  }
  for (let j = 1; j < height - 1; j++)
    for (let i = 1; i < width - 1; i++) {
      if (!marked[j * width + i]) continue
      const corners = [holds(i - 1, j - 1), holds(i + 1, j - 1), holds(i - 1, j + 1), holds(i + 1, j + 1), holds(i, j)]
      if (corners.includes(false)) marked[j * width + i] = 0
    }
}

/** Everything that can be reached from the rim without stepping on a marked cell. */
const flood = (marked: Uint8Array, width: number, height: number): Uint8Array => {
  const outside = new Uint8Array(width * height)
  const stack = [0]
  outside[0] = 1
  while (stack.length > 0) {
    const at = stack.pop()!
    const [i, j] = [at % width, Math.floor(at / width)]
    for (const [x, y] of [
      [i - 1, j],
      [i + 1, j],
      [i, j - 1],
      [i, j + 1],
    ] as const) {
      const next = y * width + x
      if (x < 0 || y < 0 || x >= width || y >= height || outside[next] || marked[next]) continue
      outside[next] = 1
      stack.push(next)
    }
  }
  return outside
}

/** Walks the edge of the filled cells with the area on the left hand; corners are grid points. */
const walk = (full: (i: number, j: number) => boolean, width: number, height: number): [number, number][] => {
  const solid = (i: number, j: number): boolean => i >= 0 && j >= 0 && i < width && j < height && full(i, j)
  const next = new Map<string, [number, number][]>()
  const add = (a: [number, number], b: [number, number]): void => {
    next.set(String(a), [...(next.get(String(a)) ?? []), b])
  }
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      if (!solid(i, j)) continue
      if (!solid(i, j - 1)) add([i, j], [i + 1, j])
      if (!solid(i + 1, j)) add([i + 1, j], [i + 1, j + 1])
      if (!solid(i, j + 1)) add([i + 1, j + 1], [i, j + 1])
      if (!solid(i - 1, j)) add([i, j + 1], [i, j])
    }
  const rings: [number, number][][] = []
  for (const [start] of next) {
    const ring: [number, number][] = []
    let at = start
    for (let to = next.get(at)?.pop(); to; to = next.get(at)?.pop()) {
      ring.push(to)
      at = String(to)
    }
    if (ring.length > 3) rings.push(ring)
  }
  return rings.sort((a, b) => b.length - a.length)[0]!
}

const chaikin = (ring: readonly Point[]): Point[] =>
  ring.flatMap((p, i): Point[] => {
    const q = ring[(i + 1) % ring.length]!
    return [
      [0.75 * p[0] + 0.25 * q[0], 0.75 * p[1] + 0.25 * q[1]],
      [0.25 * p[0] + 0.75 * q[0], 0.25 * p[1] + 0.75 * q[1]],
    ]
  })
