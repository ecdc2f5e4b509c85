import { createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { startIntake } from '../../server/gateways/cloudevents.ts'
import { EARLY_MS, MAX_BODY_BYTES } from '../../server/gateways/cloudevents-receive.ts'
import { decodeSecret, verify } from '../../server/gateways/cloudevents-signature.ts'
import { readSources, type Source } from '../../server/gateways/cloudevents-sources.ts'
import { type MemoryJournal, memoryJournal } from '../support/memory-journal.ts'

const old = randomBytes(32)
const fresh = randomBytes(32)
const stranger = randomBytes(32)
const caseSystem: Source = {
  name: 'case-system',
  owner: 'bureau',
  secrets: [old, fresh],
  sources: ['/case'],
  types: ['custodes.person.*', 'custodes.measure.*', 'custodes.act.*', 'custodes.dispatch.ordered'],
}
let now = Date.parse('2026-01-05T12:00:00+08:00')
const clock = () => now
const log = { info: () => {}, warn: () => {}, error: () => {} }
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  now = Date.parse('2026-01-05T12:00:00+08:00')
  for (const close of closers.splice(0)) await close()
})

const door = async (journal: MemoryJournal = memoryJournal(clock), rate?: { perSecond: number; burst: number }) => {
  const options = { journal, sources: [caseSystem], clock, log, host: '127.0.0.1', port: 0, ...(rate ? { rate } : {}) }
  const { port, close } = await startIntake(options)
  closers.push(close)
  return { journal, url: `http://127.0.0.1:${port}/intake/cloudevents`, base: `http://127.0.0.1:${port}` }
}

