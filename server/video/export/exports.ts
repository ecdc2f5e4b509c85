import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { ExportView } from '../../contract/exports.ts'
import type { Body } from '../../contract/http.ts'
import type { Observation } from '../../domain/observation/index.ts'
import { type Clock, days, type Instant } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Log } from '../../storage/log.ts'
import type { Bytes } from '../bytes.ts'
import { type Acting, another, decided, samePerson } from '../footage/acts.ts'
import type { Cameras } from '../footage/cameras.ts'
import type { Follower } from '../footage/follow.ts'
import { cannotRecord, done, noSuch, type Outcome, refuse } from '../outcome.ts'
import type { Review } from '../review/sessions.ts'
import { type Made, type MakeOptions, makeArchive, type Order } from './make.ts'
import { isChanged } from './originals.ts'
import { type ExportRecord, readExport, readExports } from './table.ts'

export interface ExportsOptions extends MakeOptions {
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Log
  readonly follower: Follower
  readonly cameras: Cameras
  /** How long an archive lies here, in days. */
  readonly keepDays?: number
}

/** Whoever acts, and what their role lets them do. */
export interface ExportActing extends Acting {
  readonly mayConfirm: boolean
}

const KEEP_DAYS = 7
const SWEEP_MS = 60_000
const MOST_LISTED = 5_000

const notReady = refuse(
  409,
  'not-ready',
  '导出包尚未制作完成，或者已经清除。',
  'The archive is not made yet, or was removed.',
)
const notOpen = refuse(409, 'finished', '该导出已经结束，不能取消。', 'This export is over and cannot be cancelled.')
const gone = refuse(404, 'not-there', '导出包已不在存储中。', 'The archive is no longer in the store.')

