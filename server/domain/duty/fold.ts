import type { Entry } from '../entry.ts'
import type { ObservationKind } from '../observation/index.ts'
import { days, type Instant } from '../time.ts'
import { applyEquipment, equipmentKinds } from './fold-equipment.ts'
import { byTime, MOST, OVER_MS, SEEN_MS, said, VERSIONS } from './kept.ts'
import { type SeenAtPost, withSeen } from './posts.ts'
import type { DutyRecord, DutyState, Said } from './state.ts'

export const dutyStateKinds: readonly ObservationKind[] = [
  'duty.assigned',
  'duty.cancelled',
  'duty.swapped',
  'duty.signed-in',
  'duty.signed-out',
  'post.absence-reported',
  'post.absence-ended',
  'leave.approved',
  'leave.withdrawn',
  'leader.appointed',
  'window.hours-posted',
  'window.staffed',
  'window.unstaffed',
  'post.observed',
  'room.counted',
  'dress.exempted',
  'conference.scheduled',
  'conference.excused',
  ...equipmentKinds,
]

/** Takes the next entry into `state`, which it changes. */
export const applyDuty = (state: DutyState, entry: Entry): void => {
  const { seq, recordedAt, observation: o } = entry
  const { observedAt: at } = o
  switch (o.kind) {
    case 'duty.assigned':
    case 'duty.cancelled':
    case 'duty.swapped': {
      const { duty, unit } = o.data
      forgetDuties(state, unit, recordedAt)
      const before = state.duties[duty] ?? { unit, assigned: null, cancelledAt: null, swaps: [], heardAt: recordedAt }
      state.duties[duty] = { ...before, heardAt: recordedAt, ...told(before, o, at, seq) }
      list(state.dutiesByUnit, unit, duty)
      const people = o.kind === 'duty.assigned' ? [o.data.officer] : o.kind === 'duty.swapped' ? [o.data.to] : []
      for (const officer of people) list(state.dutiesByOfficer, officer, duty)
      if (o.kind === 'duty.assigned' && o.data.post !== null) state.posts[o.data.post] ??= { unit, seen: [] }
      break
    }
    case 'duty.signed-in':
    case 'duty.signed-out': {
      const { officer, duty, unit, post } = o.data
      const mark = { at, on: o.kind === 'duty.signed-in', seq, duty, unit, post }
      state.signs[officer] = byTime([...recent(state.signs[officer], recordedAt), mark])
      break
    }
    case 'post.absence-reported': {
      const { officer } = o.data
      const others = recent(state.absences[officer], recordedAt).filter((a) => a.data.absence !== o.data.absence)
      state.absences[officer] = byTime([...others, { data: o.data, at, seq, endedAt: null }])
      break
    }
    case 'post.absence-ended': {
      const { officer, absence } = o.data
      state.absences[officer] = (state.absences[officer] ?? []).map((a) =>
        a.data.absence === absence ? { ...a, endedAt: at } : a,
      )
      break
    }
    case 'leave.approved': {
      const { officer, leave } = o.data
      const kept = (state.leaves[officer] ?? []).filter(
        (l) => l.leave !== leave && l.endsAt >= recordedAt - LEAVE_REMEMBERED_MS,
      )
      state.leaves[officer] = [...kept, { ...o.data, seq, withdrawnAt: null }].slice(-MOST)
      break
    }
    case 'leave.withdrawn': {
      const { officer, leave } = o.data
      state.leaves[officer] = (state.leaves[officer] ?? []).map((l) =>
        l.leave === leave ? { ...l, withdrawnAt: at } : l,
      )
      break
    }
    case 'leader.appointed': {
      const { unit, appointment } = o.data
      const others = (state.appointments[unit] ?? []).filter((a) => a.data.appointment !== appointment)
      state.appointments[unit] = byTime([...others, { data: o.data, at, seq }]).slice(-VERSIONS)
      break
    }
    case 'window.hours-posted': {
      const before = state.windows[o.data.window] ?? []
      state.windows[o.data.window] = byTime([...before, { data: o.data, at, seq }]).slice(-VERSIONS)
      state.posts[o.data.window] ??= { unit: o.data.unit, seen: [] }
      break
    }
    case 'window.staffed':
    case 'window.unstaffed':
      sees(state, o.data.window, o.data.unit, o.data.source, null, o.kind === 'window.staffed', at, seq)
      break
    case 'post.observed': {
      const { post, unit, source, device, present } = o.data
      sees(state, post, unit, source, device, present, at, seq)
      break
    }
    case 'room.counted':
      // Rooms of the case area are counted as well; only posts are looked at here.
      if (state.posts[o.data.room])
        sees(state, o.data.room, state.posts[o.data.room]!.unit, COUNTER, null, o.data.people > 0, at, seq)
      break
    case 'dress.exempted':
      state.dressExemptions[o.data.officer] = said(state.dressExemptions[o.data.officer], o.data, at, seq)
      break
    case 'conference.scheduled': {
      const before = state.conferences[o.data.conference]
      for (const [id, { data }] of Object.entries(state.conferences))
        if (data.endsAt < recordedAt - OVER_MS) delete state.conferences[id]
      if (!before || before.at <= at)
        state.conferences[o.data.conference] = { data: o.data, at, seq, substitutes: before?.substitutes ?? [] }
      break
    }
    case 'conference.excused': {
      const { conference, substitute } = o.data
      const before = state.conferences[conference]
      if (before && substitute && !before.substitutes.includes(substitute))
        state.conferences[conference] = { ...before, substitutes: [...before.substitutes, substitute] }
      break
    }
    default:
      applyEquipment(state, entry)
  }
}

