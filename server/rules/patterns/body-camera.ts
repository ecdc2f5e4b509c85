import { common, joined, type Stretch, stretchOf, without } from '../../domain/duty/spans.ts'
import type { Register } from '../../domain/register.ts'
import { hours, type Instant } from '../../domain/time.ts'
import { isAuxiliary } from './officers.ts'
import type { WrongStretch } from './stretches.ts'

/** What tells of footage and of the incidents it is due at. */
export const incidentKinds = ['dispatch.arrived', 'dispatch.closed'] as const
export const footageKinds = [
  'body-camera.issued',
  'body-camera.started',
  'body-camera.stopped',
  'body-camera.interruption-explained',
  'body-camera.exempted',
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
  }
  if (o.kind === 'dispatch.arrived' || o.kind === 'dispatch.closed')
    return [...(data.carriers ?? []), ...(data.carrier ? [data.carrier] : [])].map(
      (c) => `${data.order}${SEPARATOR}${c}`,
    )
  if (!data.officer) return []
  const carriers = [`officer/${data.officer}`, ...register.shiftsWith(data.officer).map((s) => s.carrier)]
  return [...new Set(carriers)].flatMap((carrier) =>
    register
      .ordersOf(carrier)
      .filter((x) => x.orderedAt <= o.observedAt && (x.closedAt ?? o.observedAt) >= o.observedAt - AROUND_MS)
      .map((x) => `${x.order}${SEPARATOR}${carrier}`),
  )
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
  const fed = register.custody.fedTimes('body-cameras').map(stretchOf)
  const first = gaps.find((g) => g.from === incident.from)
  return {
    gaps,
    known: gaps.flatMap((g) => (g.from >= now ? [g] : common([g], joined(fed)))),
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
