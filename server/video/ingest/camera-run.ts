import path from 'node:path'
import type { CameraLoss } from '../../domain/observation/camera.ts'
import type { Clock, Instant } from '../../domain/time.ts'
import { type Address, addressInput } from './address.ts'
import { type LiveTarget, recordArguments, sideArguments } from './arguments.ts'
import { createBackOff } from './back-off.ts'
import { faultIn, isDiskFault } from './faults.ts'
import { createPictureWatch, type PictureLimits } from './picture.ts'
import { type Running, runFfmpeg } from './process.ts'
import type { IngestEnd, RecordingSink } from './recording.ts'

/** How one camera is taken in. */
export interface CameraPlan {
  readonly camera: string
  readonly main: Address
  readonly codec: 'h264' | 'h265'
  readonly audio: 'none' | 'copy' | 'encode'
  /** Where its main stream goes live; null when no browser shows it. */
  readonly live: LiveTarget | null
  /** A second stream for the wall: its own small one, or the main one encoded anew; null: the main one serves. */
  readonly side: { readonly address: Address; readonly encode: boolean; readonly live: LiveTarget } | null
  readonly folder: string
}

export type CameraCondition =
  | { readonly is: 'connecting' }
  | { readonly is: 'live' }
  /** No picture that can be relied on, since then and why. */
  | { readonly is: 'lost'; readonly why: CameraLoss; readonly since: Instant; readonly detail: string }

/** Whether one says nothing new after the other: lost goes on, whatever its details, until its cause is another. */
export const isSameCondition = (a: CameraCondition, b: CameraCondition): boolean =>
  a.is === b.is && (a.is !== 'lost' || (b.is === 'lost' && a.why === b.why))

export interface RunOptions {
  readonly ffmpeg: string
  readonly segmentSeconds: number
  readonly picture: PictureLimits | null
  readonly clock: Clock
  readonly sink: RecordingSink
  /** Told at each change, and with `lastFrameAt` at each packet heard of. */
  readonly changed: (condition: CameraCondition, lastFrameAt: Instant | null) => void
  readonly sideChanged: (runs: boolean) => void
}

/** Without a packet for so long there is no picture (P8, design of the recorder). */
const STALLED_MS = 5_000
/** A camera that was reached must deliver within this. */
const FIRST_MS = 15_000
const LOOK_MS = 500

