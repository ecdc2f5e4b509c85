import type { FindingBrief } from '../../contract/custody.ts'
import type { Grade, Text } from '../../contract/views.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import type { CustodyMemory } from './memory.ts'

/** What a rule is called on a board. */
export interface RuleWord {
  readonly title: Text
  readonly grade: Grade
}

export interface Pending {
  readonly rule: string
  readonly subject: string
  readonly dueAt: Instant
  readonly startedAt: Instant | undefined
}

/** Everything a view of the case area is made of. */
export interface Sources {
  readonly register: Register
  readonly memory: CustodyMemory
  readonly ruleWord: (rule: string) => RuleWord
  readonly deadlinesOf: (subjects: Iterable<string>) => readonly Pending[]
  readonly findingsOfPerson: (person: string) => readonly FindingBrief[]
  readonly findingsOfRoom: (room: string) => readonly FindingBrief[]
}

/** Whom a rule's subject concerns: a stay, a measure, an act, a person, each by its id. */
export const personBehind = (subject: string, { register: { custody }, memory }: Sources): string | undefined =>
  memory.stays[subject]?.person ??
  custody.measure(subject)?.person ??
  custody.act(subject)?.person ??
  (memory.persons[subject] ? subject : undefined)

/** The subjects under which rules watch one person: the person, every stay and measure that lasts, open acts. */
export const subjectsOf = (person: string, { register: { custody }, memory }: Sources): string[] => {
  const stays = custody.openStaysOf(person).map((s) => s.stay)
  const measures = custody.measuresOf(person).filter((m) => m.endedAt === undefined)
  const acts = (memory.persons[person]?.line ?? []).flatMap(({ detail }) =>
    typeof detail.act === 'string' ? [detail.act] : [],
  )
  return [...new Set([person, ...stays, ...measures.map((m) => m.measure), ...acts.slice(-8)])]
}
