import { between, distance, nearestOnSegment, type Point } from './plane.ts'
import type { Random } from './random.ts'

/** Midpoint displacement: an uneven line from `a` to `b`, its ends kept, no piece longer than `finest` metres. */
export const uneven = (a: Point, b: Point, roughness: number, finest: number, random: Random): Point[] => {
  const length = distance(a, b)
  if (length <= finest) return [a, b]
  const shift = Math.max(-1.8, Math.min(1.8, random.gauss())) * roughness * length
  const [mx, my] = between(a, b, random.between(0.42, 0.58))
  const middle: Point = [mx - ((b[1] - a[1]) / length) * shift, my + ((b[0] - a[0]) / length) * shift]
  const left = uneven(a, middle, roughness, finest, random)
  return [...left, ...uneven(middle, b, roughness, finest, random).slice(1)]
}

/** A Catmull-Rom curve through all points, sampled about every `step` metres; the given points are among the samples. */
export const smooth = (through: readonly Point[], step: number): Point[] => {
  const out: Point[] = [through[0]!]
  for (let i = 0; i + 1 < through.length; i++) {
    const [p1, p2] = [through[i]!, through[i + 1]!]
    const [p0, p3] = [through[i - 1] ?? mirror(p2, p1), through[i + 2] ?? mirror(p1, p2)]
    const n = Math.max(1, Math.round(distance(p1, p2) / step))
    for (let k = 1; k < n; k++) out.push(catmullRom(p0, p1, p2, p3, k / n))
    out.push(p2)
  }
  return out
}

const mirror = (p: Point, at: Point): Point => [2 * at[0] - p[0], 2 * at[1] - p[1]]

const catmullRom = (p0: Point, p1: Point, p2: Point, p3: Point, t: number): Point => {
  const axis = (a: number, b: number, c: number, d: number): number =>
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  return [axis(p0[0], p1[0], p2[0], p3[0]), axis(p0[1], p1[1], p2[1], p3[1])]
}

/** A road between anchors: it passes through each of them and winds in between. */
export const winding = (anchors: readonly Point[], wildness: number, random: Random): Point[] => {
  const through: Point[] = [anchors[0]!]
  for (let i = 1; i < anchors.length; i++)
    through.push(...uneven(anchors[i - 1]!, anchors[i]!, wildness, 1_100, random).slice(1))
  return simplify(smooth(through, 110), 5)
}

/** Douglas-Peucker: drops points that stray less than `tolerance` metres; the ends stay. */
export const simplify = (line: readonly Point[], tolerance: number): Point[] => {
  if (line.length < 3) return [...line]
  let [worst, index] = [0, 0]
  const [a, b] = [line[0]!, line.at(-1)!]
  for (let i = 1; i < line.length - 1; i++) {
    const d = distance(line[i]!, nearestOnSegment(line[i]!, a, b))
    if (d > worst) [worst, index] = [d, i]
  }
  if (worst <= tolerance) return [a, b]
  return [...simplify(line.slice(0, index + 1), tolerance), ...simplify(line.slice(index), tolerance).slice(1)]
}

/** A band of `width` metres along a line, as a closed ring. */
export const band = (line: readonly Point[], width: number): Point[] => {
  const side = (sign: number): Point[] =>
    line.map((p, i) => {
      const [a, b] = [line[i - 1] ?? p, line[i + 1] ?? p]
      const length = distance(a, b) || 1
      const offset = (sign * width) / 2
      return [p[0] - ((b[1] - a[1]) / length) * offset, p[1] + ((b[0] - a[0]) / length) * offset]
    })
  const ring = [...side(1), ...side(-1).reverse()]
  return [...ring, ring[0]!]
}
