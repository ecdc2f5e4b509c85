import { isUnavailable } from '../storage/errors.ts'
import type { Log } from '../storage/log.ts'
import { journalFailure } from './failure.ts'
import type { Receipt } from './journal.ts'
import type { Prepared } from './prepare.ts'

export interface QueueLimits {
  /** Drafts in one commit. */
  readonly batch: number
  /** Drafts that may wait; more are refused at once. */
  readonly waiting: number
  /** Characters of them. */
  readonly waitingSize: number
  /** How long a draft may wait for a store that is away, in ms. */
  readonly patienceMs: number
}

interface Call {
  readonly drafts: readonly Prepared[]
  readonly size: number
  readonly since: number
  resolve(receipts: readonly Receipt[]): void
  reject(error: unknown): void
}

export interface QueueOptions {
  readonly limits: QueueLimits
  readonly log: Log
  /** Stores a batch; what it returns is for `committed`. */
  commit(batch: readonly Prepared[]): Promise<{ readonly receipts: readonly Receipt[]; announce(): void }>
  /** Asked between commits, when nothing of ours is under way. */
  idle(): Promise<void>
}

const BACKOFF_MS = [50, 100, 250, 500, 1_000, 2_000]
const sizeOf = (draft: Prepared): number => draft.body.length + draft.key.length + (draft.raw?.length ?? 0) + 64

/** Group commit: one commit at a time, and everything that arrives meanwhile goes into the next. */
export const commitQueue = ({ limits, log, commit, idle }: QueueOptions) => {
  const calls: Call[] = []
  let waiting = 0
  let waitingSize = 0
  let asked: { resolve(): void; reject(error: unknown): void }[] = []
  let running: Promise<void> | undefined
  let closed = false
  let wake: (() => void) | undefined
  let failures = 0

  const settle = (call: Call, act: () => void): void => {
    waiting -= call.drafts.length
    waitingSize -= call.size
    act()
  }
  const take = (): Call[] => {
    let count = 0
    let n = 0
    while (n < calls.length && (n === 0 || count + calls[n]!.drafts.length <= limits.batch))
      count += calls[n++]!.drafts.length
    return calls.splice(0, n)
  }
  const store = async (batch: readonly Call[]): Promise<void> => {
    const { receipts, announce } = await commit(batch.flatMap(({ drafts }) => drafts))
    let at = 0
    for (const call of batch) {
      const mine = receipts.slice(at, at + call.drafts.length)
      at += call.drafts.length
      settle(call, () => call.resolve(mine))
    }
    announce()
  }
  /** A batch that the store refuses is tried caller by caller, so that one bad draft harms only who brought it. */
  const storeApart = async (batch: readonly Call[], error: unknown): Promise<void> => {
    if (batch.length === 1) return settle(batch[0]!, () => batch[0]!.reject(error))
    for (const [i, call] of batch.entries()) {
      try {
        await store([call])
      } catch (problem) {
        if (isUnavailable(problem)) {
          calls.unshift(...batch.slice(i))
          throw problem
        }
        settle(call, () => call.reject(problem))
      }
    }
  }
  const expire = (): void => {
    const tooOld = performance.now() - limits.patienceMs
    while (calls.length > 0 && (closed || calls[0]!.since < tooOld)) {
      const call = calls.shift()!
      settle(call, () =>
        call.reject(journalFailure('unavailable', 'the store did not answer in time; the same draft again is safe')),
      )
    }
  }
  const answerIdle = async (): Promise<void> => {
    const now = asked
    asked = []
    try {
      await idle()
      for (const { resolve } of now) resolve()
    } catch (error) {
      for (const { reject } of now) reject(error)
      if (isUnavailable(error) && calls.length > 0) throw error
    }
  }
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const turn = async (): Promise<void> => {
    const batch = take()
    try {
      if (batch.length > 0)
        await store(batch).catch((error) => {
          if (!isUnavailable(error)) return storeApart(batch, error)
          calls.unshift(...batch)
          throw error
        })
      if (asked.length > 0) await answerIdle()
      failures = 0
    } catch (error) {
      if (failures === 0) log.error({ waiting, problem: (error as Error).message }, 'the store is away; entries wait')
      expire()
      for (const { reject } of asked.splice(0)) reject(error)
      await pause(BACKOFF_MS[Math.min(failures++, BACKOFF_MS.length - 1)]!)
    }
  }
  const run = async (): Promise<void> => {
    // One turn of the event loop later: what all sockets brought in this one shares the commit.
    await new Promise((resolve) => setImmediate(resolve))
    while (calls.length > 0 || asked.length > 0) await turn()
  }
  const start = (): void => {
    running ??= run().finally(() => {
      running = undefined
      // Somebody may have come between the last look and this.
      if (calls.length > 0 || asked.length > 0) start()
    })
  }

  return {
    /** Resolves with a receipt for each, once durable. */
    add: (drafts: readonly Prepared[]): Promise<readonly Receipt[]> => {
      if (closed) return Promise.reject(journalFailure('closed', 'the journal is closed'))
      const size = drafts.reduce((sum, draft) => sum + sizeOf(draft), 0)
      // A single large call is taken when nothing else waits: otherwise it never could be.
      if (waiting > 0 && (waiting + drafts.length > limits.waiting || waitingSize + size > limits.waitingSize))
        return Promise.reject(journalFailure('overloaded', `${waiting} entries wait to be stored: come back later`))
      waiting += drafts.length
      waitingSize += size
      return new Promise((resolve, reject) => {
        calls.push({ drafts, size, since: performance.now(), resolve, reject })
        start()
      })
    },
    /** Resolves after `idle` ran once between two commits. */
    between: (): Promise<void> =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject })
        start()
      }),
    backlog: (): number => waiting,
    /** Stores what waits, once; what cannot be stored now is rejected. */
    close: async (): Promise<void> => {
      closed = true
      wake?.()
      while (running) await running
    },
  }
}
