import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** `20260302T000000Z`, as recorders name their files. */
export const stampOf = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

export interface MadeSegment {
  readonly file: string
  readonly startsAt: number
  readonly endsAt: number
}

export interface FootageOptions {
  /** The folder of the camera. */
  readonly folder: string
  /** Whole seconds; UTC. */
  readonly startsAt: number
  readonly segments: number
  readonly segmentS?: number
  readonly fps?: number
  readonly size?: string
  /** Frames between key frames. */
  readonly gop?: number
  readonly audio?: boolean
  /** Written into the picture beside its clock. */
  readonly label?: string
}

/**
 * Segments as a recorder of ours writes them, made by the real ffmpeg: H.264 in fragmented MP4, each beginning with a
 * key frame, with the clock of the recording burnt into the picture.
 */
export const makeFootage = async (options: FootageOptions): Promise<readonly MadeSegment[]> => {
  const { folder, startsAt, segments, segmentS = 2, fps = 25, size = '160x120', gop = 25, audio = false } = options
  fs.mkdirSync(folder, { recursive: true })
  const clock = `%{pts\\:gmtime\\:${startsAt / 1000}\\:%T}`
  const text = `drawtext=text='${options.label ?? ''} ${clock}':fontsize=h/8:x=4:y=4:fontcolor=white:box=1:boxcolor=black`
  const sound = audio ? ['-f', 'lavfi', '-i', 'sine=frequency=440'] : []
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', String(gop), '-bf', '0', '-pix_fmt', 'yuv420p']
  const list = path.join(folder, 'list.csv')
  await run('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${fps},${text}`, ...sound],
    ...['-t', String(segments * segmentS), ...codecs, '-keyint_min', String(gop), '-sc_threshold', '0'],
    ...(audio ? ['-c:a', 'aac'] : []),
    ...['-f', 'segment', '-segment_time', String(segmentS), '-reset_timestamps', '1', '-segment_format', 'mp4'],
    ...['-segment_format_options', 'movflags=+frag_keyframe+empty_moov+default_base_moof'],
    ...['-segment_list', list, path.join(folder, 'made-%d.mp4')],
  ])
  const lines = fs.readFileSync(list, 'utf8').trim().split('\n')
  fs.rmSync(list)
  return lines.map((line) => {
    const [name, from, to] = line.split(',') as [string, string, string]
    const begins = startsAt + Math.round(Number(from) * 1000)
    const file = path.join(folder, `${stampOf(begins)}.mp4`)
    fs.renameSync(path.join(folder, path.basename(name)), file)
    return { file, startsAt: begins, endsAt: startsAt + Math.round(Number(to) * 1000) }
  })
}

/** What ffprobe, which is not ours, finds in a file: decoded frames of its picture. */
export const countFrames = async (file: string): Promise<number> => {
  const count = ['-count_frames', '-show_entries', 'stream=nb_read_frames', '-of', 'csv=p=0']
  const { stdout } = await run('ffprobe', ['-v', 'error', '-select_streams', 'v:0', ...count, file])
  return Number(stdout.trim())
}
