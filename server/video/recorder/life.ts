import fs from 'node:fs'
import path from 'node:path'
import type { Camera } from '../../domain/camera/register.ts'
import type { Observation } from '../../domain/observation/index.ts'
import type { Clock, Instant } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'

export interface LifeOptions {
  readonly folder: string
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
  readonly recorder: string
  readonly cameras: () => readonly Camera[]
  /** The unit that answers for our own recorder; undefined: nobody was named, the cameras' units do. */
  readonly owner: () => string | undefined
  /** Whether the journal already knows the recorder as what watches a room. */
  readonly installed: (sensor: string) => boolean
}

export type StopCause = 'stopped' | 'crashed' | 'disk-full' | 'disk-error'

/** The moment until which we are known to have run is kept beside the recordings, and written so often. */
const ALIVE_EVERY_MS = 2_000

/** The recorder as what tells whether a room is being recorded. */
export const sensorOf = (camera: string): string => `recorder/${camera}`

/**
 * Says when our recorder ran and when it did not. A crash cannot be told by whoever crashed: the next start tells it,
 * as of the last moment it is known to have run. The rooms that it records learn that nobody could tell meanwhile.
 */
export const createLife = (options: LifeOptions) => {
  const { folder, database, journal, clock, recorder } = options
  const alive = path.join(folder, '.alive')
  let down: StopCause | undefined
  let timer: NodeJS.Timeout | undefined

  const append = (at: Instant, observations: readonly Observation[]): Promise<unknown> =>
    journal.append(
      observations.map((observation) => ({
        source: 'recorder',
        key: `${observation.kind}/${keyOf(observation)}/${at}`,
        observation,
      })),
    )
  /** Cameras whose sound and picture make a synchronous recording of a room. */
  const rooms = (): readonly Camera[] => options.cameras().filter((c) => c.room !== null && c.audio)

  const failed = (at: Instant): Observation[] =>
    rooms().map((c) => ({
      kind: 'sensor.failed',
      observedAt: at,
      data: {
        sensor: sensorOf(c.camera),
        fault: down === 'disk-full' || down === 'disk-error' ? 'storage' : 'offline',
      },
    }))
  const restored = (at: Instant): Observation[] =>
    rooms().map((c) => ({ kind: 'sensor.restored', observedAt: at, data: { sensor: sensorOf(c.camera) } }))
  const installed = (at: Instant): Observation[] =>
    rooms()
      .filter((c) => !options.installed(sensorOf(c.camera)))
      .map((c) => ({
        kind: 'sensor.installed',
        observedAt: at,
        data: {
          sensor: sensorOf(c.camera),
          watches: ['recording'],
          room: c.room,
          owner: options.owner() ?? c.unit,
        },
      }))

  const owner = (): string | null => options.owner() ?? null
  const stopped = async (why: StopCause, at: Instant): Promise<void> => {
    down = why
    await append(at, [
      { kind: 'recorder.stopped', observedAt: at, data: { recorder, why, by: null, owner: owner() } },
      ...failed(at),
    ])
  }
  const started = async (why: 'start' | 'restart' | 'space-again', at: Instant): Promise<void> => {
    const back = why === 'start' ? [] : restored(at)
    await append(at, [
      { kind: 'recorder.started', observedAt: at, data: { recorder, why, owner: owner() } },
      ...installed(at),
      ...back,
    ])
    down = undefined
  }

  const beat = (): void => {
    try {
      fs.writeFileSync(alive, String(clock()))
    } catch {
      // A disk that is full takes not even this; the last moment written stands.
    }
  }

  return {
    /** Tells of a crash that came before, and that recording begins. The index must be caught up. */
    start: async (): Promise<void> => {
      const [last] = await database.query<{ at: number; kind: string }>(
        'select at, kind from video_mark where subject = $1 order by at desc, seq desc limit 1',
        [`recorder/${recorder}`],
      )
      const now = clock()
      if (last?.kind === 'recorder.started') await stopped('crashed', lastAlive(alive, last.at, now))
      await started(last ? 'restart' : 'start', now)
      beat()
      timer = setInterval(beat, ALIVE_EVERY_MS)
    },
    /** A camera was registered since: the room must learn that it is watched. */
    noticed: async (): Promise<void> => {
      if (down === undefined) await append(clock(), installed(clock()))
    },
    stopped,
    started,
    down: (): StopCause | undefined => down,
    close: async (): Promise<void> => {
      clearInterval(timer)
      beat()
      if (down === undefined) await stopped('stopped', clock())
    },
  }
}
export type Life = ReturnType<typeof createLife>

const keyOf = ({ data }: Observation): string => {
  const { sensor, recorder } = data as { sensor?: string; recorder?: string }
  return sensor ?? recorder ?? ''
}

const lastAlive = (file: string, startedAt: Instant, now: Instant): Instant => {
  const at = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : startedAt
  return Number.isSafeInteger(at) ? Math.max(startedAt, Math.min(at, now)) : startedAt
}
