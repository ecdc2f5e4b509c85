import type { CameraView, WallSize } from '../../../server/contract/video.ts'
import type { FindingView } from '../../../server/contract/views.ts'

/** The tiles that are shown: with a carousel the next `size` cameras of the list in each round. */
export const tilesOf = (
  tiles: readonly (string | null)[],
  size: WallSize,
  round: number,
): readonly (string | null)[] => {
  const fill = (some: readonly (string | null)[]) => Array.from({ length: size }, (_, i) => some[i] ?? null)
  if (round === 0) return fill(tiles)
  const all = tiles.filter((id) => id !== null)
  if (all.length <= size) return fill(tiles)
  const pages = Math.ceil(all.length / size)
  return fill(all.slice((round % pages) * size, (round % pages) * size + size))
}

/** Puts a camera into a tile; where it was shown before, the tile's old one goes. */
export const placed = (
  tiles: readonly (string | null)[],
  index: number,
  camera: string | null,
): readonly (string | null)[] => {
  const next = Array.from({ length: Math.max(tiles.length, index + 1) }, (_, i) => tiles[i] ?? null)
  const before = camera === null ? -1 : next.indexOf(camera)
  if (before >= 0) next[before] = next[index] ?? null
  next[index] = camera
  return next
}

/** The first empty tile, else the last one. */
export const freeTile = (tiles: readonly (string | null)[], size: WallSize): number => {
  for (let i = 0; i < size; i++) if ((tiles[i] ?? null) === null) return i
  return size - 1
}

/**
 * The camera that shows where a finding is: the one it speaks of, or that of its room. A finding without a room lights
 * none: beside the picture of somebody's questioning it would read as if it were about them.
 */
const cameraOf = ({ finding }: FindingView, cameras: ReadonlyMap<string, CameraView>): CameraView | undefined => {
  const { camera, room } = finding.facts
  const told = typeof camera === 'string' ? cameras.get(camera) : undefined
  const named = typeof room === 'string' ? room : /(?:^|[/ ])(room-[\w-]+)/.exec(finding.subject)?.[1]
  const seen = [...(told ? [told] : []), ...cameras.values()].filter((c) => c.state !== 'unsourced')
  return seen.find((c) => c === told || (named !== undefined && c.room === named))
}

/** The newest A or B finding that nobody has acknowledged and that a camera shows. */
export const alarmAmong = (
  findings: Iterable<FindingView>,
  cameras: ReadonlyMap<string, CameraView>,
): { readonly view: FindingView; readonly camera: CameraView } | undefined => {
  const waiting = [...findings]
    .filter((f) => f.active && f.acknowledged === null && f.shelved === null && f.finding.grade !== 'C')
    .sort((a, b) => a.finding.grade.localeCompare(b.finding.grade) || b.finding.openedAt - a.finding.openedAt)
  for (const view of waiting) {
    const camera = cameraOf(view, cameras)
    if (camera) return { view, camera }
  }
  return undefined
}

/** Cameras by unit, those of one purpose or with these words. */
export const listed = (
  cameras: Iterable<CameraView>,
  text: string,
  purpose: string,
): readonly { readonly unit: string; readonly cameras: readonly CameraView[] }[] => {
  const words = text.trim().toLowerCase()
  const byUnit = new Map<string, CameraView[]>()
  for (const camera of cameras) {
    if (purpose !== '' && camera.purpose !== purpose) continue
    if (words !== '' && !`${camera.id} ${camera.name.zh} ${camera.name.en}`.toLowerCase().includes(words)) continue
    byUnit.set(camera.unit, [...(byUnit.get(camera.unit) ?? []), camera])
  }
  // What can be seen comes first; a tree of cameras that are not there helps nobody at night.
  const seen = (c: CameraView): number => (c.state === 'unsourced' ? 1 : 0)
  return [...byUnit]
    .map(([unit, some]) => ({
      unit,
      cameras: some.sort((a, b) => seen(a) - seen(b) || a.id.localeCompare(b.id, undefined, { numeric: true })),
    }))
    .sort((a, b) => seen(a.cameras[0]!) - seen(b.cameras[0]!) || a.unit.localeCompare(b.unit))
}

/** A camera's name beneath its unit's: what both begin with is not said again, so that the rest of it is not cut off. */
export const nameBeneath = (name: string, unit: string | undefined): string => {
  const rest = unit !== undefined && name.startsWith(unit) ? name.slice(unit.length).trim() : ''
  return rest === '' ? name : rest
}
