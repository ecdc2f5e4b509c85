import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePlayable } from '../../server/video/export/playable.ts'
import { maskFilters } from '../../server/video/masks.ts'
import { createPreviews } from '../../server/video/review/preview.ts'
import { playingCache } from '../../server/video/segments/fragments.ts'
import { temporaryFolder } from '../support/database.ts'
import { type MadeSegment, makeFootage } from '../support/footage.ts'

/** The lower right quarter, drawn as a triangle: the box around it is covered. */
const zones = [
  [
    [0.5, 0.5],
    [1, 0.5],
    [1, 1],
  ],
] as const
const START = Date.parse('2026-03-02T00:00:00Z')
let folder: string
let made: readonly MadeSegment[]
beforeAll(async () => {
  folder = temporaryFolder('masks')
  made = await makeFootage({ folder: path.join(folder, 'cam'), startsAt: START, segments: 1 })
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Mean light (0–255) of a quarter of the first picture of a file. */
const light = async (file: string, quarter: 'upper-left' | 'lower-right'): Promise<number> => {
  const at = quarter === 'upper-left' ? '0:0' : 'iw/2:ih/2'
  const { stdout } = await promisify(execFile)(
    'ffmpeg',
    ['-v', 'error', '-i', file, '-frames:v', '1', '-vf', `crop=iw/2:ih/2:${at},format=gray`, '-f', 'rawvideo', '-'],
    { encoding: 'buffer' },
  )
  return stdout.reduce((sum, one) => sum + one, 0) / stdout.length
}

describe('what is not to be seen leaves the server black', () => {
  it('in a preview, which is made anew when the zones change', async () => {
    const previews = createPreviews({ cache: path.join(folder, 'previews') })
    const { file } = made[0]!
    const playing = await playingCache()(file)
    const open = (await previews.picture(file, playing, 0, [])) as string
    const masked = (await previews.picture(file, playing, 0, zones)) as string
    expect(await light(open, 'lower-right')).toBeGreaterThan(40)
    expect(await light(masked, 'lower-right')).toBeLessThan(20)
    expect(await light(masked, 'upper-left')).toBeGreaterThan(40)
  })

  it('in the playable copy of an archive, below its clock and watermark', async () => {
    const copy = await makePlayable({
      ...{ ffmpeg: 'ffmpeg', folder, name: 'copy.mp4', segments: made, from: START, to: START + 1_000 },
      ...{ watermark: [''], signal: new AbortController().signal, progress: () => undefined, zones },
    })
    expect(await light(copy, 'lower-right')).toBeLessThan(20)
    expect(await light(copy, 'upper-left')).toBeGreaterThan(40)
  })

  it('without zones nothing is covered', () => expect(maskFilters([])).toEqual([]))
})