// Signed here by hand, not with the server's own code.
const sign = (secret: Buffer, id: string, seconds: number, body: Buffer): string =>
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
const post = async (url: string, body: string | Buffer, sending: Sending = {}) => {
  const bytes = Buffer.from(body as string)
  const id = sending.id ?? `msg_${++serial}`
  const seconds = Math.floor((sending.at ?? now) / 1000)
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

const event = (more: object = {}) => ({
  specversion: '1.0',
  id: `e${++serial}`,
  source: '/case',
  type: 'custodes.person.arrived',
  time: '2026-01-05T11:58:00+08:00',
  data: { stay: 'S1', person: 'P1', unit: 'wangyuan', how: 'summoned' },
  ...more,
})
const json = (value: unknown): string => JSON.stringify(value)
const faults = (journal: MemoryJournal) =>
  journal.said('device.faulted').map((o) => (o.kind === 'device.faulted' ? o.data.fault : ''))

describe('Standard Webhooks 1.0: the signature is over id.timestamp.body, on the raw bytes', () => {
  const published = {
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1614265330,
    body: '{"test": 2432232314}',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  }
  const named = process.env.VECTORS
    ? JSON.parse(fs.readFileSync(`${process.env.VECTORS}/misc.json`, 'utf8')).standardWebhooks
    : []
  it.each([published, ...named])('agrees with the published vector $id', (v: typeof published) => {
    const signer = { name: 'v', secrets: [decodeSecret(v.secret)!] }
    const headers = { id: v.id, timestamp: String(v.timestamp), signature: v.signature }
    const now = v.timestamp * 1000
    expect(verify(headers, Buffer.from(v.body), [signer], now)).toMatchObject({ is: 'verified', id: v.id })
    expect(verify(headers, Buffer.from(`${v.body} `), [signer], now)).toMatchObject({ why: 'forged' })
  })

  it('takes any active secret, and a header with several signatures: keys can be rotated', async () => {
    const { url, journal } = await door()
    expect((await post(url, json(event()), { secret: old })).status).toBe(200)
    const body = Buffer.from(json(event()))
    const seconds = Math.floor(now / 1000)
    const both = `${sign(stranger, 'msg_two', seconds, body)} ${sign(old, 'msg_two', seconds, body)} v1a,abc`
    expect((await post(url, body, { id: 'msg_two', signature: both })).status).toBe(200)
    expect(journal.said('person.arrived')).toHaveLength(2)
  })

  it('refuses a forged one in both languages, journals that, and records nothing', async () => {
    const { url, journal } = await door()
    const reply = await post(url, json(event()), { secret: stranger })
    expect(reply).toMatchObject({
      status: 401,
      body: {
        error: 'forged',
        message: { zh: expect.stringContaining('密钥'), en: expect.stringContaining('secret') },
      },
    })
    expect(journal.said('person.arrived')).toEqual([])
    expect(faults(journal)).toEqual(['forged'])
  })

  it('refuses one whose body was changed by a byte', async () => {
    const { url } = await door()
    const body = Buffer.from(json(event()))
    const signature = sign(fresh, 'msg_b', Math.floor(now / 1000), body)
    const changed = Buffer.from(body.toString().replace('P1', 'P2'))
    expect(await post(url, changed, { id: 'msg_b', signature })).toMatchObject({
      status: 401,
      body: { error: 'forged' },
    })
  })

  it.each([-1, 1])('refuses a timestamp more than five minutes off (%i), takes one of five minutes', async (sign) => {
    const { url, journal } = await door()
    const stale = await post(url, json(event()), { at: now + sign * 301_000 })
    expect(stale).toMatchObject({ status: 401, body: { error: 'stale' } })
    expect((await post(url, json(event()), { at: now + sign * 300_000 })).status).toBe(200)
    expect(faults(journal)).toContain('stale')
  })

  it('refuses what is not signed at all', async () => {
    const { url } = await door()
    expect(await post(url, json(event()), { signature: '' })).toMatchObject({
      status: 401,
      body: { error: 'unsigned' },
    })
  })
})

describe('replay refused; the same event twice has one effect', () => {
  it('refuses the very same request', async () => {
    const { url, journal } = await door()
    const body = json(event())
    expect((await post(url, body, { id: 'm1' })).status).toBe(200)
    expect(await post(url, body, { id: 'm1' })).toMatchObject({ status: 409, body: { error: 'replayed' } })
    expect(journal.said('person.arrived')).toHaveLength(1)
  })

  it('refuses it after a restart as well: the journal remembers', async () => {
    const first = await door()
    const body = json(event())
    await post(first.url, body, { id: 'm1' })
    const second = await door(first.journal)
    expect(await post(second.url, body, { id: 'm1' })).toMatchObject({ status: 409, body: { error: 'replayed' } })
  })

  it('takes a retry that is signed anew, and says duplicate', async () => {
    const { url, journal } = await door()
    const body = json(event({ id: 'E-1' }))
    await post(url, body, { id: 'm1' })
    const again = await post(url, body, { id: 'm1', at: now + 2000 })
    expect(again).toMatchObject({
      status: 200,
      body: { recorded: 0, duplicates: 1, events: [{ id: 'E-1', duplicate: true }] },
    })
    expect(journal.said('person.arrived')).toHaveLength(1)
  })

  it('takes the same source and id in another delivery as a duplicate', async () => {
    const { url, journal } = await door()
    const same = event({ id: 'E-2' })
    const first = await post(url, json(same))
    const second = await post(url, json(same))
    expect(second.body).toMatchObject({ duplicates: 1, events: [{ seq: first.body.events[0].seq, duplicate: true }] })
    expect(journal.said('person.arrived')).toHaveLength(1)
  })

  it('refuses another body under a used webhook-id', async () => {
    const { url } = await door()
    await post(url, json(event()), { id: 'm1' })
    expect(await post(url, json(event()), { id: 'm1' })).toMatchObject({ status: 409, body: { error: 'reused' } })
  })

  it('says so when one id is used for two different events, so that nothing is lost unheard', async () => {
    const { url, journal } = await door()
    await post(url, json(event({ id: 'E-3' })))
    const other = await post(url, json(event({ id: 'E-3', time: '2026-01-05T11:59:00+08:00' })))
    expect(other).toMatchObject({ status: 409, body: { error: 'id-reused' } })
    expect(faults(journal)).toContain('id-reused')
  })
})

describe('2xx only after the journal has it', () => {
  it('does not answer while the journal is still writing', async () => {
    const { url, journal } = await door()
    const open = journal.hold()
    let answered = false
    const reply = post(url, json(event())).then((one) => {
      answered = true
      return one
    })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(answered).toBe(false)
    expect(journal.entries()).toEqual([])
    open()
    expect((await reply).status).toBe(200)
  })

  it('answers 503 when the journal fails, and takes the very same request afterwards', async () => {
    const { url, journal } = await door()
    journal.fail(new Error('disk full'))
    const body = json(event())
    const refused = await post(url, body, { id: 'm1' })
    expect(refused).toMatchObject({ status: 503, body: { error: 'busy' } })
    expect(refused.headers.get('retry-after')).toBe('5')
    journal.fail(undefined)
    expect((await post(url, body, { id: 'm1' })).status).toBe(200)
  })
})

describe('CloudEvents HTTP binding §3', () => {
  it('refuses binary mode and says why', async () => {
    const { url } = await door()
    const ce = { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-source': '/case', 'ce-type': 'x' }
    const reply = await post(url, '{}', { type: 'application/json', headers: ce })
    expect(reply).toMatchObject({
      status: 415,
      body: { error: 'binary-mode', message: { zh: expect.stringContaining('二进制') } },
    })
  })

  it.each(['text/plain', 'application/json'])('refuses %s', async (type) => {
    const { url } = await door()
    expect(await post(url, '{}', { type })).toMatchObject({ status: 415, body: { error: 'media-type' } })
  })

  it('takes a batch in its order', async () => {
    const { url, journal } = await door()
    const departed = { type: 'custodes.person.departed', data: { stay: 'S1', person: 'P1' } }
    const reply = await post(url, json([event(), event(departed)]), { type: 'application/cloudevents-batch+json' })
    expect(reply).toMatchObject({ status: 200, body: { recorded: 2, duplicates: 0 } })
    expect(journal.said('person.arrived', 'person.departed').map((o) => o.kind)).toEqual([
      'person.arrived',
      'person.departed',
    ])
  })

  it('refuses a batch with one bad event whole, naming its place and what is wrong', async () => {
    const { url, journal } = await door()
    const bad = event({ data: { stay: 'S1', person: 'P1', unit: 'wangyuan', how: 'flown-in' } })
    const reply = await post(url, json([event(), bad, event()]), { type: 'application/cloudevents-batch+json' })
    expect(reply).toMatchObject({
      status: 422,
      body: {
        error: 'schema',
        detail: { nothingTaken: true, events: [{ index: 1, id: bad.id, detail: expect.stringContaining('data.how') }] },
      },
    })
    expect(reply.body.message.zh).not.toBe('')
    expect(journal.said('person.arrived')).toEqual([])
  })
})

describe('bad input is answered, journalled, and changes nothing', () => {
  const cases: [string, string, number, string][] = [
    ['an unknown type', json(event({ type: 'custodes.moon.landed' })), 422, 'unknown-type'],
    [
      'a type that this source may not send',
      json(event({ type: 'custodes.dispatch.closed', data: { order: 'o', carriers: ['vehicle/a'], result: 'r' } })),
      403,
      'type-not-allowed',
    ],
    ['a source of somebody else', json(event({ source: '/other' })), 403, 'source-not-yours'],
    ['a wrong schema', json(event({ data: { person: 'P1' } })), 422, 'schema'],
    ['a time without a zone', json(event({ time: '2026-01-05T11:58:00' })), 400, 'unreadable'],
    ['no time at all', json(event({ time: undefined })), 400, 'unreadable'],
    ['another version of CloudEvents', json(event({ specversion: '0.3' })), 400, 'unreadable'],
    ['no JSON', '{"specversion":', 400, 'unreadable'],
    ['an empty body', '', 400, 'unreadable'],
    ['binary data', json(event({ data: undefined, data_base64: 'AAAA' })), 400, 'unreadable'],
  ]
  it.each(cases)('%s', async (_, body, status, error) => {
    const { url, journal } = await door()
    const reply = await post(url, body)
    expect(reply).toMatchObject({ status, body: { error } })
    expect(reply.body.message).toEqual({ zh: expect.any(String), en: expect.any(String) })
    expect(faults(journal)).toEqual([error])
    expect(journal.entries()).toHaveLength(1)
  })

  it('bytes that are not UTF-8', async () => {
    const { url } = await door()
    expect(await post(url, Buffer.from([0x7b, 0xff, 0x7d]))).toMatchObject({
      status: 400,
      body: { error: 'unreadable' },
    })
  })

  it.each([true, false])('a body over the limit (declared: %s)', async (declared) => {
    const { url, journal } = await door()
    const big = Buffer.alloc(MAX_BODY_BYTES + 1, 0x20)
    const send = async () => {
      if (declared) return (await post(url, big)).status
      const body = new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
      })
      const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/cloudevents+json' } }
      return (await fetch(url, init as RequestInit)).status
    }
    // The door may hang up on somebody who goes on sending; what counts is that nothing was taken.
    expect(await send().catch(() => 413)).toBe(413)
    expect(faults(journal)).toEqual(['too-large'])
  })

  it('is journalled once a minute and kind, with a count of the others', async () => {
    const { url, journal } = await door()
    for (let i = 0; i < 5; i++) await post(url, json(event()), { secret: stranger })
    expect(faults(journal)).toEqual(['forged'])
    now += 61_000
    await post(url, json(event()), { secret: stranger })
    expect(journal.said('device.faulted').at(-1)).toMatchObject({ data: { fault: 'forged', suppressed: 4 } })
  })
})

