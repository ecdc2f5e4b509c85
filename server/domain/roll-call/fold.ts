import type { Entry } from '../entry.ts'
import type { DataOf, ObservationKind } from '../observation/index.ts'
import { hours, type Instant } from '../time.ts'
import { type Cycle, type Heard, type RollCallState, type Row, type RowFix, rowKey, stateOf } from './state.ts'

export const rollCallKinds = [
  'roll-call.cadence-set',
  'roll-call.draw-committed',
  'roll-call.draw-published',
  'roll-call.opened',
  'roll-call.listed',
  'roll-call.called',
  'roll-call.retry-asked',
  'roll-call.hindered',
  'roll-call.window-ended',
  'roll-call.answered',
  'roll-call.answered-on-behalf',
  'roll-call.excused',
  'roll-call.closed',
] as const satisfies readonly ObservationKind[]

/** What may answer a call, or tell where somebody is, and is looked at only while a roll-call is open. */
export const hearsayKinds = [
  'radio.checked',
  'radio.check-unanswered',
  'device.answered',
  'position.reported',
  'post.observed',
] as const satisfies readonly ObservationKind[]

/** How long a roll-call is remembered after it was closed: what is told of it later changes nothing here. */
export const REMEMBERED_MS = hours(2)
const MOST_CYCLES = 48
const MOST_CADENCE = 400
const MOST_DRAWS = 40
const MOST_HELD = 32
const MOST_CALLS = 12
const MOST_ANSWERS = 4
/** Of one device, and of a whole crew with their car: the most talkative must not push the others out. */
const MOST_FIXES_OF_ONE = 5
const MOST_FIXES = 30

/** Takes an entry of a roll-call itself into `state`, which it changes. Rows are replaced, never changed. */
export const applyRollCall = (state: RollCallState, { seq, recordedAt, observation: o }: Entry): void => {
  const at = o.observedAt
  const change = (data: { readonly cycle: string; readonly target: string }, how: (row: Row) => Row): void => {
    const row = state.rows[rowKey(data)]
    if (row) state.rows[rowKey(data)] = how(row)
  }
  switch (o.kind) {
    case 'roll-call.cadence-set':
      state.cadence = [...state.cadence, { ...o.data, seq, setAt: at }].slice(-MOST_CADENCE)
      break
    case 'roll-call.draw-committed':
      state.draws[o.data.day] ??= { commitment: o.data.commitment, committedAt: at, seed: null }
      forgetOldest(state.draws, MOST_DRAWS)
      break
    case 'roll-call.draw-published': {
      const draw = state.draws[o.data.day]
      if (draw) state.draws[o.data.day] = { ...draw, seed: o.data.seed }
      break
    }
    case 'roll-call.opened':
      forget(state, recordedAt)
      if (state.cycles[o.data.cycle]) break
      state.cycles[o.data.cycle] = { ...o.data, seq, at, targets: [], closed: null }
      if (o.data.slot !== null) for (const unit of o.data.units) hold(state, unit, o.data.slot.from)
      break
    case 'roll-call.listed': {
      const cycle = state.cycles[o.data.cycle]
      if (!cycle || state.rows[rowKey(o.data)]) break
      state.cycles[o.data.cycle] = { ...cycle, targets: [...cycle.targets, o.data.target] }
      state.rows[rowKey(o.data)] = freshRow(o.data, seq, at)
      break
    }
    case 'roll-call.called': {
      const { cycle: _, target: __, ...call } = o.data
      change(o.data, (row) => ({
        ...row,
        calls: [...row.calls, { ...call, seq, at }].slice(-MOST_CALLS),
        // A second channel belongs to the window of the first; what was hindered, or ran out, begins anew.
        windowSeq: row.hindered === null && row.calls.at(-1)?.try === call.try ? row.windowSeq : seq,
        hindered: null,
        missed: null,
      }))
      break
    }
    case 'roll-call.retry-asked':
      change(o.data, (row) => ({
        ...row,
        tries: Math.max(row.tries, row.ended + 1),
        retryAsked: { seq, at },
        hindered: null,
        missed: null,
      }))
      break
    case 'roll-call.hindered':
      change(o.data, (row) => ({ ...row, missed: null, hindered: { seq, at, because: o.data.because } }))
      break
    case 'roll-call.window-ended':
      change(o.data, (row) => {
        const ended = Math.max(row.ended, o.data.try)
        return { ...row, ended, missed: ended >= row.tries ? (row.missed ?? { seq, at }) : null }
      })
      break
    case 'roll-call.answered': {
      const { officer, place, accuracyM } = o.data
      const said = {
        seq,
        at,
        channel: 'phone',
        device: null,
        radio: null,
        site: null,
        officer,
        place,
        accuracyM,
      } as const
      change(o.data, (row) => answered(row, said))
      break
    }
    case 'roll-call.answered-on-behalf': {
      const { cycle: _, target: __, ...told } = o.data
      change(o.data, (row) => ({ ...row, behalf: { ...told, seq, at } }))
      break
    }
    case 'roll-call.excused': {
      const { cycle: _, target: __, ...told } = o.data
      change(o.data, (row) => ({ ...row, excuse: { ...told, seq, at } }))
      break
    }
    case 'roll-call.closed': {
      const cycle = state.cycles[o.data.cycle]
      if (!cycle || cycle.closed) break
      const { by, because } = o.data
      state.cycles[o.data.cycle] = { ...cycle, closed: { seq, at, by, because } }
      for (const target of cycle.targets) change({ cycle: o.data.cycle, target }, (row) => atClosing(row, { seq, at }))
    }
  }
}

