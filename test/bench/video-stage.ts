import fs from 'node:fs'
import path from 'node:path'
import { type SimulatedCamera, startCamera } from '../../simulators/cameras/camera.ts'
import { consoleOf, type House, newFolder, startHouse } from '../journeys/house.ts'
import { freshPostgresqlUrl } from '../support/database.ts'

/** A house with cameras that really send: those of the demonstration first, further ones registered beside them. */
export interface VideoStage {
  readonly house: House
  readonly desk: Awaited<ReturnType<typeof consoleOf>>
  readonly cameras: ReadonlyMap<string, SimulatedCamera>
  readonly close: () => Promise<void>
}

interface Listed {
  readonly camera: string
  readonly title: string
  readonly port: number
  readonly onvifPort: number
  readonly user: string
  readonly password: string
}

export const FRAMES_PER_SECOND = 25

/** `count` cameras of 25 frames a second, all live. Rejects when they are not within two minutes. */
export const setVideoStage = async (
  adminUrl: string,
  count: number,
  size: { readonly width: number; readonly height: number },
): Promise<VideoStage> => {
  const house = await startHouse({
    dataDir: newFolder(),
    env: {
      ...{ VIDEO: '1', VIDEO_SEGMENT_SECONDS: '10', VIDEO_WATCH_PICTURE: '0', MEDIA_PORT: '0', MEDIA_WORKERS: '1' },
      DATABASE_URL: await freshPostgresqlUrl(adminUrl),
    },
  })
  const list: Listed[] = JSON.parse(fs.readFileSync(path.join(house.dataDir, 'demo-cameras.json'), 'utf8'))
  const desk = await consoleOf(house, 'supervisor')
  const chief = await consoleOf(house, 'chief')
  const cameras = new Map<string, SimulatedCamera>()
  const scene = { size, framesPerSecond: FRAMES_PER_SECOND }
  for (let i = 0; i < count; i++) {
    const known = list[i]
    const one = known ?? { ...list[0]!, camera: `bench-${i}`, title: `bench ${i}`, port: 42_100 + i, onvifPort: null }
    const made = await startCamera({ ...one, variety: i, ...scene })
    cameras.set(one.camera, made)
    if (known) continue
    await chief.put(`/api/cameras/${one.camera}`, {
      ...{ name: { zh: one.title, en: one.title }, unit: 'bureau', room: null, place: null, areaCode: null },
      ...{ purpose: 'other', audio: false, privacyZones: [], retentionDays: null, codec: 'h264', audioCodec: null },
      ...{ url: made.url, subUrl: made.subUrl, onvifUrl: null, user: one.user, password: one.password },
    })
  }
  const close = async (): Promise<void> => {
    for (const camera of cameras.values()) await camera.close()
    await house.stop()
    fs.rmSync(house.dataDir, { recursive: true, force: true })
  }
  for (const until = Date.now() + 120_000; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    const view = await desk.get<{ cameras: readonly { id: string; state: string }[] }>('/api/cameras')
    const live = view.cameras.filter((c) => c.state === 'live').length
    if (live >= count) return { house, desk, cameras, close }
    if (Date.now() > until) {
      await close()
      throw new Error(`${live} of ${count} cameras are live after two minutes`)
    }
  }
}
