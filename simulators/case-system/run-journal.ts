import { type Pace, pacedClock, waitOn } from '../clock.ts'
import { type Journal, leftOut, momentsOf, playJournal } from './journal.ts'
import { createCaseSystem } from './link.ts'

export interface JournalRun {
  readonly journal: Journal
  /** `http://127.0.0.1:8080/intake/cloudevents` */
  readonly intake: string
  /** How the business systems get in, and what they call themselves. `demo-doors.json` has it. */
  readonly doors: { readonly secret: string; readonly source: string }
  /** The clock of the business systems; must be what the server's clock shows. */
  readonly pace: Pace
  /** On its own dates instead of from now on. */
  readonly asDated: boolean
  readonly signal?: AbortSignal
  readonly log: (line: string) => void
}

/**
 * Tells a running server what a journal says, over its signed door, until the journal is over or `signal` says so. Every
 * name of it begins with a mark of this run. Throws when the door turns it down.
 */
export const runJournal = async (run: JournalRun): Promise<void> => {
  const { journal, intake: url, doors, pace, asDated, signal, log } = run
  const clock = pacedClock(pace)
  const mark = `${Date.now().toString(36)}-`
  const shiftMs = asDated ? 0 : clock() - (journal[0]?.recordedAt ?? 0)
  const moments = momentsOf(journal, { mark, shiftMs })
  const others = [...leftOut(journal)].map(([kind, n]) => `${kind} ${n}`)
  const left = journal.filter(({ schema }) => !schema).length
  log(`${journal.length - left} lines told by business systems, each name beginning with ${mark}`)
  if (left > 0) log(`${left} lines of other doors left out: ${others.join(', ')}`)
  const late = moments[0] && clock() - moments[0].at
  if (asDated && late !== undefined && late > 0)
    log(`the journal began ${Math.ceil(late / 60_000)} minutes ago: what lies behind is told at once`)
  try {
    await playJournal(moments, createCaseSystem({ url, ...doors, clock }), waitOn(clock, pace.speed, signal))
    log('told')
  } catch (error) {
    if (!signal?.aborted) throw error
  }
}
