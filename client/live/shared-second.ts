import { createValue, type Subscribable } from '../ui/subscribable.ts'
import type { ServerClock } from './clock.ts'

/**
 * The time that everything on the screen shares, floored to whole seconds so that one tick is one render. It is the
 * server's from the very call in which the server told it: were it to follow a tick later, what is left of every time
 * limit would be reckoned by the workstation's clock until then, and everybody could stand as held too long.
 * `localMs`: the browser's own steady clock.
 */
export const createSharedSecond = (clock: ServerClock, localMs: () => number) => {
  const read = (): number => Math.floor(clock.now(localMs()) / 1000) * 1000
  const second: Subscribable<number> = createValue(read())
  const tick = (): void => second.set(read())
  return {
    second,
    tick,
    /** The server told its time; `speed`: how fast its clock runs (demo). */
    tell: (serverAt: number, speed = 1): void => {
      clock.set(serverAt, localMs(), speed)
      tick()
    },
  }
}
