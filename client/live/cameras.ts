import type { CameraView, MediaState, VideoView } from '../../server/contract/video.ts'
import { createValue } from '../ui/subscribable.ts'

/** The cameras as this console holds them; replaced whole when something changes, so that panels can compare. */
export interface Cameras {
  readonly media: MediaState
  readonly epoch: number
  readonly byId: ReadonlyMap<string, CameraView>
}

export const cameras = createValue<Cameras>({ media: { is: 'off' }, epoch: 0, byId: new Map() })

/** Takes what the server says: some cameras that changed, or after a snapshot all of them. */
export const applyVideo = ({ media, epoch, cameras: changed }: VideoView): void => {
  const byId = new Map(cameras.get().byId)
  for (const camera of changed) byId.set(camera.id, camera)
  cameras.set({ media, epoch, byId })
}
export const forgetCamera = (id: string): void => {
  const held = cameras.get()
  const byId = new Map(held.byId)
  byId.delete(id)
  cameras.set({ ...held, byId })
}
