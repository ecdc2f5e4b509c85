import type { ObservationKind } from '../observation/index.ts'
import type { Instant } from '../time.ts'
import type { CustodyState } from './state.ts'

/** A list of ids with one more, the newest 64 of them. */
export const listed = (list: readonly string[] | undefined, id: string): string[] =>
  list?.includes(id) ? [...list] : [...(list ?? []), id].slice(-64)

/** Notes what was done to a person, so that news of the person bear on it. */
export const deed = (
  state: CustodyState,
  kind: ObservationKind,
  person: string,
  id: string,
  recordedAt: Instant,
): void => {
  const key = `${kind}/${person}`
  state.deeds[key] = listed(state.deeds[key], id)
  state.over.push({ at: recordedAt, kind: 'deed', id, key })
}
