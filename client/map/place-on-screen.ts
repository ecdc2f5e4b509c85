/** How near, in pixels, two units must be to count as stacked. */
export const STACK_PX = 11
/** How near the pointer must be to a unit. */
export const HIT_PX = 13

export interface Drawn {
  /** Screen positions of what was drawn; NaN for what was not. */
  readonly x: Float32Array
  readonly y: Float32Array
}

/** Indices of the units within `reach` pixels of a point, nearest first. */
export const near = ({ x, y }: Drawn, px: number, py: number, reach: number): number[] => {
  const hits: [number, number][] = []
  for (let i = 0; i < x.length; i++) {
    const d = Math.hypot(x[i]! - px, y[i]! - py)
    if (d <= reach) hits.push([d, i])
  }
  return hits.sort((a, b) => a[0] - b[0]).map(([, i]) => i)
}

/** Where the units of a stack go when it is spread: a ring wide enough for all, the first at the top. */
export const ring = (count: number, px: number, py: number): readonly (readonly [number, number])[] => {
  const radius = Math.max(30, (count * 30) / (2 * Math.PI))
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * Math.PI * 2 - Math.PI / 2
    return [px + Math.cos(angle) * radius, py + Math.sin(angle) * radius] as const
  })
}

/** Groups of two and more that lie in one cell of the screen: cheap, and good enough to print a number. */
export const stacks = ({ x, y }: Drawn): readonly { x: number; y: number; n: number }[] => {
  const cells = new Map<number, { x: number; y: number; n: number }>()
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]!)) continue
    const key = Math.round(x[i]! / STACK_PX) * 65_536 + Math.round(y[i]! / STACK_PX)
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, { x: x[i]!, y: y[i]!, n: 1 })
    else cell.n++
  }
  return [...cells.values()].filter((c) => c.n > 1)
}

/** Which labels may be drawn: greedily, in the order given, none over another. */
export const uncrowded = <T extends { x: number; y: number; w: number; h: number }>(boxes: readonly T[]): T[] => {
  const kept: T[] = []
  for (const b of boxes)
    if (!kept.some((k) => b.x < k.x + k.w && k.x < b.x + b.w && b.y < k.y + k.h && k.y < b.y + b.h)) kept.push(b)
  return kept
}
