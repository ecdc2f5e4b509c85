import type { StorageView } from '../../contract/recordings.ts'
import type { Camera } from '../../domain/camera/register.ts'
import { leastDaysAt, type RetentionArea, retentionAreaOf, retentionAreas } from '../../domain/footage/retention.ts'
import { type Clock, days, type Instant } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import type { Log } from '../../storage/log.ts'
import type { Remover } from '../footage/remove.ts'
import type { Life } from '../recorder/life.ts'
import { type Room, type SpaceLimits, type SpaceState, spaceState } from './space.ts'

/** What is done when the disk is full of what the law still asks to be kept. */
export type WhenFull = 'stop' | 'oldest'

export interface KeeperOptions {
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Log
  readonly remove: Remover
  readonly life: Life
  readonly cameras: () => readonly Camera[]
  /** The case area that a room belongs to. */
  readonly caseAreaOf: (room: string) => string | null
  /** Days the bureau set for an area beyond what the law asks; 0: none. */
  readonly settingOf: (area: RetentionArea, at: Instant) => number
  readonly room: () => Promise<Room>
  readonly limits: SpaceLimits
  readonly whenFull: WhenFull
  /** Told at once when writing must stop or may go on. */
  readonly onSpace: (state: SpaceState) => void
}

const LOOK_EVERY_MS = 500
const SWEEP_EVERY_MS = 3_600_000
const PROBE_EVERY_MS = days(1)
/** Segments that one entry takes away at most. */
const AT_ONCE = 500
/** What may go early when the policy says so: never the case area, the duty room or a body camera. */
const mayGoEarly: ReadonlySet<RetentionArea> = new Set<RetentionArea>(['public', 'other', 'lockup'])

