import type { z } from 'zod'
import { type DataOf, type Observation, type ObservationKind, schemaOf } from '../../domain/observation/index.ts'
import type { Text } from '../../domain/text.ts'
import type { CloudEvent } from './codec.ts'
import { wireOf } from './wire.ts'

/** One type of event that business systems may send, and what we make of it. */
export interface EventType {
  /** `custodes.` and what happened. */
  readonly type: string
  readonly title: Text
  /** Schema of `data`. */
  readonly schema: z.ZodType
  /** The kinds of observation it becomes, in this order. */
  readonly yields: readonly ObservationKind[]
  /** `data` as it would be written; a test holds it to the schema. */
  readonly example: unknown
  readonly observe: (event: CloudEvent, data: unknown) => readonly Observation[]
}

export const PREFIX = 'custodes.'

/** An event that says just what one kind of observation says; `schema` only where the wire differs. */
export const plain = (
  kind: ObservationKind,
  zh: string,
  en: string,
  example: unknown,
  schema?: z.ZodType,
): EventType => ({
  type: `${PREFIX}${kind}`,
  title: { zh, en },
  schema: schema ?? wireOf(schemaOf(kind)!),
  yields: [kind],
  example,
  observe: (event, data) => [observation(kind, event.time, data as DataOf<typeof kind>)],
})

/** An event of which business systems know the parts at once, and we keep them one by one. */
export const composed = <D>(entry: {
  readonly name: string
  readonly title: Text
  readonly schema: z.ZodType<D>
  readonly yields: readonly ObservationKind[]
  readonly example: unknown
  readonly observe: (event: CloudEvent, data: D) => readonly Observation[]
}): EventType => ({
  type: `${PREFIX}${entry.name}`,
  title: entry.title,
  schema: entry.schema,
  yields: entry.yields,
  example: entry.example,
  observe: (event, data) => entry.observe(event, data as D),
})

export const observation = <K extends ObservationKind>(kind: K, observedAt: number, data: DataOf<K>): Observation =>
  ({ kind, observedAt, data }) as Observation
