import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Instant } from '../../domain/time.ts'
import { RASTER } from './arguments.ts'

/** What ffmpeg reads from its standard input to know where pictures come from. */
export interface Input {
  readonly text: string
  /** Takes out of its words what nobody may read. */
  readonly clean: (words: string) => string
}

/** What one ffmpeg tells while it runs; each in the order in which it happens. */
export interface ProcessEvents {
  /** Packets of picture written so far; about once a second. */
  readonly packets: (count: number) => void
  /**
   * A segment was closed: its file name, and the first and last moment in it, ms of our clock. Of the first one of a
   * process the list does not say when its pictures began: what comes before a key frame is not in it.
   */
  readonly segment: (name: string, startsAt: Instant | undefined, endsAt: Instant) => void
  readonly picture: (grey: Uint8Array) => void
  /** It ended. `words` are its last ones, without credentials. */
  readonly ended: (end: {
    readonly code: number | null
    readonly signal: NodeJS.Signals | null
    readonly words: string
  }) => void
}

export interface Running {
  readonly pid: number | undefined
  /** Asks it to close its files and end; it is killed when it does not within two seconds. */
  readonly stop: () => void
}

const KEPT_LINES = 12
const STOP_MS = 2_000
const PICTURE_BYTES = RASTER.width * RASTER.height

/** Starts ffmpeg in `folder` on `input`, which it reads from its standard input. */
export const runFfmpeg = (
  ffmpeg: string,
  args: readonly string[],
  folder: string | undefined,
  input: Input,
  events: ProcessEvents,
): Running => {
  const child: ChildProcess = spawn('env', ['TZ=UTC', ffmpeg, ...args], {
    ...(folder === undefined ? {} : { cwd: folder }),
    stdio: ['pipe', 'ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  })
  const last: string[] = []

  child.stdin!.on('error', () => {
    // It ended before it read its input; `ended` says why.
  })
  child.stdin!.end(input.text)
  lines(child.stderr!, (line) => {
    if (/\[(warning|error|fatal|panic)\]/.test(line)) {
      last.push(input.clean(line.replace(/\[(warning|error|fatal|panic)\] ?/g, '')))
      if (last.length > KEPT_LINES) last.shift()
    }
  })
  lines(child.stdio[3] as Readable, (line) => {
    const count = /^frame=\s*(\d+)/.exec(line)
    if (count) events.packets(Number(count[1]))
  })
  lines(child.stdio[4] as Readable, (line) => {
    const [name, from, to] = line.split(',')
    if (!name || !to) return
    // It gives 0 for the beginning of the first segment.
    const startsAt = Number(from) > 0 ? Math.round(Number(from) * 1_000) : undefined
    events.segment(name, startsAt, Math.round(Number(to) * 1_000))
  })
  let held = Buffer.alloc(0)
  const pictures = (child.stdio as readonly unknown[])[5] as Readable
  pictures.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk])
    for (; held.length >= PICTURE_BYTES; held = held.subarray(PICTURE_BYTES))
      events.picture(held.subarray(0, PICTURE_BYTES))
  })

  let over = false
  const end = (code: number | null, signal: NodeJS.Signals | null): void => {
    if (over) return
    over = true
    events.ended({ code, signal, words: last.join('\n') })
  }
  child.once('error', (error) => {
    last.push(error.message)
    end(null, null)
  })
  child.once('close', end)

  return {
    pid: child.pid,
    stop: () => {
      child.kill('SIGTERM')
      const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
      child.once('close', () => clearTimeout(kill))
    },
  }
}

const lines = (stream: Readable, hear: (line: string) => void): void => {
  createInterface({ input: stream }).on('line', hear)
}
