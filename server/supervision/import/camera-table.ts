import { z } from 'zod'
import type { cameraPurposes } from '../../domain/observation/camera.ts'
import { toWgs84 } from './datum.ts'
import { decodeText } from './decode-text.ts'
import * as f from './field.ts'
import { type Problem, say } from './problem.ts'
import { readTable, type TableShape } from './table.ts'

const address = (pattern: RegExp, zh: string, en: string) => z.string().max(512).regex(pattern, say(zh, en))
const rtsp = address(
  /^rtsps?:\/\/[^\s@']+$/,
  '应为 rtsp://主机[:端口]/路径，不含用户名和口令',
  'should be rtsp://host[:port]/path, without name and password',
)
const http = address(/^https?:\/\/[^\s@']+$/, '应为 http://… 的地址', 'should be an address that begins with http://')
const count = z
  .string()
  .regex(/^\d{1,5}$/, say('应为整数天', 'should be whole days'))
  .transform(Number)
  .refine((n) => n >= 1 && n <= 36_500, say('应在1到36500之间', 'should lie between 1 and 36500'))

const purposes: Readonly<Record<(typeof cameraPurposes)[number], readonly string[]>> = {
  window: ['服务窗口', '窗口'],
  hall: ['大厅', '服务大厅'],
  'case-area': ['办案区'],
  'duty-room': ['值班室'],
  vehicle: ['车载', '车辆'],
  body: ['执法记录仪'],
  public: ['公共区域', '公共场所'],
  other: ['其他', '其它'],
}

const shape = {
  columns: {
    id: ['编号'],
    name: ['名称'],
    nameEn: ['英文名称', '英文'],
    unit: ['单位'],
    purpose: ['用途'],
    room: ['房间'],
    areaCode: ['区域代码'],
    longitude: ['经度', 'lng', 'lon'],
    latitude: ['纬度', 'lat'],
    datum: ['坐标系', 'crs'],
    audio: ['声音'],
    retentionDays: ['保存天数'],
    url: ['地址', '主码流'],
    subUrl: ['子码流'],
    onvifUrl: ['ONVIF地址', 'ONVIF'],
    user: ['用户名'],
    password: ['口令', '密码'],
    codec: ['编码'],
  },
  schema: z
    .object({
      id: z
        .string()
        .regex(
          /^[A-Za-z0-9._-]{1,64}$/,
          say('编号只能含字母、数字和 . _ -，最长64位', 'an id has letters, digits and . _ - only, 64 at most'),
        ),
      name: f.filled.max(100),
      nameEn: f.optionalText.optional(),
      unit: f.id,
      purpose: f.word(purposes),
      room: f.optional(f.id).optional(),
      areaCode: f.optional(z.string().regex(/^\d{4}$/, say('应为四位数字', 'should be four digits'))).optional(),
      longitude: f.optional(f.longitude).optional(),
      latitude: f.optional(f.latitude).optional(),
      datum: f.datum.optional(),
      audio: f.yesOrNo.optional(),
      retentionDays: f.optional(count).optional(),
      url: rtsp,
      subUrl: f.optional(rtsp).optional(),
      onvifUrl: f.optional(http).optional(),
      user: f.optionalText.optional(),
      password: f.optionalText.optional(),
      codec: f.optional(f.word({ h264: ['H.264', 'H264'], h265: ['H.265', 'H265', 'HEVC'] })).optional(),
    })
    .refine((v) => (v.longitude == null) === (v.latitude == null), {
      path: ['latitude'],
      error: say('经度和纬度应同时给出', 'longitude and latitude should both be given'),
    }),
  optional: [
    ...['nameEn', 'room', 'areaCode', 'longitude', 'latitude', 'datum', 'audio', 'retentionDays'],
    ...['subUrl', 'onvifUrl', 'user', 'password', 'codec'],
  ],
} satisfies TableShape<unknown>

/** A camera as a line of the table tells it. A password that is not given is the one that is kept. */
export interface CameraLine {
  readonly line: number
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly unit: string
  readonly purpose: (typeof cameraPurposes)[number]
  readonly room: string | null
  readonly areaCode: string | null
  readonly place: readonly [number, number] | null
  readonly audio: boolean
  readonly retentionDays: number | null
  readonly url: string
  readonly subUrl: string | null
  readonly onvifUrl: string | null
  readonly user: string | null
  readonly password: string | null
  readonly codec: 'h264' | 'h265'
}

/** What the bureau already knows: the table may name only units and rooms that are registered. */
export interface Known {
  readonly unit: (id: string) => boolean
  readonly room: (id: string) => boolean
}

/** Reads cameras.csv as people keep it: any encoding, headings in Chinese or English. Every fault with its line. */
export const readCameras = (
  file: string,
  bytes: Uint8Array,
  known: Known,
): { readonly cameras: readonly CameraLine[]; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const decoded = decodeText(bytes)
  if (!decoded) {
    const message = { zh: '编码无法识别，请存为 UTF-8', en: 'the encoding is not known; save it as UTF-8' }
    return { cameras: [], problems: [{ file, line: null, field: null, message }] }
  }
  const lines = readTable(file, decoded.text, shape, (problem) => problems.push(withoutSecrets(problem)))
  const seen = new Map<string, number>()
  const wrong = (line: number, field: string, zh: string, en: string) =>
    problems.push({ file, line, field, message: { zh, en } })
  const cameras = lines.map(({ line, value: v }): CameraLine => {
    const before = seen.get(v.id)
    if (before !== undefined) wrong(line, 'id', `编号与第${before}行重复`, `the same id as in line ${before}`)
    seen.set(v.id, line)
    if (!known.unit(v.unit)) wrong(line, 'unit', `没有单位 ${v.unit}`, `there is no unit ${v.unit}`)
    if (v.room != null && !known.room(v.room))
      wrong(line, 'room', `没有登记房间 ${v.room}`, `no room ${v.room} is registered`)
    if (v.user == null && v.password != null)
      wrong(line, 'user', '有口令而没有用户名', 'there is a password and no user name')
    const place = v.longitude == null || v.latitude == null ? null : ([v.longitude, v.latitude] as const)
    return {
      line,
      id: v.id,
      name: { zh: v.name, en: v.nameEn ?? v.name },
      unit: v.unit,
      purpose: v.purpose,
      room: v.room ?? null,
      areaCode: v.areaCode ?? null,
      place: place && toWgs84(place, v.datum ?? 'wgs84'),
      audio: v.audio ?? false,
      retentionDays: v.retentionDays ?? null,
      url: v.url,
      subUrl: v.subUrl ?? null,
      onvifUrl: v.onvifUrl ?? null,
      user: v.user ?? null,
      password: v.password ?? null,
      codec: v.codec ?? 'h264',
    }
  })
  return { cameras, problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}

/** A complaint repeats the cell: an address with a password in it is told without. */
const withoutSecrets = (problem: Problem): Problem => {
  const clean = (text: string): string => text.replace(/(\w+:\/\/)[^\s/@]*@/g, '$1***@')
  return { ...problem, message: { zh: clean(problem.message.zh), en: clean(problem.message.en) } }
}
