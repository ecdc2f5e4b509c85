import fs from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { decodeSecret, verify } from '../../server/gateways/cloudevents-signature.ts'
import { journalFailure } from '../../server/journal/failure.ts'
import { door, event, faults, fresh, json, old, post, sign, stranger, tidy, time } from './cloudevents-door.ts'

afterEach(tidy)

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
    const at = v.timestamp * 1000
    expect(verify(headers, Buffer.from(v.body), [signer], at)).toMatchObject({ is: 'verified', id: v.id })
    expect(verify(headers, Buffer.from(`${v.body} `), [signer], at)).toMatchObject({ why: 'forged' })
  })

  it('takes any active secret, and a header with several signatures: keys can be rotated', async () => {
    const { url, journal } = await door()
    expect((await post(url, json(event()), { secret: old })).status).toBe(200)
    const body = Buffer.from(json(event()))
    const seconds = Math.floor(time.now / 1000)
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
    const signature = sign(fresh, 'msg_b', Math.floor(time.now / 1000), body)
    const changed = Buffer.from(body.toString().replace('P1', 'P2'))
    expect(await post(url, changed, { id: 'msg_b', signature })).toMatchObject({
      status: 401,
      body: { error: 'forged' },
    })
  })

  it.each([-1, 1])('refuses a timestamp more than five minutes off (%i), takes one of five minutes', async (sign) => {
    const { url, journal } = await door()
    const stale = await post(url, json(event()), { at: time.now + sign * 301_000 })
    expect(stale).toMatchObject({ status: 401, body: { error: 'stale' } })
    expect((await post(url, json(event()), { at: time.now + sign * 300_000 })).status).toBe(200)
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
    const again = await post(url, body, { id: 'm1', at: time.now + 2000 })
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

  it('answers 422, not 503, to what the journal will never take', async () => {
    const { url, journal } = await door()
    journal.fail(journalFailure('refused', 'too long'))
    const reply = await post(url, json(event()))
    journal.fail(undefined)
    expect(reply).toMatchObject({ status: 422, body: { error: 'schema', detail: { nothingTaken: true } } })
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
