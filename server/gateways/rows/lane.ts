import { createHash } from 'node:crypto'
import type { Observation } from '../../domain/observation/index.ts'
import type { Clock } from '../../domain/time.ts'
import type { Draft, Journal } from '../../journal/journal.ts'
import type { RowChange } from '../../protocols/debezium/codec.ts'
import type { SystemMapping } from '../../protocols/debezium/mapping.ts'
import { type ObservedRow, observeRow } from '../../protocols/debezium/observe.ts'
import { type Link, linkAfter, noRows, told } from './chain.ts'
import { createHoles } from './holes.ts'
import { identityOf } from './identity.ts'
import { createRecent, type KnownRow } from './recent.ts'

/** How long a change waits for one that its number says comes before it, unless told. */
export const HOLD_MS = 2_000
/** Rows in one append: with what is derived from them well within what the journal takes at once. */
const ROWS = 500
/** Read back after a restart, to know how far the numbers had come. */
const READ_BACK = 20_000

export interface RowReceipt {
  readonly seq: number
  readonly duplicate: boolean
  /** The same change was told before with other contents; that one stands. */
  readonly conflict: boolean
}

interface Item {
  readonly message: RowChange
  readonly observed: ObservedRow
  readonly identity: string
  receipt: RowReceipt | undefined
}
interface Submission {
  readonly items: readonly Item[]
  readonly also: readonly Draft[]
  readonly since: number
  readonly resolve: (receipts: readonly RowReceipt[]) => void
  readonly reject: (error: unknown) => void
}

export interface LaneOptions {
  readonly journal: Journal
  readonly mapping: SystemMapping
  readonly clock: Clock
  readonly holdMs?: number
  /** A column that could not be read. */
  readonly puzzled: (problem: string) => void
}

/**
 * The changes of one system on their way to the journal, one append at a time: in the order of the log as far as they
 * are here, each a link of the system's own chain, each once. A numbered change waits a moment for those before it;
 * then the hole is told, and later who comes late.
 */