describe('a clock an hour wrong: taken as told, flagged, never corrected', () => {
  it.each([
    ['clock-early', '2026-01-05T13:00:00+08:00'],
    ['clock-late', '2026-01-05T11:00:00+08:00'],
  ])('%s', async (fault, time) => {
    const { url, journal } = await door()
    const sent = event({ time })
    expect(await post(url, json(sent))).toMatchObject({
      status: 200,
      body: { recorded: 1, flags: { [sent.id]: fault } },
    })
    expect(journal.said('person.arrived')).toMatchObject([{ observedAt: Date.parse(time) }])
    expect(faults(journal)).toEqual([fault])
  })

  it('a few seconds are nobody’s fault', async () => {
    const { url, journal } = await door()
    await post(url, json(event({ time: new Date(now + EARLY_MS).toISOString() })))
    expect(faults(journal)).toEqual([])
  })

  it('the sender’s own clock is measured against ours', async () => {
    const { url, journal } = await door()
    await post(url, json(event()), { at: now - 240_000 })
    expect(journal.said('clock.compared')).toMatchObject([
      { data: { device: 'cloudevents:case-system', owner: 'bureau', offsetMs: -240_000 } },
    ])
  })

  it('events out of order keep the times they happened at', async () => {
    const { url, journal } = await door()
    const departed = event({
      type: 'custodes.person.departed',
      time: '2026-01-05T11:59:30+08:00',
      data: { stay: 'S1', person: 'P1' },
    })
    await post(url, json(departed))
    await post(url, json(event({ time: '2026-01-05T11:50:00+08:00' })))
    const [first, second] = journal.said('person.arrived', 'person.departed')
    expect(first!.observedAt).toBeGreaterThan(second!.observedAt)
  })
})

