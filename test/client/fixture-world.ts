import type { FeatureCollection } from 'geojson'
import { permissionsByRole, type Role } from '../../server/contract/roles.ts'
import type {
  CarrierState,
  CarrierView,
  FindingView,
  Grade,
  Snapshot,
  UnitView,
  UserView,
  ZoneView,
} from '../../server/contract/views.ts'
import { type County, growCounty } from '../../simulators/county/county.ts'
import { countyFiles } from '../../simulators/county/files.ts'
import { type Point, toLngLat } from '../../simulators/county/plane.ts'

/** TEST FIXTURE: a made-up situation in the views of the contract, for the console alone. No server, no journal. */

export const grown: County = growCounty()

export const countyLayer: FeatureCollection = {
  type: 'FeatureCollection',
  features: countyFiles(grown)
    .filter((f) => ['boundary.geojson', 'townships.geojson', 'roads.geojson', 'landscape.geojson'].includes(f.name))
    .flatMap((f) => (JSON.parse(f.text) as FeatureCollection).features),
}

export const user = (role: Role, name: string = role): UserView => ({
  name,
  displayName: { supervisor: '沈知远', chief: '顾明川' }[role as string] ?? name,
  role,
  unit: null,
  officer: null,
  permissions: permissionsByRole[role],
})

export const units: readonly UnitView[] = grown.units.map((u) => ({
  id: u.id,
  name: { zh: u.zh, en: u.en },
  kind: u.kind,
  parent: u.parent,
  place: toLngLat(u.at),
}))

export const zones = (now: number): ZoneView[] =>
  grown.beats.map((b) => ({
    id: b.id,
    kind: 'beat',
    name: { zh: b.zh, en: b.en },
    unit: b.unit,
    polygon: [b.ring.map(toLngLat)],
    routePoints: b.routePoints.map((p) => ({ id: p.id, place: toLngLat(p.at), name: p.zh })),
    limitKmh: null,
    validFrom: now - 86_400_000,
    validUntil: null,
    by: 'chief',
    reason: '春季勤务调整',
  }))

/** Where unit number `i` is at an instant: round and round a beat. */
export const placeAt = (i: number, at: number): { position: readonly [number, number]; headingDeg: number } => {
  const beat = grown.beats[i % grown.beats.length]!
  const ring: readonly Point[] = beat.ring
  const along = ((at / 1000) * (0.02 + (i % 5) * 0.01) + i * 3.7) % (ring.length - 1)
  const [a, b] = [ring[Math.floor(along)]!, ring[Math.floor(along) + 1]!]
  const share = along % 1
  const point: Point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
  const headingDeg = ((Math.atan2(b[0] - a[0], b[1] - a[1]) * 180) / Math.PI + 360) % 360
  return { position: toLngLat(point), headingDeg }
}

const stateOf = (i: number): CarrierState =>
  i % 13 === 5 ? 'silent' : i % 9 === 4 ? 'last-known' : i % 7 === 6 ? 'off-duty' : 'live'

export const carriers = (now: number): CarrierView[] => {
  const people = [
    ...grown.cars.map((c) => ({
      id: `vehicle/${c.id}`,
      kind: 'vehicle' as const,
      name: c.zh,
      plate: c.plate,
      unit: c.unit,
    })),
    ...grown.officers
      .slice(0, 40)
      .map((o) => ({ id: `officer/${o.id}`, kind: 'officer' as const, name: o.name, plate: null, unit: o.unit })),
  ]
  return people.map((p, i): CarrierView => {
    const state = stateOf(i)
    const age =
      state === 'live'
        ? 2_000 + (i % 5) * 1_000
        : state === 'last-known'
          ? 190_000
          : state === 'silent'
            ? 1_560_000
            : 9_000_000
    const beat = grown.beats[i % grown.beats.length]!
    const home = grown.units.find((u) => u.id === p.unit)!
    const { position, headingDeg } =
      state === 'off-duty' ? { position: toLngLat(home.at), headingDeg: 0 } : placeAt(i, now)
    const shift =
      state === 'off-duty'
        ? null
        : {
            id: `s${i}`,
            beat: p.kind === 'vehicle' ? beat.id : null,
            startsAt: now - 9_000_000,
            endsAt: now + 9_000_000,
          }
    const order = i === 2 ? { id: 'JQ-20261122-0147', urgent: true } : null
    return {
      ...p,
      state,
      device: `jt808:1399548${String(i).padStart(4, '0')}`,
      online: state === 'live',
      position,
      accuracyM: p.kind === 'vehicle' ? null : 12 + (i % 4) * 9,
      speedKmh: state === 'live' ? (i * 7) % 52 : 0,
      headingDeg,
      mocked: i === 30,
      observedAt: now - age,
      recordedAt: now - age + (i % 6 === 1 ? 14_000 : 400),
      shift,
      order,
    }
  })
}

