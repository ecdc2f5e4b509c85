import type { Entry } from '../../domain/entry.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import { hours, type Instant } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import type { Log } from '../../storage/log.ts'
import { createPastStore, type Reached } from './past-store.ts'

/** A fold on its way through the journal. */
export interface Folding<V> {
  /** Takes the next entry, in order. */
  readonly apply: (entry: Entry) => void
  /** What it remembers, as JSON text in pieces; with `begin` the same folding again. */
  readonly state: () => Iterable<string>
  /** What is to be shown at `at`; nothing is applied after. */
  readonly at: (at: Instant) => V
}

/** A view that is made by folding the journal: what it listens to, and how it begins. */
export interface Fold<V> {
  readonly view: string
  /** Of the program and whatever it judges by: another one folds anew. */
  readonly identity: string
  readonly kinds: readonly ObservationKind[]
  readonly begin: (state: string | undefined) => Folding<V>
}

export interface PastOptions {
  readonly database: Database
  readonly journal: Pick<Journal, 'read' | 'watermark'>
  readonly log: Log
  /** A snapshot after so many entries of the fold's kinds, or so long; 5,000 and six hours unless told. */
  readonly everyEntries?: number
  readonly everyMs?: number
  /** How many snapshots are kept at most; 400 unless told. */
  readonly most?: number
}

const PAGE = 1_000
/** Entries between two turns of the event loop: a few milliseconds. */
const BREATH = 50

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A view of the past that begins at the nearest snapshot instead of at the first entry. */
export interface Past<V> {
  /** The view as it was known at `at`: of everything recorded by then and nothing else. */
  readonly at: (at: Instant) => Promise<V>
  /** Folds on from the newest snapshot and keeps a new one whenever one is due. One at a time. */
  readonly keep: () => Promise<void>
}

/** Snapshots of the past for one fold; the same answer with and without them. */
export const createPast = <V>(fold: Fold<V>, options: PastOptions): Past<V> => {
  const { database, journal, log, everyEntries = 5_000, everyMs = hours(6), most = 400 } = options
  const store = createPastStore(database, fold.view, fold.identity, most)
  const { kinds } = fold

  /** From a snapshot, or anew when it cannot be read: it only saves time. */
  const beginAt = (saved: { readonly json: string } | undefined): Folding<V> | undefined => {
    if (!saved) return undefined
    try {
      return fold.begin(saved.json)
    } catch (error) {
      log.warn({ err: error, view: fold.view }, 'a snapshot of the past cannot be read; folding anew')
      return undefined
    }
  }

  /** Folds what comes after `seq` and was recorded by `until`. `passed` is told after each entry. */
  const run = async (
    folding: Folding<V>,
    seq: number,
    until: Instant,
    passed: (entry: Entry) => Promise<void> | undefined = () => undefined,
  ): Promise<void> => {
    let after = seq
    let turn = 0
    for (;;) {
      const entries = await journal.read({ after, kinds, until, limit: PAGE })
      for (const entry of entries) {
        folding.apply(entry)
        after = entry.seq
        await passed(entry)
        if (++turn % BREATH === 0) await breath()
      }
      if (entries.length < PAGE) return
    }
  }

  const at = async (at: Instant): Promise<V> => {
    const saved = await store.before(at)
    const known = beginAt(saved)
    const folding = known ?? fold.begin(undefined)
    await run(folding, known ? saved!.seq : -1, at)
    return folding.at(at)
  }

  const keepOn = async (): Promise<void> => {
    const mark = await journal.watermark()
    const newest = await store.newest()
    const due = (since: Reached): boolean =>
      mark.seq - since.seq >= everyEntries || mark.recordedAt - since.recordedAt >= everyMs
    if (newest && !due(newest)) return
    const saved = newest && (await store.before(newest.recordedAt))
    const known = beginAt(saved)
    const folding = known ?? fold.begin(undefined)
    let last: Reached | undefined = known ? newest : undefined
    let passed = 0
    await run(folding, last?.seq ?? -1, mark.recordedAt, ({ seq, recordedAt }) => {
      passed++
      last ??= { seq, recordedAt }
      if (passed < everyEntries && recordedAt - last.recordedAt < everyMs) return undefined
      passed = 0
      last = { seq, recordedAt }
      return store.save(last, folding.state())
    })
  }

  let keeping: Promise<void> | undefined
  return {
    at,
    keep: () => {
      keeping ??= keepOn().finally(() => {
        keeping = undefined
      })
      return keeping
    },
  }
}
