import { randomBytes } from 'node:crypto'
import type { DrawCommitment } from '../../contract/video-patrol.ts'
import type { Clock } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import { commitmentOf } from './draw.ts'
import type { Drawn } from './table.ts'

const kinds = ['video-patrol.seeded', 'video-patrol.drawn'] as const
const READ_AT_ONCE = 1_000

interface CommitmentOptions {
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
}

/** What somebody's next draw will be made of: what is known of it before, and the secret itself. */
export interface NextDraw {
  readonly commitment: DrawCommitment
  readonly seed: Uint8Array
}

/** Secrets of coming draws: committed to in the journal before anybody can know what they draw. */
export const drawCommitments = ({ database, journal, clock }: CommitmentOptions) => {
  /** A new secret, kept before anybody hears of it; what is committed to must be there to be drawn from. */
  const newSeed = async (): Promise<string> => {
    const seed = randomBytes(32)
    const sha256 = commitmentOf(seed)
    await database.query('insert into video_patrol_seed (commitment, seed) values ($1, $2)', [sha256, seed])
    return sha256
  }
  const seedOf = async (sha256: string): Promise<Uint8Array | undefined> => {
    const asked = 'select seed from video_patrol_seed where commitment = $1'
    return (await database.query<{ seed: Uint8Array }>(asked, [sha256]))[0]?.seed
  }

  /** The commitments of one account after entry `after`, oldest first. */
  async function* of(by: string, after: number): AsyncGenerator<DrawCommitment> {
    for (let read = after; ; ) {
      const entries = await journal.read({ after: read, limit: READ_AT_ONCE, kinds })
      for (const { seq, recordedAt: at, observation: o } of entries) {
        if (o.kind === 'video-patrol.seeded' && o.data.by === by) yield { seq, at, sha256: o.data.commitment }
        if (o.kind === 'video-patrol.drawn' && o.data.by === by) yield { seq, at, sha256: o.data.next }
      }
      if (entries.length < READ_AT_ONCE) return
      read = entries.at(-1)!.seq
    }
  }

  return {
    newSeed,

    /**
     * What an account's next draw is bound to, `last` being its newest; bound now, in an entry of its own, when it is
     * not. A store that was set up anew has lost what was committed to; the chain then begins again, to be seen.
     */
    next: async (by: string, last: Drawn | undefined): Promise<NextDraw> => {
      let bound: DrawCommitment | undefined
      // The newest draw binds the next one in its own entry; a commitment that stands alone can only come after it.
      for await (const commitment of of(by, last ? last.seq - 1 : -1)) bound = commitment
      const seed = bound && (await seedOf(bound.sha256))
      if (bound && seed) return { commitment: bound, seed }
      const sha256 = await newSeed()
      const data = { by, commitment: sha256 }
      const observation = { kind: 'video-patrol.seeded', observedAt: clock(), data } as const
      const [receipt] = await journal.append([{ source: 'console', key: `seeded ${sha256}`, observation }])
      return { commitment: { seq: receipt!.seq, at: receipt!.recordedAt, sha256 }, seed: (await seedOf(sha256))! }
    },

    /** The entry before `seq` in which this account's draw was bound to `sha256`; undefined: there is none. */
    before: async (seq: number, by: string, sha256: string): Promise<DrawCommitment | undefined> => {
      for await (const commitment of of(by, -1)) {
        if (commitment.seq >= seq) return undefined
        if (commitment.sha256 === sha256) return commitment
      }
      return undefined
    },
  }
}
