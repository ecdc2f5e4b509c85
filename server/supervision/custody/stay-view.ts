import {
  type ApprovalView,
  ARRIVALS_APART_MS,
  type DeadlineView,
  type MaskedPerson,
  type MeasureView,
  type OccupantView,
  type Stage,
  type StayView,
} from '../../contract/custody.ts'
import { age } from '../../domain/custody/people.ts'
import type { Presence } from '../../domain/custody/register.ts'
import type { MeasureSpan } from '../../domain/custody/state.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import { feedOf, recorderOf } from './coverage.ts'
import { endsStay } from './limits.ts'
import { approvalsOn } from './line.ts'
import { masked } from './mask.ts'
import type { CustodyMemory, StayMemory } from './memory.ts'
import { type Sources, subjectsOf } from './sources.ts'

/** A row shows what comes next; the stay's own page shows all. */
const DEADLINES_SHOWN = 6
const FINDINGS_SHOWN = 8

export const measureView = (m: MeasureSpan): MeasureView => ({
  id: m.measure,
  kind: m.kind,
  unit: m.unit,
  case: m.case,
  stay: m.stay,
  approvedAt: m.approvedAt ?? null,
  startedAt: m.startedAt ?? null,
  endedAt: m.endedAt ?? null,
})

export const personView = (
  person: string,
  at: Instant,
  { custody }: Register,
  memory: Pick<CustodyMemory, 'persons'>,
): MaskedPerson => {
  const facts = custody.person(person)
  const v = facts?.values ?? {}
  const traits = (['pregnant', 'nursing', 'deaf', 'blind', 'foreigner'] as const).filter((t) => v[t] === true)
  const name = memory.persons[person]?.name ?? null
  return {
    id: person,
    masked: name === null ? null : masked(name),
    sex: v.sex ?? null,
    age: age(facts, at) ?? null,
    traits: [...traits, ...(v.speaksLocalLanguage === false ? (['interpreter'] as const) : [])],
  }
}

/** Someone in a room. The name of a held person is never among them. */
export const occupantView = ({ who, as, sex, from }: Presence, register: Register): OccupantView => ({
  who,
  as,
  name: as === 'held' ? null : (register.officer(who)?.name ?? null),
  sex:
    sex ?? (as === 'held' ? (register.custody.person(who)?.values.sex ?? null) : (register.officer(who)?.sex ?? null)),
  since: from,
})

/** The measure under which the person is held now: the latest begun, of this stay before others. */
const currentMeasure = (person: string, stay: string, { custody }: Register): MeasureView | null => {
  const lasting = custody.measuresOf(person).filter((m) => m.endedAt === undefined)
  const begun = lasting.filter((m) => m.startedAt !== undefined)
  const own = begun.findLast((m) => m.stay === stay) ?? begun.at(-1) ?? lasting.findLast((m) => m.stay === stay)
  return own ? measureView(own) : null
}

const stageOf = (left: boolean, one: StayMemory, inSession: boolean): Stage =>
  left ? 'left' : inSession ? 'session' : one.signed ? 'signed' : one.checked ? 'checked' : 'arrived'

/** The board's row for one stay at `now`; undefined for a stay that nobody knows. */
export const stayView = (stay: string, now: Instant, seq: number, sources: Sources): StayView | undefined => {
  const { register, memory } = sources
  const { custody } = register
  const [span, one] = [custody.stay(stay), memory.stays[stay]]
  if (!span || !one) return undefined
  const { person } = one
  const left = span.departedAt !== undefined
  const presence = left ? undefined : inside(person, register)
  const room = presence && custody.room(presence.room)
  const acts = [...new Set((memory.persons[person]?.line ?? []).flatMap((l) => l.detail.act ?? []))]
  const act = acts
    .flatMap((id) => custody.act(`${id}`) ?? [])
    .findLast((a) => a.endedAt === undefined && (a.stay === null || a.stay === stay))
  const measure = currentMeasure(person, stay, register)
  return {
    id: stay,
    seq,
    unit: span.unit,
    person: personView(person, span.arrivedAt ?? now, register, memory),
    measure,
    arrivedAt: span.arrivedAt ?? null,
    departedAt: span.departedAt ?? null,
    arrival: {
      gateAt: one.gateAt,
      paperAt: one.paperAt,
      disagree: one.gateAt !== null && one.paperAt !== null && Math.abs(one.gateAt - one.paperAt) > ARRIVALS_APART_MS,
    },
    stage: stageOf(left, one, act !== undefined),
    act: act ? { id: act.act, kind: act.kind, since: act.startedAt } : null,
    approval: lastApproval(person, measure, memory),
    deadlines: left ? [] : deadlineViews(person, sources).slice(0, DEADLINES_SHOWN),
    findings: sources.findingsOfPerson(person).slice(0, FINDINGS_SHOWN),
    room: presence && room ? { id: presence.room, name: room.name, since: presence.from } : null,
    with: presence ? othersIn(presence, register) : [],
    recorder: presence ? recorderOf(presence.room, now, register, memory) : null,
    restraints: (memory.persons[person]?.restraints ?? [])
      .filter((r) => r.to === null)
      .map(({ use, kind, from }) => ({ use, kind, since: from })),
    care: careView(one, now, register),
  }
}

/** Deadlines ahead of a person, soonest first. */
export const deadlineViews = (person: string, sources: Sources): DeadlineView[] =>
  sources.deadlinesOf(subjectsOf(person, sources)).map(({ rule, subject, dueAt, startedAt }) => ({
    rule,
    ...sources.ruleWord(rule),
    subject,
    startedAt: startedAt ?? null,
    dueAt,
    ends: endsStay(rule),
  }))

const lastApproval = (person: string, measure: MeasureView | null, memory: CustodyMemory): ApprovalView | null =>
  measure === null
    ? null
    : (approvalsOn(memory.persons[person]?.line ?? []).findLast((a) => a.measure === measure.id) ?? null)

/** Where the person is, as doors told; undefined when they told that the person left. */
const inside = (person: string, { custody }: Register): (Presence & { room: string }) | undefined => {
  const room = custody.whereabouts(person)?.room
  const found = room === undefined ? undefined : custody.presence(room).findLast((p) => p.who === person)
  return found && room !== undefined && found.to === undefined ? { ...found, room } : undefined
}

const othersIn = ({ room, who }: Presence & { room: string }, register: Register): OccupantView[] =>
  register.custody
    .presence(room)
    .filter((p) => p.to === undefined && p.who !== who)
    .map((p) => occupantView(p, register))

const careView = ({ care }: StayMemory, now: Instant, register: Register): StayView['care'] => {
  const meals = care.filter((c) => c.care === 'meal')
  const rests = care.filter((c) => c.care === 'rest')
  const resting = rests.findLast((r) => r.until === null || r.until > now)
  return {
    told: feedOf('care', now, register),
    meals: meals.length,
    lastMealAt: meals.at(-1)?.at ?? null,
    lastRestAt: rests.at(-1)?.at ?? null,
    restingSince: resting?.at ?? null,
  }
}
