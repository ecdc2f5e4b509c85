import { execFile } from 'node:child_process'
import path from 'node:path'
import type { CameraView, VideoView } from '../contract/video.ts'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import type { Database } from '../storage/database.ts'
import { watchClocks } from './cameras/clocks.ts'
import { createRegistry } from './cameras/registry.ts'
import { createSecretBox, keyFile } from './cameras/secret-box.ts'
import { createSources } from './cameras/sources.ts'
import { type Ingest, startIngest } from './ingest/ingest.ts'
import type { PictureLimits } from './ingest/picture.ts'
import type { RecordingSink } from './ingest/recording.ts'
import { type MediaOptions, startMedia } from './media.ts'
import { openPatrols } from './patrol/desk.ts'
import { createWalls } from './walls.ts'

export interface VideoOptions extends Omit<MediaOptions, 'changed'> {
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
  readonly sink: RecordingSink
  readonly ffmpeg: string
  readonly ffprobe: string
  /** Recordings and snapshots. */
  readonly folder: string
  /** The key of the cameras' passwords; made when there is none. */
  readonly keyFile: string
  readonly segmentSeconds: number
  readonly picture: PictureLimits | null
  /** Rooms that nobody may listen to. */
  readonly noSoundIn: (room: string) => boolean
}

/** What has changed since the last word: these cameras, or with none of them the worker. */
export type VideoChange = Pick<VideoView, 'media' | 'epoch' | 'cameras'>

/** Changes are told at most so often: a switch that fails loses forty cameras at once. */
const TOLD_MS = 250

/** Cameras taken in, recorded and shown live. Ready at once; live pictures come when their worker does. */
export const startVideo = async (options: VideoOptions) => {
  const { database, journal, clock, log } = options
  const heard = new Set<(change: VideoChange) => void>()
  const touched = new Set<string>()
  let telling: NodeJS.Timeout | undefined
  let running: Ingest | undefined
  const tellSoon = (): void => {
    telling ??= setTimeout(() => {
      telling = undefined
      const cameras = [...touched].flatMap((id) => running?.camera(id) ?? [])
      touched.clear()
      const change = { media: media.state(), epoch: media.epoch(), cameras }
      for (const hear of heard) hear(change)
    }, TOLD_MS)
  }
  const changed = (camera: string): void => {
    touched.add(camera)
    tellSoon()
  }

  const media = startMedia({ ...options, changed: tellSoon })
  const sources = createSources(database, createSecretBox(keyFile(options.keyFile)))
  const ingest = await startIngest({ ...options, sources, feeds: media.feeds, changed })
  running = ingest
  const stopClocks = watchClocks(journal, ingest, clock, log)
  const registry = createRegistry({ ...options, sources, ingest, folder: path.join(options.folder, 'snapshots') })
  const patrols = await openPatrols({
    ...{ database, journal, clock, log },
    cameras: ingest.cameras,
    snapshot: async (camera, reason, by) => (await registry.snapshot(camera, reason, by))?.id,
  })
  const hasFfmpeg = await answers(options.ffmpeg)
  if (!hasFfmpeg) log.warn({ ffmpeg: options.ffmpeg }, 'there is no ffmpeg: cameras can be neither shown nor recorded')

  return {
    registry,
    sources,
    patrols,
    walls: createWalls(database),
    viewers: media.viewers,
    publishers: media.publishers,
    /** Cameras that come to us. */
    guests: ingest.guests,
    /** What the journal has told of a camera. */
    registered: ingest.register.camera,
    view: (): VideoView => ({ media: media.state(), epoch: media.epoch(), cameras: ingest.cameras() }),
    camera: (id: string): CameraView | undefined => ingest.camera(id),
    hasFfmpeg,
    onChange: (hear: (change: VideoChange) => void): (() => void) => {
      heard.add(hear)
      return () => heard.delete(hear)
    },
    /** Process numbers, for tests that end one. */
    processes: () => ({ workers: media.pids(), cameras: ingest.pids() }),
    resource: ingest.resource,
    close: async (): Promise<void> => {
      clearTimeout(telling)
      stopClocks()
      await patrols.close()
      await ingest.close()
      await media.close()
    },
  }
}
export type Video = Awaited<ReturnType<typeof startVideo>>

const answers = (program: string): Promise<boolean> =>
  new Promise((resolve) => execFile(program, ['-version'], (error) => resolve(error === null)))
