import { createHmac, randomBytes } from 'node:crypto'
import { createEngine } from '../../server/engine/engine.ts'
import { startIntake } from '../../server/gateways/cloudevents.ts'
import { createRows } from '../../server/gateways/rows/rows.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { readMappings } from '../../server/protocols/debezium/mapping.ts'
import { rulebook } from '../../server/rules/index.ts'

/** A row of the simulated system’s table. */
type Row = Readonly<Record<string, string | number | null>>
interface Change {
  readonly op: 'c' | 'u' | 'd'
  readonly before: Row | null
  readonly after: Row | null
  readonly tx: number
  readonly newKey?: Row
}
interface Audit {
  readonly tx: number
  readonly ticket: string
  readonly more: object
}
const mapping = JSON.stringify([
  {
    system: 'tickets',
    sender: 'stream',
    connector: 'postgresql',
    db: 'vio',
    numbered: true,
    tables: {
      'public.t': {
        columns: {
          ...{ ticket: 'id', unit: 'org', plate: 'hphm', driver: 'jszh', violationCode: 'wfxw', points: 'jf' },
          ...{ amountYuan: 'je', kind: 'lx', status: 'zt', occurredAt: { column: 'sj', as: 'ms' } },
        },
      },
    },
  },
])
const lawfulCancel = { action: 'cancel', ground: 7, proofs: ['p'], rank: 'officer' }
/** Each way of altering a ticket, and the rule that must find it. */
const ways: readonly (readonly [
  rule: string,
  was: Row,
  becomes: Row | 'deleted' | 'renumbered',
  audit: object | null,
])[] = [
  ['altered', {}, { je: 50 }, null],
  ['altered', {}, { je: 50 }, { action: 'correct' }],
  ['altered', {}, { je: 50 }, { action: 'correct', ground: 7 }],
  ['altered', {}, { hphm: '宁A00000' }, { action: 'correct' }],
  ['altered', {}, { wfxw: '1048' }, { action: 'correct', ground: 9, proofs: ['p'] }],
  ['altered', {}, { jf: 0 }, { action: 'other' }],
  ['altered', {}, { sj: 1 }, { action: 'view' }],
  ['altered', {}, { zt: 'captured' }, { action: 'review' }],
  ['cancelled-without-ground', {}, { zt: 'cancelled' }, { ...lawfulCancel, ground: null }],
  ['cancelled-without-ground', {}, { zt: 'cancelled' }, null],
  ['cancelled-without-ground', {}, { zt: 'voided' }, { ...lawfulCancel, action: 'void', ground: 12 }],
  ['cancelled-without-proof', {}, { zt: 'cancelled' }, { ...lawfulCancel, proofs: [] }],
  ['cancelled-without-power', {}, { zt: 'cancelled' }, { ...lawfulCancel, unit: 'station-1' }],
  ['cancelled-by-leader', {}, { zt: 'cancelled' }, { ...lawfulCancel, rank: 'bureau-chief' }],
  ['driver-swapped', { jszh: 'D1' }, { jszh: 'D2' }, { action: 'change-driver' }],
  ['driver-swapped', { jszh: 'D1' }, { jszh: null }, null],
  ['decision-changed', { zt: 'decided', jszh: 'D1' }, { jf: 0 }, { action: 'correct', ground: 7, proofs: ['p'] }],
  ['decision-changed', { zt: 'paid', jszh: 'D1' }, { zt: 'entered' }, { action: 'correct' }],
  ['deleted', {}, 'deleted', { action: 'delete' }],
  ['deleted', { zt: 'paid' }, 'renumbered', null],
]
export const wayCount = ways.length

/** Changes of one system, most of them lawful; every so many tickets one is altered. Nothing here is left to chance. */
const scene = (wanted: number, unlawful: number) => {
  const batches: { changes: Change[]; audits: Audit[] }[] = []
  const expected: string[] = []
  const every = Math.floor(wanted / 3 / unlawful)
  let [changes, audits, tx, made]: [Change[], Audit[], number, number] = [[], [], 100, 0]
  const push = (one: Omit<Change, 'tx'>, audit: object | null, id: number): void => {
    tx++
    changes.push({ ...one, tx })
    made++
    if (audit) audits.push({ tx, ticket: String(id), more: audit })
  }
  const update = (before: Row, values: Row, audit: object | null): Row => {
    const after = { ...before, ...values }
    push({ op: 'u', before, after }, audit, before.id as number)
    return after
  }
  for (let id = 1; made < wanted; id++) {
    const way = id % every === 0 && expected.length < unlawful ? ways[expected.length % ways.length]! : undefined
    const base: Row = {
      id,
      org: 'traffic',
      hphm: `宁A${10_000 + id}`,
      jszh: null,
      wfxw: '1345',
      jf: 3,
      je: 200,
      lx: 'camera',
      zt: 'entered',
      sj: 1_767_000_000_000 + id,
    }
    let row: Row = { ...base, ...way?.[1] }
    push({ op: 'c', before: null, after: row }, { action: 'enter' }, id)
    if (way) {
      expected.push(`ticket.${way[0]} ${id}`)
      if (way[2] === 'deleted') push({ op: 'd', before: row, after: null }, way[3], id)
      else if (way[2] === 'renumbered')
        push({ op: 'd', before: row, after: null, newKey: { id: id + 10_000_000 } }, way[3], id)
      else update(row, way[2], way[3])
    } else if (id % 25 === 0) update(row, { zt: 'cancelled' }, lawfulCancel)
    else {
      row = update(row, { zt: 'decided', jszh: `D${id}` }, { action: 'decide' })
      update(row, { zt: 'paid' }, { action: 'collect' })
    }
    if (changes.length >= 480) {
      batches.push({ changes, audits })
      ;[changes, audits] = [[], []]
    }
  }
  batches.push({ changes, audits })
  return { batches, expected, made }
}

