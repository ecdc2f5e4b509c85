import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Instant } from '../domain/time.ts'
import type { EngineSnapshot } from '../engine/engine.ts'
import type { Database } from '../storage/database.ts'
import type { CasesState } from './cases.ts'
import type { CustodyMemory } from './custody/memory.ts'
import type { PictureState } from './picture.ts'

/** Everything that was folded from the journal, up to and including `engine.seq`. */
export interface SupervisionState {
  readonly engine: EngineSnapshot
  readonly cases: CasesState
  readonly picture: PictureState
  readonly custody: CustodyMemory
}

const KEPT = 2

/** The state as bytes; made at one moment, so that nothing can change under it. */
export const encodeState = (state: SupervisionState): string => JSON.stringify(state)

/** Stores a snapshot and forgets all but the newest ones. */
export const saveSnapshot = async (
  database: Database,
  snapshot: { readonly seq: number; readonly at: Instant; readonly rulebook: string; readonly json: string },
): Promise<void> => {
  const state = await promisify(gzip)(snapshot.json, { level: 1 })
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
  const state = JSON.parse((await promisify(gunzip)(row.state)).toString('utf8')) as SupervisionState
  // Kept before there was a case area: everything is folded again.
  if (!state.custody) return undefined
  // JSON has no -Infinity: an engine that never advanced comes back as null.
  const advancedTo = state.engine.advancedTo ?? Number.NEGATIVE_INFINITY
  return { ...state, engine: { ...state.engine, advancedTo } }
}
