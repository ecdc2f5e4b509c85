import type { Register } from '../../domain/register.ts'
import { type Cycle, isSettled, type Row, stateOf, windowEnd } from '../../domain/roll-call/state.ts'
import type { Hindrance } from '../../domain/roll-call/words.ts'
import { type Instant, minutes, seconds } from '../../domain/time.ts'
import type { RollCallChannels, Usable } from './channels.ts'
import { usableFor } from './channels.ts'

/** What is to be done next about a row of an open roll-call. */
export type Step =
  | { readonly do: 'call'; readonly by: readonly Usable[]; readonly try: number }
  | { readonly do: 'hinder'; readonly because: Hindrance }
  | { readonly do: 'end-window'; readonly try: number }
  | { readonly do: 'wait' }
const wait: Step = { do: 'wait' }

export interface Sight {
  readonly register: Register
  readonly channels: RollCallChannels
  readonly now: Instant
  /** Where a carrier was last seen, whatever told it. */
  readonly lastPlace: (
    carrier: string,
  ) => { readonly place: readonly [number, number]; readonly at: Instant } | undefined
}

/** A place older than this no longer says that somebody is out of reach of every site. */
const PLACE_FRESH_MS = minutes(30)

/** Whether their radio is where no site reaches, as far as anybody saw them last. */
const outOfCoverage = (row: Row, { register, lastPlace, now }: Sight): boolean => {
  const device = row.channels.find((c) => c.channel === 'radio')?.device
  if (device == null) return false
  const carriers = [...(row.carrier === null ? [] : [row.carrier]), ...row.officers.map((o) => `officer/${o}`)]
  const newest = carriers
    .flatMap((c) => lastPlace(c) ?? [])
    .concat(row.fixes.map((f) => ({ place: f.place, at: f.at })))
    .reduce<{ place: readonly [number, number]; at: Instant } | undefined>(
      (a, b) => (a && a.at >= b.at ? a : b),
      undefined,
    )
  if (!newest || now - newest.at > PLACE_FRESH_MS) return false
  return register.radio.coverage(newest.place, register.radio.radio(device)?.gateway).is === 'outside'
}

/** Whether the radio gave a sign of life after it was put down as out of reach. */
const heardSince = (row: Row, { register, now }: Sight): boolean => {
  const device = row.channels.find((c) => c.channel === 'radio')?.device
  const heard = device == null ? undefined : register.radio.heard(device, now)
  return heard !== undefined && row.hindered !== null && heard.at > row.hindered.at
}

/** Whether any equipment of theirs was called in the window that ran; a phone's page alone proves nothing by silence. */
const equipmentWasCalled = (row: Row): boolean => {
  const called = row.calls.filter((c) => c.seq >= row.windowSeq)
  const has = row.channels.some((c) => c.device !== null)
  return !has || called.some((c) => c.device !== null)
}

/** The channel of a call that runs broke down, or the gateway says so. */
const isBroken = (row: Row, usable: readonly Usable[]): boolean => {
  const running = row.calls.filter((c) => c.seq >= row.windowSeq && c.device !== null)
  if (running.length === 0) return false
  const gaveUp = row.unheard !== null && row.unheard.why !== 'no-answer' && row.unheard.seq > row.windowSeq
  return running.every(
    (c) =>
      (gaveUp && c.request === row.unheard?.request) ||
      !usable.some((u) => u.channel === c.channel && u.device === c.device),
  )
}

/** Whether every radio that was called could have been heard as late as `until`. */
const workedUntil = (row: Row, until: Instant, { radio }: RollCallChannels): boolean =>
  row.calls
    .filter((c) => c.seq >= row.windowSeq && c.channel === 'radio' && c.device !== null)
    .every(({ device }) => (radio.heardAt(device!) ?? until) >= until)

/** What keeps them from being called now. */
const hindranceOf = (row: Row): Hindrance => {
  if (row.channels.length === 0) return 'no-device'
  return row.channels.some((c) => c.channel === 'radio') ? 'channel-down' : 'not-connected'
}

/** Decides by what the journal has told and which channels work now; the same answer whoever asks. */
export const stepOf = (row: Row, sight: Sight): Step => {
  const { channels, now } = sight
  const state = stateOf(row)
  if (isSettled(state) || state === 'missed') return wait
  const usable = usableFor(row, channels)
  const next = row.ended + 1
  if (state === 'pending')
    return usable.length > 0 ? { do: 'call', by: usable, try: next } : { do: 'hinder', because: hindranceOf(row) }
  if (state === 'unobservable') {
    const because = row.hindered?.because
    if (because === 'no-device') return wait
    if (because === 'out-of-coverage' && outOfCoverage(row, sight) && !heardSince(row, sight)) return wait
    return callAgain(row, usable, next)
  }
  // The window ran out and calls are left: the next one.
  if (row.calls.at(-1)!.try <= row.ended)
    return usable.length > 0 ? { do: 'call', by: usable, try: next } : { do: 'hinder', because: hindranceOf(row) }
  if (isBroken(row, usable)) return { do: 'hinder', because: hindranceOf(row) }
  const until = windowEnd(row)
  if (until === undefined || now <= until) return wait
  if (outOfCoverage(row, sight)) return { do: 'hinder', because: 'out-of-coverage' }
  // Silence counts once the channel is known to have worked to the end; if it did not, that is known soon.
  if (!workedUntil(row, until, channels)) return wait
  return equipmentWasCalled(row)
    ? { do: 'end-window', try: row.calls.at(-1)!.try }
    : { do: 'hinder', because: hindranceOf(row) }
}

/** Not at once, or a channel that flickers would fill the journal. */
const AGAIN_MS = seconds(5)
const callAgain = (row: Row, usable: readonly Usable[], next: number): Step =>
  // Equipment that works again is called; a page that happens to be open does not end the hindrance of a radio.
  usable.some((u) => u.device !== null) || (usable.length > 0 && row.channels.every((c) => c.device === null))
    ? { do: 'call', by: usable, try: next }
    : wait

/** Not earlier than this after a hindrance is called again. */
export const mayCallAgain = (row: Row, now: Instant): boolean =>
  row.hindered === null || now - row.hindered.at >= AGAIN_MS

/** How long an answer is waited on for a position, before a complete roll-call is closed. */
const SETTLE_MS = seconds(10)

/** Time in which nobody listened is nobody's: it is open for so long after we took it up again. */
const takenUpAt = ({ hindered }: Row): Instant => (hindered?.because === 'interrupted' ? hindered.at : 0)

/** Why an open roll-call is over now; undefined while it is not. */
export const endOf = (cycle: Cycle, rows: readonly Row[], now: Instant): 'complete' | 'time' | undefined => {
  const states = rows.map((row) => stateOf(row))
  if (states.every(isSettled)) {
    const last = Math.max(cycle.at, ...rows.map((r) => r.answers[0]?.at ?? 0))
    return now > last + SETTLE_MS ? 'complete' : undefined
  }
  if (states.some((s) => s === 'calling')) return undefined
  const last = Math.max(cycle.at, ...rows.flatMap((r) => [windowEnd(r) ?? 0, r.retryAsked?.at ?? 0, takenUpAt(r)]))
  return now > last + minutes(cycle.keepOpenMinutes) ? 'time' : undefined
}
