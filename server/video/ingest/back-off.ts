/** A camera that comes back must be back on the screen within ten seconds (R8): the wait never grows beyond this. */
const MOST_MS = 6_000
const FIRST_MS = 500
/** Cameras lock whoever tries wrong passwords too often. */
const WRONG_PASSWORD_MS = 60_000

/** How long to wait before the next attempt: twice as long each time, up to a bound. */
export const createBackOff = () => {
  let wait = FIRST_MS
  return {
    /** `ran`: it worked before it ended, so the first attempt comes at once. */
    next: (wrongPassword: boolean, ran: boolean): number => {
      if (wrongPassword) return WRONG_PASSWORD_MS
      if (ran) wait = FIRST_MS
      const now = wait
      wait = Math.min(MOST_MS, wait * 2)
      return now
    },
    reset: (): void => {
      wait = FIRST_MS
    },
  }
}