/** Takes what was heard elsewhere into a row; the same row when it says nothing of it. */
export const hear = (row: Row, { seq, observation: o }: Entry): Row => {
  const at = o.observedAt
  switch (o.kind) {
    case 'radio.checked': {
      const call = row.calls.findLast((c) => c.request !== null && c.request === o.data.request)
      if (!call) return row
      const { radio, site, online } = o.data
      if (!online) return { ...row, offline: { seq, at } }
      return answered(row, { ...silent, seq, at, channel: 'radio', device: call.device, radio, site })
    }
    case 'radio.check-unanswered': {
      const { request, why } = o.data
      return request !== null && row.calls.some((c) => c.request === request)
        ? { ...row, unheard: { seq, at, request, why } }
        : row
    }
    case 'device.answered': {
      const { device, request, result } = o.data
      const call = row.calls.findLast((c) => c.channel === 'vehicle' && c.device === device && c.at <= at)
      if (!call || request !== 'locate' || result !== 'done') return row
      return answered(row, { ...silent, seq, at, channel: 'vehicle', device })
    }
    case 'position.reported': {
      const { device, carrier, position, accuracyM, mocked } = o.data
      if (position === null || mocked === true || at < row.at - FIX_BEFORE_MS) return row
      const fix = { seq, at, device, carrier, place: position, accuracyM }
      return { ...row, fixes: withFix(row.fixes, fix, row.answers[0]?.at ?? row.behalf?.at) }
    }
    case 'post.observed': {
      const { present, source, officer } = o.data
      return row.seen && row.seen.at > at ? row : { ...row, seen: { seq, at, present, source, officer } }
    }
    default:
      return row
  }
}

/** A position from shortly before the roll-call began still says where somebody is. */
const FIX_BEFORE_MS = 60_000
const silent = { officer: null, radio: null, site: null, place: null, accuracyM: null } as const

const freshRow = (listed: DataOf<'roll-call.listed'>, seq: number, at: Instant): Row => ({
  ...listed,
  seq,
  at,
  calls: [],
  windowSeq: seq,
  ended: 0,
  retryAsked: null,
  unheard: null,
  hindered: null,
  missed: null,
  answers: [],
  offline: null,
  behalf: null,
  excuse: null,
  fixes: [],
  seen: null,
})

const answered = (row: Row, said: Omit<Heard, 'late'>): Row => {
  if (
    row.answers.length >= MOST_ANSWERS ||
    row.answers.some((a) => a.channel === said.channel && a.radio === said.radio)
  )
    return row
  const last = row.calls.at(-1)
  return { ...row, answers: [...row.answers, { ...said, late: last !== undefined && said.at > last.until }] }
}

/** A journal that does not tell how the last window ended tells it by closing: all calls were made, none was answered. */
const atClosing = (row: Row, closing: { readonly seq: number; readonly at: Instant }): Row => {
  const last = row.calls.at(-1)
  const tried = Math.max(row.ended, ...row.calls.map((c) => c.try))
  return stateOf(row) === 'calling' && last && tried >= row.tries && last.until <= closing.at
    ? { ...row, ended: tried, missed: closing }
    : row
}

const withFix = (all: readonly RowFix[], fix: RowFix, answeredAt: Instant | undefined): RowFix[] => {
  let i = all.length
  while (i > 0 && all[i - 1]!.at > fix.at) i--
  const next = [...all.slice(0, i), fix, ...all.slice(i)]
  const own = next.filter((f) => f.device === fix.device)
  if (own.length <= MOST_FIXES_OF_ONE) return next.slice(-MOST_FIXES)
  // The first, the newest, and the one that says where they were when they answered stay.
  const offMs = (f: RowFix): number => Math.abs(f.at - (answeredAt ?? fix.at))
  const telling = own.reduce((a, b) => (offMs(b) < offMs(a) ? b : a))
  const spare = own.slice(1, -1).find((f) => f !== telling)
  return next.filter((f) => f !== spare)
}

const hold = (state: RollCallState, unit: string, slot: Instant): void => {
  const before = state.held[unit] ?? []
  if (!before.includes(slot)) state.held[unit] = [...before, slot].sort((a, b) => a - b).slice(-MOST_HELD)
}

const forgetOldest = (table: Record<string, unknown>, most: number): void => {
  const keys = Object.keys(table).sort()
  for (const key of keys.slice(0, Math.max(0, keys.length - most))) delete table[key]
}

const forget = (state: RollCallState, now: Instant): void => {
  const closed = Object.values(state.cycles)
    .filter((c): c is Cycle & { closed: NonNullable<Cycle['closed']> } => c.closed !== null)
    .sort((a, b) => a.closed.at - b.closed.at)
  const surplus = Object.keys(state.cycles).length - MOST_CYCLES
  for (const [i, { cycle, targets, closed: end }] of closed.entries()) {
    if (i >= surplus && end.at >= now - REMEMBERED_MS) continue
    delete state.cycles[cycle]
    for (const target of targets) delete state.rows[rowKey({ cycle, target })]
  }
}
