import { afterEach, describe, expect, it } from 'vitest'
import { EARLY_MS, MAX_BODY_BYTES } from '../../server/gateways/cloudevents-receive.ts'
import { readSources } from '../../server/gateways/cloudevents-sources.ts'
import { memoryJournal } from '../support/memory-journal.ts'
import { clock, door, event, faults, fresh, json, old, post, stranger, tidy, time } from './cloudevents-door.ts'

afterEach(tidy)

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
    time.now += 61_000
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
    await post(url, json(event({ time: new Date(time.now + EARLY_MS).toISOString() })))
    expect(faults(journal)).toEqual([])
  })

  it('the sender’s own clock is measured against ours', async () => {
    const { url, journal } = await door()
    await post(url, json(event()), { at: time.now - 240_000 })
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