/** The source that room.counted speaks for. */
export const COUNTER = 'people-count'

const sees = (
  state: DutyState,
  post: string,
  unit: string,
  source: string,
  device: string | null,
  on: boolean,
  at: Instant,
  seq: number,
): void => {
  const record = state.posts[post] ?? { unit, seen: [] }
  const key = device === null ? source : `${source} ${device}`
  const mark: SeenAtPost = { source: key, device, at, lastAt: at, on, seq }
  state.posts[post] = { ...record, seen: withSeen(record.seen, mark, at - SEEN_MS) }
}

/** Absence is counted over a year, and the leave that excuses it must be known as long. */
const LEAVE_REMEMBERED_MS = days(400)

type Told = Extract<Entry['observation'], { kind: 'duty.assigned' | 'duty.cancelled' | 'duty.swapped' }>

const told = (before: DutyRecord, o: Told, at: Instant, seq: number): Partial<DutyRecord> => {
  switch (o.kind) {
    case 'duty.assigned':
      // An older statement that was heard later changes nothing.
      if (before.assigned && before.assigned.at > at) return {}
      return {
        unit: o.data.unit,
        assigned: { data: o.data, at, seq },
        // Assigned anew, to somebody else: what was swapped before no longer speaks of it.
        swaps: before.assigned && before.assigned.data.officer !== o.data.officer ? [] : before.swaps,
        cancelledAt: before.cancelledAt !== null && before.cancelledAt >= at ? before.cancelledAt : null,
      }
    case 'duty.cancelled':
      return before.assigned && before.assigned.at > at ? {} : { cancelledAt: at }
    case 'duty.swapped':
      return { swaps: byTime([...before.swaps, { data: o.data, at, seq }]).slice(-16) }
  }
}

const recent = <T extends Said<unknown> | { readonly at: Instant }>(
  items: readonly T[] | undefined,
  now: Instant,
): readonly T[] => (items ?? []).filter((m) => m.at >= now - OVER_MS).slice(-MOST + 1)

const list = (lists: Record<string, readonly string[]>, key: string, id: string): void => {
  const before = lists[key] ?? []
  if (!before.includes(id)) lists[key] = [...before, id]
}

const forgetDuties = (state: DutyState, unit: string, now: Instant): void => {
  const over = (state.dutiesByUnit[unit] ?? []).filter((duty) => {
    const record = state.duties[duty]
    return !record || Math.max(record.assigned?.data.endsAt ?? 0, record.heardAt) < now - OVER_MS
  })
  if (over.length === 0) return
  const gone = new Set(over)
  for (const duty of over) {
    const record = state.duties[duty]
    delete state.duties[duty]
    const people = [record?.assigned?.data.officer, ...(record?.swaps ?? []).map((s) => s.data.to)]
    for (const officer of people)
      if (officer !== undefined)
        state.dutiesByOfficer[officer] = (state.dutiesByOfficer[officer] ?? []).filter((id) => id !== duty)
  }
  state.dutiesByUnit[unit] = (state.dutiesByUnit[unit] ?? []).filter((id) => !gone.has(id))
}