/** Exports: asked for by one, agreed to by another, made one at a time in the background, fetched, removed. */
export const createExports = (options: ExportsOptions) => {
  const { database, journal, follower, clock, log, cameras } = options
  const folder = path.join(options.folder, '.exports')
  const running = new Map<string, { progress: number; step: string; readonly abort: AbortController }>()
  let last: Promise<unknown> = Promise.resolve()
  let making: Promise<void> = Promise.resolve()
  let closed = false

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
  const record = async (observation: Observation): Promise<void> => {
    const [receipt] = await journal.append([{ source: 'console', key: randomUUID(), observation }])
    await follower.reached(receipt!.seq)
  }
  const fileOf = (id: string): string => path.join(folder, `${id}.zip`)

  const inSight = (user: Acting, e: ExportRecord): boolean =>
    e.sources.every((s) => {
      const camera = cameras.get(s)
      return camera !== undefined && user.sees(camera)
    })
  const viewOf = (user: ExportActing, e: ExportRecord): ExportView => {
    const { problem, seqs: _, ...rest } = e
    const now = running.get(e.id)
    const next: ExportView['next'][number][] = []
    if (e.state === 'requested' && user.mayConfirm && e.by !== user.name) next.push('approve', 'refuse')
    // Whoever may refuse what is asked for has no need to cancel it.
    if (
      (e.state === 'requested' && e.by === user.name) ||
      (e.state === 'making' && (e.by === user.name || user.mayConfirm))
    )
      next.push('cancel')
    if (e.state === 'ready' && mayFetch(user, e)) next.push('download')
    const progress = e.state === 'ready' || e.state === 'expired' ? 1 : (now?.progress ?? 0)
    return { ...rest, progress, step: now?.step ?? problem, next }
  }
  /** Whoever asked and whoever agreed. */
  const mayFetch = ({ name }: Acting, e: ExportRecord): boolean => e.by === name || e.decision?.by === name

  const seen = async (user: Acting, id: string): Promise<ExportRecord | undefined> => {
    const one = await readExport(database, id)
    return one && inSight(user, one) ? one : undefined
  }
  const answer = async (user: ExportActing, id: string): Promise<Outcome<{ export: ExportView }>> =>
    done({ export: viewOf(user, (await readExport(database, id))!) })

  const orderOf = (e: ExportRecord): Order => ({
    ...{ id: e.id, purpose: e.purpose, reason: e.reason, finding: e.finding, from: e.from, to: e.to, seqs: e.seqs },
    ...{ requestedBy: e.by, requestedAt: e.at, approvedBy: e.decision!.by, approvedAt: e.decision!.at },
    cameras: e.sources.flatMap((id) => {
      const camera = cameras.get(id)
      return camera ? [{ id, name: camera.name, unit: camera.unit }] : []
    }),
  })

  const makeOne = async (id: string): Promise<void> => {
    const e = await readExport(database, id)
    if (e?.state !== 'making' || closed) return
    const abort = new AbortController()
    const now = { progress: 0, step: '', abort }
    running.set(id, now)
    try {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 })
      const made = await makeArchive(orderOf(e), fileOf(id), options, {
        signal: abort.signal,
        progress: (progress, step) => {
          Object.assign(now, { progress: Math.min(0.999, progress), step })
        },
      })
      await finished(id, made)
    } catch (error) {
      if (!abort.signal.aborted) await failed(id, error)
    } finally {
      running.delete(id)
    }
  }
  const finished = (id: string, { bytes, sha256, manifestSha256 }: Made): Promise<void> => {
    const expiresAt = clock() + days(options.keepDays ?? KEEP_DAYS)
    const data = { export: id, bytes, sha256, manifestSha256, expiresAt }
    return record({ kind: 'export.finished', observedAt: clock(), data })
  }
  const failed = async (id: string, error: unknown): Promise<void> => {
    log.error({ err: error, export: id }, 'an export could not be made')
    const problem = (error instanceof Error ? error.message : String(error)).slice(0, 1000)
    try {
      if (isChanged(error)) {
        const recording = error.segment.replace(/\.mp4$/, '')
        const room = cameras.get(recording.slice(0, recording.lastIndexOf('/')))?.room ?? null
        const data = { recording, room, act: null, result: 'changed' } as const
        await record({ kind: 'recording.verified', observedAt: clock(), data })
      }
      await record({ kind: 'export.failed', observedAt: clock(), data: { export: id, problem } })
    } catch (err) {
      log.error(
        { err, export: id },
        'that an export failed could not be journalled; it is tried again at the next start',
      )
    }
  }
  const makeSoon = (id: string): void => {
    making = making.then(() => makeOne(id)).catch((err: unknown) => log.error({ err, export: id }, 'an export stopped'))
  }

  const sweep = async (): Promise<void> => {
    for (const e of await readExports(database, ['ready'], MOST_LISTED))
      if (e.expiresAt !== null && e.expiresAt <= clock()) {
        await record({ kind: 'export.expired', observedAt: clock(), data: { export: e.id } })
        await fs.rm(fileOf(e.id), { force: true })
      }
  }
  const sweeping = setInterval(() => {
    sweep().catch((err: unknown) => log.warn({ err }, 'archives past their time could not be removed yet'))
  }, SWEEP_MS)

  const decide = async (
    user: ExportActing,
    id: string,
    refusal: string | undefined,
  ): Promise<Outcome<{ export: ExportView }>> => {
    const e = await seen(user, id)
    if (!e) return noSuch(id)
    if (e.state !== 'requested') return decided
    if (refusal !== undefined) {
      await record({
        kind: 'export.refused',
        observedAt: clock(),
        data: { export: id, by: user.name, reason: refusal },
      })
      return answer(user, id)
    }
    if (await samePerson(database, e.by, user.name)) return another
    await record({ kind: 'export.approved', observedAt: clock(), data: { export: id, by: user.name } })
    makeSoon(id)
    return answer(user, id)
  }

  return {
    /** What was being made when we stopped is made again. */
    start: async (): Promise<void> => {
      for (const e of await readExports(database, ['making'], MOST_LISTED)) makeSoon(e.id)
    },
    request: (user: ExportActing, review: Review, body: Body<'requestExport'>) =>
      inTurn(async (): Promise<Outcome<{ export: ExportView }>> => {
        const { sources, from, to, finding, reason } = body
        const foreign = sources.filter((s) => !review.sources.includes(s))
        if (foreign.length > 0 || from < review.from || to > review.to)
          return refuse(
            422,
            'not-in-review',
            '只能导出本次回放中的摄像机和时段。',
            'Only cameras and moments of this review can be exported.',
            { sources: foreign },
          )
        const id = randomUUID()
        const units = [...new Set(sources.flatMap((s) => cameras.get(s)?.unit ?? []))]
        const data = { export: id, review: review.id, by: user.name, purpose: review.purpose, reason, finding }
        await record({
          kind: 'export.requested',
          observedAt: clock(),
          data: { ...data, cameras: sources, units, from, to },
        })
        return answer(user, id)
      }),
    approve: (user: ExportActing, id: string) => inTurn(() => decide(user, id, undefined)),
    refuse: (user: ExportActing, id: string, reason: string) => inTurn(() => decide(user, id, reason)),
    cancel: (user: ExportActing, id: string, reason: string) =>
      inTurn(async (): Promise<Outcome<{ export: ExportView }>> => {
        const e = await seen(user, id)
        if (!e) return noSuch(id)
        if (e.state !== 'requested' && e.state !== 'making') return notOpen
        if (e.by !== user.name && !user.mayConfirm) return noSuch(id)
        await record({ kind: 'export.cancelled', observedAt: clock(), data: { export: id, by: user.name, reason } })
        running.get(id)?.abort.abort()
        return answer(user, id)
      }),
    one: async (user: ExportActing, id: string): Promise<Outcome<{ export: ExportView }>> => {
      const e = await seen(user, id)
      return e ? done({ export: viewOf(user, e) }) : noSuch(id)
    },
    list: async (user: ExportActing, states: readonly string[] | undefined, page: number, pageSize: number) => {
      const all = (await readExports(database, states, MOST_LISTED)).filter((e) => inSight(user, e))
      const items = all.slice((page - 1) * pageSize, page * pageSize).map((e) => viewOf(user, e))
      return done({ items, total: all.length, page, pageSize })
    },
    /** The archive, for whoever asked and whoever agreed; journalled before its first byte. */
    archive: async (user: ExportActing, id: string, from: Instant = clock()): Promise<Outcome<Bytes>> => {
      const e = await seen(user, id)
      if (!e || !mayFetch(user, e)) return noSuch(id)
      if (e.state !== 'ready' || e.bytes === null) return notReady
      const file = fileOf(id)
      const size = await fs.stat(file).then(
        (s) => s.size,
        () => undefined,
      )
      if (size === undefined) return gone
      try {
        await record({ kind: 'export.downloaded', observedAt: from, data: { export: id, by: user.name } })
      } catch (error) {
        log.error({ err: error }, 'the download of an archive could not be journalled and was refused')
        return cannotRecord
      }
      const saveAs = `custodes-export-${id.slice(0, 8)}.zip`
      const part = { start: 0, end: size - 1, total: size, partial: false }
      return done({ bytes: true, type: 'application/zip', file, ...part, saveAs })
    },
    sweep,
    /** Resolves when nothing is being made. */
    idle: (): Promise<void> => making,
    close: async (): Promise<void> => {
      closed = true
      clearInterval(sweeping)
      for (const { abort } of running.values()) abort.abort()
      await making
      await last
    },
  }
}
export type Exports = ReturnType<typeof createExports>
