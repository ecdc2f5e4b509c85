import type { DataOf } from '../observation/index.ts'
import { protectedFields, type TicketStatus } from '../observation/ticket.ts'

type Changed = DataOf<'ticket.changed'>
type Value = Changed['changes'][number]['before']

/**
 * Which of the law's ways a change needs.
 * cancelled: a record taken out or a document voided · driver: another driver before a decision · decision: anything
 * protected of a ticket that was decided · field: anything protected of one that was not · deleted · unseen: the source
 * did not tell how the row was, or told nothing of a change that a snapshot shows to have been.
 */
export type ChangeClass = 'cancelled' | 'driver' | 'decision' | 'field' | 'deleted' | 'unseen'

const course: Readonly<Partial<Record<TicketStatus, number>>> = {
  draft: 0,
  captured: 1,
  entered: 2,
  accepted: 3,
  decided: 4,
  paid: 5,
  closed: 6,
}
const stageOf = (status: unknown): number | undefined => course[status as TicketStatus]

/** What changed of a field; undefined when it did not. */
export const changeOf = (data: Changed, field: string): Changed['changes'][number] | undefined =>
  data.changes.find((one) => one.field === field)

/** What a change leaves unsaid and the row before tells: read for a change, it never decides what changed to null. */
const rowFields = [...protectedFields, 'kind', 'unit', 'registeredWith'] as const
export type Row = Pick<Changed['fields'], (typeof rowFields)[number]>

/** The row as it is known after `data`, given how it was known before. */
export const rowAfter = ({ fields, changes }: Changed, known: Row | undefined): Row =>
  Object.fromEntries(
    rowFields.map((field) => [
      field,
      fields[field] ?? (changes.some((one) => one.field === field) ? null : (known?.[field] ?? null)),
    ]),
  ) as unknown as Row

const instantIn = (value: Value): Value => (typeof value === 'string' ? Date.parse(value) : value)
/** The same value, or the same instant written in another way. */
const isSame = ({ field, before, after }: Changed['changes'][number]): boolean =>
  before === after || (field === 'occurredAt' && instantIn(before) === instantIn(after))

/**
 * A change as its source told it, without fields that it names although they are as they were, and with the values
 * that it tells by naming the field only.
 */
export const told = (data: Changed): Changed => {
  if (data.changes.length === 0) return data
  const named = data.changes.flatMap(({ field, after }) =>
    data.fields[field] === null ? [[field, field === 'occurredAt' ? instantIn(after) : after]] : [],
  )
  const fields = { ...data.fields, ...Object.fromEntries(named) } as Changed['fields']
  return { ...data, fields, changes: data.changes.filter((one) => !isSame(one)) }
}

/**
 * A change as its source told it, completed by what it had told of the row before: fields that it leaves out are as
 * they were, and a change that names no fields changed those that differ. A row that is read anew and differs was changed
 * while nobody listened.
 */
export const completed = (data: Changed, known: Row | undefined): Changed => {
  const one = told(data)
  if (known === undefined || one.op === 'issued') return one
  const differing = protectedFields.filter(
    (field) => one.fields[field] !== null && known[field] !== null && one.fields[field] !== known[field],
  )
  const changes =
    data.changes.length > 0 || one.beforeMissing || one.op === 'deleted'
      ? one.changes
      : differing.map((field) => ({ field, before: known[field], after: one.fields[field] }))
  return { ...one, changes, fields: { ...one.fields, ...rowAfter(one, known) } }
}

/** Undefined when the change is the ordinary course of things, or nothing protected. */
export const classOf = (data: Changed): ChangeClass | undefined => {
  const { op, fields, beforeMissing } = data
  // By whom, when and on what ground is not known: no more than that the source kept silent.
  if (op === 'seen') return data.changes.length > 0 && classOf({ ...data, op: 'changed' }) ? 'unseen' : undefined
  if (op === 'deleted') return fields.status === 'draft' || fields.status === 'captured' ? undefined : 'deleted'
  if (op !== 'changed') return undefined
  if (beforeMissing) return 'unseen'
  const status = changeOf(data, 'status')
  const before = stageOf(status ? status.before : fields.status)
  // Before it was entered or issued it is being made, not altered.
  if (before !== undefined && before < course.entered!) return undefined
  const decided = before !== undefined && before >= course.decided!
  const after = fields.status
  if (status && (after === 'cancelled' || after === 'voided')) return decided ? 'decision' : 'cancelled'
  const back = status !== undefined && status.before !== null && !isForward(status.before, status.after)
  const touched = protectedFields.filter((field) => {
    const change = field === 'status' ? undefined : changeOf(data, field)
    // What was empty is filled in the course of the procedure, until there is a decision.
    return change !== undefined && (decided || change.before !== null)
  })
  if (decided) return back || touched.length > 0 ? 'decision' : undefined
  if (touched.includes('driver')) return 'driver'
  return back || touched.length > 0 ? 'field' : undefined
}

const isForward = (before: unknown, after: unknown): boolean => {
  const [from, to] = [stageOf(before), stageOf(after)]
  return from !== undefined && to !== undefined && to >= from
}

/** The protected fields that a change touches, the most telling first. */
export const touchedBy = (data: Changed): Changed['changes'] => {
  const order = [...protectedFields] as string[]
  return data.changes
    .filter(({ field }) => order.includes(field))
    .toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

/** Cancelled, or gone: a record that was deleted is for the rule on deletion. */
export const isOver = (data: Changed): boolean =>
  data.op === 'deleted' || (data.op === 'changed' && told(data).fields.status === 'cancelled')
