import { z } from 'zod'
import { actObservations } from './act.ts'
import { caseObservations } from './case.ts'
import { caseAreaObservations } from './case-area.ts'
import { custodyObservations } from './custody.ts'
import { deviceObservations } from './device.ts'
import { dispatchObservations } from './dispatch.ts'
import { dutyObservations } from './duty.ts'
import { identityObservations } from './identity.ts'
import { measureObservations } from './measure.ts'
import { noticeObservations } from './notice.ts'
import { personObservations } from './person.ts'
import { positionObservations } from './position.ts'
import { recordingObservations } from './recording.ts'
import { referenceObservations } from './reference.ts'
import { restraintObservations } from './restraint.ts'
import { roomDeviceObservations } from './room-device.ts'
import { rulebookObservations } from './rulebook.ts'
import { supervisionObservations } from './supervision.ts'

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
  ...personObservations,
  ...measureObservations,
  ...actObservations,
  ...noticeObservations,
  ...caseAreaObservations,
  ...recordingObservations,
  ...restraintObservations,
  ...custodyObservations,
  ...caseObservations,
  ...roomDeviceObservations,
  ...identityObservations,
  ...rulebookObservations,
} as const

type Schemas = typeof observationSchemas
export type ObservationKind = keyof Schemas
/** What an observation of kind `K` says. */
export type DataOf<K extends ObservationKind> = Readonly<z.infer<Schemas[K]>>

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
  if (!(kind in observationSchemas)) return { is: 'fault', problem: `kind: ${kind} is not a known kind of observation` }
  const inner = observationSchemas[kind as ObservationKind].safeParse(outer.data.data)
  if (!inner.success) return { is: 'fault', problem: describe(inner.error, 'data.') }
  return { is: 'observation', observation: { kind, observedAt, data: inner.data } as Observation }
}

const describe = (error: z.ZodError, prefix = ''): string =>
  error.issues.map((issue) => `${prefix}${issue.path.join('.')}: ${issue.message}`).join('; ')
