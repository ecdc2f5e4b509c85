import { execFile, spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Camera } from '../../domain/camera/register.ts'
import { maskFilters } from '../masks.ts'

export interface PlayableOptions {
  readonly ffmpeg: string
  /** Where it is made; ffmpeg runs in it. */
  readonly folder: string
  readonly name: string
  /** Segments that follow on each other, with the clock at their first frames. */
  readonly segments: readonly { readonly file: string; readonly startsAt: number; readonly endsAt: number }[]
  readonly from: number
  readonly to: number
  /** Parts of the picture that are not shown. */
  readonly zones: Camera['privacyZones']
  /** Written over the picture from beginning to end: who, when, why. */
  readonly watermark: readonly string[]
  readonly signal: AbortSignal
  /** Milliseconds of picture that are done. */
  readonly progress: (ms: number) => void
}

/** China's clock is eight hours ahead all year. */
const CHINA_S = 8 * 3600

/** A font that has Chinese characters; undefined: ffmpeg takes what it finds. */
const chineseFont = async (): Promise<string | undefined> => {
  try {
    const { stdout } = await promisify(execFile)('fc-match', ['-f', '%{file}', 'sans:lang=zh-cn'])
    return stdout.trim() || undefined
  } catch {
    return undefined
  }
}

/**
 * A copy that any player shows, exact to the frame, with its clock and a watermark written into every picture. It is
 * encoded anew and is no evidence by itself: the originals beside it are. Rejects with ffmpeg's own words.
 */
export const makePlayable = async (options: PlayableOptions): Promise<string> => {
  const { folder, name, segments, from, to, watermark, zones } = options
  const [first] = segments
  if (!first) throw new Error(`${name}: nothing to play`)
  const file = path.join(folder, name)
  await fs.writeFile(
    path.join(folder, `${name}.list`),
    ['ffconcat version 1.0', ...segments.flatMap((s, i) => listed(s, segments[i + 1]))].join('\n'),
  )
  await fs.writeFile(path.join(folder, `${name}.words`), watermark.join('\n'))
  const font = await chineseFont()
  const common = `${font ? `fontfile=${escaped(font)}:` : ''}fontcolor=white:borderw=2:bordercolor=black@0.8`
  const clock = `%{pts\\:gmtime\\:${(first.startsAt / 1000 + CHINA_S).toFixed(3)}\\:%F %T}`
  const filters = [
    ...maskFilters(zones),
    `drawtext=${common}:fontsize=max(14\\,h/28):x=w-tw-12:y=12:text='${clock}'`,
    `drawtext=${common}:fontsize=max(12\\,h/32):x=12:y=h-th-12:alpha=0.85:expansion=none:textfile=${name}.words`,
  ].join(',')
  const seconds = (ms: number): string => (ms / 1000).toFixed(3)
  await run(options, [
    ...['-hide_banner', '-nostdin', '-v', 'error', '-y', '-progress', 'pipe:1'],
    ...['-f', 'concat', '-safe', '0', '-i', `${name}.list`],
    // Behind the input: decoded from the beginning and thrown away up to the frame itself.
    ...['-ss', seconds(Math.max(0, from - first.startsAt)), '-t', seconds(to - Math.max(from, first.startsAt))],
    ...['-map', '0:v:0', '-map', '0:a:0?', '-vf', filters],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-pix_fmt', 'yuv420p', '-fps_mode', 'passthrough'],
    ...['-c:a', 'aac', '-movflags', '+faststart', name],
  ])
  return file
}

const listed = (
  { file, startsAt, endsAt }: { readonly file: string; readonly startsAt: number; readonly endsAt: number },
  next: { readonly startsAt: number } | undefined,
): string[] => [
  `file '${file.replace(/'/g, "'\\''")}'`,
  `duration ${(((next?.startsAt ?? endsAt) - startsAt) / 1000).toFixed(3)}`,
]

const escaped = (text: string): string => text.replace(/[\\':,;[\]]/g, (c) => `\\${c}`)

const run = ({ ffmpeg, folder, signal, progress }: PlayableOptions, args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(ffmpeg, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGKILL' })
    let words = ''
    child.stdout.on('data', (text: Buffer) => {
      const us = /out_time_us=(\d+)/.exec(text.toString())
      if (us) progress(Number(us[1]) / 1000)
    })
    child.stderr.on('data', (text: Buffer) => {
      words = `${words}${text}`.slice(-2_000)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`ffmpeg: ${words.trim() || `ended with ${code}`}`))
    })
  })
