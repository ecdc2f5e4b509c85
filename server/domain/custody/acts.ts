import type { Observation } from '../observation/index.ts'
import type { Instant } from '../time.ts'
import { deed, listed } from './lists.ts'
import type { ActSpan, AtAct, CustodyState } from './state.ts'

type OfAct = Extract<Observation, { kind: 'act.started' | 'act.joined' | 'act.left' | 'act.ended' | 'act.signed' }>

/** Takes what the record tells of an act into `state`, which it changes. */
export const applyAct = (state: CustodyState, o: OfAct, seq: number, recordedAt: Instant): void => {
  const { observedAt: at } = o
  if (o.kind === 'act.started') {
    const { act, kind, caseType, unit, room, person, personRole, stay } = o.data
    const before = state.acts[act]
    const endedAt = before?.endedAt
    const nobody: ActSpan = {
      ...{ act, kind, caseType, unit, room, person, personRole, stay, case: o.data.case, endedAt, startedAt: at },
      officers: before?.officers ?? [],
      present: before?.present ?? [],
    }
    state.acts[act] = o.data.officers.reduce((span, officer) => come(span, officer, at, seq), nobody)
    for (const officer of o.data.officers) state.actsByOfficer[officer] = listed(state.actsByOfficer[officer], act)
    if (room) state.actsByRoom[room] = listed(state.actsByRoom[room], act)
    if (person) deed(state, o.kind, person, act, recordedAt)
    return
  }
  const before = state.acts[o.data.act]
  if (!before) return
  if (o.kind === 'act.joined' || o.kind === 'act.left') {
    const { officer } = o.data
    if (!officer) return
    if (o.kind === 'act.left') {
      state.acts[before.act] = { ...before, present: gone(before.present, at, seq, officer) }
      return
    }
    state.acts[before.act] = come(before, officer, at, seq)
    state.actsByOfficer[officer] = listed(state.actsByOfficer[officer], before.act)
    return
  }
  const endedAt = Math.max(before.endedAt ?? at, at)
  state.acts[before.act] = { ...before, endedAt, present: gone(before.present, at, seq) }
  state.over.push({ at: recordedAt, kind: 'act', id: before.act })
}

/** An officer who is there from `at` on; until the end, when that is known already. */
const come = (span: ActSpan, officer: string, at: Instant, seq: number): ActSpan => {
  const officers = span.officers.includes(officer) ? span.officers : [...span.officers, officer]
  const known = span.present.some((p) => p.officer === officer && p.from <= at && (p.to === undefined || at < p.to))
  if (known) return { ...span, officers }
  const to = span.endedAt !== undefined && at < span.endedAt ? span.endedAt : undefined
  return { ...span, officers, present: [...span.present, { officer, from: at, to, evidence: [seq] }] }
}

/** One officer is away from `at` on, or everybody, when the act ends. */
const gone = (present: readonly AtAct[], at: Instant, seq: number, officer?: string): readonly AtAct[] =>
  present.map((p) =>
    (officer === undefined || p.officer === officer) && p.from <= at && (p.to === undefined || at < p.to)
      ? { ...p, to: at, evidence: [p.evidence[0]!, seq] }
      : p,
  )

/** Forgets an act that has been over for long. */
export const dropAct = (state: CustodyState, id: string): void => {
  const { room, officers = [] } = state.acts[id] ?? {}
  const without = (from: Record<string, string[]>, key: string): void => {
    const left = (from[key] ?? []).filter((a) => a !== id)
    if (left.length > 0) from[key] = left
    else delete from[key]
  }
  if (room) without(state.actsByRoom, room)
  for (const officer of officers) without(state.actsByOfficer, officer)
  delete state.acts[id]
  delete state.recordings[`act/${id}`]
}