/** Keeps one camera running until it is stopped: its process is started, watched and started again. */
export const runCamera = (plan: CameraPlan, options: RunOptions) => {
  const { clock, sink } = options
  const backOff = createBackOff()
  const watch = options.picture ? createPictureWatch(options.picture) : undefined
  let condition: CameraCondition = { is: 'connecting' }
  let lastFrameAt: Instant | null = null
  let stopped = false
  let running: Running | undefined
  let again: NodeJS.Timeout | undefined
  let resolveEnded: () => void = () => {}
  const over = new Promise<void>((resolve) => {
    resolveEnded = resolve
  })
  let startedAt = 0
  let packets = 0
  /** Whether the sink was told that packets come. */
  let open = false

  const become = (next: CameraCondition): void => {
    if (!isSameCondition(condition, next)) condition = next
    options.changed(condition, lastFrameAt)
  }
  const lose = (why: CameraLoss, detail = ''): void =>
    become({ is: 'lost', why, since: condition.is === 'lost' ? condition.since : (lastFrameAt ?? clock()), detail })
  const closeSink = (why: IngestEnd): void => {
    if (!open) return
    open = false
    sink.stopped(plan.camera, why, lastFrameAt ?? clock())
  }

  const start = (): void => {
    packets = 0
    startedAt = clock()
    watch?.reset()
    const args = recordArguments({
      segmentSeconds: options.segmentSeconds,
      audio: plan.audio,
      codec: plan.codec,
      live: plan.live,
      look: watch !== undefined && (plan.side === null || plan.side.encode),
    })
    running = runFfmpeg(options.ffmpeg, args, plan.folder, addressInput(plan.main), {
      packets: heard,
      segment: (name, startsAt, endsAt) =>
        sink.segmentClosed({ camera: plan.camera, file: path.join(plan.folder, name), startsAt, endsAt }),
      picture: seen,
      ended,
    })
  }

  const heard = (count: number): void => {
    if (count <= packets) return
    packets = count
    lastFrameAt = clock()
    if (!open) {
      open = true
      sink.started(plan.camera, plan.folder, lastFrameAt)
    }
    sink.packet(plan.camera, lastFrameAt)
    if (clock() - startedAt > 10_000) backOff.reset()
    // A picture that shows nothing is made good by a picture, not by a packet.
    if (condition.is !== 'lost' || !isOfPicture(condition.why)) become({ is: 'live' })
    else options.changed(condition, lastFrameAt)
  }

  const seen = (grey: Uint8Array): void => {
    const fault = watch!.see(grey, clock())
    if (fault) become({ is: 'lost', why: fault.fault, since: fault.since, detail: '' })
    else if (condition.is === 'lost' && isOfPicture(condition.why)) become({ is: 'live' })
  }

  const ended = ({
    code,
    signal,
    words,
  }: {
    code: number | null
    signal: NodeJS.Signals | null
    words: string
  }): void => {
    running = undefined
    if (stopped) {
      closeSink('stopped')
      sink.ended(plan.camera, plan.folder, startedAt)
      return resolveEnded()
    }
    const killed = signal !== null || (code !== null && code > 128)
    const fault = faultIn(words)
    closeSink(isDiskFault(words) ? 'disk' : killed ? 'crashed' : (fault ?? 'stalled'))
    sink.ended(plan.camera, plan.folder, startedAt)
    // The connection of one that ran may simply have been cut: it is lost when it cannot be had again.
    if (!killed && packets === 0) lose(fault ?? 'no-video', words)
    again = setTimeout(start, backOff.next(fault === 'wrong-password', killed || packets > 0))
  }

  const look = setInterval(() => {
    if (!running) return
    const silentMs = clock() - Math.max(startedAt, lastFrameAt ?? 0)
    if (packets > 0 && silentMs > STALLED_MS) {
      lose('stalled')
      closeSink('stalled')
    }
    if (silentMs > (packets > 0 ? STALLED_MS * 2 : FIRST_MS)) {
      if (packets === 0) lose('no-key-frame')
      running.stop()
    }
  }, LOOK_MS)

  const side = plan.side ? runSide(plan.side, options, watch ? seen : undefined) : undefined
  start()

  return {
    condition: () => condition,
    lastFrameAt: () => lastFrameAt,
    pid: () => running?.pid,
    stop: (): void => {
      stopped = true
      clearInterval(look)
      clearTimeout(again)
      side?.stop()
      if (running) return running.stop()
      closeSink('stopped')
      resolveEnded()
    },
    /** Resolves when it was stopped and its files are closed. */
    ended: over,
  }
}
export type CameraRun = ReturnType<typeof runCamera>

const isOfPicture = (why: CameraLoss): boolean => why === 'frozen' || why === 'dark' || why === 'covered'

/** The second stream: started again whenever it ends, and nothing is lost when it does. */
const runSide = (
  { address, encode, live }: NonNullable<CameraPlan['side']>,
  { ffmpeg, sideChanged }: RunOptions,
  seen: ((grey: Uint8Array) => void) | undefined,
) => {
  const backOff = createBackOff()
  let stopped = false
  let running: Running | undefined
  let again: NodeJS.Timeout | undefined
  let runs = false
  const become = (next: boolean): void => {
    if (runs === next) return
    runs = next
    sideChanged(next)
  }
  const start = (): void => {
    const look = seen !== undefined && !encode
    running = runFfmpeg(ffmpeg, sideArguments({ encode, live, look }), undefined, addressInput(address), {
      packets: (count) => {
        if (count > 0) become(true)
      },
      segment: () => {},
      picture: seen ?? (() => {}),
      ended: () => {
        running = undefined
        const ran = runs
        become(false)
        if (!stopped) again = setTimeout(start, backOff.next(false, ran))
      },
    })
  }
  start()
  return {
    stop: (): void => {
      stopped = true
      clearTimeout(again)
      running?.stop()
    },
  }
}
