import fs from 'node:fs/promises'
import path from 'node:path'
import type { Camera } from '../../domain/camera/register.ts'
import { type CameraLoss, stillSends } from '../../domain/observation/camera.ts'
import type { Observation } from '../../domain/observation/index.ts'
import { type Clock, type Instant, seconds } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Log } from '../../storage/log.ts'
import type { ClosedFile, IngestEnd, RecordingSink } from '../ingest/recording.ts'
import { firstPictureAt, NAMED_MS } from '../segments/first-picture.ts'
import { begunAt, isBrought, segmentOf } from '../segments/names.ts'
import { contentsOf, lengthMs, readSegmentFile, type SegmentFile } from '../segments/read-file.ts'

export interface RecorderOptions {
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Log
  /** The name of our recorder in the journal. */
  readonly recorder: string
  readonly camera: (id: string) => Camera | undefined
}

/** Files read at once: hashing must not keep the disk from being written. */
const AT_ONCE = 2
const RETRY_MS = 1_000
/** Without a packet for so long nothing is being recorded. */
const SILENT_MS = seconds(5)
/** Names of closed files that are remembered of a camera: more than one writer closes in its last moments. */
const NAMES_KEPT = 16

interface Span {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** What is being recorded of one camera now. */
interface Running {
  readonly since: Instant
  lastPacketAt: Instant
  /** Told as `recording.started`: the room that it covers and the name of this recording. */
  readonly told: { readonly recording: string; readonly room: string } | undefined
  silent: boolean
  /** Its last segment had no sound although it should. */
  mute: boolean
}

/**
 * Keeps what cameras deliver: each file that was closed is hashed, read and journalled before it counts as recorded.
 * What cannot be journalled now is tried until it can; a file is on the disk meanwhile, and a restart finds it.
 */
export const createRecorder = ({ journal, clock, log, recorder, camera }: RecorderOptions) => {
  const running = new Map<string, Running>()
  /** The names of the files of each camera that were told lately, and where the last one ended. */
  const told = new Map<string, { readonly names: string[]; endsAt: Instant }>()
  const lastOf = new Map<string, Promise<void>>()
  let active = 0
  const queue: (() => void)[] = []
  let closing = false
  let failing = false
  const stops: (() => void)[] = []

  /** One after the other for each camera, a few at once over all of them. */
  const inTurn = (of: string, work: () => Promise<void>): void => {
    const before = lastOf.get(of) ?? Promise.resolve()
    const mine = before.then(async () => {
      if (active >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve))
      active++
      try {
        await work()
      } finally {
        active--
        queue.shift()?.()
      }
    })
    lastOf.set(of, mine)
    void mine.finally(() => {
      if (lastOf.get(of) === mine) lastOf.delete(of)
    })
  }

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, RETRY_MS)
      stops.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })

  /** Journals until it is taken, or until we stop: nothing that was observed is forgotten while the store is away. */
  const record = async (key: string, observation: Observation, source = 'recorder'): Promise<boolean> => {
    while (true) {
      try {
        await journal.append([{ source, key, observation }])
        failing = false
        return true
      } catch (error) {
        if (!failing) log.error({ err: error, key }, 'a recording could not be journalled; trying again')
        failing = true
        if (closing) return false
        await pause()
      }
    }
  }

  const tell = (of: string, key: string, observation: Observation): void =>
    inTurn(of, async () => {
      await record(key, observation)
    })

  const roomOf = (id: string): string | undefined => {
    const known = camera(id)
    // Without sound it is not a synchronous recording of sound and picture, whatever it shows.
    return known?.audio ? (known.room ?? undefined) : undefined
  }

  /** Since when our own writing of a camera has ended. */
  const broken = new Map<string, Instant>()

  const begin = (id: string, at: Instant): Running => {
    const brokenAt = broken.get(id)
    broken.delete(id)
    if (brokenAt !== undefined)
      tell(id, `resumed/${id}/${brokenAt}`, {
        kind: 'camera.recording-resumed',
        observedAt: Math.max(at, brokenAt),
        data: { camera: id, brokenAt },
      })
    const room = roomOf(id)
    const told = room === undefined ? undefined : { recording: `${id}/${new Date(at).toISOString()}`, room }
    if (told)
      tell(id, `${told.recording}/started`, {
        kind: 'recording.started',
        observedAt: at,
        data: { ...told, act: null, device: id },
      })
    const one: Running = { since: at, lastPacketAt: at, told, silent: false, mute: false }
    running.set(id, one)
    return one
  }

  /** `brokeAt`: when its writer was seen to end. What it left behind begins before that, and the gap comes after. */
  const end = (id: string, one: Running, at: Instant, why: IngestEnd | 'silent', brokeAt = at): void => {
    if (why === 'crashed' || why === 'disk') {
      const data = { camera: id, why }
      broken.set(id, brokeAt)
      tell(id, `broken/${id}/${brokeAt}`, { kind: 'camera.recording-broken', observedAt: brokeAt, data })
    }
    if (one.told && !one.silent)
      tell(id, `${one.told.recording}/stopped/${at}`, {
        kind: 'recording.stopped',
        observedAt: at,
        data: { ...one.told, act: null, reason: reasonOf(why) },
      })
  }

  /** `cutOff`: its writer did not live to tell of it. */
  const seal = async (id: string, file: string, cutOff: boolean, when: (read: SegmentFile) => Span): Promise<void> => {
    const segment = segmentOf(id, file)
    try {
      const read = await readSegmentFile(file)
      const { video, audio } = contentsOf(read)
      const complete = !read.fmp4.cut && !(cutOff && !read.fmp4.closed)
      if (read.fmp4.faults.length > 0 && !cutOff)
        log.warn({ segment, faults: read.fmp4.faults }, 'a segment is not as it should be')
      const { startsAt, endsAt } = when(read)
      const data = { camera: id, segment, startsAt, endsAt: Math.max(startsAt, endsAt), sha256: read.sha256 }
      const rest = { bytes: read.fmp4.bytes, video, audio, complete, late: false, recorder, recovered: cutOff }
      await record(segment, { kind: 'segment.closed', observedAt: data.endsAt, data: { ...data, ...rest } })
      const known = told.get(id)?.names ?? []
      told.set(id, { names: [...known, path.basename(file)].slice(-NAMES_KEPT), endsAt: data.endsAt })
      hear(id, audio !== null, startsAt)
    } catch (error) {
      const gone = (error as NodeJS.ErrnoException).code === 'ENOENT'
      log.error({ err: error, segment }, gone ? 'a closed segment is not there' : 'a closed segment could not be read')
    }
  }

  const keep = ({ camera: id, file, startsAt, endsAt }: ClosedFile): Promise<void> =>
    seal(id, file, false, ({ fmp4 }) => ({ startsAt: startsAt ?? endsAt - lengthMs(fmp4), endsAt }))

  /** What a writer that was cut off has left behind: it can be played up to its last whole fragment. */
  const takeLeft = async (id: string, folder: string, startedAt: Instant, now: Instant): Promise<void> => {
    const before = told.get(id)
    const left = (await fs.readdir(folder).catch(() => []))
      .filter(
        (name) => (begunAt(name) ?? 0) >= startedAt - NAMED_MS && !isBrought(name) && !before?.names.includes(name),
      )
      .sort()
    for (const name of left)
      await seal(id, path.join(folder, name), true, ({ fmp4, writtenAt }) => {
        const length = lengthMs(fmp4)
        const previousEnd = told.get(id)?.endsAt
        const startsAt = firstPictureAt({ named: begunAt(name)!, previousEnd, writtenAt, lengthMs: length })
        return { startsAt, endsAt: Math.min(now, startsAt + length) }
      })
  }

  /** A recording that should have sound and has none is not whole; told once, and once when it is there again. */
  const hear = (id: string, sound: boolean, at: Instant): void => {
    const one = running.get(id)
    if (!one?.told || one.mute === !sound) return
    one.mute = !sound
    const what = { ...one.told, act: null }
    tell(
      id,
      `${one.told.recording}/sound/${at}`,
      sound
        ? { kind: 'recording.signal-restored', observedAt: at, data: what }
        : { kind: 'recording.signal-lost', observedAt: at, data: { ...what, lost: 'audio' } },
    )
  }

  const sink: RecordingSink = {
    started: (id, _folder, at) => {
      const before = running.get(id)
      if (before) end(id, before, before.lastPacketAt, 'crashed')
      begin(id, at)
    },
    packet: (id, at) => {
      const one = running.get(id) ?? begin(id, at)
      if (one.silent) {
        begin(id, at)
        return
      }
      one.lastPacketAt = Math.max(one.lastPacketAt, at)
    },
    segmentClosed: (closed) => {
      if (!closing) inTurn(closed.camera, () => keep(closed))
    },
    stopped: (id, why, at) => {
      const one = running.get(id)
      if (!one) return
      const now = clock()
      end(id, one, Math.max(one.since, Math.min(at, now)), why, now)
      running.delete(id)
    },
    ended: (id, folder, startedAt) => {
      const now = clock()
      if (!closing) inTurn(id, () => takeLeft(id, folder, startedAt, now))
    },
  }

  const looking = setInterval(() => {
    for (const [id, one] of running)
      if (!one.silent && clock() - one.lastPacketAt > SILENT_MS) {
        end(id, one, one.lastPacketAt, 'silent')
        one.silent = true
      }
  }, 1_000)

  return {
    sink,
    record,
    /** Until when packets of the open segment came; undefined: nothing is being recorded of it. */
    openUntil: (id: string): Instant | undefined => {
      const one = running.get(id)
      return one && !one.silent ? one.lastPacketAt : undefined
    },
    /** Cameras of which something is being recorded now. */
    recording: (): readonly string[] => [...running].filter(([, one]) => !one.silent).map(([id]) => id),
    /** Whether what was recorded lately could be journalled. */
    healthy: (): boolean => !failing,
    /** Resolves when everything told so far is journalled. */
    settled: async (): Promise<void> => {
      while (lastOf.size > 0) await Promise.all(lastOf.values())
    },
    /** Takes nothing more, journals what was closed, and says that recordings ended. */
    close: async (): Promise<void> => {
      clearInterval(looking)
      for (const [id, one] of running) end(id, one, one.lastPacketAt, 'stopped')
      running.clear()
      closing = true
      for (const stop of stops.splice(0)) stop()
      while (lastOf.size > 0) await Promise.all(lastOf.values())
    },
  }
}
export type Recorder = ReturnType<typeof createRecorder>

const reasonOf = (why: IngestEnd | 'silent'): 'ended' | 'interrupted' | 'storage-full' | 'fault' => {
  switch (why) {
    case 'stopped':
      return 'ended'
    case 'crashed':
      return 'fault'
    case 'disk':
      return 'storage-full'
    default:
      return why !== 'silent' && stillSends(why as CameraLoss) ? 'ended' : 'interrupted'
  }
}

/** Whether a path is a file that can be read. */
export const isThere = (file: string): Promise<boolean> =>
  fs.access(file).then(
    () => true,
    () => false,
  )
