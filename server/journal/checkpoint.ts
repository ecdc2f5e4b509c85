import type { Queryable } from '../storage/database.ts'
import type { Log } from '../storage/log.ts'
import type { Head } from './commit.ts'
import type { SigningKey } from './signing-key.ts'

/** A signed statement: at `recordedAt` the journal had `count` entries, the last one `seq` with this hash. */
export interface Checkpoint {
  readonly seq: number
  readonly count: number
  /** Lower-case hex. */
  readonly hash: string
  readonly recordedAt: number
  readonly keyId: string
  /** Ed25519 over `checkpointText`, lower-case hex. */
  readonly signature: string
}

/** What is signed. */
export const checkpointText = (c: Omit<Checkpoint, 'signature'>): string =>
  `custodes checkpoint 1\n${c.seq}\n${c.count}\n${c.hash}\n${c.recordedAt}\n${c.keyId}\n`

/** Goals R9 asks for 10 s at most; half of it leaves room for a busy store. */
export const CHECKPOINT_EVERY_MS = 5_000

/** Signs the end of the chain while it grows. `head` is what this process knows to be committed. */
export const startCheckpoints = (db: Queryable, key: SigningKey, head: () => Head | undefined, log: Log) => {
  let signed = -1
  let announced = false
  let signing: Promise<void> = Promise.resolve()

  const sign = async (): Promise<void> => {
    const now = head()
    if (!now || now.seq === 0 || now.seq <= signed) return
    if (!announced) {
      await db.query(
        'insert into journal_key (key_id, public_key, first_used_at) values ($1, $2, $3) on conflict do nothing',
        [key.id, key.publicKey, now.recordedAt],
      )
      announced = true
    }
    // The chain starts at 1 and has no gaps, so the number of the last entry is how many there are.
    const statement = { seq: now.seq, count: now.seq, hash: now.hash, recordedAt: now.recordedAt, keyId: key.id }
    const signature = key.sign(checkpointText(statement)).toString('hex')
    await db.query(
      `insert into journal_checkpoint (seq, key_id, hash, count, recorded_at, signature)
       values ($1, $2, decode($3, 'hex'), $4, $5, decode($6, 'hex')) on conflict do nothing`,
      [statement.seq, key.id, statement.hash, statement.count, statement.recordedAt, signature],
    )
    signed = now.seq
  }
  const trySign = (): Promise<void> => {
    signing = signing
      .then(sign)
      .catch((error: Error) => log.warn({ problem: error.message }, 'a checkpoint could not be stored yet'))
    return signing
  }
  const timer = setInterval(trySign, CHECKPOINT_EVERY_MS)
  timer.unref()
  return {
    close: async (): Promise<void> => {
      clearInterval(timer)
      await trySign()
    },
  }
}
