import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { createGzip, gunzip } from 'node:zlib'
import type { Instant } from '../domain/time.ts'
import type { EngineSnapshot } from '../engine/engine.ts'
import type { Database } from '../storage/database.ts'
import type { CasesState } from './cases.ts'
import type { CustodyMemory } from './custody/memory.ts'
import type { DispatchMemory } from './dispatch/memory.ts'
import type { PictureState } from './picture.ts'

/** Everything that was folded from the journal, up to and including `engine.seq`. */
export interface SupervisionState {
  readonly engine: EngineSnapshot
  readonly cases: CasesState
  readonly picture: PictureState
  readonly custody: CustodyMemory
  readonly dispatch: DispatchMemory
}

const KEPT = 2

/**
 * The state as JSON text. What changes in place is written at once; the engine's snapshot does not change any more
 * and is written piece by piece as it is asked for, because a hundred thousand subjects at once would hold up
 * every console for a second.
 */
export const encodeState = <T extends { readonly engine: EngineSnapshot }>({
  engine,
  ...live
}: T): Iterable<string> => {
  const first = `${JSON.stringify(live).slice(0, -1)},"engine":`
  return (function* () {
    yield first
    yield* jsonPieces(engine)
    yield '}'
  })()
}

/** What `encodeState` wrote. Throws when it is no JSON. */
export const decodeState = <T extends { readonly engine: EngineSnapshot }>(json: string): T => {
  const state = JSON.parse(json) as T
  // JSON has no -Infinity: an engine that never advanced comes back as null.
  const advancedTo = state.engine.advancedTo ?? Number.NEGATIVE_INFINITY
  return { ...state, engine: { ...state.engine, advancedTo } }
}

/** Rows in one piece: some hundred kilobytes of text, a few milliseconds. */
const ROWS = 500
/** Tables lie no deeper in a snapshot of the engine. */
const DEEPEST_TABLE = 3

/** What `JSON.stringify(value)` gives, in pieces: lists and large tables by so many rows, what holds them by name. */
function* jsonPieces(value: unknown, depth = 0): Generator<string> {
  if (Array.isArray(value)) return yield* slices(value, '[]', (rows) => JSON.stringify(rows))
  if (typeof value !== 'object' || value === null || depth > DEEPEST_TABLE) return yield JSON.stringify(value)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  if (entries.length > ROWS) return yield* slices(entries, '{}', (rows) => JSON.stringify(Object.fromEntries(rows)))
  for (const [i, [name, inner]] of entries.entries()) {
    yield `${i === 0 ? '{' : ','}${JSON.stringify(name)}:`
    yield* jsonPieces(inner, depth + 1)
  }
  yield entries.length === 0 ? '{}' : '}'
}

function* slices<T>(rows: readonly T[], brackets: string, json: (some: readonly T[]) => string): Generator<string> {
  yield brackets[0]!
  for (let i = 0; i < rows.length; i += ROWS) yield `${i === 0 ? '' : ','}${json(rows.slice(i, i + ROWS)).slice(1, -1)}`
  yield brackets[1]!
}

/** Stores a snapshot and forgets all but the newest ones. */
export const saveSnapshot = async (
  database: Database,
  snapshot: { readonly seq: number; readonly at: Instant; readonly rulebook: string; readonly json: Iterable<string> },
): Promise<void> => {
  // The compressor takes piece after piece, and the event loop turns in between.
  const state = await buffer(Readable.from(snapshot.json).pipe(createGzip({ level: 1 })))
  await database.transaction(async (tx) => {
    await tx.query(
      `insert into engine_snapshot (seq, taken_at, rulebook, state) values ($1, $2, $3, $4)
       on conflict (seq) do update set taken_at = excluded.taken_at, rulebook = excluded.rulebook, state = excluded.state`,
      [snapshot.seq, snapshot.at, snapshot.rulebook, state],
    )
    await tx.query(
      'delete from engine_snapshot where seq not in (select seq from engine_snapshot order by seq desc limit $1)',
      [KEPT],
    )
  })
}

/** The newest snapshot of this rulebook; undefined when there is none, and everything is to be folded again. */
export const loadSnapshot = async (database: Database, rulebook: string): Promise<SupervisionState | undefined> => {
  const [row] = await database.query<{ state: Uint8Array }>(
    'select state from engine_snapshot where rulebook = $1 order by seq desc limit 1',
    [rulebook],
  )
  if (!row) return undefined
  return decodeState<SupervisionState>((await promisify(gunzip)(row.state)).toString('utf8'))
}
