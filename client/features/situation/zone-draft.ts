import type { LngLat, Polygon, ZoneView } from '../../../server/contract/views.ts'

/** Kinds that are drawn here; county and townships come from the bureau's import. */
export const drawnKinds = ['beat', 'garage', 'fuel', 'speed-limit', 'leisure', 'other'] as const
export type DrawnKind = (typeof drawnKinds)[number]
export const isDrawn = (kind: string): kind is DrawnKind => drawnKinds.includes(kind as DrawnKind)

/** A zone being written: what the form holds, and every shape it had since it was opened. */
export interface Draft {
  readonly id: string
  readonly isNew: boolean
  readonly kind: DrawnKind
  readonly zh: string
  readonly en: string
  readonly unit: string | null
  readonly limitKmh: number | null
  readonly reason: string
  readonly routePoints: ZoneView['routePoints']
  /** Oldest first; the last is what the map shows. Empty until something is drawn. */
  readonly shapes: readonly Polygon[]
}

export const draftOf = (z: ZoneView): Draft => ({
  id: z.id,
  isNew: false,
  kind: isDrawn(z.kind) ? z.kind : 'other',
  zh: z.name.zh,
  en: z.name.en,
  unit: z.unit,
  limitKmh: z.limitKmh,
  reason: '',
  routePoints: z.routePoints,
  shapes: [z.polygon],
})

export const newDraft = (id: string): Draft => ({
  id,
  isNew: true,
  kind: 'beat',
  zh: '',
  en: '',
  unit: null,
  limitKmh: null,
  reason: '',
  routePoints: [],
  shapes: [],
})

export const shapeOf = (d: Draft): Polygon | undefined => d.shapes.at(-1)
export const reshaped = (d: Draft, shape: Polygon): Draft => ({ ...d, shapes: [...d.shapes, shape] })
export const mayUndo = (d: Draft): boolean => d.shapes.length > 1
export const undone = (d: Draft): Draft => (mayUndo(d) ? { ...d, shapes: d.shapes.slice(0, -1) } : d)

export type Problem = 'needPolygon' | 'fewPoints' | 'selfCrossing' | 'name' | 'limit' | 'pointName' | 'reason'

/** What is still wrong with a draft, the first thing first. */
export const problemOf = (d: Draft): Problem | undefined => {
  const [outer] = shapeOf(d) ?? []
  if (outer === undefined) return 'needPolygon'
  if (outer.length < 4) return 'fewPoints'
  if (crossesItself(outer)) return 'selfCrossing'
  if (d.zh.trim() === '' || d.en.trim() === '') return 'name'
  if (d.kind === 'speed-limit' && !(d.limitKmh !== null && d.limitKmh > 0)) return 'limit'
  if (d.routePoints.some((p) => p.name.trim() === '')) return 'pointName'
  return d.reason.trim() === '' ? 'reason' : undefined
}

/** Closed ring of positions with six decimals: a decimetre, which is finer than anybody draws. */
export const closed = (points: readonly LngLat[]): readonly LngLat[] => {
  const ring = points.map(([lng, lat]): LngLat => [Number(lng.toFixed(6)), Number(lat.toFixed(6))])
  const [first] = ring
  const last = ring.at(-1)
  if (first === undefined || last === undefined) return []
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
}

/** Whether two sides of a closed ring cross or touch, neighbours at their common corner excepted. */
export const crossesItself = (ring: readonly LngLat[]): boolean => {
  const n = ring.length - 1
  for (let i = 0; i < n; i++)
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue
      if (meet(ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!)) return true
    }
  return false
}

const turn = (a: LngLat, b: LngLat, c: LngLat): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
const within = (a: LngLat, b: LngLat, p: LngLat): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1])
const meet = (a: LngLat, b: LngLat, c: LngLat, d: LngLat): boolean => {
  const [t1, t2, t3, t4] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (t1 !== t2 && t3 !== t4) return true
  return (
    (t1 === 0 && within(a, b, c)) ||
    (t2 === 0 && within(a, b, d)) ||
    (t3 === 0 && within(c, d, a)) ||
    (t4 === 0 && within(c, d, b))
  )
}