export interface RunResult {
  readonly expected: readonly string[]
  readonly found: readonly string[]
  readonly complete: boolean
  readonly changes: number
  /** From the first request to the last finding, s. */
  readonly tookS: number
  /** How long the source took to make them, s. */
  readonly sourceS: number
}

/** Twenty changes a second at the source: many times what a county’s traffic police make. */
const PER_SECOND = 20

/** Sends the scene through the real door, signed, and folds what the journal then holds through the rulebook. */
export const runTickets = async (
  open: (clock: () => number) => Promise<Journal>,
  wanted: number,
  unlawful: number,
): Promise<RunResult> => {
  const began = Date.parse('2026-01-05T08:00:00+08:00')
  let now = began
  const clock = (): number => now
  const secret = randomBytes(32)
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const sources = [
    {
      name: 'stream',
      owner: 'traffic',
      secrets: [secret],
      sources: ['/tickets'],
      types: ['io.debezium.*', 'custodes.ticket.*'],
    },
  ]
  const read = readMappings(mapping)
  if ('problems' in read) throw new Error(read.problems.join())
  const journal = await open(clock)
  const rows = createRows({ journal, mappings: read.mappings, sources, clock, log })
  const rate = { perSecond: 1e6, burst: 1e6 }
  const { port, close } = await startIntake({ journal, sources, clock, log, rows, rate, host: '127.0.0.1', port: 0 })
  let serial = 0
  const post = async (path: string, type: string, value: unknown): Promise<void> => {
    const body = Buffer.from(JSON.stringify(value))
    const [id, at] = [`m${++serial}`, String(Math.floor(now / 1000))]
    const signature = createHmac('sha256', secret).update(`${id}.${at}.`).update(body).digest('base64')
    const headers = {
      'content-type': type,
      'webhook-id': id,
      'webhook-timestamp': at,
      'webhook-signature': `v1,${signature}`,
    }
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers,
    })
    if (reply.status !== 200) throw new Error(`${reply.status} ${await reply.text()}`)
  }
  const { batches, expected, made } = scene(wanted, unlawful)
  const engine = createEngine(rulebook, undefined, { start: 'as-shipped' })
  const found = new Map<string, boolean>()
  const hear = (events: ReturnType<typeof engine.advance>): void => {
    for (const event of events) {
      if (event.is === 'rule-failed') throw new Error(`${event.rule}: ${event.message}`)
      if (event.is !== 'opened') continue
      const { rule, facts, subject, concerns } = event.finding
      const told = facts.missing !== undefined && facts.field !== undefined && concerns.unit !== null
      found.set(`${rule} ${subject.replace(/#.*$/, '')}`, told)
    }
  }
  let after = -1
  const fold = async (): Promise<void> => {
    for (;;) {
      const page = await journal.read({ after, limit: 5_000 })
      for (const entry of page) hear(engine.apply(entry))
      if (page.length < 5_000) {
        after = page.at(-1)?.seq ?? after
        return
      }
      after = page.at(-1)!.seq
    }
  }
  const begun = performance.now()
  let n = 0
  for (const [i, { changes, audits }] of batches.entries()) {
    now += (changes.length * 1000) / PER_SECOND
    const records = changes.map(({ op, before, after: row, tx, newKey }) => ({
      sequence: ++n,
      key: { id: (row ?? before)!.id },
      value: {
        before,
        after: row,
        op,
        ts_ms: now,
        source: {
          connector: 'postgresql',
          name: 's',
          db: 'vio',
          schema: 'public',
          table: 't',
          txId: tx,
          lsn: 1_000 + n,
          ts_ms: now,
        },
      },
      ...(newKey && { headers: { '__debezium.newkey': newKey } }),
    }))
    const events = audits.map(({ tx, ticket, more }) => ({
      specversion: '1.0',
      id: `a${tx}`,
      source: '/tickets',
      type: 'custodes.ticket.audited',
      time: new Date(now).toISOString(),
      data: {
        txId: String(tx),
        tickets: [ticket],
        account: 'zhang',
        accountOf: 'J07',
        unit: 'traffic',
        terminal: 'w3',
        ...more,
      },
    }))
    const sendRows = () => post('/intake/row-changes', 'application/json', records)
    const sendAudits = () => post('/intake/cloudevents', 'application/cloudevents-batch+json', events)
    // The log comes first in one batch, the rows in the next.
    for (const send of i % 2 === 0 ? [sendRows, sendAudits] : [sendAudits, sendRows]) await send()
    await fold()
  }
  hear(engine.advance(now + 3_600_000))
  const tookS = (performance.now() - begun) / 1000
  await close()
  return {
    expected: expected.toSorted(),
    found: [...found.keys()].toSorted(),
    complete: [...found.values()].every(Boolean),
    changes: made,
    tookS,
    sourceS: (now - began) / 1000,
  }
}
