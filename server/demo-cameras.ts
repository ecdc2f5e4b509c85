import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import type { CameraPurpose } from './domain/observation/camera.ts'
import type { Clock } from './domain/time.ts'
import type { Journal } from './journal/journal.ts'
import type { Video } from './video/video.ts'

/** The cameras of the county that really send pictures: as many as two cores carry beside everything else. */
const SIMULATED = [
  'cam-station-chengdong-1',
  'cam-station-chengdong-2',
  'cam-station-chengdong-3',
  'cam-station-chengdong-4',
  'cam-station-chengdong-5',
  'cam-bureau-4',
]
/** One of them has a clock that is wrong: the console says by how much. */
const WRONG_CLOCK = 'cam-station-chengdong-5'
const WRONG_BY_MS = 3_600_000

/** What `simulators/cameras` needs to know of one camera. */
interface Simulated {
  readonly camera: string
  readonly title: string
  readonly port: number
  readonly onvifPort: number
  readonly user: string
  readonly password: string
  readonly clockOffsetMs: number
}

interface Row {
  readonly 编号: string
  readonly 类型: string
  readonly 名称: string
  readonly 英文名称: string
  readonly 单位: string
  readonly 用途: string
  readonly 经度: string
  readonly 纬度: string
}

const purposes: Readonly<Record<string, CameraPurpose>> = {
  interrogation: 'case-area',
  waiting: 'case-area',
  hall: 'hall',
  gate: 'public',
}

/**
 * Registers the county's cameras; where RTSP cameras can be simulated, six of them are given an address, and what the
 * simulator must know is written to `file` (mode 0600). False: they are not simulated on this machine.
 */
export const openDemoCameras = async (
  { journal, clock }: { readonly journal: Journal; readonly clock: Clock },
  video: Video,
  county: string,
  file: string,
): Promise<boolean> => {
  const table = path.join(county, 'installations.csv')
  if (!fs.existsSync(table)) return true
  const rows = (parse(fs.readFileSync(table), { bom: true, columns: true }) as Row[]).filter((r) => r.类型 === 'camera')
  const simulates = video.hasFfmpeg && (await canSimulate())
  const known = new Set(video.view().cameras.map(({ id }) => id))
  const drafts = rows
    .filter((row) => !known.has(row.编号))
    .map((row) => {
      const { 编号: camera, 单位: unit, 用途: use } = row
      const room = use === 'interrogation' ? camera.replace(/^cam-/, 'room-') : null
      const data = {
        camera,
        name: { zh: row.名称, en: row.英文名称 },
        unit,
        place: [Number(row.经度), Number(row.纬度)] as const,
        room,
        areaCode: null,
        purpose: purposes[use] ?? 'other',
        codec: 'h264' as const,
        audio: false,
        privacyZones: [],
        retentionDays: null,
        substream: true,
        host: null,
        by: 'demo',
      }
      return {
        source: 'demo',
        key: `camera ${camera}`,
        observation: { kind: 'camera.registered', observedAt: clock(), data } as const,
      }
    })
  if (drafts.length > 0) await journal.append(drafts)
  fs.rmSync(file, { force: true })
  if (!simulates) return false
  const simulated: Simulated[] = []
  for (const camera of SIMULATED) {
    const row = rows.find((one) => one.编号 === camera)
    if (!row) continue
    const [port, onvifPort] = [await freePort(), await freePort()]
    const [user, password] = ['custodes', randomBytes(9).toString('base64url')]
    const clockOffsetMs = camera === WRONG_CLOCK ? WRONG_BY_MS : 0
    simulated.push({ camera, title: row.名称.replace(/摄像机$/, ''), port, onvifPort, user, password, clockOffsetMs })
    const at = `127.0.0.1:${port}`
    await video.sources.save(
      {
        camera,
        url: `rtsp://${at}/main`,
        subUrl: `rtsp://${at}/sub`,
        onvifUrl: `http://127.0.0.1:${onvifPort}/onvif/device_service`,
        user,
        password,
        codec: 'h264',
        audio: 'none',
      },
      'demo',
      clock(),
    )
  }
  fs.writeFileSync(file, JSON.stringify(simulated, null, 2), { mode: 0o600 })
  for (const { camera } of simulated) await video.resource(camera)
  return true
}

/** GStreamer's RTSP server and its Python bindings, as Debian has them. */
const canSimulate = (): Promise<boolean> =>
  new Promise((resolve) => {
    const code = 'import gi; gi.require_version("GstRtspServer", "1.0")'
    execFile('/usr/bin/python3', ['-c', code], (error) => resolve(error === null))
  })

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
