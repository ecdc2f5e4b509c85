import { simplify, smooth, uneven } from './curve.ts'
import { canals, corners, lake, outline, railway, river, townships } from './layout-data.ts'
import type { Point } from './plane.ts'
import type { Random } from './random.ts'

export interface Township {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly ring: readonly Point[]
  readonly town: Point
}
export interface Land {
  readonly boundary: readonly Point[]
  readonly townships: readonly Township[]
  readonly river: readonly Point[]
  readonly canals: readonly { readonly zh: string; readonly en: string; readonly line: readonly Point[] }[]
  readonly railway: readonly Point[]
  readonly lake: { readonly zh: string; readonly en: string; readonly ring: readonly Point[] }
}

/** Grows borders and waters. Neighbours share each border line, so the townships tile the county exactly. */
export const growLand = (random: Random): Land => {
  const riverLine = smooth(
    river.map((p) => (typeof p === 'string' ? corners[p]! : p)),
    260,
  )
  const borders = new Map<string, readonly Point[]>()

  const borderOf = (from: string, to: string): readonly Point[] => {
    const known = borders.get(`${from}-${to}`)
    if (known) return known
    const reverse = borders.get(`${to}-${from}`)
    if (reverse) return [...reverse].reverse()
    const border = alongRiver(from, to) ?? rough(from, to)
    borders.set(`${from}-${to}`, border)
    return border
  }

  const alongRiver = (from: string, to: string): readonly Point[] | undefined => {
    const [i, j] = [riverLine.indexOf(corners[from]!), riverLine.indexOf(corners[to]!)]
    if (i < 0 || j < 0) return undefined
    return i < j ? riverLine.slice(i, j + 1) : riverLine.slice(j, i + 1).reverse()
  }

  const rough = (from: string, to: string): readonly Point[] => {
    const [a, b] = [from, to].sort() as [string, string]
    const wild = mountains.has(from) && mountains.has(to) ? 0.17 : 0.13
    const line = simplify(uneven(corners[a]!, corners[b]!, wild, 420, random.fork(`border ${a}-${b}`)), 25)
    return a === from ? line : line.reverse()
  }

  const ringOf = (names: readonly string[]): Point[] => {
    const ring = names.flatMap((name, i) => borderOf(name, names[(i + 1) % names.length]!).slice(0, -1))
    return [...ring, ring[0]!]
  }

  return {
    boundary: ringOf(outline),
    townships: townships.map(({ id, zh, en, ring, town }) => ({ id, zh, en, town, ring: ringOf(ring) })),
    river: riverLine,
    canals: canals.map(({ zh, en, line }) => ({ zh, en, line: simplify(smooth(line, 300), 6) })),
    railway: simplify(smooth(railway, 400), 6),
    lake: { zh: lake.zh, en: lake.en, ring: shore(lake.centre, lake.radius, random.fork('lake')) },
  }
}

const mountains = new Set(['A', 'B', 'P', 'Q', 'R', 'O'])

const shore = ([x, y]: Point, radius: number, random: Random): Point[] => {
  const phases = [random.between(0, 6), random.between(0, 6), random.between(0, 6)] as const
  const ring = Array.from({ length: 28 }, (_, i): Point => {
    const a = (i / 28) * 2 * Math.PI
    const r =
      radius *
      (1 + 0.22 * Math.sin(2 * a + phases[0]) + 0.12 * Math.sin(3 * a + phases[1]) + 0.06 * Math.sin(5 * a + phases[2]))
    return [x + 1.35 * r * Math.cos(a), y + 0.8 * r * Math.sin(a)]
  })
  return [...ring, ring[0]!]
}
