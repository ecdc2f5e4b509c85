import type { CameraView } from '../../server/contract/video.ts'

/**
 * live · low: it comes, but fewer pictures than it should · connecting: wanted, nothing seen yet ·
 * reconnecting: it was seen and is gone for now · down: the camera itself is lost · off: no way to it is known ·
 * preparing: we have no media worker yet.
 */
export type TileState = 'live' | 'low' | 'connecting' | 'reconnecting' | 'down' | 'off' | 'preparing'

export const tileState = (
  camera: Pick<CameraView, 'state'>,
  shown: { readonly playing: boolean; readonly played: boolean; readonly framesPerSecond: number | null },
  mediaReady: boolean,
): TileState => {
  if (camera.state === 'unsourced') return 'off'
  if (camera.state === 'lost') return 'down'
  if (!mediaReady) return 'preparing'
  if (!shown.playing) return shown.played ? 'reconnecting' : 'connecting'
  return shown.framesPerSecond !== null && shown.framesPerSecond < LOW_FPS ? 'low' : 'live'
}
/** Fewer than this is no moving picture any more. */
const LOW_FPS = 4
