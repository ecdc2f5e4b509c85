import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Camera } from '../../domain/camera/register.ts'
import { maskFilters } from '../masks.ts'
import type { Playing } from '../segments/fragments.ts'

export interface PreviewOptions {
  /** Where finished ones are kept; made when it is not there. */
  readonly cache: string
  readonly mostBytes?: number
  readonly ffmpeg?: string
}

const WIDTH = 320
const AT_ONCE = 2
/** More than so many waiting: the scrubber moves faster than pictures can be made. */
const MOST_WAITING = 30
const LONGEST_MS = 10_000

/**
 * Still pictures of recordings, made by ffmpeg when they are first asked for and kept in a bounded folder. Only one
 * fragment is read: the picture is the key frame at or before the moment asked for.
 */
export const createPreviews = ({ cache, mostBytes = 256 * 1024 * 1024, ffmpeg = 'ffmpeg' }: PreviewOptions) => {
  const making = new Map<string, Promise<string | undefined>>()
  let active = 0
  const queue: (() => void)[] = []
  let written = 0

  const make = async (
    target: string,
    file: string,
    playing: Playing,
    fragment: number,
    masks: readonly string[],
  ): Promise<string | undefined> => {
    if (active >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve))
    active++
    try {
      const [, offset, bytes] = playing.fragments[fragment]!
      const handle = await fs.open(file, 'r')
      const input = Buffer.alloc(playing.initBytes + bytes)
      try {
        await handle.read(input, 0, playing.initBytes, 0)
        await handle.read(input, playing.initBytes, bytes, offset)
      } finally {
        await handle.close()
      }
      const picture = await firstPicture(ffmpeg, input, masks)
      if (!picture) return undefined
      await fs.mkdir(cache, { recursive: true, mode: 0o700 })
      await fs.writeFile(`${target}.part`, picture, { mode: 0o600 })
      await fs.rename(`${target}.part`, target)
      written += picture.length
      if (written > mostBytes / 8) await prune()
      return target
    } finally {
      active--
      queue.shift()?.()
    }
  }

  /** Oldest first until three quarters are left. */
  const prune = async (): Promise<void> => {
    written = 0
    const names = await fs.readdir(cache)
    const all = await Promise.all(
      names.map(async (name) => ({ name, ...(await fs.stat(path.join(cache, name))) })),
    ).catch(() => [])
    let sum = all.reduce((n, f) => n + f.size, 0)
    if (sum <= mostBytes) return
    for (const { name, size } of all.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (sum <= mostBytes * 0.75) break
      await fs.rm(path.join(cache, name), { force: true })
      sum -= size
    }
  }

  return {
    /** The file of the picture; undefined when none can be made of it; `busy` when too many are waiting. */
    picture: async (
      file: string,
      playing: Playing,
      afterMs: number,
      zones: Camera['privacyZones'],
    ): Promise<string | undefined | 'busy'> => {
      const fragment = playing.fragments.findLastIndex(([begins]) => begins <= Math.max(0, afterMs))
      if (fragment < 0) return undefined
      const masks = maskFilters(zones)
      // Made anew when another part is not to be shown.
      const name = createHash('sha256')
        .update([file, fragment, ...masks].join('\n'))
        .digest('hex')
        .slice(0, 32)
      const target = path.join(cache, `${name}.jpg`)
      const there = await fs.access(target).then(
        () => true,
        () => false,
      )
      if (there) return target
      const before = making.get(target)
      if (before) return before
      if (queue.length >= MOST_WAITING) return 'busy'
      const mine = make(target, file, playing, fragment, masks).finally(() => making.delete(target))
      making.set(target, mine)
      return mine
    },
  }
}
export type Previews = ReturnType<typeof createPreviews>

/** The first picture of an MP4 that begins with a key frame, as JPEG; undefined when ffmpeg finds none. */
const firstPicture = (ffmpeg: string, input: Buffer, masks: readonly string[]): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const scale = ['-frames:v', '1', '-vf', [...masks, `scale=${WIDTH}:-2`].join(','), '-q:v', '5']
    const child = spawn(
      ffmpeg,
      ['-v', 'error', '-f', 'mp4', '-i', 'pipe:0', ...scale, '-f', 'image2', '-c:v', 'mjpeg', 'pipe:1'],
      { stdio: ['pipe', 'pipe', 'ignore'] },
    )
    const pieces: Buffer[] = []
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    // ffmpeg closes its end once it has its picture.
    child.stdin.on('error', () => undefined)
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', () => {
      clearTimeout(timer)
      const picture = Buffer.concat(pieces)
      resolve(picture.length > 0 ? picture : undefined)
    })
    child.stdin.end(input)
  })
