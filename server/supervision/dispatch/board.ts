import type { FindingBrief } from '../../contract/custody.ts'
import type { IncidentBoard, IncidentView } from '../../contract/dispatch.ts'
import type { FindingView } from '../../contract/views.ts'
import type { TrackSettings } from '../../domain/casework/track.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Register } from '../../domain/register.ts'
import { type Instant, minutes } from '../../domain/time.ts'
import { applyDispatch, type DispatchMemory, noDispatch } from './memory.ts'
import { incidentView, type Promises } from './view.ts'

export interface DispatchChange {
  readonly is: 'incident'
  readonly unit: string | null
  readonly view: IncidentView
}

export interface DispatchOptions {
  readonly register: Register
  readonly memory: DispatchMemory | undefined
  /** The values of `dispatch.arrival-late` in force: the board and the finding agree. */
  readonly values: () => Promises & TrackSettings
  readonly keep: (view: IncidentView) => void
}

/** What is over stays on the board for so long. */
const SHOWN_MS = minutes(30)

/** Calls and their orders as the sources tell of them, kept until something changes. */
export const createDispatchBoard = ({ register, memory = noDispatch(), values, keep }: DispatchOptions) => {
  const findings = new Map<string, Map<string, FindingBrief>>()
  const dirty = new Set<string>()

  const viewOf = (id: string): IncidentView | undefined => {
    const one = memory.incidents[id]
    return one && incidentView(one, values(), [...(findings.get(id)?.values() ?? [])])
  }

  return {
    memory,
    apply: (entry: Entry): void => {
      for (const id of applyDispatch(memory, entry, register, values)) dirty.add(id)
    },
    /** A finding opened, changed or ended. */
    found: ({ finding, title, active, status }: FindingView): void => {
      if (!finding.rule.startsWith('dispatch.')) return
      const { incident, order } = finding.facts
      const id =
        typeof incident === 'string'
          ? incident
          : typeof order === 'string'
            ? memory.incidentByOrder[order]
            : finding.subject
      if (id === undefined || !memory.incidents[id]) return
      const list = findings.get(id) ?? new Map<string, FindingBrief>()
      if (status === 'dismissed') list.delete(finding.id)
      else
        list.set(finding.id, {
          id: finding.id,
          rule: finding.rule,
          grade: finding.grade,
          title,
          since: finding.since,
          active,
          ends: false,
        })
      findings.set(id, list)
      dirty.add(id)
    },
    /** What changed since the last call. */
    take: (): DispatchChange[] => {
      if (dirty.size === 0) return []
      const changes = [...dirty].flatMap((id): DispatchChange[] => {
        const view = viewOf(id)
        if (!view) return []
        keep(view)
        return [{ is: 'incident', unit: view.unit, view }]
      })
      dirty.clear()
      for (const id of findings.keys()) if (!memory.incidents[id]) findings.delete(id)
      return changes
    },
    board: (now: Instant, seq: number, sees: (unit: string | null) => boolean): IncidentBoard => ({
      seq,
      at: now,
      incidents: Object.keys(memory.incidents)
        .flatMap((id) => viewOf(id) ?? [])
        .filter((v) => sees(v.unit) && (v.overAt === null || v.overAt > now - SHOWN_MS)),
    }),
    view: viewOf,
  }
}
