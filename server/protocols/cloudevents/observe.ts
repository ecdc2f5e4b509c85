import { z } from 'zod'
import { type Observation, parseObservation } from '../../domain/observation/index.ts'
import { eventTypeByName } from './catalogue/index.ts'
import type { CloudEvent } from './codec.ts'
import type { EventType } from './event-type.ts'

export type Observed =
  | { readonly is: 'observations'; readonly observations: readonly Observation[] }
  | { readonly is: 'fault'; readonly problem: 'unknown-type' | 'schema'; readonly detail: string }

/** What an event says in our words. Never throws; the detail names the field and what it should be. */
export const observe = (event: CloudEvent): Observed => {
  const type = eventTypeByName.get(event.type)
  if (!type) return { is: 'fault', problem: 'unknown-type', detail: `${event.type} is not a type we take` }
  const read = type.schema.safeParse(event.data)
  if (!read.success) return schemaFault(read.error)
  const observations = type.observe(event, read.data)
  // The wire form loosens a bound here and there (lengths of lists); what we keep obeys its own schema.
  for (const one of observations) {
    const parsed = parseObservation(one)
    if (parsed.is === 'fault') return { is: 'fault', problem: 'schema', detail: parsed.problem }
  }
  return { is: 'observations', observations }
}

const schemaFault = (error: z.ZodError): Observed => ({
  is: 'fault',
  problem: 'schema',
  detail: error.issues.map((i) => `data${i.path.map((p) => `.${String(p)}`).join('')}: ${i.message}`).join('; '),
})

/** JSON Schema (draft 2020-12) of `data` for one type of event, as its sender writes it. */
export const jsonSchemaOf = (type: EventType): Record<string, unknown> => ({
  ...z.toJSONSchema(type.schema, { io: 'input', target: 'draft-2020-12' }),
  $id: `urn:${type.type.replaceAll('.', ':')}`,
  title: `${type.title.zh} · ${type.title.en}`,
  examples: [type.example],
})
