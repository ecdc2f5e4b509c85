import type { StorageReply } from '../../../server/contract/recordings.ts'
import type { CameraReach, CameraView } from '../../../server/contract/video.ts'
import { RequestError } from '../../live/request.ts'

/** A camera as it stands in the form: everything is text until it is sent. */
export interface Draft {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly purpose: CameraView['purpose']
  readonly room: string
  readonly areaCode: string
  readonly lng: string
  readonly lat: string
  readonly retentionDays: string
  readonly url: string
  readonly subUrl: string
  readonly onvifUrl: string
  readonly user: string
  /** Empty: the one that is kept. */
  readonly password: string
  readonly codec: 'h264' | 'h265'
  readonly audio: boolean
  /** As the probe found it; null: none was found, or nobody looked. */
  readonly audioCodec: string | null
  readonly zones: CameraView['privacyZones']
}

export const emptyDraft: Draft = {
  ...{ id: '', zh: '', en: '', unit: '', purpose: 'window', room: '', areaCode: '', lng: '', lat: '' },
  ...{ retentionDays: '', url: '', subUrl: '', onvifUrl: '', user: '', password: '', codec: 'h264', audio: false },
  ...{ audioCodec: null, zones: [] },
}

export const draftOf = (camera: CameraView, reach: CameraReach | null): Draft => ({
  id: camera.id,
  zh: camera.name.zh,
  en: camera.name.en,
  unit: camera.unit,
  purpose: camera.purpose,
  room: camera.room ?? '',
  areaCode: camera.areaCode ?? '',
  lng: camera.place === null ? '' : String(camera.place[0]),
  lat: camera.place === null ? '' : String(camera.place[1]),
  retentionDays: camera.retentionDays === null ? '' : String(camera.retentionDays),
  url: reach?.url ?? '',
  subUrl: reach?.subUrl ?? '',
  onvifUrl: reach?.onvifUrl ?? '',
  user: reach?.user ?? '',
  password: '',
  codec: reach?.codec ?? camera.codec ?? 'h264',
  audio: camera.audio,
  audioCodec: reach === null || reach.sound === 'none' ? null : reach.sound === 'copy' ? 'aac' : 'other',
  zones: camera.privacyZones,
})

export type Wrong = 'id' | 'name' | 'unit' | 'areaCode' | 'place' | 'retentionDays' | 'url' | 'subUrl' | 'onvifUrl'

const rtsp = /^rtsps?:\/\/[^\s@']+$/
const empty = (text: string): boolean => text.trim() === ''
const within = (text: string, most: number): boolean => /^-?\d+(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= most

/** What keeps it from being sent, in the order of the form. */
export const wrongIn = (d: Draft): Wrong | undefined => {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(d.id)) return 'id'
  if (empty(d.zh)) return 'name'
  if (empty(d.unit)) return 'unit'
  if (d.areaCode !== '' && !/^\d{4}$/.test(d.areaCode)) return 'areaCode'
  const placed = !empty(d.lng) || !empty(d.lat)
  if (placed && !(within(d.lng, 180) && within(d.lat, 90))) return 'place'
  if (d.retentionDays !== '' && !/^[1-9]\d{0,4}$/.test(d.retentionDays)) return 'retentionDays'
  if (!rtsp.test(d.url.trim())) return 'url'
  if (d.subUrl !== '' && !rtsp.test(d.subUrl.trim())) return 'subUrl'
  return d.onvifUrl === '' || /^https?:\/\/[^\s@']+$/.test(d.onvifUrl.trim()) ? undefined : 'onvifUrl'
}

const orNull = (text: string): string | null => (empty(text) ? null : text.trim())

/** How the server is asked to reach it. */
export const reachOf = (d: Draft) => ({
  url: d.url.trim(),
  subUrl: orNull(d.subUrl),
  onvifUrl: orNull(d.onvifUrl),
  user: orNull(d.user),
  password: d.password === '' ? null : d.password,
})

export const bodyOf = (d: Draft) => ({
  ...reachOf(d),
  name: { zh: d.zh.trim(), en: empty(d.en) ? d.zh.trim() : d.en.trim() },
  unit: d.unit,
  purpose: d.purpose,
  room: orNull(d.room),
  areaCode: orNull(d.areaCode),
  place: empty(d.lng) ? null : ([Number(d.lng), Number(d.lat)] as [number, number]),
  retentionDays: d.retentionDays === '' ? null : Number(d.retentionDays),
  codec: d.codec,
  audio: d.audio,
  audioCodec: d.audio ? (d.audioCodec ?? 'other') : null,
  privacyZones: d.zones.map((zone) => zone.map(([x, y]) => [x, y] as [number, number])),
})

const rank: Readonly<Record<CameraView['state'], number>> = { lost: 0, connecting: 1, live: 2, unsourced: 3 }

/** Those asked for: what is wrong first, then by number. */
export const listed = (
  cameras: Iterable<CameraView>,
  text: string,
  state: CameraView['state'] | '',
): readonly CameraView[] => {
  const words = text.trim().toLowerCase()
  return [...cameras]
    .filter((c) => state === '' || c.state === state)
    .filter((c) =>
      [c.id, c.name.zh, c.name.en, c.unit, c.room ?? '', c.host ?? ''].some((s) => s.toLowerCase().includes(words)),
    )
    .sort((a, b) => rank[a.state] - rank[b.state] || a.id.localeCompare(b.id, undefined, { numeric: true }))
}

const DAY_MS = 86_400_000
/** Days until the disk is full at the pace of the last day; undefined while a whole day has not been recorded yet. */
export const daysLeft = (
  { freeBytes, stopBelowBytes, bytesPerDay, cameras }: StorageReply,
  now: number,
): number | undefined => {
  const since = Math.min(...cameras.flatMap((c) => c.oldestAt ?? []))
  return bytesPerDay > 0 && now - since >= DAY_MS ? Math.max(0, freeBytes - stopBelowBytes) / bytesPerDay : undefined
}

/** What a refusal says, with the places it names. */
export const told = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const detail = error instanceof RequestError ? error.refusal?.detail : undefined
  const places = Array.isArray(detail)
    ? (detail as { at?: unknown; problem?: unknown }[]).map(({ at, problem }) => `${at}: ${problem}`)
    : []
  return [error.message, ...places].join(' ')
}

/** `1.2 TB`: what a disk holds. */
export const sizeOf = (bytes: number): string => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${value.toLocaleString('en-US', { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 })} ${units[step]}`
}
