import { randomBytes } from 'node:crypto'
import type { Database } from '../../storage/database.ts'

/** The secret seed of a China day, made by whoever asks first and the same for everybody after. */
export const seedOf = async (database: Database, day: string): Promise<Uint8Array> => {
  await database.query('insert into roll_call_seed (day, seed) values ($1, $2) on conflict (day) do nothing', [
    day,
    randomBytes(32),
  ])
  const [row] = await database.query<{ seed: Uint8Array }>('select seed from roll_call_seed where day = $1', [day])
  if (!row) throw new Error(`the seed of ${day} was not kept`)
  return row.seed
}
