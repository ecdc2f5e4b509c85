import type { CaseFinding, DecisionRow } from '../../contract/casework.ts'
import type { FindingView } from '../../contract/views.ts'
import type { Entry } from '../../domain/entry.ts'
import { settingKinds } from '../../domain/settings.ts'
import type { Database } from '../../storage/database.ts'
import { subjectsIn } from './line.ts'
import { type CaseSources, caseRow, decisionRow, itemRow } from './rows.ts'
import { writeCasework } from './table.ts'

const BATCH = 500

/**
 * Writes cases, things and decisions behind the fold, the newest state of each. What a limit or a finding changes is
 * written again; what could not be written is kept and tried again.
 */
export const createCasework = ({
  database,
  ...sources
}: Omit<CaseSources, 'findingsOn'> & { readonly database: Database }) => {
  const { register, ruleWord } = sources
  const found = new Map<string, Map<string, CaseFinding>>()
  const cases = new Set<string>()
  const items = new Set<string>()
  const decisions = new Map<string, DecisionRow>()
  let index: { subject: string; seq: number }[] = []
  let seq = -1
  let flushing: Promise<void> | undefined

  const all: CaseSources = { ...sources, findingsOn: (subject) => [...(found.get(subject)?.values() ?? [])] }

  const touch = (subject: string): void => {
    const id = subject.slice(subject.indexOf('/') + 1)
    if (subject.startsWith('case/')) cases.add(id)
    else items.add(id)
  }
  /** The case and the thing that a subject of a rule is about; of `case/record/field` the case. */
  const touchSubject = (subject: string): void => {
    const { casework } = register
    const item = casework.item(subject)
    if (item) items.add(item.item)
    const of =
      casework.case(subject)?.case ??
      casework.decision(subject)?.case ??
      casework.appraisal(subject)?.case ??
      item?.case ??
      casework.case(subject.split('/')[0])?.case
    if (of !== undefined && of !== null) cases.add(of)
  }

  const writeSome = async (): Promise<void> => {
    const some = {
      cases: [...cases].slice(0, BATCH),
      items: [...items].slice(0, BATCH),
      decisions: [...decisions.values()].slice(0, BATCH),
      index: index.slice(0, BATCH * 10),
    }
    for (const id of some.cases) cases.delete(id)
    for (const id of some.items) items.delete(id)
    try {
      await writeCasework(database, {
        seq,
        // A case that the register forgot stays in the table as it was written last.
        cases: some.cases.flatMap((id) => register.casework.case(id) ?? []).map((one) => caseRow(one, all)),
        items: some.items.flatMap((id) => register.casework.item(id) ?? []).map((one) => itemRow(one, all)),
        decisions: some.decisions,
        index: some.index,
      })
    } catch (error) {
      for (const id of some.cases) cases.add(id)
      for (const id of some.items) items.add(id)
      throw error
    }
    for (const row of some.decisions) if (decisions.get(row.decision) === row) decisions.delete(row.decision)
    index = index.slice(some.index.length)
  }
  const backlog = (): number => cases.size + items.size + decisions.size + index.length

  return {
    sources: all,
    backlog,
    /** Takes an entry that the register already has. */
    entry: ({ seq: at, observation: o }: Entry): void => {
      seq = at
      // Other values and other rules are other limits.
      if (settingKinds.has(o.kind)) for (const one of register.casework.cases()) cases.add(one.case)
      for (const subject of subjectsIn(o, register)) {
        index.push({ subject, seq: at })
        touch(subject)
      }
      if (o.kind === 'decision.made') decisions.set(o.data.decision, decisionRow(o.data, o.observedAt, register))
    },
    /** A finding opened, changed or ended. */
    found: ({ finding, active }: FindingView): void => {
      const { id, subject, rule, grade, since } = finding
      if (!/^(?:case|property|discretion)\./.test(rule)) return
      // A record of a case that was changed: `case/record/field/instant`.
      const key = register.casework.case(subject.split('/')[0])?.case ?? subject
      const list = found.get(key) ?? new Map<string, CaseFinding>()
      if (active) list.set(id, { id, title: ruleWord(rule).title, grade, since })
      else list.delete(id)
      if (list.size > 0) found.set(key, list)
      else found.delete(key)
      touchSubject(subject)
    },
    /** Resolves when everything known at the call is in the tables; rejects when the store would not take it. */
    flush: async (): Promise<void> => {
      if (flushing) await flushing.catch(() => undefined)
      flushing ??= (async () => {
        while (backlog() > 0) await writeSome()
      })().finally(() => {
        flushing = undefined
      })
      await flushing
    },
  }
}
export type Casework = ReturnType<typeof createCasework>
