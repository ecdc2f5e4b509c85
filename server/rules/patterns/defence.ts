import type { Instant } from '../../domain/time.ts'
import { all, type CaseFile, type Seen } from './case-file.ts'
import type { Beginning } from './deed-within.ts'

/** What tells whether a suspect has a defender, why one must be asked for, and that it was. */
export const defenceKinds = ['defence.told', 'person.described', 'act.started', 'notice.given'] as const
type Kind = (typeof defenceKinds)[number]

/** One cell a suspect of a criminal case: what is said of the person, criminal interrogations, notices to legal aid. */
export const bySuspect = (o: { readonly kind: Kind; readonly data: object }): string | undefined => {
  const d = o.data as { person?: string | null; to?: string; kind?: string; caseType?: string }
  if (o.kind === 'notice.given' && d.to !== 'legal-aid') return undefined
  if (o.kind === 'act.started' && (d.caseType !== 'criminal' || d.kind !== 'interrogation')) return undefined
  return d.person ?? undefined
}

/** When it was known both that nobody defends the person and that one of `grounds` holds; the first such moment. */
export const undefended = (
  file: CaseFile<Kind>,
  holds: (at: Instant) => Seen<Kind> | undefined,
): Beginning | undefined => {
  for (const { at } of file) {
    const told = all(file, 'defence.told').findLast((t) => t.at <= at)
    const ground = told?.data.state === 'none' ? holds(at) : undefined
    if (told && ground) return { at, seen: [told, ground], unit: told.data.unit, facts: { person: told.data.person } }
  }
  return undefined
}

/** The notice to legal aid, or a defender found meanwhile. */
export const defended = (file: CaseFile<Kind>, from: Instant): Seen<Kind> | undefined =>
  file.find(
    (s) => s.at >= from && (s.kind === 'notice.given' || (s.kind === 'defence.told' && s.data.state !== 'none')),
  )
