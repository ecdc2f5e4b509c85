import type { Camera, CameraRegister } from '../../domain/camera/register.ts'
import type { Interval } from '../../domain/custody/marks.ts'
import type { CustodyRegister } from '../../domain/custody/register.ts'
import { common, joined, stretchOf } from '../../domain/duty/spans.ts'
import { stillSends } from '../../domain/observation/camera.ts'
import type { Register } from '../../domain/register.ts'
import { recordingEquipment } from '../patterns/equipment.ts'
import { roomsOf } from '../patterns/rooms-of.ts'
import { noLongerThan, toleranceSecondsOf } from '../patterns/stretches.ts'

/** 有人时录音录像设备正常 (legal table F, zone-av-outage: A if occupied), as our own cameras and recorder tell it. */
export const gapWhileHeld = noLongerThan({
  id: 'recording.gap-while-held',
  title: {
    zh: '房间有被办案人员期间，摄像机的录像中断',
    en: 'The recording of a room’s cameras broke off while someone was held in it',
  },
  grade: 'A',
  citations: [recordingEquipment],
  paramSchema: toleranceSecondsOf,
  params: [{ from: '2026-01-01', value: { toleranceSeconds: 10 } }],
  localSettings: [
    { param: 'toleranceSeconds', title: { zh: '中断容许时间', en: 'Break that is tolerated' }, unit: 'second' },
  ],
  limits: {
    zh: '责任在设备管理单位，不在办案民警；询问、讯问未录制由另外的规则监督。有人以门禁、手环和办案记录为准；这些都不可用时，有没有人不知道，不作判断。同一房间还有别的摄像机在录的，不报。带声音的摄像机因录像主机停止而中断的，由“有人时设备不工作”监督，不重复报。登记以后从未有过画面的摄像机还没有开始录像，不算中断，由“摄像机长时间没有可用画面”监督。',
    en: 'The equipment’s owner answers for it, not the officers; a session that was not recorded is watched by other rules. That someone is there goes by doors, wristbands and the case record; where none of them works nobody knows, and it does not judge. While another camera of the room records nothing is reported. A camera with sound that broke off because the recorder stopped is watched as “equipment down while occupied” and is not reported twice. A camera that never gave a picture since it was registered is not yet recorded and does not break off; “a camera gave no picture” watches it.',
  },
  consumes: [
    'camera.registered',
    'camera.withdrawn',
    'camera.lost',
    'camera.restored',
    'camera.recording-broken',
    'camera.recording-resumed',
    'segment.closed',
    'recorder.started',
    'recorder.stopped',
    'room.entered',
    'room.left',
    'person.departed',
    'act.started',
    'act.ended',
    'sensor.failed',
    'sensor.restored',
  ],
  subject: (o, register) => watchedRooms(o, register),
  look(room, _law, { now, register }) {
    const { cameras, custody } = register
    const watching = cameras.camerasIn(room)
    if (watching.length === 0) return { stretches: [] }
    const dark = watching.map((camera) => gapsOf(camera, cameras, custody))
    const unrecorded = dark.map((gaps) => gaps.map(stretchOf)).reduce((a, b) => common(a, b))
    const occupied = occupiedTimes(room, custody)
    const blind = unrecorded.some((g) => g.from <= now && now < g.to) && !knowsWhoIsIn(room, custody, now)
    return {
      stretches: common(unrecorded, joined(occupied.map(stretchOf))).map((s) => {
        const [camera, gap] = watching
          .flatMap((one, i) => dark[i]!.map((g) => [one, g] as const))
          .find(([, g]) => g.from <= s.from && s.from < (g.to ?? Number.POSITIVE_INFINITY))!
        const inside = occupied.find((p) => p.from <= s.from && s.from < (p.to ?? Number.POSITIVE_INFINITY))
        return {
          ...s,
          seen: [...gap.evidence, ...(inside?.evidence ?? [])],
          unit: gap.owner ?? camera.unit,
          place: camera.place,
          facts: { room, camera: camera.camera, cause: gap.cause, why: gap.why, cameras: watching.length },
        }
      }),
      missing: blind && occupied.every((p) => p.to !== undefined && p.to <= now) ? 'room.entered' : undefined,
    }
  },
})

/** The rooms an observation is about: by door and act, or every room that a camera covers. */
const watchedRooms = (o: { readonly kind: string; readonly data: object }, register: Register): readonly string[] => {
  const { cameras, custody } = register
  const data = o.data as { camera?: string; act?: string; room?: string | null }
  if (o.kind.startsWith('recorder.')) return [...new Set(cameras.cameras().flatMap((c) => c.room ?? []))]
  if (data.camera !== undefined) return [cameras.camera(data.camera)?.room ?? data.room].filter((r) => r != null)
  const act = custody.act(data.act)?.room
  return [...new Set([...roomsOf(o, register), ...(act ? [act] : [])])].filter((r) => cameras.camerasIn(r).length > 0)
}

interface Gap extends Interval {
  readonly cause: 'source-down' | 'no-picture' | 'recorder-down' | 'disk-full'
  readonly why: string
  readonly owner: string | null
}

/** When nothing that shows the room was recorded of a camera, and whose fault it is. */
const gapsOf = (camera: Camera, cameras: CameraRegister, custody: CustodyRegister): Gap[] => {
  const first = cameras.firstPictureOf(camera.camera)
  // What never gave a picture is not yet recorded; it cannot break off.
  if (first === undefined) return []
  const losses = cameras
    .losses(camera.camera)
    .filter((loss) => loss.to === undefined || loss.to > first)
    .map(
      (loss): Gap => ({
        ...loss,
        from: Math.max(loss.from, first),
        cause: stillSends(loss.why) ? 'no-picture' : 'source-down',
        owner: camera.unit,
      }),
    )
  // Declared as what watches the recording of the room: another rule has it.
  if (custody.sensor(`recorder/${camera.camera}`)) return losses
  const outages = cameras.recorders().flatMap((recorder) =>
    cameras.outages(recorder).map(
      (outage): Gap => ({
        ...outage,
        cause: outage.why === 'disk-full' || outage.why === 'disk-error' ? 'disk-full' : 'recorder-down',
      }),
    ),
  )
  const breaks = cameras.breaks(camera.camera).map(
    ({ why, ...gap }): Gap => ({
      ...gap,
      why,
      cause: why === 'disk' ? 'disk-full' : 'recorder-down',
      owner: cameras.recorderOwnerAt(gap.from),
    }),
  )
  return [...losses, ...breaks, ...outages.filter((gap) => gap.to === undefined || gap.to > first)]
}

/** When somebody held was in the room, as doors, wristbands and the case record tell. */
const occupiedTimes = (room: string, custody: CustodyRegister): Interval[] => [
  ...custody.presence(room).filter((p) => p.as === 'held'),
  // What an act was told by is its rule's evidence; the gap's is enough here.
  ...custody
    .actsIn(room)
    .filter((act) => act.person !== null)
    .map((act) => ({ from: act.startedAt, to: act.endedAt, evidence: [] })),
]

/** Whether something that would tell of people in the room works now. */
const knowsWhoIsIn = (room: string, custody: CustodyRegister, now: number): boolean =>
  (['entry', 'badges', 'people-count'] as const).some((what) => custody.sees(room, what, now, now))
