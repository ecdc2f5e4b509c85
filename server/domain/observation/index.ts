import { z } from 'zod'
import { ageAt } from '../calendar.ts'
import { chinaDate } from '../time.ts'
import { actObservations } from './act.ts'
import { bodyCameraObservations } from './body-camera.ts'
import { cameraObservations } from './camera.ts'
import { caseObservations } from './case.ts'
import { caseAreaObservations } from './case-area.ts'
import { caseIntakeObservations } from './case-intake.ts'
import { caseProgressObservations } from './case-progress.ts'
import { complaintObservations } from './complaint.ts'
import { conferenceObservations } from './conference.ts'
import { custodyObservations } from './custody.ts'
import { decisionObservations } from './decision.ts'
import { deviceObservations } from './device.ts'
import { discretionObservations } from './discretion.ts'
import { dispatchObservations } from './dispatch.ts'
import { dutyObservations } from './duty.ts'
import { facilityObservations } from './facility.ts'
import { footageObservations } from './footage.ts'
import { identityObservations } from './identity.ts'
import { journalObservations } from './journal.ts'
import { measureObservations } from './measure.ts'
import { noticeObservations } from './notice.ts'
import { patrolVehicleObservations } from './patrol-vehicle.ts'
import { personObservations } from './person.ts'
import { petitionObservations } from './petition.ts'
import { positionObservations } from './position.ts'
import { postDutyObservations } from './post-duty.ts'
import { propertyObservations } from './property.ts'
import { radioObservations } from './radio.ts'
import { recordingObservations } from './recording.ts'
import { referenceObservations } from './reference.ts'
import { restraintObservations } from './restraint.ts'
import { roadsideObservations } from './roadside.ts'
import { rollCallObservations } from './roll-call.ts'
import { roomDeviceObservations } from './room-device.ts'
import { rowObservations } from './row.ts'
import { rulebookObservations } from './rulebook.ts'
import { supervisionObservations } from './supervision.ts'
import { supervisionDecisionObservations } from './supervision-decision.ts'
import { ticketObservations } from './ticket.ts'
import { videoPatrolObservations } from './video-patrol.ts'
import { windowObservations } from './window.ts'

/**
 * Every kind of fact the journal knows: what a device, a business system or a person at the console
 * reported. `thing.happened`, past tense, no judgement. docs/journal-format.md is made from this table.
 */
export const observationSchemas = {
  ...deviceObservations,
  ...positionObservations,
  ...dutyObservations,
  ...dispatchObservations,
  ...referenceObservations,
  ...supervisionObservations,
  ...journalObservations,
  ...personObservations,
  ...measureObservations,
  ...actObservations,
  ...noticeObservations,
  ...caseAreaObservations,
  ...recordingObservations,
  ...restraintObservations,
  ...custodyObservations,
  ...caseObservations,
  ...caseIntakeObservations,
  ...caseProgressObservations,
  ...decisionObservations,
  ...propertyObservations,
  ...discretionObservations,
  ...roomDeviceObservations,
  ...identityObservations,
  ...rollCallObservations,
  ...rulebookObservations,
  ...rowObservations,
  ...ticketObservations,
  ...roadsideObservations,
  ...radioObservations,
  ...postDutyObservations,
  ...conferenceObservations,
  ...windowObservations,
  ...bodyCameraObservations,
  ...patrolVehicleObservations,
  ...videoPatrolObservations,
  ...cameraObservations,
  ...footageObservations,
  ...facilityObservations,
  ...complaintObservations,
  ...petitionObservations,
  ...supervisionDecisionObservations,
} as const

type Schemas = typeof observationSchemas
export type ObservationKind = keyof Schemas
type DataByKind = { readonly [K in ObservationKind]: Readonly<z.infer<Schemas[K]>> }
/** What an observation of kind `K` says. */
export type DataOf<K extends ObservationKind> = DataByKind[K]

/**
 * The schema of a kind that is known only at run time; undefined when there is no such kind. Its type says no more
 * than that: a union of all schemas would make the compiler intersect every method of every one of them.
 */
export const schemaOf = (kind: string): z.ZodType | undefined =>
  Object.hasOwn(observationSchemas, kind)
    ? (observationSchemas as unknown as Readonly<Record<string, z.ZodType>>)[kind]
    : undefined

export interface ObservationOf<K extends ObservationKind> {
  readonly kind: K
  /** The clock of the device or system that saw it. Law is measured by this one (invariant I5). */
  readonly observedAt: number
  readonly data: DataOf<K>
}
export type Observation = { [K in ObservationKind]: ObservationOf<K> }[ObservationKind]

const envelope = z.object({ kind: z.string(), observedAt: z.number().int(), data: z.unknown() })

export type Parsed =
  | { readonly is: 'observation'; readonly observation: Observation }
  | { readonly is: 'fault'; readonly problem: string }

/** Checks an observation that came from outside. Never throws; the problem names the field and what it should be. */
export const parseObservation = (value: unknown): Parsed => {
  const outer = envelope.safeParse(value)
  if (!outer.success) return { is: 'fault', problem: describe(outer.error) }
  const { kind, observedAt } = outer.data
  const inner = schemaOf(kind)?.safeParse(outer.data.data)
  if (!inner) return { is: 'fault', problem: `kind: ${kind} is not a known kind of observation` }
  if (!inner.success) return { is: 'fault', problem: describe(inner.error, 'data.') }
  const impossible = reversedSpan(inner.data as object) ?? unborn(inner.data as object, observedAt)
  if (impossible) return { is: 'fault', problem: impossible }
  return { is: 'observation', observation: { kind, observedAt, data: inner.data } as Observation }
}

/** Beginnings by their names, each with its end; nothing ends before it begins. */
const spans = { startsAt: 'endsAt', from: 'to', validFrom: 'validUntil' } as const

const reversedSpan = (data: object): string | undefined => {
  const said = data as Readonly<Record<string, unknown>>
  for (const [from, to] of Object.entries(spans)) {
    const [begins, ends] = [said[from], said[to]]
    if (typeof begins === 'number' && typeof ends === 'number' && ends < begins)
      return `data.${to}: lies before ${from}`
  }
  return undefined
}

/** Nobody is older, whatever a register of households says. */
const OLDEST_YEARS = 150

/** Born after the fact, or so long before it that no one could be alive: an age is law, so it is not taken from a slip. */
const unborn = (data: object, observedAt: number): string | undefined => {
  const { birthDate } = data as { readonly birthDate?: unknown }
  if (typeof birthDate !== 'string' || Number.isNaN(new Date(observedAt).getTime())) return undefined
  if (birthDate > chinaDate(observedAt)) return 'data.birthDate: lies after observedAt'
  if (ageAt(birthDate, observedAt) > OLDEST_YEARS)
    return `data.birthDate: lies more than ${OLDEST_YEARS} years before observedAt`
  return undefined
}

const describe = (error: z.ZodError, prefix = ''): string =>
  error.issues.map((issue) => `${prefix}${issue.path.join('.')}: ${issue.message}`).join('; ')
