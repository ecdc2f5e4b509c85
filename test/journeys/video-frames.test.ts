import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { CameraView } from '../../server/contract/video.ts'
import { type SimulatedCamera, startCamera } from '../../simulators/cameras/camera.ts'
import { freshPostgresqlUrl } from '../support/database.ts'
import { consoleOf, eventually, type House, newFolder, startHouse } from './house.ts'
import { countFolder, countFrames, type FrameCount } from './recorded-frames.ts'
import { openCrowd } from './video-crowd.ts'

const FRAMES_PER_SECOND = 12
const CAMERAS = ['cam-station-chengdong-1', 'cam-station-chengdong-2']
const VIEWERS = 6
const STAY_MS = 1_500
const ALONE_MS = 8_000
const CROWDED_MS = 20_000

interface Listed {
  readonly camera: string
  readonly title: string
  readonly port: number
  readonly onvifPort: number
  readonly user: string
  readonly password: string
}

describe('how frames are counted', () => {
  it('by their clocks; the last number and midnight are no loss, and one that is not there is named', () => {
    expect(countFrames([80, 160, 250, 330], 12)).toMatchObject({ expected: 4, recorded: 4, missing: [] })
    expect(countFrames([86_399_960, 0, 40], 25)).toEqual({ expected: 3, recorded: 3, last: 40, missing: [] })
    expect(countFrames([1_000, 1_040, undefined, 1_120], 25)).toMatchObject({
      expected: 4,
      recorded: 3,
      missing: [1_080],
    })
  })
})

describe('viewers come and go, and not one frame of a recording is missing', () => {
  let house: House
  let crowd: Awaited<ReturnType<typeof openCrowd>>
  const cameras: SimulatedCamera[] = []
  const counts = new Map<string, FrameCount>()
  let visits = { visits: 0, packets: 0, inVain: 0 }

  beforeAll(async () => {
    const DATABASE_URL = await freshPostgresqlUrl(inject('postgresqlUrl'))
    const video = { VIDEO: '1', VIDEO_SEGMENT_SECONDS: '4', MEDIA_PORT: '0', MEDIA_WORKERS: '1' }
    house = await startHouse({ dataDir: newFolder(), env: { ...video, DATABASE_URL } })
    const list: Listed[] = JSON.parse(fs.readFileSync(path.join(house.dataDir, 'demo-cameras.json'), 'utf8'))
    for (const [variety, one] of list.entries()) {
      const looks = { size: { width: 320, height: 180 }, framesPerSecond: FRAMES_PER_SECOND }
      if (CAMERAS.includes(one.camera)) cameras.push(await startCamera({ ...one, variety, ...looks }))
    }
    const desk = await consoleOf(house, 'supervisor')
    const live = await eventually(
      async () => (await desk.get<{ cameras: readonly CameraView[] }>('/api/cameras')).cameras,
      (all) => CAMERAS.every((id) => all.some((c) => c.id === id && c.state === 'live')),
      120_000,
    )
    expect(live.filter((c) => c.state === 'live').length, JSON.stringify(live)).toBe(CAMERAS.length)
    crowd = await openCrowd(house, VIEWERS)
    await new Promise((resolve) => setTimeout(resolve, ALONE_MS))
    const end = Date.now() + CROWDED_MS
    visits = await crowd.comeAndGo(CAMERAS, STAY_MS, () => Date.now() > end)
    // Stopped as an operator stops it: every file is closed then.
    await house.stop()
    for (const id of CAMERAS)
      counts.set(id, await countFolder(path.join(house.dataDir, 'video', id), FRAMES_PER_SECOND))
  })
  afterAll(async () => {
    crowd?.close()
    for (const camera of cameras) await camera.close()
    await house?.stop()
    if (house) fs.rmSync(house.dataDir, { recursive: true, force: true })
  })

  it('the viewers were there, and were sent pictures', () => {
    expect(visits.visits).toBeGreaterThanOrEqual(VIEWERS)
    expect(visits.packets).toBeGreaterThan(visits.visits)
    expect(visits.inVain).toBe(0)
  })
  it.each(CAMERAS)('%s: every number from the first frame to the last is in the files', (id) => {
    const { expected, recorded, missing } = counts.get(id)!
    expect(missing).toEqual([])
    expect(recorded).toBe(expected)
    expect(expected).toBeGreaterThan(((ALONE_MS + CROWDED_MS) / 1_000) * FRAMES_PER_SECOND * 0.5)
  })
})
