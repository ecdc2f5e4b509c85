import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { DataOf } from '../../domain/observation/index.ts'
import type { Instant } from '../../domain/time.ts'
import type { Queryable } from '../../storage/database.ts'
import { contentsOf, lengthMs, readSegmentFile } from '../segments/read-file.ts'

/** Where what phones bring lies until it is a segment: no folder of a camera, so nothing there is taken for one. */
export const staged = (folder: string, camera: string): string => path.join(folder, '.late', camera)

export type Made =
  | ({
      readonly is: 'made'
      readonly file: string
      readonly bytes: number
      readonly sha256: string
      readonly lengthMs: number
    } & Pick<DataOf<'segment.closed'>, 'video' | 'audio'>)
  | { readonly is: 'unreadable'; readonly detail: string }

const WITHIN_MS = 60_000
/** As every segment is written. */
const OUT = ['-f', 'mp4', '-movflags', '+frag_keyframe+empty_moov+default_base_moof']
/** What a segment cannot hold, such as VP8, is encoded; everything else is written as it came. */
const ENCODE = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-profile:v', 'baseline', '-bf', '0']

/** Makes a segment's file, beside it, of what a phone's browser recorded. Nothing of a file that is no video stays. */
export const makeSegment = async (ffmpeg: string, from: string): Promise<Made> => {
  const file = `${from}.mp4`
  let detail = ''
  for (const video of [['-c:v', 'copy'], ENCODE]) {
    const args = ['-i', from, '-map', '0:v:0', '-map', '0:a:0?', ...video, '-c:a', 'copy', ...OUT, file]
    detail = (await run(ffmpeg, args)) ?? ''
    if (detail !== '') continue
    const read = await readSegmentFile(file)
    const contents = contentsOf(read)
    // VP8 can be put into such a file, but nobody plays it.
    if (!contents.video?.codec.startsWith('avc1') || contents.video.frames === 0) continue
    return { is: 'made', file, bytes: read.fmp4.bytes, sha256: read.sha256, lengthMs: lengthMs(read.fmp4), ...contents }
  }
  await fs.rm(file, { force: true })
  return { is: 'unreadable', detail: detail.replaceAll(from, 'the piece').slice(0, 400) }
}

/** What it said when it failed; undefined: it did not. */
const run = (ffmpeg: string, args: readonly string[]): Promise<string | undefined> =>
  new Promise((resolve) => {
    const before = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', '-protocol_whitelist', 'file']
    execFile(ffmpeg, [...before, ...args], { timeout: WITHIN_MS, maxBuffer: 1024 * 1024 }, (error, _out, words) =>
      resolve(error ? words.trim().split('\n').at(-1) || error.message : undefined),
    )
  })

/** Puts what was journalled and not yet moved when we crashed into its place. Run before anything is missed. */
export const settleLate = async (db: Queryable, folder: string): Promise<void> => {
  const cameras = await fs.readdir(path.join(folder, '.late')).catch(() => [])
  for (const camera of cameras)
    for (const name of await fs.readdir(staged(folder, camera))) {
      const piece = /^([\w-]+)\.part\.mp4$/.exec(name)?.[1]
      if (piece === undefined) continue
      const [kept] = await db.query<{ segment: string }>(
        `select segment from phone_piece where piece = $1 and camera = $2 and state = 'kept'`,
        [piece, camera],
      )
      const from = path.join(staged(folder, camera), name)
      if (kept) {
        await fs.mkdir(path.join(folder, camera), { recursive: true, mode: 0o700 })
        await fs.rename(from, path.join(folder, `${kept.segment}.mp4`))
      } else await fs.rm(from, { force: true })
    }
}

/** `<camera>/<YYYYMMDDTHHMMSSZ>-<n>`: no other segment's name, and at a glance not one that was recorded here. */
export const freeName = async (db: Queryable, camera: string, startsAt: Instant): Promise<string> => {
  const stamp = `${camera}/${new Date(startsAt).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
  const rows = await db.query<{ file: string }>('select file from video_segment where starts_with(file, $1)', [stamp])
  const taken = new Set(rows.map(({ file }) => file))
  for (let n = 1; ; n++) if (!taken.has(`${stamp}-${n}.mp4`)) return `${stamp}-${n}`
}