describe('what may be sent is served by the door itself', () => {
  it('as a list and as JSON Schema', async () => {
    const { base } = await door()
    const list = (await (await fetch(`${base}/intake/schemas`)).json()) as { types: { type: string; schema: string }[] }
    expect(list.types.length).toBeGreaterThan(80)
    for (const { schema } of list.types.slice(0, 5)) {
      const reply = await fetch(`${base}${schema}`)
      expect(reply.status).toBe(200)
      expect(await reply.json()).toMatchObject({ type: 'object', examples: [expect.anything()] })
    }
    expect((await fetch(`${base}/intake/schemas/nothing`)).status).toBe(404)
    expect((await fetch(`${base}/intake/schemas/%E0%A4%A`)).status).toBe(404)
    expect((await fetch(`${base}/intake/cloudevents`)).status).toBe(405)
  })
})

describe('a flood on this door (S6)', () => {
  it('is answered 429 and leaves a bounded trace', async () => {
    const { url, journal } = await door(memoryJournal(clock), { perSecond: 10, burst: 20 })
    const replies = await Promise.all(Array.from({ length: 200 }, () => post(url, json(event()))))
    expect(replies.filter((one) => one.status === 200)).toHaveLength(20)
    expect(replies.filter((one) => one.status === 429)).toHaveLength(180)
    expect(faults(journal)).toEqual(['too-many'])
  })
})

describe('the list of sources', () => {
  const entry = {
    name: 'a',
    owner: 'u',
    secrets: [`whsec_${old.toString('base64')}`],
    sources: ['/a'],
    types: ['custodes.act.*'],
  }
  it('is read whole or not at all', () =>
    expect(readSources(json([entry]))).toMatchObject({ sources: [{ name: 'a' }] }))
  it.each([
    ['a short secret', [{ ...entry, secrets: ['whsec_AAAA'] }]],
    ['a secret of two', [entry, { ...entry, name: 'b', sources: ['/b'] }]],
    ['a type that does not exist', [{ ...entry, types: ['custodes.moon.landed'] }]],
    ['a source of two', [entry, { ...entry, name: 'b', secrets: [`whsec_${fresh.toString('base64')}`] }]],
  ])('refuses %s without repeating it', (_, list) => {
    const read = readSources(json(list))
    expect(read).toHaveProperty('problems')
    expect(json(read)).not.toContain(old.toString('base64'))
  })
})
