import type { TrackPoint } from '../../server/contract/views.ts'
import type { Sheet } from './canvas-layer.ts'
import type { Palette } from './palette.ts'
import { worldX, worldY } from './world.ts'

/** No line joins two fixes that are further apart in time: a gap is shown as a gap. */
export const GAP_MS = 120_000

export interface Stretch {
  readonly points: readonly TrackPoint[]
  /** Some of it was not known at the time. */
  readonly late: boolean
}

/** A track → pieces that may be drawn as lines: cut at gaps, at fixes without place, and where delivery changes. */
export const stretches = (track: readonly TrackPoint[]): readonly Stretch[] => {
  const out: { points: TrackPoint[]; late: boolean }[] = []
  let last: TrackPoint | undefined
  for (const point of track) {
    if (point.position === null) {
      last = undefined
      continue
    }
    const late = point.delivery === 'backfill'
    const current = out.at(-1)
    const joined = last !== undefined && point.observedAt - last.observedAt <= GAP_MS
    if (current !== undefined && joined && current.late === late) current.points.push(point)
    else out.push({ points: joined && last !== undefined ? [last, point] : [point], late })
    last = point
  }
  return out
}

export const drawTrail = ({ ctx, scale, originX, originY }: Sheet, track: readonly TrackPoint[], p: Palette): void => {
  ctx.strokeStyle = p.trail
  ctx.fillStyle = p.trail
  ctx.lineJoin = 'round'
  ctx.lineWidth = 2.5
  for (const { points, late } of stretches(track)) {
    ctx.beginPath()
    ctx.setLineDash(late ? [5, 4] : [])
    for (const { position } of points)
      if (position !== null) ctx.lineTo(worldX(position[0]) * scale - originX, worldY(position[1]) * scale - originY)
    ctx.globalAlpha = 0.75
    ctx.stroke()
  }
  ctx.setLineDash([])
  ctx.globalAlpha = 1
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (const { position } of track) {
    if (position === null) continue
    const [x, y] = [worldX(position[0]) * scale - originX, worldY(position[1]) * scale - originY]
    if (Math.hypot(x - lastX, y - lastY) < 9) continue // dots that touch say nothing
    ;[lastX, lastY] = [x, y]
    ctx.beginPath()
    ctx.arc(x, y, 2.2, 0, Math.PI * 2)
    ctx.fill()
  }
}
