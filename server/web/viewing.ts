import type { Log } from '../storage/log.ts'
import type { EndReason, Sessions } from './sessions.ts'

const EVERY_MS = 1_000

/** What goes on only as long as the session that began it. Told of a session that it does not have, it does nothing. */
export interface Lasting {
  readonly sessions: () => readonly string[]
  readonly endSession: (session: string, why: EndReason) => void
}

/** What was begun under a session ends with it, within two seconds; returns how to stop watching. */
export const endWithSessions = (
  all: readonly Lasting[],
  sessions: Pick<Sessions, 'endedAmong'>,
  log: Log,
): (() => void) => {
  let checking = false
  const check = async (): Promise<void> => {
    const ids = [...new Set(all.flatMap((one) => one.sessions()))]
    if (ids.length === 0) return
    for (const [id, why] of await sessions.endedAmong(ids)) for (const one of all) one.endSession(id, why)
  }
  const timer = setInterval(() => {
    if (checking) return
    checking = true
    check()
      .catch((error) => log.warn({ err: error }, 'sessions that pictures belong to could not be checked'))
      .finally(() => {
        checking = false
      })
  }, EVERY_MS)
  return () => clearInterval(timer)
}
