import type { Instant } from '../../domain/time.ts'
import { type CameraCondition, isSameCondition } from './camera-run.ts'

export interface Guest {
  readonly condition: CameraCondition
  /** Our clock at the last packet of picture; null: none since it came. */
  readonly lastFrameAt: Instant | null
}

/**
 * Cameras that come to us, such as an officer's phone: nobody opens them, and what is known of them is what whoever
 * receives them says. `tell` is called when a condition changes, `left` when one goes for good.
 */
export const createGuests = (
  tell: (camera: string, condition: CameraCondition, lastFrameAt: Instant | null) => void,
  left: (camera: string) => void,
) => {
  const here = new Map<string, Guest>()
  return {
    of: (camera: string): Guest | undefined => here.get(camera),
    say: (camera: string, condition: CameraCondition, lastFrameAt: Instant | null): void => {
      const before = here.get(camera)?.condition
      here.set(camera, { condition, lastFrameAt })
      if (!before || !isSameCondition(before, condition)) tell(camera, condition, lastFrameAt)
    },
    leave: (camera: string): void => {
      if (here.delete(camera)) left(camera)
    },
  }
}
export type Guests = ReturnType<typeof createGuests>
