import type { Finding } from '../domain/finding.ts'
import { type Instant, minutes } from '../domain/time.ts'

/** Ten findings of one cause and unit within ten minutes are one storm (console: findings queue). */
export const STORM_SIZE = 10
export const STORM_WINDOW_MS = minutes(10)

type Window = { opened: [at: Instant, id: string][]; storm: string | null }
export type StormState = Record<string, Window>

/**
 * Names the storm that findings belong to. It only folds the queue: nothing is held back, grade A least of all.
 * Plain state, so that a snapshot holds it.
 */
export const createStorms = (state: StormState = {}) => ({
  state,
  /** Notes an opened finding; returns the findings that are from now on in a storm, and which. */
  opened: ({ id, rule, concerns }: Finding, at: Instant): { readonly storm: string; readonly ids: string[] } | null => {
    const key = `${rule}@${concerns.unit ?? '-'}`
    const window = state[key] ?? { opened: [], storm: null }
    state[key] = window
    window.opened = [...window.opened.filter(([t]) => t > at - STORM_WINDOW_MS), [at, id]]
    if (window.opened.length < STORM_SIZE) {
      window.storm = null
      return null
    }
    const whole = window.storm === null
    window.storm ??= `${key}@${window.opened[0]![0]}`
    // Within a storm only the new one has to be told.
    return { storm: window.storm, ids: whole ? window.opened.map(([, one]) => one) : [id] }
  },
})
