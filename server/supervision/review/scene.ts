import type { ReviewSubject } from '../../contract/reviews.ts'
import type { FindingView } from '../../contract/views.ts'
import type { Scene } from '../../domain/footage/scene.ts'
import type { LngLat } from '../../domain/geo.ts'
import type { DataOf } from '../../domain/observation/index.ts'
import { days, type Instant, minutes } from '../../domain/time.ts'
import { type Sight, sees, seesFinding } from '../access.ts'
import { readFinding } from '../finding-table.ts'
import type { Supervision } from '../supervision.ts'

/** What somebody would look at around a moment. */
const BEFORE_MS = minutes(5)
const AFTER_MS = minutes(10)
/** A review begins with no more than this of a long stay. */
const LONGEST_MS = days(1)
/** How near a camera of a unit's building must be. */
const UNIT_RADIUS_M = 200
const PLACE_RADIUS_M = 300
/** Newest evidence tells where it was. */
const EVIDENCE_READ = 50

type Asked = Exclude<ReviewSubject, { is: 'share' }>

const around = (at: Instant): Pick<Scene, 'at' | 'from' | 'to'> => ({ at, from: at - BEFORE_MS, to: at + AFTER_MS })

/** What a review is about: when, where, who; undefined when there is no such thing or it is not in sight. */
export const sceneOf = async (
  subject: Asked,
  at: Instant | undefined,
  sight: Sight,
  supervision: Supervision,
): Promise<Scene | undefined> => {
  const { register } = supervision
  const now = supervision.now()
  const nothing = { unit: null, cameras: [], rooms: [], carriers: [], place: null, radiusM: PLACE_RADIUS_M }
  switch (subject.is) {
    case 'finding': {
      const one = supervision.cases.get(subject.id) ?? (await readFinding(supervision.database, subject.id))
      return one && seesFinding(sight, one.view) ? ofFinding(one.view, at, supervision) : undefined
    }
    case 'stay': {
      const unit = supervision.custody.unitOf(subject.id)
      const detail = sees(sight, unit) ? supervision.custody.detail(subject.id, now, supervision.seq()) : undefined
      if (!detail || unit === undefined) return undefined
      const begins = detail.stay.arrivedAt ?? now
      const ends = detail.stay.departedAt ?? now
      const from = at === undefined ? Math.max(begins, ends - LONGEST_MS) : at - BEFORE_MS
      const to = at === undefined ? Math.max(ends, from + 1) : at + AFTER_MS
      const rooms = [...new Set(detail.rooms.map((r) => r.room))]
      const title = { zh: `到案 ${subject.id}`, en: `Stay ${subject.id}` }
      return { ...nothing, title, at: at ?? from, from, to, unit, rooms }
    }
    case 'unit': {
      const unit = register.unit(subject.id)
      if (!unit || !sees(sight, subject.id)) return undefined
      const place = (unit.place as LngLat | null) ?? null
      return {
        ...nothing,
        ...around(at ?? now - AFTER_MS),
        title: unit.name,
        unit: subject.id,
        place,
        radiusM: UNIT_RADIUS_M,
      }
    }
    case 'camera': {
      const camera = register.cameras.camera(subject.id)
      if (!camera || !sees(sight, camera.unit)) return undefined
      const rooms = camera.room === null ? [] : [camera.room]
      return {
        ...nothing,
        ...around(at ?? now - AFTER_MS),
        title: camera.name,
        unit: camera.unit,
        cameras: [subject.id],
        rooms,
      }
    }
    case 'place': {
      const [lng, lat] = subject.place
      const title = {
        zh: `地点 ${lat.toFixed(5)}，${lng.toFixed(5)}`,
        en: `Place ${lat.toFixed(5)}, ${lng.toFixed(5)}`,
      }
      return { ...nothing, ...around(at ?? now - AFTER_MS), title, place: subject.place, radiusM: subject.radiusM }
    }
    case 'complaint':
      // The unit complained of does not see what is complained of it.
      return sight.is === 'all' ? ofComplaint(subject.id, at, supervision) : undefined
  }
}

