import fs from 'node:fs'
import path from 'node:path'
import type { DataOf } from '../../server/domain/observation/index.ts'
import { openSigningKey } from '../../server/journal/signing-key.ts'
import type { Database } from '../../server/storage/database.ts'
import { quiet } from '../../server/storage/log.ts'
import { type FootageOptions, openFootage } from '../../server/video/footage.ts'
import type { SpaceState } from '../../server/video/retention/space.ts'
import { temporaryFolder } from '../support/database.ts'
import { type FootageOptions as Made, type MadeSegment, makeFootage } from '../support/footage.ts'
import { memoryJournal } from '../support/memory-journal.ts'

export const GB = 1024 ** 3

/** Archives as a test makes them, signed by a key of its own. */
export const archivesIn = (folder: string): FootageOptions['archives'] => ({
  ffmpeg: 'ffmpeg',
  program: 'custodes test',
  key: openSigningKey(path.join(folder, '.key')),
  beside: async () => ({ tracks: [], events: [] }),
})

/** A Monday morning, UTC: segments are named by it. */
export const MORNING = Date.parse('2026-03-02T00:00:00Z')

export const cameraOf = (
  camera: string,
  more: Partial<DataOf<'camera.registered'>> = {},
): DataOf<'camera.registered'> => ({
  camera,
  name: { zh: `摄像机${camera}`, en: `Camera ${camera}` },
  unit: 's1',
  place: null,
  room: null,
  areaCode: null,
  purpose: 'window',
  codec: 'h264',
  audio: false,
  privacyZones: [],
  retentionDays: null,
  substream: false,
  host: null,
  by: 'system',
  ...more,
})

/** A clock that stands until it is moved. */
export const standingClock = (at = MORNING) => {
  let now = at
  return Object.assign(() => now, {
    set: (to: number): void => {
      now = to
    },
  })
}

const tables =
  'projection, video_segment, video_mark, video_hold, video_deletion, video_clock, video_camera, review, review_pin, review_note, review_seen, review_share, video_export, phone_piece'

export const emptyFootage = async (database: Database): Promise<void> => {
  await database.query(`truncate ${tables}`)
}

/** Recordings on a store of their own, with a memory journal, a clock that stands and a disk that a test fills. */
export const openStage = async (database: Database, more: Partial<FootageOptions> = {}) => {
  const folder = temporaryFolder('video')
  const clock = standingClock()
  const journal = { ...memoryJournal(clock) }
  const read = journal.watermark
  journal.watermark = async () => ({ ...(await read()), recordedAt: clock() })
  const disk = { freeBytes: 100 * GB, totalBytes: 200 * GB }
  const spaces: SpaceState[] = []
  const open = (again: Partial<FootageOptions> = {}) =>
    openFootage({
      ...{ database, journal, clock, folder, log: quiet, whenFull: 'stop' },
      limits: { stopBelowBytes: GB, makeRoomBelowBytes: 5 * GB },
      caseAreaOf: () => null,
      settingOf: () => 0,
      carrierOf: () => null,
      installed: (sensor) =>
        journal.said('sensor.installed').some((o) => (o.data as { sensor: string }).sensor === sensor),
      owner: () => 'bureau',
      room: async () => ({ ...disk }),
      onSpace: (state) => spaces.push(state),
      archives: archivesIn(folder),
      ...more,
      ...again,
    })
  let keys = 0
  const stage = {
    folder,
    clock,
    journal,
    disk,
    spaces,
    footage: await open(),
    /** As after a crash: nothing is closed, another process opens the same folder and journal. */
    reopen: async (again: Partial<FootageOptions> = {}) => {
      stage.footage = await open(again)
      return stage.footage
    },
    register: async (...cameras: readonly DataOf<'camera.registered'>[]) => {
      const drafts = cameras.map((data) => ({
        source: 'test',
        key: `camera-${keys++}`,
        observation: { kind: 'camera.registered', observedAt: MORNING - 86_400_000, data } as const,
      }))
      const receipts = await journal.append(drafts)
      await stage.footage.reached(receipts.at(-1)!.seq)
    },
    tell: async (kind: string, observedAt: number, data: object) => {
      const [receipt] = await journal.append([
        { source: 'test', key: `told-${keys++}`, observation: { kind, observedAt, data } as never },
      ])
      await stage.footage.reached(receipt!.seq)
      return receipt!.seq
    },
    /** ffmpeg records a camera, and the recorder takes each file as it is closed. */
    record: async (camera: string, made: Omit<Made, 'folder'>): Promise<readonly MadeSegment[]> => {
      const segments = await makeFootage({ folder: path.join(folder, camera), ...made })
      const { sink, recorder } = stage.footage
      sink.started(camera, path.join(folder, camera), segments[0]!.startsAt)
      for (const { file, startsAt, endsAt } of segments) {
        clock.set(Math.max(clock(), endsAt))
        sink.packet(camera, endsAt)
        sink.segmentClosed({ camera, file, startsAt, endsAt })
      }
      await recorder.settled()
      await stage.footage.reached(journal.entries().at(-1)!.seq)
      return segments
    },
    close: async () => {
      await stage.footage.close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
  return stage
}
export type Stage = Awaited<ReturnType<typeof openStage>>
