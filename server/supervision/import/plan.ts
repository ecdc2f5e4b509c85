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
  'room.registered',
  'sensor.installed',
  'reader.installed',
  'card.issued',
  'card.withdrawn',
  'calendar.published',
  'radio-site.registered',
  'talkgroup.registered',
  'radio.assigned',
  'leader.appointed',
  'leave.approved',
  'leave.withdrawn',
  'window.hours-posted',
  'duty.assigned',
  'duty.cancelled',
  'discretion-band.published',
  'discretion-band.withdrawn',
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
      case 'room.registered':
        return set(`${o.kind} ${o.data.room}`, entry)
      case 'sensor.installed':
        return set(`${o.kind} ${o.data.sensor}`, entry)
      case 'reader.installed':
        return set(`${o.kind} ${o.data.reader}`, entry)
      case 'card.issued':
        return set(`${o.kind} ${o.data.card}`, entry)
      case 'card.withdrawn':
        return set(`card.issued ${o.data.card}`, entry, null)
      case 'calendar.published':
        return set(`${o.kind} ${o.data.year}`, entry)
      case 'radio-site.registered':
        return set(`${o.kind} ${o.data.site}`, entry)
      case 'talkgroup.registered':
        return set(`${o.kind} ${o.data.talkgroup}`, entry)
      case 'radio.assigned':
        return set(`${o.kind} ${o.data.radio}`, entry)
      case 'leader.appointed':
        return set(`${o.kind} ${o.data.unit} ${o.data.appointment}`, entry)
      case 'leave.approved':
        return set(`${o.kind} ${o.data.officer} ${o.data.leave}`, entry)
      case 'leave.withdrawn':
        return set(`leave.approved ${o.data.officer} ${o.data.leave}`, entry, null)
      case 'window.hours-posted':
        return set(`${o.kind} ${o.data.window}`, entry)
      case 'duty.assigned':
        return set(`${o.kind} ${o.data.duty}`, entry)
      case 'discretion-band.published':
        return set(`${o.kind} ${o.data.band}`, entry)
      case 'discretion-band.withdrawn':
        return set(`discretion-band.published ${o.data.band}`, entry, null)
      case 'duty.cancelled':
        return set(`duty.assigned ${o.data.duty}`, entry, null)
    }
  }
  return { apply, standing: standing as Standing }
}

/** How much of one kind an import says, and what of it is news. */
export interface KindCount {
  readonly kind: ObservationKind
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly held: number
}

export interface Plan {
  /** What to append, in order. */
  readonly drafts: readonly Draft[]
  readonly added: readonly Statement[]
  readonly changed: readonly Statement[]
  readonly unchanged: number
  /** Approvals left alone because somebody blocked the device at the console. */
  readonly held: readonly Statement[]
  /** In the order in which they are journalled. */
  readonly kinds: readonly KindCount[]
}

/**
 * What an import would change. The key names what a statement replaces, so that two imports of the same
 * folder at once are one, and going back to an earlier version is still a change.
 */
export const planImport = (statements: readonly Statement[], standing: Standing): Plan => {
  const held = statements.filter((s) => standing.get(s.about)?.content === BLOCKED)
  const news = statements.filter((s) => ![BLOCKED, s.content].includes(standing.get(s.about)?.content ?? ''))
  const drafts = news.map(({ source, key, observation, about }): Draft => {
    const before = standing.get(about)
    if (!before) return { source, key, observation }
    return { source, key: `${key} after ${before.seq}`, observation: fromNowOn(observation) }
  })
  const added = news.filter((s) => !standing.has(s.about))
  const changed = news.filter((s) => standing.has(s.about))
  return {
    held,
    drafts,
    added,
    changed,
    unchanged: statements.length - news.length - held.length,
    kinds: countKinds(statements, { added, changed, held }),
  }
}

const countKinds = (
  statements: readonly Statement[],
  lists: Readonly<Record<'added' | 'changed' | 'held', readonly Statement[]>>,
): KindCount[] => {
  const tally = (list: readonly Statement[]): ReadonlyMap<ObservationKind, number> => {
    const counts = new Map<ObservationKind, number>()
    for (const { observation: o } of list) counts.set(o.kind, (counts.get(o.kind) ?? 0) + 1)
    return counts
  }
  const [all, added, changed, held] = [statements, lists.added, lists.changed, lists.held].map(tally) as [
    ReadonlyMap<ObservationKind, number>,
    ReadonlyMap<ObservationKind, number>,
    ReadonlyMap<ObservationKind, number>,
    ReadonlyMap<ObservationKind, number>,
  ]
  return [...all].map(([kind, total]) => {
    const [a, c, h] = [added.get(kind) ?? 0, changed.get(kind) ?? 0, held.get(kind) ?? 0]
    return { kind, added: a, changed: c, held: h, unchanged: total - a - c - h }
  })
}

/** A zone that changes holds as changed from the import on: what happened before is judged with the old one. */
const fromNowOn = (o: Draft['observation']): Draft['observation'] =>
  o.kind === 'zone.drawn' ? { ...o, data: { ...o.data, validFrom: o.observedAt } } : o