/** A complaint says when, where and whom; where it says no place, its unit's own stands for it. */
const ofComplaint = async (
  id: string,
  at: Instant | undefined,
  { journal, register }: Supervision,
): Promise<Scene | undefined> => {
  const told = await complaintOf(id, journal)
  if (!told) return undefined
  const unit = register.unit(told.unit ?? '')
  const carriers = told.officers.flatMap((officer) => [
    `officer/${officer}`,
    ...register
      .shiftsWith(officer)
      .filter((shift) => shift.startsAt <= told.to && shift.endsAt >= told.from)
      .map((shift) => shift.carrier),
  ])
  const own = (unit?.place as LngLat | null | undefined) ?? null
  return {
    title: { zh: `投诉 ${id}`, en: `Complaint ${id}` },
    at: at ?? told.from,
    from: (at ?? told.from) - BEFORE_MS,
    to: at === undefined ? Math.min(told.to, told.from + LONGEST_MS) + AFTER_MS : at + AFTER_MS,
    unit: told.unit,
    cameras: [],
    rooms: told.room === null ? [] : [told.room],
    carriers,
    place: told.place ?? own,
    radiusM: told.place === null ? UNIT_RADIUS_M : PLACE_RADIUS_M,
  }
}

/** What was told of a complaint last. There are some hundreds a year: they are looked through. */
const complaintOf = async (
  id: string,
  journal: Supervision['journal'],
): Promise<DataOf<'complaint.received'> | undefined> => {
  let found: DataOf<'complaint.received'> | undefined
  for (let after = -1; ; ) {
    const entries = await journal.read({ after, limit: 1_000, kinds: ['complaint.received'] })
    for (const { observation: o } of entries)
      if (o.kind === 'complaint.received' && o.data.complaint === id) found = o.data
    if (entries.length < 1_000) return found
    after = entries.at(-1)!.seq
  }
}

const ofFinding = async (view: FindingView, at: Instant | undefined, supervision: Supervision): Promise<Scene> => {
  const { register, journal } = supervision
  const { finding, title, endedAt } = view
  const { concerns, facts, since } = finding
  const evidence = await journal.inspect(finding.evidence.slice(-EVIDENCE_READ))
  const told = [facts, ...evidence.map(({ entry }) => entry.observation.data)] as Readonly<Record<string, unknown>>[]
  const words = (key: string): string[] =>
    told.flatMap((data) => (typeof data[key] === 'string' ? [data[key] as string] : []))
  const sensed = words('sensor').flatMap((s) => register.custody.sensor(s)?.room ?? [])
  const acted = words('act').flatMap((a) => register.custody.act(a)?.room ?? [])
  const held = words('person').flatMap((p) => register.custody.whereabouts(p)?.room ?? [])
  const subject = finding.subject.replace(/#.*$/, '')
  const rooms = [...words('room'), ...sensed, ...acted, ...held, ...(register.custody.room(subject) ? [subject] : [])]
  const cameras = words('camera').filter((c) => register.cameras.camera(c) !== undefined)
  const watched = cameras.flatMap((c) => register.cameras.camera(c)?.room ?? [])
  const positions = told.flatMap(({ position }) => (Array.isArray(position) ? [position as unknown as LngLat] : []))
  const officers = concerns.officers.map((o) => `officer/${o}`)
  const moment = at ?? since
  return {
    title,
    at: moment,
    from: moment - BEFORE_MS,
    to: Math.min(Math.max(moment + AFTER_MS, at === undefined ? (endedAt ?? 0) + BEFORE_MS : 0), moment + LONGEST_MS),
    unit: concerns.unit,
    cameras: [...new Set(cameras)],
    rooms: [...new Set([...rooms, ...watched])],
    carriers: [...new Set([...(concerns.carrier ? [concerns.carrier] : []), ...words('carrier'), ...officers])],
    place: concerns.place ?? positions.at(-1) ?? null,
    radiusM: PLACE_RADIUS_M,
  }
}
