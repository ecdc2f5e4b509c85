import type { Entry } from '../entry.ts'
import type { Observation } from '../observation/index.ts'
import type { Instant } from '../time.ts'
import { type Asked, type Cadence, type CadenceSet, cadenceOf, type Resolved, resolve } from './cadence.ts'
import { applyRollCall, hear } from './fold.ts'
import { type Cycle, noRollCall, type RollCallState, type Row, rowKey } from './state.ts'

/** Read-only face of what the journal has told of roll-calls. */
export type RollCallRegister = Omit<ReturnType<typeof createRollCallRegister>, 'apply' | 'hear'>

/** Settings, draws, and the roll-calls that are open or were closed not long ago. No clock, no I/O. */
export const createRollCallRegister = (state: RollCallState = noRollCall()) => {
  /** Where a request, a device, a carrier or a room leads to; made anew when somebody is listed or called. */
  let paths: ReadonlyMap<string, readonly string[]> | undefined
  const pathsNow = (): ReadonlyMap<string, readonly string[]> => {
    paths ??= pathsOf(state)
    return paths
  }

  /** The rows of open roll-calls that an observation from elsewhere bears on. */
  const reached = (o: Observation): readonly Row[] => {
    // Nearly always nothing is open, and every position passes here.
    const known = pathsNow()
    if (known.size === 0) return none
    const keys = new Set(leads(o).flatMap((lead) => known.get(lead) ?? none))
    return [...keys].flatMap((key) => state.rows[key] ?? none)
  }

  return {
    /** Takes an entry of a roll-call itself. */
    apply: (entry: Entry): void => {
      applyRollCall(state, entry)
      if (rerouting.has(entry.observation.kind)) paths = undefined
    },
    /** Takes an entry from elsewhere that may be an answer, or may tell where somebody is. */
    hear: (entry: Entry): boolean => {
      let heard = false
      for (const row of reached(entry.observation)) {
        const next = hear(row, entry)
        if (next === row) continue
        state.rows[rowKey(row)] = next
        heard = true
      }
      return heard
    },
    reached,
    cycle: (id: string): Cycle | undefined => state.cycles[id],
    /** Open, and closed within the last two hours. */
    cycles: (): readonly Cycle[] => Object.values(state.cycles),
    open: (): readonly Cycle[] => Object.values(state.cycles).filter((c) => c.closed === null),
    row: (cycle: string, target: string): Row | undefined => state.rows[rowKey({ cycle, target })],
    rows: (cycle: string): readonly Row[] =>
      (state.cycles[cycle]?.targets ?? none).flatMap((target) => state.rows[rowKey({ cycle, target })] ?? none),
    cadence: (asked: Asked): Cadence => cadenceOf(state.cadence, asked),
    /** What holds, with the layer that each value comes from. */
    resolved: (asked: Asked): Resolved => resolve(state.cadence, asked),
    layers: (): readonly CadenceSet[] => state.cadence,
    draw: (day: string) => state.draws[day],
    draws: () => state.draws,
    /** The newest slots for which a roll-call of the unit was opened, oldest first; at most 32. */
    held: (unit: string): readonly Instant[] => state.held[unit] ?? none,
  }
}

const none: readonly never[] = []

/** Kinds after which others may be reached. */
const rerouting: ReadonlySet<string> = new Set([
  'roll-call.opened',
  'roll-call.listed',
  'roll-call.called',
  'roll-call.closed',
])

const pathsOf = ({ cycles, rows }: RollCallState): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  const add = (lead: string, key: string): void => {
    const known = found.get(lead)
    if (!known) found.set(lead, [key])
    else if (!known.includes(key)) known.push(key)
  }
  for (const { cycle, targets, closed } of Object.values(cycles)) {
    for (const target of targets) {
      const key = rowKey({ cycle, target })
      const row = rows[key]
      if (!row) continue
      // A late answer to a call still counts; where somebody is later does not.
      for (const { request } of row.calls) if (request !== null) add(`request ${request}`, key)
      if (closed !== null) continue
      for (const { device } of [...row.channels, ...row.calls]) if (device !== null) add(`device ${device}`, key)
      if (row.carrier !== null) add(`carrier ${row.carrier}`, key)
      for (const officer of row.officers) add(`carrier officer/${officer}`, key)
      if (row.room !== null) add(`room ${row.room}`, key)
    }
  }
  return found
}

const leads = (o: Observation): string[] => {
  switch (o.kind) {
    case 'radio.checked':
    case 'radio.check-unanswered':
      return o.data.request === null ? [] : [`request ${o.data.request}`]
    case 'device.answered':
      return [`device ${o.data.device}`]
    case 'position.reported':
      return [`device ${o.data.device}`, ...(o.data.carrier === null ? [] : [`carrier ${o.data.carrier}`])]
    case 'post.observed':
      return [`room ${o.data.post}`]
    default:
      return []
  }
}