const titles: Readonly<Record<string, { zh: string; en: string; grade: Grade }>> = {
  'patrol.left-beat': { zh: '巡逻车离开巡区', en: 'Patrol car has left its beat', grade: 'B' },
  'patrol.overtime-stop': { zh: '巡逻车超时停留', en: 'Patrol car has stopped too long', grade: 'C' },
  'equipment.silent-tracker': {
    zh: '在勤定位设备失联（由设备责任单位处理）',
    en: 'Tracker silent on duty (charged to the owner of the equipment)',
    grade: 'C',
  },
  'vehicle.speeding': { zh: '无紧急任务超速行驶', en: 'Speeding without an urgent order', grade: 'B' },
  'vehicle.outside-county': { zh: '未经批准驶出县域', en: 'Left the county without approval', grade: 'A' },
}

export const finding = (n: number, now: number, patch: Partial<FindingView> = {}): FindingView => {
  const rules = Object.keys(titles)
  const rule = rules[n % rules.length]!
  const { grade, ...title } = titles[rule]!
  const carrier = `vehicle/${grown.cars[(n * 3) % grown.cars.length]!.id}`
  const since = now - (n * 7 + 3) * 61_000
  const { position } = placeAt((n * 3) % grown.cars.length, since)
  const beat = grown.beats[(n * 3) % grown.beats.length]!
  return {
    finding: {
      id: `${rule}/${carrier}/${since}`,
      rule,
      subject: carrier,
      grade,
      since,
      openedAt: since + 45_000,
      evidence: [1000 + n, 1001 + n],
      facts: { beat: beat.id, distanceM: 412, outsideMs: 540_000, accuracyM: 15 },
      concerns: { unit: beat.unit, carrier, officers: [grown.officers[n]!.id], place: position },
    },
    title,
    active: n % 4 !== 3,
    endedAt: n % 4 === 3 ? since + 600_000 : null,
    acknowledged: null,
    claimed: null,
    shelved: null,
    verified: null,
    dismissal: null,
    closed: null,
    status: 'new',
    seq: 1000 + n,
    ...patch,
  }
}

export const findings = (now: number): FindingView[] => [
  finding(0, now),
  finding(1, now),
  finding(4, now),
  finding(3, now, {
    acknowledged: { by: '沈知远', at: now - 60_000 },
    claimed: { by: '沈知远', at: now - 1_200_000 },
    status: 'acknowledged',
  }),
  finding(2, now),
  finding(9, now, {
    acknowledged: { by: '沈知远', at: now - 600_000 },
    dismissal: {
      proposedBy: 'supervisor',
      at: now - 300_000,
      outcome: 'lawful-exception',
      reason: '跨县押解，已核对审批单第 2026-118 号',
    },
    status: 'dismissal-proposed',
  }),
  finding(5, now),
  finding(6, now, {
    shelved: { by: '顾明川', until: now + 1_500_000, reason: '修路绕行' },
    acknowledged: { by: '顾明川', at: now },
    status: 'shelved',
  }),
  finding(7, now),
]

export const snapshot = (now: number, extra: { readonly empty?: boolean } = {}): Snapshot => {
  const all = extra.empty ? [] : findings(now)
  const unseen = (g: Grade): number => all.filter((f) => f.finding.grade === g && f.acknowledged === null).length
  return {
    seq: 5000,
    at: now,
    carriers: extra.empty ? [] : carriers(now),
    findings: all,
    units,
    zones: extra.empty ? [] : zones(now),
    status: {
      now,
      store: { kind: 'embedded', version: 'PGlite 0.5.8 · PostGIS 3.6' },
      newestDataAt: extra.empty ? null : now - 1_000,
      unacknowledged: { A: unseen('A'), B: unseen('B'), C: unseen('C') },
      unobservable: extra.empty ? 0 : 5,
      onDuty: ['沈知远', '顾明川'],
      outage: null,
      rollCall: { next: { from: now + 1_500_000, to: now + 3_300_000 }, running: 0 },
      demo: { clockSpeed: 1 },
    },
  }
}
