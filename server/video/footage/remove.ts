import fs from 'node:fs/promises'
import type { DataOf } from '../../domain/observation/index.ts'
import type { Clock, Instant } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import type { Log } from '../../storage/log.ts'
import { fileOf } from '../segments/names.ts'
import type { Follower } from './follow.ts'
import { touches } from './read.ts'

export interface RemoveOptions {
  readonly database: Database
  readonly journal: Journal
  readonly follower: Pick<Follower, 'reached'>
  readonly folder: string
  readonly clock: Clock
  readonly log: Log
}

export interface Removal {
  readonly camera: string
  /** The unit that answers for the recorder. */
  readonly owner: string
  readonly room: string | null
  /** Segments wholly within are removed. */
  readonly from: Instant
  readonly to: Instant
  readonly most: number
  readonly how: Pick<DataOf<'footage.deleted'>, 'by' | 'secondedBy' | 'deletion' | 'reason' | 'expired'>
}

interface Candidate {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly bytes: number
}

/**
 * Takes segments away: first the journal says so, then the index, then the files go. A crash in between is mended by
 * `recover`. What is held stays, whoever asks. Rejects when the journal does not take it; nothing is then removed.
 */
export const createRemover = ({ database, journal, follower, folder, clock, log }: RemoveOptions) => {
  const runsOf = async ({ camera, from, to, most }: Removal): Promise<Candidate[][]> => {
    const [segments, holds] = await Promise.all([
      database.query<Candidate & Record<string, unknown>>(
        `select starts_at as "startsAt", ends_at as "endsAt", bytes from video_segment
          where camera = $1 and state = 'kept' and starts_at >= $2 and starts_at < $3 and ends_at <= $3
          order by starts_at, seq limit $4`,
        [camera, from, to, most],
      ),
      database.query<{ from: number; to: number }>(
        `select starts_at as from, ends_at as to from video_hold
          where camera = $1 and released_at is null and starts_at < $3 and ends_at > $2`,
        [camera, from, to],
      ),
    ])
    // One entry for each stretch between holds.
    const runs: Candidate[][] = [[]]
    for (const segment of segments)
      if (holds.some((h) => touches(segment, h))) runs.push([])
      else runs.at(-1)!.push(segment)
    return runs.filter((run) => run.length > 0)
  }

  const unlink = async (seq: number): Promise<void> => {
    const rows = await database.query<{ file: string }>('select file from video_segment where state_seq = $1', [seq])
    for (const { file } of rows)
      await fs.rm(fileOf(folder, file.slice(0, -'.mp4'.length)), { force: true }).catch((err: unknown) => {
        log.error({ err, file }, 'a deleted recording could not be removed from the disk; the next start tries again')
      })
  }

  /** How many segments and bytes went. */
  return async (removal: Removal): Promise<{ readonly segments: number; readonly bytes: number }> => {
    let [segments, bytes] = [0, 0]
    for (const run of await runsOf(removal)) {
      const from = run[0]!.startsAt
      const to = Math.max(...run.map((s) => s.endsAt))
      const { camera, owner, room, how } = removal
      const observation = {
        kind: 'footage.deleted',
        observedAt: clock(),
        data: { recorder: camera, owner, recording: null, room, act: null, from, to, ...how },
      } as const
      const key = `deleted/${camera}/${from}-${to}/${observation.observedAt}`
      const [receipt] = await journal.append([{ source: 'recorder', key, observation }])
      await follower.reached(receipt!.seq)
      await unlink(receipt!.seq)
      segments += run.length
      bytes += run.reduce((n, s) => n + s.bytes, 0)
    }
    return { segments, bytes }
  }
}
export type Remover = ReturnType<typeof createRemover>