export const createLane = ({ journal, mapping, clock, holdMs = HOLD_MS, puzzled }: LaneOptions) => {
  const source = `rows/${mapping.system}`
  const recent = createRecent(journal, source)
  const holes = createHoles(mapping.system)
  let head: Link = noRows
  /** The furthest place in the log so far. */
  let furthest = ''
  let loaded = false
  let waiting: Submission[] = []
  let running = false
  let timer: NodeJS.Timeout | undefined

  /** Where the chain and the numbers stand, from the journal. */
  const load = async (): Promise<void> => {
    const last = await journal.last(source, 'row.changed')
    if (last?.observation.kind === 'row.changed') {
      head = last.observation.data.chain ?? noRows
      let number: number | undefined
      for (let after = last.seq - READ_BACK; ; ) {
        const page = await journal.read({ after, kinds: ['row.changed'], limit: 5_000 })
        for (const { observation: o } of page) {
          if (o.kind !== 'row.changed' || o.data.system !== mapping.system) continue
          if (o.data.logPosition > furthest) furthest = o.data.logPosition
          if (o.data.sequence !== null) number = Math.max(number ?? 0, o.data.sequence)
        }
        if (page.length < 5_000) break
        after = page.at(-1)!.seq
      }
      holes.resume(number)
    }
    loaded = true
  }

  const numberOf = ({ message }: Item): number | undefined =>
    mapping.numbered ? (message.sequence ?? undefined) : undefined

  /** Those that may go now: nothing is missing before them, or they have waited long enough. */
  const ready = (): readonly Submission[] => {
    if (!mapping.numbered) return waiting
    const numbers = new Set(waiting.flatMap((one) => one.items.flatMap((item) => numberOf(item) ?? [])))
    const now = performance.now()
    return waiting.filter(({ items, since }) => {
      const last = Math.max(...items.map((item) => numberOf(item) ?? -1))
      return now - since >= holdMs || !holes.opens(last, numbers)
    })
  }

  const inOrder = (a: Item, b: Item): number => {
    const [n, m] = [numberOf(a), numberOf(b)]
    if (n !== undefined && m !== undefined) return n - m
    const [p, q] = [a.message.position, b.message.position]
    return p < q ? -1 : p > q ? 1 : 0
  }

  /** Drafts of one change: the row, and what it means. */
  const draftsOf = ({ observed, identity, message }: Item, chain: Link, late: boolean): Draft[] => {
    const row: Observation = {
      kind: 'row.changed',
      observedAt: message.committedAt,
      data: { ...observed.row, late, chain },
    }
    return [
      { source, key: identity, observation: row },
      ...observed.derived.map((observation, n) => ({ source, key: `${identity} ${n}`, observation })),
    ]
  }

  const receiptOf = (known: KnownRow, observed: ObservedRow): RowReceipt => ({
    seq: known.seq,
    duplicate: true,
    conflict: known.canonical !== told(observed.row),
  })

  /** Appends some changes in order. Rejects when the journal does; then none of them is there. */
  const append = async (items: readonly Item[], also: readonly Draft[]): Promise<void> => {
    const places = new Map(items.map(({ identity, message }) => [identity, message.position]))
    const known = await recent.known([...places.keys()], (identity) => places.get(identity)! <= furthest)
    const drafts: Draft[] = []
    const fresh = new Map<string, { readonly item: Item; readonly at: number }>()
    let [link, far] = [head, furthest]
    const now = clock()
    for (const item of items) {
      const before = known.get(item.identity)
      if (before) {
        item.receipt = receiptOf(before, item.observed)
        continue
      }
      if (fresh.has(item.identity)) continue
      const number = numberOf(item)
      const place = number === undefined ? { late: false, told: [] } : holes.take(number, now)
      const late = number === undefined ? item.message.position < far : place.late
      for (const observation of place.told) drafts.push({ source, key: `hole/${link.number}/${now}`, observation })
      link = linkAfter(link, told(item.observed.row))
      if (item.message.position > far) far = item.message.position
      fresh.set(item.identity, { item, at: drafts.length })
      drafts.push(...draftsOf(item, link, late))
      for (const problem of item.observed.problems) puzzled(problem)
    }
    const expected = holes.expected()
    let receipts: Awaited<ReturnType<Journal['append']>>
    try {
      receipts = await journal.append([...drafts, ...also])
    } catch (error) {
      // The numbers were not taken after all.
      if (mapping.numbered && expected !== undefined) await load()
      throw error
    }
    ;[head, furthest] = [link, far]
    for (const { item, at } of fresh.values()) {
      const { seq } = receipts[at]!
      recent.remember(item.identity, seq)
      item.receipt = { seq, duplicate: false, conflict: false }
      const { txId, txOrder } = item.message
      if (txId !== null && txOrder !== null) holes.rowOf(txId, txOrder)
    }
    for (const item of items) {
      const first = fresh.get(item.identity)?.item
      if (item.receipt || !first?.receipt) continue
      item.receipt = {
        seq: first.receipt.seq,
        duplicate: true,
        conflict: told(first.observed.row) !== told(item.observed.row),
      }
    }
  }

  const take = async (submissions: readonly Submission[]): Promise<void> => {
    try {
      if (!loaded) await load()
      const items = submissions.flatMap((one) => one.items).sort(inOrder)
      const also = submissions.flatMap((one) => one.also)
      for (let i = 0; i === 0 || i < items.length; i += ROWS)
        await append(items.slice(i, i + ROWS), i + ROWS >= items.length ? also : [])
      for (const { items: own, resolve } of submissions) resolve(own.map((item) => item.receipt!))
    } catch (error) {
      for (const { reject } of submissions) reject(error)
    }
  }

  const pump = async (): Promise<void> => {
    if (running) return
    running = true
    clearTimeout(timer)
    try {
      for (let next = ready(); next.length > 0; next = ready()) {
        waiting = waiting.filter((one) => !next.includes(one))
        await take(next)
      }
    } finally {
      running = false
    }
    if (waiting.length > 0) timer = setTimeout(() => void pump(), 20)
  }

  return {
    /** Resolves, one receipt for each change, when all are durable together with `also`; rejects when they are not. */
    submit: (messages: readonly RowChange[], also: readonly Draft[]): Promise<readonly RowReceipt[]> =>
      new Promise((resolve, reject) => {
        const items = messages.map((message): Item => {
          const observed = observeRow(message, mapping, mapping.numbered ? message.sequence : null)
          return { message, observed, identity: identityOf(message), receipt: undefined }
        })
        waiting.push({ items, also, since: performance.now(), resolve, reject })
        void pump()
      }),
    /** A transaction is said to have had so many changes: those that did not come in a moment are told as missing. */
    transactionEnded: (txId: string, changes: number): void => {
      setTimeout(() => {
        const gone = holes.ended(txId, changes, clock())
        if (gone.length === 0) return
        const drafts = gone.map((observation, n) => ({
          source,
          key: `hole/${txId}/${n}/${hashOf(observation)}`,
          observation,
        }))
        waiting.push({
          items: [],
          also: drafts,
          since: performance.now() - holdMs,
          resolve: () => undefined,
          reject: () => puzzled(`transaction ${txId}: what is missing of it could not be journalled`),
        })
        void pump()
      }, holdMs).unref()
    },
    close: (): void => clearTimeout(timer),
  }
}
export type Lane = ReturnType<typeof createLane>

const hashOf = (observation: Observation): string =>
  createHash('sha256').update(JSON.stringify(observation)).digest('hex').slice(0, 16)
