import fs from 'node:fs'
import path from 'node:path'
import type { CameraView } from '../../contract/video.ts'
import { type Camera, cameraKinds, createCameraRegister } from '../../domain/camera/register.ts'
import type { Observation } from '../../domain/observation/index.ts'
import type { Clock, Instant } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Log } from '../../storage/log.ts'
import type { Source, Sources } from '../cameras/sources.ts'
import type { Feeds } from '../live/feeds.ts'
import { type CameraCondition, type CameraPlan, type CameraRun, runCamera } from './camera-run.ts'
import { createGuests } from './guests.ts'
import type { PictureLimits } from './picture.ts'
import type { RecordingSink } from './recording.ts'

export interface IngestOptions {
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Log
  readonly sources: Sources
  readonly feeds: Pick<Feeds, 'target' | 'forget'>
  readonly sink: RecordingSink
  readonly ffmpeg: string
  /** Recordings lie in `<folder>/<camera>/`. */
  readonly folder: string
  readonly segmentSeconds: number
  /** Null: pictures are not looked at for being dark, covered or frozen. */
  readonly picture: PictureLimits | null
  readonly changed: (camera: string) => void
  /** Whether lawyers meet in a room those they defend: nothing is ever heard there, whatever a camera is set to. */
  readonly noSoundIn: (room: string) => boolean
}

interface Held {
  readonly plan: CameraPlan
  readonly run: CameraRun
  condition: CameraCondition
  lastFrameAt: Instant | null
}

/**
 * Takes in every camera of the register that somebody has said how to reach: one process a camera that records and
 * sends live, watched by its packets. What is lost and what comes again is journalled.
 */
