import type { Facts, Finding } from '../../domain/finding.ts'
import type { Observation } from '../../domain/observation/index.ts'

type Value = string | number | boolean | null
type Data = Readonly<Record<string, unknown>>

/**
 * 宁A12345 → 宁A***45, a number of twelve digits and more → its first four and last two, anything short → its first
 * character. Enough to tell two apart on one card, too little to look somebody up.
 */
export const maskedMark = (mark: string): string => {
  const chars = [...mark]
  if (chars.length >= 12) return `${chars.slice(0, 4).join('')}***${chars.slice(-2).join('')}`
  if (chars.length >= 6) return `${chars.slice(0, 2).join('')}***${chars.slice(-2).join('')}`
  return `${chars[0] ?? ''}***`
}

/** Fields that point at a person. */
const marks: ReadonlySet<string> = new Set(['plate', 'driver', 'benefits'])
export const isMark = (field: string): boolean => marks.has(field)

/**
 * Masks as `maskedMark` does. Where two different marks of `all` would look the same, each gets a number by the order in
 * which they appear, 6401***11① and 6401***11②: one card must not show two people as one.
 */
export const maskerOf = (all: Iterable<string>): ((mark: string) => string) => {
  const alike = new Map<string, string[]>()
  for (const mark of new Set(all)) alike.set(maskedMark(mark), [...(alike.get(maskedMark(mark)) ?? []), mark])
  return (mark) => {
    const group = alike.get(maskedMark(mark)) ?? []
    const n = group.length > 1 ? group.indexOf(mark) : -1
    return n < 0 ? maskedMark(mark) : `${maskedMark(mark)}${n < 20 ? String.fromCodePoint(0x2460 + n) : `(${n + 1})`}`
  }
}
type Masker = ReturnType<typeof maskerOf>

/** Plates, identity numbers and telephone numbers that stand in a sentence. */
const inText = /[\u4e00-\u9fff][A-Z][·•]?[A-Z0-9]{5,6}|\d{17}[\dXx]|\d{15}|(?<!\d)1\d{10}(?!\d)/g
export const scrubbed = (text: string): string => text.replace(inText, maskedMark)

/** Of one side of a change, only here: who was tested. */
const isSideMark = (field: string): boolean => isMark(field) || field === 'person'

/** `field` names one or several fields, `before` and `after` their values side by side, parted so. */
const SIDES = ' | '
const NOTHING = '∅'
const partsOf = (field: string, value: Value): readonly (readonly [field: string, part: string])[] => {
  if (typeof value !== 'string') return []
  const fields = field.split(',')
  const parts = fields.length === 1 ? [value] : value.split(SIDES)
  return parts.map((part, i) => [fields[i] ?? '', part])
}
const hides = (field: string, part: string): boolean => isSideMark(field) && part !== NOTHING

const maskedSide = (field: string, value: Value, mask: Masker): Value =>
  typeof value !== 'string'
    ? value
    : partsOf(field, value)
        .map(([one, part]) => (hides(one, part) ? mask(part) : part))
        .join(SIDES)

export const maskedFacts = (facts: Facts): Facts => {
  if (!Object.keys(facts).some((key) => isMark(key) || key === 'field')) return facts
  const field = typeof facts.field === 'string' ? facts.field : undefined
  const sides = field === undefined ? [] : [facts.before ?? null, facts.after ?? null]
  const own = Object.entries(facts).flatMap(([key, value]) => (isMark(key) && typeof value === 'string' ? value : []))
  const hidden = sides.flatMap((side) => partsOf(field!, side).flatMap(([one, part]) => (hides(one, part) ? part : [])))
  const mask = maskerOf([...hidden, ...own])
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]): [string, Value] => {
      if (isMark(key)) return [key, typeof value === 'string' ? mask(value) : value]
      const side = field !== undefined && (key === 'before' || key === 'after')
      return [key, side ? maskedSide(field, value, mask) : value]
    }),
  )
}

/** A finding as it leaves the engine for tables, lists and cards: its facts masked, everything else as it is. */
export const maskedFinding = (finding: Finding): Finding => {
  const facts = maskedFacts(finding.facts)
  return facts === finding.facts ? finding : { ...finding, facts }
}

const families = ['ticket.', 'roadside.', 'coercion.', 'serial.', 'driver-alcohol.'] as const
const isOfTickets = (kind: string): boolean => families.some((family) => kind.startsWith(family))

/** Everything in what was told of a ticket that points at a person, in the order in which it stands. */
export const marksIn = (value: unknown, key = ''): string[] => {
  if (typeof value === 'string') return isMark(key) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value))
    return value.flatMap((one) =>
      key === 'changes' ? [...marksIn(one.before, one.field), ...marksIn(one.after, one.field)] : marksIn(one, key),
    )
  // What a field was comes before what it is.
  const { changes, ...rest } = value as { readonly changes?: unknown }
  return [...marksIn(changes, 'changes'), ...Object.entries(rest).flatMap(([name, one]) => marksIn(one, name))]
}

const maskedTicket = (value: unknown, key: string, mask: Masker): unknown => {
  if (typeof value === 'string') return isMark(key) ? mask(value) : scrubbed(value)
  if (Array.isArray(value))
    return value.map((one) => (key === 'changes' ? maskedChange(one, mask) : maskedTicket(one, key, mask)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, maskedTicket(one, name, mask)]))
}

const maskedChange = (
  change: { readonly field: string; readonly before: unknown; readonly after: unknown },
  mask: Masker,
) => ({
  field: change.field,
  before: maskedTicket(change.before, change.field, mask),
  after: maskedTicket(change.after, change.field, mask),
})

/** Which column holds a name or a number of a person, only the mapping knows: of a raw row no text is shown. */
const maskedRow = (row: unknown): unknown =>
  typeof row !== 'object' || row === null
    ? row
    : Object.fromEntries(
        Object.entries(row).map(([column, value]) => [column, value === null || value === '' ? value : '***']),
      )
const images: ReadonlySet<string> = new Set(['key', 'before', 'after', 'newKey', 'oldKey'])

/**
 * What an entry tells of tickets, without what points at a person; other entries are as they are. `mask` tells marks
 * apart over more than this entry, where several stand side by side.
 */
export const maskedData = ({ kind, data }: Observation, mask: Masker = maskerOf(marksIn(data))): Data => {
  if (kind === 'row.changed')
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, images.has(key) ? maskedRow(value) : value]),
    )
  return (isOfTickets(kind) ? maskedTicket(data, '', mask) : data) as Data
}

/** The bytes of a delivery hold everything that was sent; their hash proves them, the journal keeps them. */
export const keepsBytes = (kind: Observation['kind']): boolean =>
  kind === 'intake.delivered' || kind === 'row.changed' || isOfTickets(kind)
