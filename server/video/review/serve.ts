import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import type { Camera } from '../../domain/camera/register.ts'
import type { Clock, Instant } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import type { Log } from '../../storage/log.ts'
import { type Bytes, rangeOf } from '../bytes.ts'
import { segmentBySeq, segmentsIn } from '../footage/read.ts'
import { cannotRecord, done, noSuch, type Outcome, refuse } from '../outcome.ts'
import type { Playing } from '../segments/fragments.ts'
import { fileOf } from '../segments/names.ts'
import type { Previews } from './preview.ts'
import type { Review } from './sessions.ts'
import type { Watching } from './watching.ts'

export interface ServeOptions {
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Log
  readonly folder: string
  readonly playing: (file: string) => Promise<Playing>
  readonly previews: Previews
  readonly watching: Watching
  /** The parts of a camera's picture that are not shown. */
  readonly zonesOf: (camera: string) => Camera['privacyZones']
}

const badRange = refuse(422, 'bad-range', '请求的字节范围不在文件之内。', 'The range of bytes lies outside the file.')
const gone = refuse(
  404,
  'not-there',
  '该录像片段已不在存储中，已记为缺失。',
  'The segment is no longer in the store and counts as missing.',
)
const busy = refuse(503, 'busy', '预览请求过多，请稍候。', 'Too many previews are being made; wait a moment.')

/**
 * The only way to a picture. Each look is journalled before its first byte; when the journal does not take it, no byte
 * is served (fails closed).
 */
export const createServe = (options: ServeOptions) => {
  const { database, journal, clock, log, folder, playing, previews, watching } = options

  /** Makes sure that this look is on record. False: it could not be told, so nothing may be shown. */
  const tell = async (
    review: Review,
    what: 'footage' | 'preview',
    camera: string,
    from: Instant,
    to: Instant,
  ): Promise<boolean> => {
    const key = `${review.id}/${what}/${camera}`
    if (!watching.mustTell(key, from, to)) {
      watching.played(key, from, to)
      return true
    }
    const subject = `camera/${camera} ${new Date(from).toISOString()}/${new Date(to).toISOString()} review/${review.id}`
    try {
      await journal.append([
        {
          source: 'console',
          key: randomUUID(),
          observation: {
            kind: 'view.opened',
            observedAt: clock(),
            data: { by: review.by, what, subject, purpose: review.purpose },
          },
        },
      ])
    } catch (error) {
      log.error({ err: error }, 'a look at a recording could not be journalled and was refused')
      return false
    }
    watching.told(key, from, to)
    return true
  }

  return {
    /** A segment of the review's cameras that touches its range, or a part of it. */
    segment: async (review: Review, seq: number, range: string | undefined): Promise<Outcome<Bytes>> => {
      const row = await segmentBySeq(database, seq)
      if (row?.state !== 'kept' || !review.sources.includes(row.camera)) return noSuch(String(seq))
      if (row.startsAt >= review.to || row.endsAt <= review.from) return noSuch(String(seq))
      const file = fileOf(folder, row.file.slice(0, -'.mp4'.length))
      const there = await playing(file).catch(() => undefined)
      if (!there) return gone
      const asked = rangeOf(range, row.bytes)
      if (asked === 'bad') return badRange
      const { start, end } = asked === 'whole' ? { start: 0, end: row.bytes - 1 } : asked
      // What a player needs before any picture shows nothing.
      if (end >= there.initBytes) {
        const shown = there.fragments.filter(([, offset, bytes]) => offset <= end && offset + bytes > start)
        const first = row.startsAt + (shown[0]?.[0] ?? 0)
        const next = there.fragments[there.fragments.indexOf(shown.at(-1)!) + 1]
        const last = next ? row.startsAt + next[0] : row.endsAt
        if (!(await tell(review, 'footage', row.camera, first, Math.max(first, last)))) return cannotRecord
      }
      const part = { start, end, total: row.bytes, partial: asked !== 'whole' }
      return done({ bytes: true, type: 'video/mp4', file, ...part })
    },

    preview: async (review: Review, camera: string, at: Instant): Promise<Outcome<Bytes>> => {
      if (!review.sources.includes(camera) || at < review.from || at > review.to) return noSuch(camera)
      const row = (await segmentsIn(database, camera, at, at + 1)).find((r) => r.state === 'kept')
      if (!row) return noSuch('preview')
      const source = fileOf(folder, row.file.slice(0, -'.mp4'.length))
      const there = await playing(source).catch(() => undefined)
      if (!there) return gone
      if (!(await tell(review, 'preview', camera, at, at))) return cannotRecord
      const file = await previews.picture(source, there, at - row.startsAt, options.zonesOf(camera))
      if (file === 'busy') return busy
      if (file === undefined) return noSuch('preview')
      const { size } = await fs.stat(file)
      return done({ bytes: true, type: 'image/jpeg', file, start: 0, end: size - 1, total: size, partial: false })
    },

    /** A look at what lies beside the pictures: tracks, events, who was there. */
    tellTimeline: async (review: Review): Promise<boolean> => {
      const key = `${review.id}/timeline/`
      if (!watching.mustTell(key, review.from, review.to)) return true
      const subject = `${new Date(review.from).toISOString()}/${new Date(review.to).toISOString()} review/${review.id}`
      const data = { by: review.by, what: 'timeline', subject, purpose: review.purpose } as const
      try {
        await journal.append([
          { source: 'console', key: randomUUID(), observation: { kind: 'view.opened', observedAt: clock(), data } },
        ])
      } catch (error) {
        log.error({ err: error }, 'a look at a time line could not be journalled and was refused')
        return false
      }
      watching.told(key, review.from, review.to)
      return true
    },
  }
}
export type Serve = ReturnType<typeof createServe>
