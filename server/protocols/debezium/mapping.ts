import { z } from 'zod'
import {
  protectedFields,
  ticketFields,
  ticketKinds,
  ticketStatuses,
  ticketSteps,
} from '../../domain/observation/ticket.ts'

/**
 * How the tables of one ticket system are read. The file is a list of these; docs/operations.md has an example.
 * A field is the name of a column, or a column with what stands in it.
 */
const forms = ['text', 'number', 'fen', 's', 'ms', 'us', 'ns', 'iso', 'china'] as const
export type ColumnForm = (typeof forms)[number]

const column = z.union([
  z.string().min(1).max(128),
  z.strictObject({
    column: z.string().min(1).max(128),
    as: z
      .enum(forms)
      .optional()
      .describe(
        'fen: hundredths of a yuan · s, ms, us, ns: since 1970 UTC · iso: RFC 3339 with a zone · china: 2026-01-05 09:30:00 on China’s clock',
      ),
    local: z
      .boolean()
      .default(false)
      .describe('the column is a time without a zone on China’s clock, which connectors write as if it were UTC'),
    values: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe('what each code stands for, in our words'),
  }),
])
export type ColumnSpec = Exclude<z.infer<typeof column>, string>

const fieldNames = Object.keys(
  (ticketFields as unknown as { def: { innerType: { shape: object } } }).def.innerType.shape,
)
const extras = ['ticket', 'operator', 'terminal', 'ip'] as const
const known = new Set<string>([...fieldNames, ...extras])

const wordsOf: Readonly<Record<string, readonly string[]>> = { status: ticketStatuses, kind: ticketKinds }

const columns = z
  .record(z.string(), column)
  .superRefine((all, context) => {
    for (const [name, spec] of Object.entries(all)) {
      if (!known.has(name))
        context.addIssue({ code: 'custom', path: [name], message: `is none of ${[...known].join(', ')}` })
      const words = wordsOf[name]
      if (!words || typeof spec === 'string') continue
      for (const word of Object.values(spec.values ?? {}))
        if (!words.includes(String(word)))
          context.addIssue({
            code: 'custom',
            path: [name, 'values'],
            message: `${word} is none of ${words.join(', ')}`,
          })
    }
    if (!('ticket' in all))
      context.addIssue({
        code: 'custom',
        path: ['ticket'],
        message: 'is needed: the column with the number of the record',
      })
  })
  .transform((all) => Object.entries(all).map(([name, spec]) => ({ name, ...specOf(spec) })))

const specOf = (spec: z.infer<typeof column>): ColumnSpec =>
  typeof spec === 'string' ? { column: spec, local: false } : spec

const step = z.strictObject({
  at: column.transform(specOf).describe('when the step was taken; it is told once the column is filled'),
  by: z.string().min(1).max(128).optional().describe('column with the officer or account'),
})

const table = z.strictObject({
  columns,
  steps: z.partialRecord(z.enum(ticketSteps), step).default({}),
})

const system = z.strictObject({
  system: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'lower-case letters, digits and hyphens, at most 32'),
  sender: z.string().min(1).max(32).describe('name in the list of sources: whose signature'),
  connector: z.string().min(1).max(32),
  db: z.string().min(1).max(128),
  numbered: z.boolean().default(false).describe('the sender gives every record a `sequence` without holes'),
  tables: z.record(z.string(), table),
})

export type NamedColumn = ColumnSpec & { readonly name: string }
export type SystemMapping = z.infer<typeof system>
export type TableMapping = SystemMapping['tables'][string]

const list = z.array(system).superRefine((all, context) => {
  const places = all.map(({ connector, db, sender }) => `${sender} ${connector} ${db}`)
  if (new Set(places).size < places.length)
    context.addIssue({ code: 'custom', message: 'two systems read the same database of the same sender' })
  if (new Set(all.map((one) => one.system)).size < all.length)
    context.addIssue({ code: 'custom', message: 'two systems have the same name' })
})

/** Reads the list of mappings (JSON text). Every problem names the field. */
export const readMappings = (
  text: string,
): { readonly mappings: SystemMapping[] } | { readonly problems: string[] } => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problems: ['the list of mappings is not JSON'] }
  }
  const read = list.safeParse(json)
  return read.success
    ? { mappings: read.data }
    : { problems: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
}

/** Protected fields for which no table of the system names a column. */
export const unwatchedIn = ({ tables }: SystemMapping): string[] => {
  const named = new Set(Object.values(tables).flatMap((one) => one.columns.map(({ name }) => name)))
  return protectedFields.filter((field) => !named.has(field))
}
