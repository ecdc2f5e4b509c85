import type { Clock } from '../domain/time.ts'
import type { Database } from '../storage/database.ts'
import type { Supervision } from '../supervision/supervision.ts'

const PROBE_MS = 400
const TIMEOUT_MS = 500

export interface Readiness {
  readonly ready: boolean
  readonly store: 'ok' | string
  readonly supervision: 'ok' | string
  /** Only where something is recorded. */
  readonly recorder?: 'ok' | string
}

/**
 * Whether the store takes writes and supervision is caught up; red within a second of a failure, green again by
 * itself. A real write is made: a full disk answers reads happily.
 */
export const createHealth = (
  database: Database,
  supervision: Supervision,
  clock: Clock,
  /** Why nothing is recorded; undefined while it is. */
  recorderProblem?: () => string | undefined,
) => {
  let state: Readiness = { ready: false, store: 'not yet probed', supervision: 'not yet probed' }
  let probing = false

  const probe = async (): Promise<void> => {
    if (probing) return
    probing = true
    const store = await withinTime(
      database.transaction((tx) =>
        tx.query('insert into write_probe (id, at) values (1, $1) on conflict (id) do update set at = excluded.at', [
          clock(),
        ]),
      ),
    )
    const caught = await withinTime(supervision.caughtUp(), (up) => (up ? 'ok' : 'behind the journal'))
    state = { ready: store === 'ok' && caught === 'ok', store, supervision: caught }
    probing = false
  }

  const timer = setInterval(() => void probe(), PROBE_MS)
  return {
    probe,
    now: (): Readiness => {
      if (!recorderProblem) return state
      const problem = recorderProblem()
      return { ...state, ready: state.ready && problem === undefined, recorder: problem ?? 'ok' }
    },
    stop: () => clearInterval(timer),
  }
}

/** 'ok', or what went wrong; never rejects. */
const withinTime = async <T>(work: Promise<T>, judge: (value: T) => string = () => 'ok'): Promise<string> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${TIMEOUT_MS} ms`), TIMEOUT_MS)
  })
  // The cause is for the log of whoever failed; a health page must not tell addresses and names.
  const judged = work.then(judge, () => 'failed')
  const result = await Promise.race([judged, late])
  clearTimeout(timer)
  return result
}
