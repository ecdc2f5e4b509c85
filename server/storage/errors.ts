/** What every error of a database carries, whichever store it is. */
export interface DatabaseError extends Error {
  /** SQLSTATE, or a code of Node's network layer such as ECONNREFUSED. */
  readonly code?: string
  readonly detail?: string
  readonly constraint?: string
}

/** Builds an error with the code that `isUnavailable` and `sqlState` read. */
export const databaseError = (message: string, code: string, cause?: unknown): DatabaseError =>
  Object.assign(new Error(message, { cause }), { code })

/** The SQLSTATE or network code of an error; `''` when it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The store went away in the middle, or never came: our own code for it beside the SQLSTATEs. */
export const CONNECTION_LOST = '08006'

const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN'])
/**
 * 08 connection · 25006 a standby that takes no writes · 40 serialization and deadlock · 53 out of disk, memory,
 * connections · 55P03 lock timeout · 57 shutdown, cancel, crash · 58 I/O error of the host · XX000/1 internal.
 */
const unavailableStates = /^(08|25006|40|53|55P03|57|58|XX00)/

/**
 * Whether the same statement may well succeed later: the store is down, restarting, out of disk or unreachable.
 * What an error of this kind says about a commit is *nothing*: it may have happened.
 */
export const isUnavailable = (error: unknown): boolean => {
  const code = codeOf(error)
  return network.has(code) || unavailableStates.test(code)
}
