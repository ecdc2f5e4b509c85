/**
 * The server's clock as this browser can know it: the last instant it told, carried on by the browser's
 * own steady clock. A workstation whose clock is wrong must not make data look old or new.
 */
export interface ServerClock {
  /** `localMs`: performance.now() when `serverAt` arrived. `speed`: how fast the server's clock runs (demo). */
  readonly set: (serverAt: number, localMs: number, speed: number) => void
  /** Server time now; before the first word from the server, the workstation's own. */
  readonly now: (localMs: number) => number
  readonly known: () => boolean
}

/** A jump smaller than this is the network's jitter and is not shown as a stuttering clock. */
const JITTER_MS = 400

export const createServerClock = (wall: () => number): ServerClock => {
  let base: { at: number; localMs: number; speed: number } | undefined
  const now = (localMs: number): number =>
    base === undefined ? wall() : base.at + (localMs - base.localMs) * base.speed
  return {
    now,
    known: () => base !== undefined,
    set: (serverAt, localMs, speed) => {
      const drift = Math.abs(serverAt - now(localMs))
      const same = base !== undefined && base.speed === speed && drift < JITTER_MS * speed
      if (!same) base = { at: serverAt, localMs, speed }
    },
  }
}
