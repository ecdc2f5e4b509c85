import fs from 'node:fs/promises'
import path from 'node:path'
import type { Instant } from '../../domain/time.ts'
import type { Draft, Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import type { Log } from '../../storage/log.ts'
import { firstPictureAt } from '../segments/first-picture.ts'
import { begunAt, fileOf, isBrought, segmentOf } from '../segments/names.ts'
import { contentsOf, lengthMs, readSegmentFile } from '../segments/read-file.ts'

export interface RecoverOptions {
  /** The folder of recordings. */
  readonly folder: string
  readonly database: Database
  readonly journal: Journal
  readonly log: Log
  readonly recorder: string
  readonly now: Instant
  /** The room that a camera covers. */
  readonly roomOf: (camera: string) => string | null
}

export interface Recovered {
  /** Files without an entry that now have one. */
  readonly found: number
  /** Entries whose file is not there. */
  readonly missing: number
  /** Files removed: the journal says that they were deleted, and a crash came in between. */
  readonly removed: number
}

const BATCH = 100

/**
 * Makes the journal and the folder agree after a crash: a file without an entry gets one (recovered, and not complete
 * when its writer was cut off); an entry without a file is told as missing; a file that was deleted by the journal and
 * is still there is removed. Run before anything new is recorded, with the index caught up.
 */
export const recover = async (options: RecoverOptions): Promise<Recovered> => {
  const { folder, database } = options
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const cameras = (await fs.readdir(folder, { withFileTypes: true })).filter((d) => d.isDirectory()).map((d) => d.name)
  let [found, removed] = [0, 0]
  for (const camera of cameras) {
    const states = new Map(
      (
        await database.query<{ file: string; state: string }>(
          'select file, state from video_segment where camera = $1',
          [camera],
        )
      ).map((r) => [r.file, r.state]),
    )
    const files = (await fs.readdir(path.join(folder, camera))).filter((f) => begunAt(f) !== undefined).sort()
    const unknown: string[] = []
    for (const file of files) {
      const state = states.get(`${camera}/${file}`)
      if (state === undefined) unknown.push(file)
      else if (state === 'expired' || state === 'deleted') {
        await fs.rm(path.join(folder, camera, file), { force: true })
        removed++
      }
    }
    found += await takeIn(camera, unknown, options)
  }
  return { found, removed, missing: await tellMissing(options) }
}

const takeIn = async (camera: string, files: readonly string[], options: RecoverOptions): Promise<number> => {
  const { folder, database, journal, recorder, log, now } = options
  let drafts: Draft[] = []
  let count = 0
  let [previous] = await database.query<{ endsAt: number }>(
    `select ends_at as "endsAt" from video_segment where camera = $1 order by ends_at desc limit 1`,
    [camera],
  )
  for (const file of files) {
    const segment = segmentOf(camera, file)
    const read = await readSegmentFile(path.join(folder, camera, file))
    const [named, length] = [begunAt(file)!, lengthMs(read.fmp4)]
    const startsAt = firstPictureAt({
      ...{ named, previousEnd: previous?.endsAt, lengthMs: length },
      // What a phone brought was not written here as it was seen.
      writtenAt: isBrought(file) ? named : read.writtenAt,
    })
    // A file cannot tell of what comes after now, whatever its name says.
    const endsAt = Math.max(startsAt, Math.min(startsAt + length, now))
    previous = { endsAt }
    const complete = read.fmp4.closed && !read.fmp4.cut
    const data = { camera, segment, startsAt, endsAt, sha256: read.sha256, bytes: read.fmp4.bytes }
    const observation = {
      kind: 'segment.closed',
      observedAt: endsAt,
      data: { ...data, ...contentsOf(read), complete, late: isBrought(file), recorder, recovered: true },
    } as const
    drafts.push({ source: 'recorder', key: segment, observation })
    log.warn(
      { segment, complete, frames: observation.data.video?.frames ?? 0 },
      'a recording was found without an entry',
    )
    count++
    if (drafts.length === BATCH) {
      await journal.append(drafts)
      drafts = []
    }
  }
  await journal.append(drafts)
  return count
}

/** Looks at each file that should be there; a disk of a million files is walked folder by folder. */
const tellMissing = async ({ folder, database, journal, now, roomOf, log }: RecoverOptions): Promise<number> => {
  const cameras = await database.query<{ camera: string }>('select distinct camera from video_segment')
  let count = 0
  for (const { camera } of cameras) {
    const there = new Set(await fs.readdir(path.join(folder, camera)).catch(() => []))
    const rows = await database.query<{ file: string }>(
      `select file from video_segment where camera = $1 and state = 'kept'`,
      [camera],
    )
    const gone = rows
      .map((r) => r.file.slice(0, -'.mp4'.length))
      .filter((s) => !there.has(path.basename(fileOf(folder, s))))
    count += gone.length
    if (gone.length > 0)
      log.error({ camera, segments: gone.slice(0, 10), count: gone.length }, 'recordings are missing')
    for (let i = 0; i < gone.length; i += BATCH)
      await journal.append(
        gone.slice(i, i + BATCH).map((segment) => ({
          source: 'recorder',
          key: `missing/${segment}`,
          observation: {
            kind: 'recording.verified',
            observedAt: now,
            data: { recording: segment, room: roomOf(camera), act: null, result: 'missing' },
          },
        })),
      )
  }
  return count
}
