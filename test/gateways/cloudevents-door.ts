import { createHmac, randomBytes } from 'node:crypto'
import { startIntake } from '../../server/gateways/cloudevents.ts'
import type { Source } from '../../server/gateways/cloudevents-sources.ts'
import { type MemoryJournal, memoryJournal } from '../support/memory-journal.ts'

export const old = randomBytes(32)
export const fresh = randomBytes(32)
export const stranger = randomBytes(32)
const caseSystem: Source = {
  name: 'case-system',
  owner: 'bureau',
  secrets: [old, fresh],
  sources: ['/case'],
  types: ['custodes.person.*', 'custodes.measure.*', 'custodes.act.*', 'custodes.dispatch.ordered'],
}
const start = Date.parse('2026-01-05T12:00:00+08:00')
/** The clock of the scene; a test may set it. */
export const time = { now: start }
export const clock = () => time.now
const log = { info: () => {}, warn: () => {}, error: () => {} }
const closers: (() => Promise<void>)[] = []
/** After each test: doors closed, the clock set back. */
export const tidy = async (): Promise<void> => {
  time.now = start
  for (const close of closers.splice(0)) await close()
}

export const door = async (
  journal: MemoryJournal = memoryJournal(clock),
  rate?: { perSecond: number; burst: number },
) => {
  const options = { journal, sources: [caseSystem], clock, log, host: '127.0.0.1', port: 0, ...(rate ? { rate } : {}) }
  const { port, close } = await startIntake(options)
  closers.push(close)
  return { journal, url: `http://127.0.0.1:${port}/intake/cloudevents`, base: `http://127.0.0.1:${port}` }
}

// Signed here by hand, not with the server's own code.
export const sign = (secret: Buffer, id: string, seconds: number, body: Buffer): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.`).update(body).digest('base64')}`

let serial = 0
interface Sending {
  readonly id?: string
  readonly at?: number
  readonly secret?: Buffer
  readonly signature?: string
  readonly type?: string
  readonly headers?: Record<string, string>
}
export const post = async (url: string, body: string | Buffer, sending: Sending = {}) => {
  const bytes = Buffer.from(body as string)
  const id = sending.id ?? `msg_${++serial}`
  const seconds = Math.floor((sending.at ?? time.now) / 1000)
  const reply = await fetch(url, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: {
      'content-type': sending.type ?? 'application/cloudevents+json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': sending.signature ?? sign(sending.secret ?? fresh, id, seconds, bytes),
      ...sending.headers,
    },
  })
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever the door answers
  return { status: reply.status, headers: reply.headers, body: (await reply.json()) as any }
}

export const event = (more: object = {}) => ({
  specversion: '1.0',
  id: `e${++serial}`,
  source: '/case',
  type: 'custodes.person.arrived',
  time: '2026-01-05T11:58:00+08:00',
  data: { stay: 'S1', person: 'P1', unit: 'wangyuan', how: 'summoned' },
  ...more,
})
export const json = (value: unknown): string => JSON.stringify(value)
export const faults = (journal: MemoryJournal) =>
  journal.said('device.faulted').map((o) => (o.kind === 'device.faulted' ? o.data.fault : ''))