export const startIngest = async (options: IngestOptions) => {
  const { journal, clock, log, sources, feeds } = options
  const register = createCameraRegister()
  const known = new Map<string, Source>()
  const held = new Map<string, Held>()
  let closed = false

  const record = (observation: Observation, key: string): void => {
    journal
      .append([{ source: 'video', key, observation }])
      .catch((error) =>
        log.error({ err: error, kind: observation.kind }, 'the state of a camera could not be journalled'),
      )
  }

  /** Tells the journal when it believes something else than what is. */
  const tell = (camera: string, condition: CameraCondition, lastFrameAt: Instant | null): void => {
    const believed = register.lostNow(camera)
    if (condition.is === 'lost' && believed?.why !== condition.why) {
      const { why, since, detail } = condition
      // Another cause of the same loss begins when it is seen, not when the first one did.
      const observedAt = believed ? clock() : since
      const data = { camera, why, lastFrameAt, detail: detail.slice(0, 400) }
      record({ kind: 'camera.lost', observedAt, data }, `lost ${camera} ${observedAt} ${why}`)
    }
    if (condition.is === 'live' && believed) {
      const observedAt = clock()
      const data = { camera, lostAt: believed.from }
      record({ kind: 'camera.restored', observedAt, data }, `restored ${camera} ${observedAt}`)
    }
  }

  const planOf = async (camera: Camera, source: Source): Promise<CameraPlan> => {
    const { user, password, codec } = source
    const folder = path.join(options.folder, camera.camera)
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const encode = codec === 'h265' && source.subUrl === null
    const side = source.subUrl !== null || encode
    return {
      camera: camera.camera,
      main: { url: source.url, user, password },
      codec,
      audio: camera.audio && !(camera.room !== null && options.noSoundIn(camera.room)) ? source.audio : 'none',
      live: codec === 'h264' ? await feeds.target(camera.camera, 'main') : null,
      side: side
        ? {
            address: { url: source.subUrl ?? source.url, user, password },
            encode,
            live: await feeds.target(camera.camera, 'side'),
          }
        : null,
      folder,
    }
  }

  /** Brings what runs in line with the register and the addresses, one camera after the other. */
  let queue: Promise<void> = Promise.resolve()
  const align = (id: string): Promise<void> => {
    queue = queue
      .then(() => alignOne(id))
      .catch((error) => log.error({ err: error, camera: id }, 'a camera could not be started'))
    return queue
  }
  const alignOne = async (id: string): Promise<void> => {
    const camera = register.camera(id)
    const source = known.get(id)
    const running = held.get(id)
    if (!camera || !source || closed) {
      running?.run.stop()
      held.delete(id)
      if (running) feeds.forget(id)
      return
    }
    const plan = await planOf(camera, source)
    if (running && JSON.stringify(running.plan) === JSON.stringify(plan)) return
    running?.run.stop()
    const run = runCamera(plan, {
      ...options,
      changed: (condition, lastFrameAt) => {
        const now = held.get(id)
        if (!now || now.run !== run) return
        now.lastFrameAt = lastFrameAt
        if (now.condition === condition) return
        now.condition = condition
        tell(id, condition, lastFrameAt)
        options.changed(id)
      },
      sideChanged: () => options.changed(id),
    })
    held.set(id, { plan, run, condition: run.condition(), lastFrameAt: null })
  }

  const guests = createGuests((id, condition, lastFrameAt) => {
    tell(id, condition, lastFrameAt)
    options.changed(id)
  }, options.changed)

  const view = (camera: Camera): CameraView => {
    const source = known.get(camera.camera)
    const guest = guests.of(camera.camera)
    const now = held.get(camera.camera)
    const condition = guest?.condition ?? now?.condition
    const clockOffset = register.clockOf(camera.camera)
    return {
      id: camera.camera,
      name: camera.name,
      unit: camera.unit,
      room: camera.room,
      place: camera.place,
      areaCode: camera.areaCode,
      purpose: camera.purpose,
      audio: camera.audio,
      privacyZones: camera.privacyZones,
      retentionDays: camera.retentionDays,
      host: camera.host,
      state: source === undefined && guest === undefined ? 'unsourced' : (condition?.is ?? 'connecting'),
      why: condition?.is === 'lost' ? condition.why : null,
      since: condition?.is === 'lost' ? condition.since : null,
      detail: condition?.is === 'lost' ? condition.detail : '',
      lastFrameAt: guest?.lastFrameAt ?? now?.lastFrameAt ?? null,
      codec: source?.codec ?? camera.codec,
      small: !now?.plan.side ? 'main' : now.plan.side.encode ? 'encoded' : 'substream',
      mainShows: (source?.codec ?? 'h264') === 'h264',
      clock: clockOffset
        ? {
            offsetMs: clockOffset.offsetMs,
            uncertaintyMs: clockOffset.uncertaintyMs,
            method: clockOffset.method,
            at: clockOffset.at,
          }
        : null,
    }
  }

  for (let after = -1; ; ) {
    const entries = await journal.read({ after, limit: 10_000, kinds: cameraKinds })
    for (const entry of entries) register.apply(entry)
    if (entries.length === 0) break
    after = entries.at(-1)!.seq
  }
  const isCamera = new Set<string>(cameraKinds)
  const off = journal.onCommitted((entries) => {
    for (const entry of entries) {
      const { observation: o } = entry
      if (!isCamera.has(o.kind)) continue
      register.apply(entry)
      const { camera } = o.data as { camera?: string }
      if (camera === undefined) continue
      if (o.kind === 'camera.registered' || o.kind === 'camera.withdrawn') void align(camera)
      options.changed(camera)
    }
  })
  for (const source of await sources.all()) known.set(source.camera, source)
  for (const id of known.keys()) void align(id)

  return {
    register,
    guests,
    cameras: (): readonly CameraView[] => register.cameras().map(view),
    camera: (id: string): CameraView | undefined => {
      const camera = register.camera(id)
      return camera && view(camera)
    },
    /** What is known of how a camera is reached has changed. */
    resource: async (id: string): Promise<void> => {
      const source = await sources.one(id)
      if (source) known.set(id, source)
      else known.delete(id)
      await align(id)
    },
    source: (id: string): Source | undefined => known.get(id),
    /** Process numbers by camera: for tests that end one. */
    pids: (): ReadonlyMap<string, number | undefined> => new Map([...held].map(([id, { run }]) => [id, run.pid()])),
    close: async (): Promise<void> => {
      closed = true
      off()
      await queue
      for (const { run } of held.values()) run.stop()
      await Promise.all([...held.values()].map(({ run }) => run.ended))
    },
  }
}
export type Ingest = Awaited<ReturnType<typeof startIngest>>
