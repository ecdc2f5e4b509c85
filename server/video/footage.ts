import path from 'node:path'
import type { RetentionArea } from '../domain/footage/retention.ts'
import type { Clock, Instant } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import type { Database } from '../storage/database.ts'
import type { Log } from '../storage/log.ts'
import { createExports } from './export/exports.ts'
import type { MakeOptions } from './export/make.ts'
import { exportKinds, projectExport } from './export/table.ts'
import { createFootageActs } from './footage/acts.ts'
import { loadCameras } from './footage/cameras.ts'
import { followJournal } from './footage/follow.ts'
import { footageKinds, project } from './footage/project.ts'
import { readClock } from './footage/read.ts'
import { createRemover } from './footage/remove.ts'
import { createSources } from './footage/sources.ts'
import { settleLate } from './phones/take-in.ts'
import { createLife } from './recorder/life.ts'
import { createRecorder } from './recorder/recorder.ts'
import { recover } from './recorder/recover.ts'
import { createKeeper, type WhenFull } from './retention/keeper.ts'
import { type Room, roomOn, type SpaceLimits, type SpaceState } from './retention/space.ts'
import { createReviewActs } from './review/acts.ts'
import { createPreviews } from './review/preview.ts'
import { type RecordingAsked, readRecording } from './review/recording.ts'
import { createDesk } from './review/review-desk.ts'
import { createServe } from './review/serve.ts'
import { createReviews } from './review/sessions.ts'
import { createWatching } from './review/watching.ts'
import { playingCache } from './segments/fragments.ts'

export interface FootageOptions {
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Log
  /** The folder of recordings: `<dataDir>/video`. */
  readonly folder: string
  /** The name of our recorder in the journal. */
  readonly recorder?: string
  readonly limits: SpaceLimits
  readonly whenFull: WhenFull
  readonly caseAreaOf: (room: string) => string | null
  readonly settingOf: (area: RetentionArea, at: Instant) => number
  readonly carrierOf: (camera: string) => string | null
  /** Whether the journal already knows our recorder as what watches a room. */
  readonly installed: (sensor: string) => boolean
  /** The unit that answers for our own recorder. */
  readonly owner: () => string | undefined
  /** How archives are made; the folder is that of the recordings. */
  readonly archives: Pick<MakeOptions, 'ffmpeg' | 'program' | 'key' | 'beside'>
  /** Told at once when writing must stop or may go on. */
  readonly onSpace?: (state: SpaceState) => void
  /** Asks the disk; a test has one of its own. */
  readonly room?: () => Promise<Room>
}

/**
 * What is recorded: taken in, sealed in the journal, indexed, kept for as long as law and bureau ask, and shown under a
 * purpose. Resolves once journal, index and folder agree; what was left by a crash is then told.
 */
export const openFootage = async (options: FootageOptions) => {
  const { database, journal, clock, log, folder, recorder: name = 'recorder-1' } = options
  const cameras = await loadCameras(database)
  const follower = await followJournal({
    ...{ database, journal, log, name: 'footage', kinds: [...footageKinds, ...exportKinds] },
    project: async (tx, entry) => {
      await project(tx, entry)
      await projectExport(tx, entry)
      cameras.apply(entry)
    },
  })
  const recorder = createRecorder({ journal, clock, log, recorder: name, camera: cameras.get })
  const inUse = () => cameras.all().filter((c) => c.withdrawnAt === null)
  const life = createLife({
    ...{ folder, database, journal, clock, recorder: name, owner: options.owner, installed: options.installed },
    cameras: inUse,
  })
  const remove = createRemover({ database, journal, follower, folder, clock, log })
  const keeper = createKeeper({
    ...{ database, journal, clock, log, remove, life, limits: options.limits, whenFull: options.whenFull },
    ...{ caseAreaOf: options.caseAreaOf, settingOf: options.settingOf },
    cameras: cameras.all,
    room: options.room ?? (() => roomOn(folder)),
    onSpace: options.onSpace ?? (() => undefined),
  })
  const playing = playingCache()
  const { openUntil } = recorder
  const sources = createSources({ database, clock, cameras, keeper, openUntil, carrierOf: options.carrierOf })
  const { ffmpeg } = options.archives
  const previews = createPreviews({ cache: path.join(folder, '.previews'), ffmpeg })
  const zonesOf = (camera: string) => cameras.get(camera)?.privacyZones ?? []
  const exports = createExports({
    ...{ ...options.archives, database, journal, clock, log, follower, cameras, folder },
    now: clock,
    zonesOf,
  })
  const watching = createWatching()
  const reading = { database, clock, folder, playing, openUntil }

  try {
    await settleLate(database, folder)
    const recovered = await recover({
      ...{ folder, database, journal, log, recorder: name, now: clock() },
      roomOf: (camera) => cameras.get(camera)?.room ?? null,
    })
    if (recovered.found + recovered.missing + recovered.removed > 0)
      log.warn({ ...recovered }, 'the folder of recordings and the journal agree again')
    await life.start()
    await keeper.start()
    await exports.start()
  } catch (error) {
    await follower.stop()
    throw error
  }
  // A camera that was registered since: its room learns that it is watched.
  const off = journal.onCommitted((entries) => {
    if (entries.some((e) => e.observation.kind === 'camera.registered'))
      follower
        .reached(entries.at(-1)!.seq)
        .then(life.noticed)
        .catch((err: unknown) => log.warn({ err }, 'a new camera could not be taken note of yet'))
  })

  return {
    folder,
    cameras,
    sources,
    keeper,
    exports,
    sink: recorder.sink,
    recorder,
    life,
    acts: createFootageActs({ database, journal, follower, remove, clock, camera: cameras.get }),
    reviews: createReviews({ database, journal, clock }),
    reviewActs: createReviewActs({ database, journal, follower, clock }),
    serve: createServe({ database, journal, clock, log, folder, playing, previews, watching, zonesOf }),
    desk: createDesk({ database, sources, now: clock, openUntil }),
    recording: (asked: RecordingAsked) => readRecording(reading, asked),
    clock: (camera: string) => readClock(database, camera),
    /** Resolves once entry `seq` is in the index. */
    reached: follower.reached,
    /** Why nothing is being recorded; undefined while it is, and where there is no camera to record. */
    problem: (): string | undefined => {
      if (inUse().length === 0) return undefined
      const down = life.down()
      if (down) return `recorder: ${down}`
      return recorder.healthy() ? undefined : 'recorder: recordings cannot be journalled'
    },
    close: async (): Promise<void> => {
      off()
      await exports.close()
      await recorder.close()
      await life.close().catch((err: unknown) => log.warn({ err }, 'the end of the recorder could not be journalled'))
      await keeper.close()
      await follower.stop()
    },
  }
}
export type Footage = Awaited<ReturnType<typeof openFootage>>
