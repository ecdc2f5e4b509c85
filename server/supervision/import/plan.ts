import type { Entry } from '../../domain/entry.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Draft } from '../../journal/journal.ts'
import { fingerprint, type Statement } from './drafts.ts'

/** What the journal says now of each thing an import may speak about. */
export type Standing = ReadonlyMap<string, { readonly content: string | null; readonly seq: number }>

/** Kinds an import writes, and those that undo them. */
export const importKinds = [
  'unit.registered',
  'vehicle.registered',
  'officer.registered',
  'device.bound',
  'device.approved',
  'device.blocked',
  'zone.drawn',
  'zone.withdrawn',
  'shift.scheduled',
  'shift.cancelled',
  'task.approved',
  'task.withdrawn',
  'dispatch.ordered',
  'dispatch.closed',
] as const satisfies readonly ObservationKind[]

/** A person blocked the device; a file lying in a folder must not undo that. */
const BLOCKED = 'blocked'

/** Folds entries, oldest first, into the standing. */
export const createStanding = () => {
  const standing = new Map<string, { content: string | null; seq: number }>()
  const set = (
    about: string,
    { observation: o, seq }: Entry,
    content: string | null = fingerprint(o.kind, o.data),
  ): void => {
    standing.set(about, { content, seq })
  }
  const apply = (entry: Entry): void => {
    const { observation: o } = entry
    switch (o.kind) {
      case 'unit.registered':
        return set(`${o.kind} ${o.data.unit}`, entry)
      case 'vehicle.registered':
        return set(`${o.kind} ${o.data.vehicle}`, entry)
      case 'officer.registered':
        return set(`${o.kind} ${o.data.officer}`, entry)
      case 'device.bound':
      case 'device.approved':
        return set(`${o.kind} ${o.data.device}`, entry)
      case 'device.blocked':
        return set(`device.approved ${o.data.device}`, entry, BLOCKED)
      case 'zone.drawn':
        return set(`zone.drawn ${o.data.zone}`, entry)
      case 'zone.withdrawn':
        return set(`zone.drawn ${o.data.zone}`, entry, null)
      case 'shift.scheduled':
        return set(`shift.scheduled ${o.data.carrier} ${o.data.shift}`, entry)
      case 'shift.cancelled':
        return set(`shift.scheduled ${o.data.carrier} ${o.data.shift}`, entry, null)
      case 'task.approved':
        return set(`task.approved ${o.data.carrier} ${o.data.task}`, entry)
      case 'task.withdrawn':
        return set(`task.approved ${o.data.carrier} ${o.data.task}`, entry, null)
      case 'dispatch.ordered':
      case 'dispatch.closed':
        return set(`${o.kind} ${o.data.order}`, entry)
    }
  }
  return { apply, standing: standing as Standing }
}

export interface Plan {
  /** What to append, in order. */
  readonly drafts: readonly Draft[]
  readonly added: readonly Statement[]
  readonly changed: readonly Statement[]
  readonly unchanged: number
  /** Approvals left alone because somebody blocked the device at the console. */
  readonly held: readonly Statement[]
}

/**
 * What an import would change. The key names what a statement replaces, so that two imports of the same
 * folder at once are one, and going back to an earlier version is still a change.
 */
export const planImport = (statements: readonly Statement[], standing: Standing): Plan => {
  const held = statements.filter((s) => standing.get(s.about)?.content === BLOCKED)
  const news = statements.filter((s) => !held.includes(s) && standing.get(s.about)?.content !== s.content)
  const drafts = news.map(({ source, key, observation, about }): Draft => {
    const before = standing.get(about)
    if (!before) return { source, key, observation }
    return { source, key: `${key} after ${before.seq}`, observation: fromNowOn(observation) }
  })
  return {
    held,
    drafts,
    added: news.filter((s) => !standing.has(s.about)),
    changed: news.filter((s) => standing.has(s.about)),
    unchanged: statements.length - news.length - held.length,
  }
}

/** A zone that changes holds as changed from the import on: what happened before is judged with the old one. */
const fromNowOn = (o: Draft['observation']): Draft['observation'] =>
  o.kind === 'zone.drawn' ? { ...o, data: { ...o.data, validFrom: o.observedAt } } : o
