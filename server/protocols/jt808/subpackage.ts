import { type Instant, seconds } from '../../domain/time.ts'
import type { Header } from './header.ts'

/** A part as it arrived; `header.part` says which. */
export interface Part {
  readonly header: Header
  readonly content: Buffer
  readonly raw: Buffer
}

interface Group {
  readonly id: number
  readonly total: number
  /** Holes where a part is still missing. */
  readonly parts: readonly (Part | undefined)[]
  readonly bytes: number
  readonly askAt: Instant
  readonly asked: number
}

/** A group that was put together; its parts may come again when the answer was lost. */
interface Done {
  readonly id: number
  readonly total: number
  readonly serials: readonly number[]
  readonly until: Instant
}

/** What one terminal has sent in parts so far. A fold: each step returns the next state, and time is handed in. */
export interface Assembly {
  readonly groups: readonly Group[]
  readonly done: readonly Done[]
}

export interface Whole {
  /** Header of the first part; its serial is the one to answer. */
  readonly header: Header
  readonly body: Buffer
  readonly raw: Buffer
}

export type Outcome =
  | { readonly is: 'waiting' }
  | { readonly is: 'whole'; readonly whole: Whole }
  /** A part of a message that was put together before: answer again. */
  | { readonly is: 'repeated'; readonly header: Header }
  | { readonly is: 'refused'; readonly detail: string }

export interface Request {
  readonly header: Header
  readonly firstSerial: number
  readonly missing: readonly number[]
}

export const nothing: Assembly = { groups: [], done: [] }

/** Bounds on what one terminal can make us keep. */
const MAX_PARTS = 512
const MAX_BYTES = 512 * 1024
const MAX_GROUPS = 4
const REMEMBER_MS = seconds(60)
/** How often a missing part is asked for; the waits follow §4.3.2: T(n+1) = T(n) × (n+1). */
const MAX_ASKS = 3

/**
 * Takes a part in. Parts belong together by message id and total; serials should be consecutive and are not
 * always (a real capture has 0x04D1, then 0x04E2), so they decide nothing.
 * @param waitMs how long to wait for the rest after this part before asking for it
 */
export const accept = (
  before: Assembly,
  part: Part,
  now: Instant,
  waitMs: number,
): { assembly: Assembly; outcome: Outcome } => {
  const { header, content } = part
  const place = header.part
  if (!place || place.total > MAX_PARTS)
    return refused(before, `${place?.total ?? 0} parts; 1 to ${MAX_PARTS} are put together`)
  const same = (g: { id: number; total: number }) => g.id === header.id && g.total === place.total
  const known = before.done.find((d) => same(d) && d.until > now && d.serials[place.index - 1] === header.serial)
  if (known) {
    const first = { ...header, serial: known.serials[0]!, part: null }
    return { assembly: before, outcome: { is: 'repeated', header: first } }
  }
  const open = before.groups.find(same)
  const there = open?.parts[place.index - 1]
  // The same index with another serial: the terminal started anew.
  const anew = there !== undefined && there.header.serial !== header.serial
  const parts = open && !anew ? [...open.parts] : Array.from<Part | undefined>({ length: place.total })
  parts[place.index - 1] = part
  const bytes = (open && !anew ? open.bytes : 0) + (there && !anew ? 0 : content.length)
  const others = before.groups.filter((g) => g !== open)
  if (bytes > MAX_BYTES) return refused({ ...before, groups: others }, `more than ${MAX_BYTES} bytes in parts`)
  if (parts.some((p) => p === undefined)) {
    const group: Group = {
      id: header.id,
      total: place.total,
      parts,
      bytes,
      askAt: now + waitMs,
      asked: open?.asked ?? 0,
    }
    return { assembly: { ...before, groups: [...others, group].slice(-MAX_GROUPS) }, outcome: { is: 'waiting' } }
  }
  const whole = parts as readonly Part[]
  const serials = whole.map((p) => p.header.serial)
  const done = [
    ...before.done.filter((d) => d.until > now && !same(d)),
    { id: header.id, total: place.total, serials, until: now + REMEMBER_MS },
  ].slice(-MAX_GROUPS)
  return {
    assembly: { groups: others, done },
    outcome: {
      is: 'whole',
      whole: {
        header: { ...whole[0]!.header, part: null },
        body: Buffer.concat(whole.map((p) => p.content)),
        raw: Buffer.concat(whole.map((p) => p.raw)),
      },
    },
  }
}

const refused = (assembly: Assembly, detail: string): { assembly: Assembly; outcome: Outcome } => ({
  assembly,
  outcome: { is: 'refused', detail },
})

/**
 * What has waited long enough: parts to ask for again, and messages to give up.
 * @param waitMs the first wait; it grows with each request
 */
export const overdue = (
  before: Assembly,
  now: Instant,
  waitMs: number,
): { assembly: Assembly; requests: readonly Request[]; givenUp: readonly Request[] } => {
  const late = before.groups.filter((g) => g.askAt <= now)
  if (late.length === 0) return { assembly: before, requests: [], givenUp: [] }
  const asking = late.filter((g) => g.asked < MAX_ASKS)
  const next = (g: Group): Group => {
    const asked = g.asked + 1
    let wait = waitMs
    for (let n = 1; n <= asked; n++) wait *= n + 1
    return { ...g, asked, askAt: now + wait }
  }
  const groups = before.groups.filter((g) => !late.includes(g)).concat(asking.map(next))
  return {
    assembly: { ...before, groups },
    requests: asking.map(request),
    givenUp: late.filter((g) => g.asked >= MAX_ASKS).map(request),
  }
}

const request = (group: Group): Request => {
  const missing: number[] = []
  group.parts.forEach((part, i) => {
    if (part === undefined) missing.push(i + 1)
  })
  const at = group.parts.findIndex((part) => part !== undefined)
  const { header } = group.parts[at]!
  // Without the first part its serial can only be reckoned; that is what the terminal most likely gave it.
  return { header, firstSerial: (header.serial - at) & 0xffff, missing }
}
