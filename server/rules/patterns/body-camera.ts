import { common, joined, type Stretch, stretchOf, without } from '../../domain/duty/spans.ts'
import type { Register } from '../../domain/register.ts'
import { hours, type Instant } from '../../domain/time.ts'
import { sensorKinds } from './acts.ts'
import { isAuxiliary } from './officers.ts'
import type { WrongStretch } from './stretches.ts'

/** What tells of footage and of the incidents it is due at. */
export const incidentKinds = ['dispatch.arrived', 'dispatch.closed'] as const
export const footageKinds = [
  'body-camera.issued',
  'body-camera.returned',
  'body-camera.started',
  'body-camera.stopped',
  'body-camera.interruption-explained',
  'body-camera.exempted',
  ...sensorKinds,
] as const

const SEPARATOR = '#'
const AROUND_MS = hours(12)
type About = { readonly kind: string; readonly data: object; readonly observedAt: Instant }

/** The incidents an observation is about, each as order and carrier. */
export const incidentsOf = (o: About, register: Register): readonly string[] => {
  const data = o.data as {
    order?: string | null
    carrier?: string
    carriers?: readonly string[]
    officer?: string | null
    sensor?: string
    device?: string
  }
  // What tells of cameras, or one of them, went or came back: incidents of then are to be looked at again.
  if (data.sensor !== undefined)
    return tellsOfCameras(data.sensor, register)
      ? register.duty.arrivals().flatMap(([key, { at }]) => (Math.abs(at - o.observedAt) <= AROUND_MS ? [key] : []))
      : []
  if (o.kind === 'dispatch.arrived' || o.kind === 'dispatch.closed')
    return [...(data.carriers ?? []), ...(data.carrier ? [data.carrier] : [])].map(
      (c) => `${data.order}${SEPARATOR}${c}`,
    )
  if (!data.officer) {
    const holder = data.device === undefined ? undefined : register.duty.holderOf(data.device, o.observedAt)
    return holder === undefined ? [] : incidentsOf({ ...o, data: { ...o.data, officer: holder } }, register)
  }
  const carriers = [`officer/${data.officer}`, ...register.shiftsWith(data.officer).map((s) => s.carrier)]
  return [...new Set(carriers)].flatMap((carrier) =>
    register
      .ordersOf(carrier)
      .filter((x) => x.orderedAt <= o.observedAt && (x.closedAt ?? o.observedAt) >= o.observedAt - AROUND_MS)
      .map((x) => `${x.order}${SEPARATOR}${carrier}`),
  )
}

/** Whether a sensor is the platform of body cameras, or a body camera that is in somebody’s hands. */
export const tellsOfCameras = (sensor: string, { custody, duty }: Register): boolean =>
  custody.sensor(sensor)?.watches.includes('body-cameras') === true || duty.isBodyCamera(sensor)

/** When an officer’s camera did not work: after it stopped by a fault, or while it is declared a sensor and is down. */
export const brokenTimes = (officer: string, { custody, duty }: Register): Stretch[] => {
  const held = duty.cameras(officer)
  const footage = duty.footage(officer)
  const faults = footage.flatMap(({ broken, to }): Stretch[] => {
    if (!broken || to === null) return []
    // Until it records again, or another one is at hand.
    const again = [...footage.map((f) => f.from), ...held.map((c) => c.from)].filter((from) => from > to)
    return [{ from: to, to: Math.min(...again) }]
  })
  const down = held.flatMap((c) => {
    const up = custody.upTimes(c.device)?.map(stretchOf)
    const before = { from: Number.NEGATIVE_INFINITY, to: up?.[0]?.from ?? c.from }
    return up ? without([stretchOf({ from: c.from, to: c.to ?? undefined })], [before, ...up]) : []
  })
  return joined([...faults, ...down])
}

/** When a camera of the crew was broken and nobody of them had another. */
const withoutCamera = (crew: readonly string[], register: Register): Stretch[] => {
  const broken = crew.map((officer) => brokenTimes(officer, register))
  const working = crew.flatMap((officer, i) =>
    without(
      register.duty.cameras(officer).map((c) => stretchOf({ from: c.from, to: c.to ?? undefined })),
      broken[i]!,
    ),
  )
  return without(broken.flat(), working)
}

/** An incident at which somebody should record: from arrival until the order is closed. */
export interface Incident extends Stretch {
  readonly order: string
  readonly carrier: string
  readonly crew: readonly string[]
  readonly unit: string | undefined
  readonly seqs: readonly number[]
}

export const incidentOf = (subject: string, register: Register): Incident | undefined => {
  const [order, carrier] = [subject.slice(0, subject.indexOf(SEPARATOR)), subject.slice(subject.indexOf(SEPARATOR) + 1)]
  const arrived = register.duty.arrival(order, carrier)
  if (!arrived) return undefined
  const known = register.ordersOf(carrier).find((x) => x.order === order)
  const crew = carrier.startsWith('officer/')
    ? [carrier.slice('officer/'.length)]
    : (register.shiftAt(carrier, arrived.at)?.crew ?? [])
  return {
    order,
    carrier,
    crew: crew.filter((o) => !isAuxiliary(register, o)),
    unit: register.unitOf(carrier),
    from: arrived.at,
    to: known?.closedAt ?? Number.POSITIVE_INFINITY,
    seqs: [arrived.seq],
  }
}

/**
 * The parts of the incident that nobody of the crew recorded, explained or was exempted from, and of them what the platform
 * could tell. `begunAt`: until then nobody had begun to record, whether or not the platform could tell all the while.
 */
export const unrecorded = (
  incident: Incident,
  register: Register,
  now: Instant,
): { gaps: Stretch[]; known: Stretch[]; begunAt: Instant } => {
  const covered = incident.crew.flatMap((officer) => [
    ...register.duty.footage(officer).map((f) => stretchOf({ from: f.from, to: f.to ?? undefined })),
    ...register.duty
      .cameraExemptions(officer)
      .filter((e) => e.data.order === null || e.data.order === incident.order)
      .map((e) => ({ from: e.data.startsAt, to: e.data.endsAt })),
  ])
  const gaps = without([incident], covered)
  const fed = without(register.custody.fedTimes('body-cameras').map(stretchOf), withoutCamera(incident.crew, register))
  const first = gaps.find((g) => g.from === incident.from)
  return {
    gaps,
    known: gaps.flatMap((g) => (g.from >= now ? [g] : common([g], fed))),
    begunAt: first?.to ?? incident.from,
  }
}

export const incidentStretch = (incident: Incident, gap: Stretch, register: Register): WrongStretch => ({
  ...gap,
  unit: incident.unit,
  officers: incident.crew,
  carrier: incident.carrier,
  seen: [
    ...incident.seqs,
    ...incident.crew.flatMap((officer) =>
      register.duty
        .footage(officer)
        .filter((f) => (f.to ?? Number.POSITIVE_INFINITY) >= incident.from && f.from <= incident.to)
        .flatMap((f) => f.seqs),
    ),
  ],
  facts: { order: incident.order, arrivedAt: incident.from, crew: incident.crew.join(',') },
})
