import type { z } from 'zod'
import { eventTypeByName } from '../../server/protocols/cloudevents/catalogue/index.ts'
import { BATCH_LIMIT } from '../../server/protocols/cloudevents/codec.ts'
import type { CaseSystem } from './link.ts'
import { instantOf, type Writing, written } from './written.ts'

/** A line of a journal. */
interface Line {
  readonly number: number
  readonly kind: string
  readonly observedAt: number
  /** When we came to know it: then it is told. */
  readonly recordedAt: number
  readonly data: object
  /** What a business system says of it; undefined for what comes by another door: devices, radios, rows, the console. */
  readonly schema: z.ZodType | undefined
}
export type Journal = readonly Line[]

const PREFIX = 'custodes.'

/** What a journal means that leaves a field out, where an event that leaves it out means something else. */
const meant: Readonly<Record<string, object>> = {
  'person.arrived': { source: 'gate' },
  'person.departed': { source: 'gate' },
}

/** Reads a journal as docs/journal-format.md describes it. Throws at a line that is none, and says which. */
export const readJournal = (text: string): Journal => {
  const lines: Line[] = []
  for (const [i, one] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries())
    if (one.trim() !== '') lines.push(readLine(one, i + 1, lines.at(-1)?.recordedAt ?? Number.NEGATIVE_INFINITY))
  return lines
}

const readLine = (text: string, number: number, before: number): Line => {
  const wrong = (problem: string): never => {
    throw new Error(`line ${number}: ${problem}`)
  }
  const outer = parsed(text)
  if (!outer) return wrong('is not a JSON object')
  const inner = 'observation' in outer ? asObject(outer.observation) : outer
  const kind = inner?.kind
  if (!inner || typeof kind !== 'string') return wrong('has no kind')
  const observedAt = instantOf(inner.observedAt) ?? wrong('observedAt should be a time with its zone')
  const recordedAt =
    outer.recordedAt === undefined
      ? Math.max(observedAt, before)
      : (instantOf(outer.recordedAt) ?? wrong('recordedAt should be a time with its zone'))
  if (recordedAt < before) return wrong('recordedAt runs back behind the line before')
  const type = eventTypeByName.get(PREFIX + kind)
  const theirs = type?.yields.length === 1 && type.yields[0] === kind
  const data = { ...meant[kind], ...asObject(inner.data) }
  return { number, kind, observedAt, recordedAt, data, schema: theirs ? type.schema : undefined }
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined

const parsed = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    return asObject(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The lines that business systems do not tell, counted by kind. */
export const leftOut = (journal: Journal): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { kind, schema } of journal) if (!schema) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

export interface Telling {
  readonly at: number
  readonly type: string
  readonly data: unknown
}

/** What is told at one moment; nothing, where time only moves on. */
export interface Moment {
  readonly at: number
  readonly told: readonly Telling[]
}

export interface Wording {
  /** Begins every name of the journal: many can be played into one house, and one of them twice. Empty: as written. */
  readonly mark: string
  /** Moves the whole journal on the time axis, milliseconds. Days of the calendar stay what they are. */
  readonly shiftMs: number
}

/** The journal as its business systems tell it, moment by moment. Throws at a line that the door would not take. */
export const momentsOf = (journal: Journal, { mark, shiftMs }: Wording): readonly Moment[] => {
  const names = new Set<string>()
  const note: Writing = {
    name: (name) => {
      names.add(name)
      return name
    },
    value: (text) => text,
    instant: (at) => at,
  }
  for (const { schema, data } of journal) if (schema) written(schema, data, note)
  const marked = (name: string): string => name.replace(/^(?:(?:vehicle|officer)\/)?/, `$&${mark}`)
  const writing: Writing = {
    name: marked,
    value: (text) => (names.has(text) ? marked(text) : text),
    instant: (at) => at + shiftMs,
  }
  const moments: { readonly at: number; readonly told: Telling[] }[] = []
  for (const { number, kind, schema, observedAt, recordedAt, data } of journal) {
    const at = recordedAt + shiftMs
    if (moments.at(-1)?.at !== at) moments.push({ at, told: [] })
    if (!schema) continue
    const said = written(schema, data, writing)
    const read = schema.safeParse(said)
    if (!read.success) {
      const problems = read.error.issues.map((issue) => `${['data', ...issue.path].join('.')}: ${issue.message}`)
      throw new Error(`line ${number}: ${kind}: ${problems.join('; ')}`)
    }
    moments.at(-1)!.told.push({ at: observedAt + shiftMs, type: kind, data: said })
  }
  return moments
}

/** Tells a journal, each line when it became known; what became known at one moment in one message. */
export const playJournal = async (
  moments: readonly Moment[],
  caseSystem: Pick<CaseSystem, 'tellAll'>,
  until: (instant: number) => Promise<void>,
): Promise<void> => {
  for (const { at, told } of moments) {
    await until(at)
    for (let i = 0; i < told.length; i += BATCH_LIMIT)
      await caseSystem.tellAll(
        told.slice(i, i + BATCH_LIMIT).map(({ at: when, type, data }) => [type, when, data] as const),
      )
  }
}
