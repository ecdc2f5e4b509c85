import type { CaseLine } from '../../contract/casework.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Observation, ObservationKind } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { masked } from '../custody/mask.ts'

const families = /^(?:case|appraisal|mediation|recusal|decision|hearing|legal-review|property|measure|act)\./
const more: ReadonlySet<ObservationKind> = new Set<ObservationKind>(['document.served', 'fine.collected'])

/** Whether a kind may speak of a case or of a thing. */
export const isCasework = ({ kind }: Observation): boolean => families.test(kind) || more.has(kind)

const text = (data: Readonly<Record<string, unknown>>, key: string): string | undefined =>
  typeof data[key] === 'string' ? (data[key] as string) : undefined

/** `case/…` and `item/…` that an entry speaks of. */
export const subjectsIn = (o: Observation, register: Register): readonly string[] => {
  if (!isCasework(o)) return []
  const data = o.data as Readonly<Record<string, unknown>>
  const item = text(data, 'item') ?? text(data, 'account')
  const of =
    text(data, 'case') ??
    register.casework.item(item)?.case ??
    register.casework.decision(text(data, 'decision'))?.case ??
    undefined
  return [...(of === undefined ? [] : [`case/${of}`]), ...(item === undefined ? [] : [`item/${item}`])]
}

/** Words of ours, numbers and identifiers. What somebody wrote may hold a name and is left out. */
const plain = [
  ...['kind', 'how', 'type', 'by', 'rank', 'result', 'why', 'reason', 'what', 'decision', 'document', 'means', 'item'],
  ...[
    'fineYuan',
    'detentionDays',
    'decidedBy',
    'pattern',
    'passed',
    'granted',
    'reviewer',
    'members',
    'days',
    'endsAt',
  ],
  ...[
    'startsAt',
    'dueAt',
    'custodian',
    'store',
    'weightG',
    'seal',
    'sealBroken',
    'present',
    'list',
    'copies',
    'purpose',
  ],
  ...['to', 'from', 'approvedRank', 'field', 'record', 'before', 'after', 'ground', 'afterApproval', 'asset', 'number'],
  ...['article', 'receipt', 'injury', 'valueYuan', 'told', 'action', 'officers', 'penalties', 'highValue', 'case'],
] as const
const free: ReadonlySet<string> = new Set(['reason', 'what', 'before', 'after'])
/** A word of ours is short and has no Chinese; anything else in these fields may be somebody's words. */
const isWord = (value: string): boolean => /^[\w.:-]{1,40}$/.test(value)

/** An entry as a line of a card: no name, no free text but what is the thing itself. */
export const lineOf = (
  { seq, recordedAt, observation: o }: Pick<Entry, 'seq' | 'recordedAt' | 'observation'>,
  nameOf: (person: string) => string | undefined,
): CaseLine => {
  const data = o.data as Readonly<Record<string, unknown>>
  const detail: Record<string, string | number | boolean | readonly string[]> = {}
  for (const key of plain) {
    const value = data[key]
    if (typeof value === 'number' || typeof value === 'boolean') detail[key] = value
    else if (
      typeof value === 'string' &&
      (!free.has(key) || isWord(value) || o.kind === 'property.seized' || o.kind === 'case.record-changed')
    )
      detail[key] = value
    else if (Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'string')) detail[key] = value
  }
  const person = text(data, 'person') ?? text(data, 'owner') ?? text(data, 'complainant')
  const name = person === undefined ? undefined : nameOf(person)
  return {
    seq,
    at: o.observedAt,
    recordedAt,
    kind: o.kind,
    item: text(data, 'item') ?? text(data, 'account') ?? null,
    person: person === undefined ? null : { id: person, masked: name === undefined ? null : masked(name) },
    detail,
  }
}
