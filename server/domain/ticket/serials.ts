import type { Entry } from '../entry.ts'
import type { DataOf, Observation, ObservationKind } from '../observation/index.ts'
import type { Instant } from '../time.ts'

/** Numbers that one use skipped. */
export interface SerialGap {
  /** The series and the first number that was skipped: the name of the gap, whatever turns up later. */
  readonly name: string
  readonly from: number
  readonly to: number
  /** Those of them that are still missing, ascending. */
  readonly numbers: readonly number[]
  /** When the later number was used, and when that was heard of. */
  readonly since: Instant
  readonly heardAt: Instant
  readonly seq: number
  readonly unit: string | null
}
interface Block {
  readonly from: number
  readonly to: number
  readonly unit: string | null
  readonly officer: string | null
  /** The number whose turn it is. */
  readonly next: number
}
/** One series of documents. */
export interface Series {
  readonly blocks: readonly Block[]
  /** Whose turn it is among the numbers of no block; null before the first is used. */
  readonly next: number | null
  /** Those without numbers are closed; they stay until the series moves on, so that whoever asks hears of it. */
  readonly gaps: readonly SerialGap[]
  readonly unit: string | null
  /** Voided, or used before their block was known. */
  readonly done: readonly number[]
}

export const serialKinds = ['ticket.changed', 'serial.handed-out', 'serial.voided'] as const satisfies ObservationKind[]

const none: Series = { blocks: [], next: null, gaps: [], unit: null, done: [] }
/** So many blocks, gaps and numbers of a series are remembered. */
const MOST = 200
const parts = (serial: string): { series: string; number: number } | undefined => {
  const found = /^(.*?)(\d{1,15})$/.exec(serial)
  return found ? { series: found[1]!, number: Number(found[2]) } : undefined
}

const blockOf = (blocks: readonly Block[], number: number): Block | undefined =>
  blocks.find((b) => b.from <= number && number <= b.to)

const without = (gaps: readonly SerialGap[], gone: (number: number) => boolean): readonly SerialGap[] =>
  gaps
    .filter(({ numbers }) => numbers.length > 0)
    .map((gap) => (gap.numbers.some(gone) ? { ...gap, numbers: gap.numbers.filter((n) => !gone(n)) } : gap))

const touched = (series: Series | undefined, from: number, to: number): readonly string[] =>
  (series?.gaps ?? []).filter((gap) => gap.from <= to && gap.to >= from).map(({ name }) => name)

/** A series may bear any name, also one that every object has. */
const key = (series: string): string => `/${series}`

/** Which numbers of which series are missing. No clock, no I/O. */
export const createSerials = (state: Record<string, Series>) => {
  /** Series and number of a document: all digits at its end count, unless a series that ends with some was handed out. */
  const split = (serial: string): { series: string; number: number } | undefined => {
    const found = parts(serial)
    if (!found) return undefined
    for (let end = serial.length - 1; end > found.series.length; end--) {
      const series = serial.slice(0, end)
      if (state[key(series)]?.blocks.length) return { series, number: Number(serial.slice(end)) }
    }
    return found
  }
  /** The number that a new document bears; records of cameras bear none. */
  const usedIn = ({ op, fields }: DataOf<'ticket.changed'>) =>
    op === 'issued' && fields.serial && fields.kind !== 'camera' ? split(fields.serial) : undefined

  const handedOut = ({ series, from, to, unit, officer }: DataOf<'serial.handed-out'>): void => {
    const { blocks, gaps, ...rest } = state[key(series)] ?? none
    state[key(series)] = {
      ...rest,
      // What was missed in the whole series before the block was known is asked of the block from now on.
      gaps: without(gaps, (n) => !blockOf(blocks, n) && n >= from && n <= to),
      blocks: [...blocks, { from, to, unit, officer, next: from }].slice(-MOST),
    }
  }
  // A document declared void out of its turn is not a use: those before it still wait to be used.
  const voided = ({ series, number, unit }: DataOf<'serial.voided'>): void => {
    const known = state[key(series)] ?? none
    const gaps = without(known.gaps, (n) => n === number)
    state[key(series)] = { ...known, unit, gaps, done: [...known.done, number].slice(-MOST) }
  }
  const used = (
    series: string,
    number: number,
    of: string | null,
    at: Instant,
    heardAt: Instant,
    seq: number,
  ): void => {
    const known = state[key(series)] ?? none
    const { blocks } = known
    const unit = of ?? known.unit
    const block = blockOf(blocks, number)
    const turn = block ? block.next : (known.next ?? number)
    const skipped: number[] = []
    for (let n = Math.max(turn, number - MOST); n < number; n++)
      if (!known.done.includes(n) && blockOf(blocks, n) === block) skipped.push(n)
    const [from] = skipped
    const next = Math.max(turn, number + 1)
    const gaps = without(known.gaps, (n) => n === number)
    state[key(series)] = {
      unit,
      done: [...known.done, number].slice(-MOST),
      gaps:
        from === undefined
          ? gaps
          : [
              ...gaps,
              { name: `${series}/${from}`, from, to: number - 1, numbers: skipped, since: at, heardAt, seq, unit },
            ].slice(-MOST),
      next: block ? known.next : next,
      blocks: block ? blocks.map((b) => (b === block ? { ...block, next } : b)) : blocks,
    }
  }

  return {
    apply: ({ seq, recordedAt, observation: o }: Entry): void => {
      if (o.kind === 'serial.handed-out') return handedOut(o.data)
      if (o.kind === 'serial.voided') return voided(o.data)
      if (o.kind !== 'ticket.changed') return
      const number = usedIn(o.data)
      if (number) used(number.series, number.number, o.data.fields.unit, o.observedAt, recordedAt, seq)
    },
    /** The gaps that an observation has opened, narrowed or closed, when it was the last of its series. */
    gapsTouchedBy: (o: Observation): readonly string[] => {
      const told = o.kind === 'ticket.changed' ? usedIn(o.data) : undefined
      if (told) return touched(state[key(told.series)], told.number - 1, told.number)
      if (o.kind === 'serial.voided') return touched(state[key(o.data.series)], o.data.number, o.data.number)
      return o.kind === 'serial.handed-out' ? touched(state[key(o.data.series)], o.data.from, o.data.to) : []
    },
    /** The gap of this name with the block it lies in; undefined when nothing of it is missing. */
    gap: (name: string): (SerialGap & { readonly block: Block | undefined }) | undefined => {
      const known = state[key(name.slice(0, name.lastIndexOf('/')))]
      const gap = known?.gaps.findLast((one) => one.name === name && one.numbers.length > 0)
      return gap && { ...gap, block: blockOf(known!.blocks, gap.numbers[0]!) }
    },
  }
}