/** Keeps recordings for as long as law and bureau ask and no longer, and makes room when the disk runs out of it. */
export const createKeeper = (options: KeeperOptions) => {
  const { database, journal, clock, log, remove, life, cameras, limits } = options
  let state: SpaceState = 'ok'
  let room: Room = { freeBytes: Number.POSITIVE_INFINITY, totalBytes: Number.POSITIVE_INFINITY }
  let working: Promise<unknown> = Promise.resolve()
  let probedAt = Number.NEGATIVE_INFINITY
  const timers: NodeJS.Timeout[] = []

  const areaOf = (camera: Camera): RetentionArea =>
    retentionAreaOf(camera, camera.room === null ? null : options.caseAreaOf(camera.room))
  const keepDays = (camera: Camera, at: Instant = clock()): number => {
    const area = areaOf(camera)
    return Math.max(leastDaysAt(area, at), options.settingOf(area, at), camera.retentionDays ?? 0)
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = working.then(work)
    working = mine.catch(() => undefined)
    return mine
  }

  /** The oldest segment of these cameras that nothing holds. */
  const oldestOf = async (
    of: readonly Camera[],
    before: Instant,
  ): Promise<{ at: Instant; camera: Camera } | undefined> => {
    const [row] = await database.query<{ at: number; camera: string }>(
      `select starts_at as at, camera from video_segment s
        where camera = any($1::text[]) and state = 'kept' and starts_at < $2 and ends_at <= $2
          and not exists (select from video_hold h where h.camera = s.camera and h.released_at is null
                            and h.starts_at < s.ends_at and h.ends_at > s.starts_at)
        order by starts_at limit 1`,
      [of.map((c) => c.camera), before],
    )
    const camera = row && of.find((c) => c.camera === row.camera)
    return camera && { at: row.at, camera }
  }

  /** One batch of the oldest; how many segments went. */
  const removeOldest = async (
    of: readonly Camera[],
    before: Instant,
    how: { readonly expired: boolean; readonly reason: string; readonly most: number },
  ): Promise<number> => {
    const oldest = await oldestOf(of, before)
    if (!oldest) return 0
    const { expired, reason, most } = how
    const { camera: id, unit: owner, room: covers } = oldest.camera
    const { segments } = await remove({
      ...{ camera: id, owner, room: covers, from: oldest.at, to: before, most },
      how: { by: null, secondedBy: null, deletion: null, reason, expired },
    })
    return segments
  }

  const removeExpired = async (camera: Camera, before: Instant, reason: string): Promise<number> => {
    let all = 0
    for (;;) {
      const gone = await removeOldest([camera], before, { expired: true, reason, most: AT_ONCE })
      if (gone === 0) return all
      all += gone
    }
  }

  /** Removes what is past its time; nothing that is held. */
  const sweep = (): Promise<number> =>
    inTurn(async () => {
      let gone = 0
      for (const camera of cameras()) {
        const now = clock()
        gone += await removeExpired(camera, now - days(keepDays(camera, now)), 'retention')
      }
      if (gone > 0) log.info({ segments: gone }, 'recordings past their time were removed')
      if (clock() - probedAt >= PROBE_EVERY_MS) await probe()
      return gone
    })

  /** Tells how far back each camera can be played: the rules hold it against the law. */
  const probe = async (): Promise<void> => {
    const now = clock()
    const rows = await database.query<{ camera: string; since: number; oldest: number; gone: number | null }>(
      `select camera, min(starts_at) as since, min(starts_at) filter (where state = 'kept') as oldest,
              max(ends_at) filter (where state in ('expired', 'deleted')) as gone
         from video_segment group by camera having count(*) filter (where state = 'kept') > 0`,
    )
    const byId = new Map(cameras().map((c) => [c.camera, c]))
    await journal.append(
      rows.flatMap(({ camera, since, oldest, gone }) => {
        const known = byId.get(camera)
        if (!known) return []
        // A gap of the camera is not a deletion: up to where footage was removed it is as old as it can be.
        const oldestAt = gone !== null && gone <= oldest ? gone : gone === null ? since : oldest
        const data = { recorder: camera, owner: known.unit, area: areaOf(known), inServiceSince: since, oldestAt }
        const observation = { kind: 'footage.probed', observedAt: now, data } as const
        return [{ source: 'recorder', key: `probed/${camera}/${now}`, observation }]
      }),
    )
    probedAt = now
  }

  /** What is past its time goes first, then what only the bureau keeps longer; then, if the policy says so, the oldest. */
  const makeRoom = (): Promise<void> =>
    inTurn(async () => {
      const now = clock()
      const enough = async (): Promise<boolean> => {
        room = await options.room()
        return spaceState(state, room, limits) === 'ok'
      }
      for (const camera of cameras()) await removeExpired(camera, now - days(keepDays(camera, now)), 'retention')
      if (await enough()) return
      for (const camera of cameras()) {
        await removeExpired(camera, now - days(leastDaysAt(areaOf(camera), now)), 'no-room')
        if (await enough()) return
      }
      if (options.whenFull !== 'oldest') return
      const early = cameras().filter((c) => mayGoEarly.has(areaOf(c)))
      while (!(await enough()))
        if ((await removeOldest(early, now, { expired: false, reason: 'no-room', most: 1 })) === 0) return
    })

  let making = false
  const look = async (): Promise<void> => {
    room = await options.room()
    const next = spaceState(state, room, limits)
    if (next !== state) {
      const before = state
      state = next
      log[next === 'ok' ? 'info' : 'error']({ ...room, state: next }, 'room for recordings')
      options.onSpace(next)
      if (next === 'full') tellLater(() => life.stopped('disk-full', clock()))
      else if (before === 'full') tellLater(() => life.started('space-again', clock()))
    }
    if (state !== 'ok' && !making) {
      making = true
      makeRoom()
        .catch((err: unknown) => log.warn({ err }, 'room could not be made yet'))
        .finally(() => {
          making = false
        })
    }
  }

  /** The journal may lie on the same disk: what is to be told is told when it can be. */
  let telling: Promise<void> = Promise.resolve()
  const tellLater = (tell: () => Promise<void>): void => {
    telling = telling.then(async () => {
      for (let tries = 0; tries < 3_600 && !stopped; tries++) {
        try {
          return await tell()
        } catch (err) {
          if (tries === 0) log.error({ err }, 'the state of the recorder could not be journalled; trying again')
          await new Promise((resolve) => setTimeout(resolve, 1_000))
        }
      }
    })
  }
  let stopped = false

  const quietly = (work: () => Promise<unknown>, what: string) => (): void => {
    work().catch((err: unknown) => log.warn({ err }, what))
  }

  return {
    areaOf,
    keepDays,
    sweep,
    probe: () => inTurn(probe),
    look,
    space: (): SpaceState => state,
    start: async (): Promise<void> => {
      await look()
      timers.push(
        setInterval(quietly(look, 'the disk could not be asked how much is free'), LOOK_EVERY_MS),
        setInterval(quietly(sweep, 'recordings past their time could not be removed yet'), SWEEP_EVERY_MS),
      )
      quietly(sweep, 'recordings past their time could not be removed yet')()
    },
    view: async (): Promise<StorageView> => {
      const now = clock()
      const [sums] = await database.query<{ bytes: number | null; segments: number; day: number | null }>(
        `select sum(bytes)::float8 as bytes, count(*)::int as segments,
                sum(bytes) filter (where ends_at > $1)::float8 as day from video_segment where state = 'kept'`,
        [now - days(1)],
      )
      const [held] = await database.query<{ bytes: number | null }>(
        `select sum(bytes)::float8 as bytes from video_segment s where state = 'kept' and exists (
           select from video_hold h where h.camera = s.camera and h.released_at is null
              and h.starts_at < s.ends_at and h.ends_at > s.starts_at)`,
      )
      return {
        bytes: sums?.bytes ?? 0,
        segments: sums?.segments ?? 0,
        bytesPerDay: sums?.day ?? 0,
        heldBytes: held?.bytes ?? 0,
        ...room,
        ...limits,
        state,
        retention: retentionAreas.map((area) => {
          const least = leastDaysAt(area, now)
          return { area, leastDays: least, keepDays: Math.max(least, options.settingOf(area, now)) }
        }),
      }
    },
    close: async (): Promise<void> => {
      stopped = true
      for (const timer of timers) clearInterval(timer)
      await telling
      await working
    },
  }
}
export type Keeper = ReturnType<typeof createKeeper>
