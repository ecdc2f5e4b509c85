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
    const row = `crop=iw:2:0:trunc(ih*${CLOCK_BARS.heightShare / 4})*2,scale=${CLOCK_BARS.cells}:1:flags=area,format=gray`
    const { stdout: grey } = await run(
      'ffmpeg',
      ['-v', 'error', '-i', file, '-fps_mode', 'passthrough', '-vf', row, '-f', 'rawvideo', 'pipe:1'],
      { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 },
    )
    return instants.flatMap((from, i) => {
      const light = grey.subarray(i * CLOCK_BARS.cells, (i + 1) * CLOCK_BARS.cells)
      if (!(light[0]! > 160 && light[1]! < 96)) return []
      let value = 0
      for (let bit = 0; bit < CLOCK_BARS.bits; bit++) if (light[CLOCK_BARS.firstBit + bit]! > 128) value += 2 ** bit
      return [{ clock: value * CLOCK_BARS.unitMs, from, to: instants[i + 1] ?? from }]
    })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
