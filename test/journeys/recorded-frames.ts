import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { CLOCK_BARS } from '../../simulators/cameras/scene.ts'

/** A frame as it was recorded: the clock burnt into it (ms since midnight UTC), and from when to when it is the one. */
export interface RecordedFrame {
  readonly clock: number
  readonly from: number
  readonly to: number
}

const run = promisify(execFile)

/** The frames of a recorded segment: their clocks read by ffmpeg, their instants by the timestamps in the file. */
export const framesOf = async (bytes: Buffer, startsAt: number, mediaStartS: number): Promise<RecordedFrame[]> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'frames-'))
  try {
    const file = path.join(folder, 'segment.mp4')
    fs.writeFileSync(file, bytes)
    const times = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', file]
    const { stdout: said } = await run('ffprobe', times)
    const instants = said
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => startsAt + (Number.parseFloat(line) - mediaStartS) * 1_000)
      .sort((a, b) => a - b)
    const clocks = await clocksIn(file)
    return instants.flatMap((from, i) => {
      const clock = clocks[i]
      return clock === undefined ? [] : [{ clock, from, to: instants[i + 1] ?? from }]
    })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** The clock of every frame of a file, ms since midnight UTC, as they stand in it; undefined where none can be read. */
export const clocksIn = async (file: string): Promise<(number | undefined)[]> => {
  const row = `crop=iw:2:0:trunc(ih*${CLOCK_BARS.heightShare / 4})*2,scale=${CLOCK_BARS.cells}:1:flags=area,format=gray`
  // Neither doubled nor dropped, however unevenly they lie.
  const asTheyAre = ['-fps_mode', 'passthrough', '-enc_time_base', '1:90000']
  const { stdout: grey } = await run(
    'ffmpeg',
    ['-v', 'error', '-i', file, ...asTheyAre, '-vf', row, '-f', 'rawvideo', 'pipe:1'],
    { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 },
  )
  return Array.from({ length: grey.length / CLOCK_BARS.cells }, (_, i) => {
    const light = grey.subarray(i * CLOCK_BARS.cells, (i + 1) * CLOCK_BARS.cells)
    if (!(light[0]! > 160 && light[1]! < 96)) return undefined
    let value = 0
    for (let bit = 0; bit < CLOCK_BARS.bits; bit++) if (light[CLOCK_BARS.firstBit + bit]! > 128) value += 2 ** bit
    return value * CLOCK_BARS.unitMs
  })
}

/** Frames of one camera, counted by the clocks burnt into them. */
export interface FrameCount {
  /** From the first one recorded to the last, both counted. */
  readonly expected: number
  readonly recorded: number
  /** The clock of the last one; undefined: none was recorded. */
  readonly last: number | undefined
  /** The clocks of those that are not there, ms since midnight UTC. */
  readonly missing: readonly number[]
}

const DAY_MS = 86_400_000

/**
 * Counts them: each frame's clock is one frame later than that of the frame before (simulators/cameras/scene.ts), so
 * it tells the frame's number. Those without a clock are nobody's, and so missing.
 */
export const countFrames = (clocks: readonly (number | undefined)[], framesPerSecond: number): FrameCount => {
  const read = clocks.filter((clock) => clock !== undefined)
  const [first] = read
  if (first === undefined) return { expected: 0, recorded: 0, last: undefined, missing: [] }
  const numbers = new Set(read.map((c) => Math.round((((c - first + DAY_MS) % DAY_MS) * framesPerSecond) / 1_000)))
  const expected = Math.max(...numbers) + 1
  const clockOf = (n: number): number => (first + (n * 1_000) / framesPerSecond) % DAY_MS
  const missing = Array.from({ length: expected }, (_, n) => n).filter((n) => !numbers.has(n))
  return { expected, recorded: numbers.size, last: clockOf(expected - 1), missing: missing.map(clockOf) }
}

/**
 * Counts what lies in a camera's folder of recordings. Nothing may be writing there: a file that is open has no end. A
 * file that nobody can read, as a killed ffmpeg leaves one that it had just begun, holds no frame.
 */
export const countFolder = async (folder: string, framesPerSecond: number): Promise<FrameCount> => {
  const clocks: (number | undefined)[] = []
  for (const name of fs
    .readdirSync(folder)
    .filter((n) => n.endsWith('.mp4'))
    .sort())
    clocks.push(...(await clocksIn(path.join(folder, name)).catch(() => [])))
  return countFrames(clocks, framesPerSecond)
}
