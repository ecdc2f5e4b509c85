import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BATCH_LIMIT,
  contentMode,
  decode,
  encodeBatch,
  encodeStructured,
  signedContent,
} from '../../../server/protocols/cloudevents/codec.ts'
import { observe } from '../../../server/protocols/cloudevents/observe.ts'
import { spent } from '../slowest.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
// Written by hand after the examples of the JSON event format, §3.2.
const example = `{
  "specversion" : "1.0",
  "type" : "com.example.someevent",
  "source" : "/mycontext",
  "id" : "A234-1234-1234",
  "time" : "2018-04-05T17:31:00Z",
  "comexampleextension1" : "value",
  "comexampleothervalue" : 5,
  "datacontenttype" : "application/vnd.apache.thrift+json",
  "data" : { "hello" : "世界" }
}`

describe('CloudEvents 1.0, HTTP binding §3.1: the content mode is told by the content type', () => {
  it.each([
    ['application/cloudevents+json', [], 'structured'],
    ['application/cloudevents+json; charset=utf-8', [], 'structured'],
    ['APPLICATION/CloudEvents+JSON', ['ce-id'], 'structured'],
    ['application/cloudevents-batch+json', [], 'batch'],
    ['application/json', ['content-type', 'CE-Id'], 'binary'],
    ['application/json', ['content-type'], 'unknown'],
    [undefined, [], 'unknown'],
  ])('%s %j is %s', (type, headers, mode) => expect(contentMode(type, headers)).toBe(mode))
})

describe('CloudEvents 1.0, JSON event format', () => {
  it('reads the attributes; extensions are no fault', () =>
    expect(decode('structured', bytes(example))).toEqual({
      messages: [
        {
          id: 'A234-1234-1234',
          source: '/mycontext',
          type: 'com.example.someevent',
          time: Date.UTC(2018, 3, 5, 17, 31),
          subject: null,
          data: { hello: '世界' },
        },
      ],
      faults: [],
    }))

  it.each(['id', 'source', 'type', 'specversion', 'time'])('%s is needed and must not be empty', (name) => {
    for (const value of [undefined, '', null, 7]) {
      const event = { ...JSON.parse(example), [name]: value }
      const { messages, faults } = decode('structured', bytes(JSON.stringify(event)))
      expect(messages).toEqual([])
      expect(faults[0]).toMatchObject({ problem: 'envelope', detail: expect.stringContaining(name) })
    }
  })

  it.each([
    '2026-01-05',
    '2026-01-05T09:00:00',
    '2026-01-05T09:00+08:00',
    '2026-02-30T09:00:00Z',
    '2026-01-05 09:00:00Z',
    '1767575400',
    '2026-01-05T25:00:00Z',
  ])('RFC 3339: %s is no time', (time) =>
    expect(decode('structured', bytes(JSON.stringify({ ...JSON.parse(example), time }))).faults).toHaveLength(1),
  )
  it.each([
    ['2026-01-01T00:30:00+08:00', '2025-12-31T16:30:00.000Z'],
    ['2025-12-31T16:30:00.123456Z', '2025-12-31T16:30:00.123Z'],
    ['2025-12-31T08:30:00-08:00', '2025-12-31T16:30:00.000Z'],
  ])('RFC 3339: %s is %s', (time, utc) => {
    const { messages } = decode('structured', bytes(JSON.stringify({ ...JSON.parse(example), time })))
    expect(new Date(messages[0]!.time).toISOString()).toBe(utc)
  })

  it.each(['\\u0000', '\\n', '\\u007f'])('an id with the control character %s is refused', (written) =>
    expect(decode('structured', bytes(example.replace('A234', `A${written}`))).faults).toHaveLength(1),
  )
  it.each(['\\ud800', '\\uDC00x', '\\ud83d \\ude00'])('half of a surrogate pair (%s) is no text', (written) =>
    expect(decode('structured', bytes(example.replace('世界', written))).faults).toMatchObject([
      { problem: 'not-json' },
    ]),
  )
  it('a whole pair is', () =>
    expect(decode('structured', bytes(example.replace('世界', '\\ud83d\\ude00'))).messages[0]?.data).toEqual({
      hello: '😀',
    }))

  it('a batch names each bad event by its place, and gives none of them', () => {
    const good = JSON.parse(example)
    const { messages, faults } = decode('batch', bytes(JSON.stringify([good, { ...good, id: '' }, good, 5])))
    expect(messages).toEqual([])
    expect(faults.map((one) => one.index)).toEqual([1, 3])
  })
  it.each([
    ['{}', 'not-a-batch'],
    ['[]', 'empty-batch'],
    [`[${new Array(BATCH_LIMIT + 1).fill('{}').join()}]`, 'batch-too-long'],
    ['\ufeff[]', 'not-json'],
    ['[', 'not-json'],
  ])('%.20s as a batch is a fault', (text, problem) =>
    expect(decode('batch', bytes(text))).toMatchObject({ messages: [], faults: [{ index: null, problem }] }),
  )

  it('what we write we read', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.jsonValue(), (id, data) => {
        const event = { id, source: '/s', type: 't', time: '2026-01-05T09:00:00Z', data }
        const read = {
          id,
          source: '/s',
          type: 't',
          time: Date.UTC(2026, 0, 5, 9),
          subject: null,
          data: JSON.parse(JSON.stringify(data)),
        }
        expect(decode('structured', encodeStructured(event)).messages).toEqual([read])
        expect(decode('batch', encodeBatch([event, event])).messages).toEqual([read, read])
      }),
    ))
})

describe('Standard Webhooks: what is signed', () => {
  it('is id, timestamp and body, byte for byte', () =>
    expect(Buffer.from(signedContent('msg_1', 1614265330, Uint8Array.of(0xff, 0x00))).toString('latin1')).toBe(
      'msg_1.1614265330.\xff\x00',
    ))
})

describe('R7: junk is a value', () => {
  it('never throws and never takes long, for as long as the environment asks', () => {
    const until = Date.now() + Number(process.env.FUZZ_SECONDS ?? 1) * 1000
    let slowest = 0
    const names = fc.constantFrom(
      'custodes.person.arrived',
      'custodes.stay.written',
      'custodes.roster.published',
      'x',
      '__proto__',
    )
    const event = fc.record({
      specversion: fc.constantFrom('1.0', '0.3'),
      id: fc.string(),
      source: fc.string(),
      type: names,
      time: fc.constantFrom('2026-01-05T09:00:00Z', 'yesterday'),
      data: fc.jsonValue({ maxDepth: 4 }),
    })
    const junk = fc.oneof(
      fc.uint8Array({ maxLength: 4096 }),
      fc.json().map(bytes),
      event.map((one) => bytes(JSON.stringify(one))),
      fc.array(event, { maxLength: 5 }).map((all) => bytes(JSON.stringify(all))),
    )
    while (Date.now() < until)
      fc.assert(
        fc.property(fc.constantFrom('structured' as const, 'batch' as const), junk, (mode, body) => {
          const { messages, faults } = decode(mode, body)
          slowest = Math.max(
            slowest,
            spent(() => {
              for (const message of decode(mode, body).messages) observe(message)
            }),
          )
          expect(messages.length + faults.length).toBeGreaterThan(0)
        }),
        { numRuns: 200 },
      )
    expect(slowest).toBeLessThan(50)
  })
  it('a body of brackets does not overflow the stack', () =>
    expect(decode('batch', bytes('['.repeat(500_000)))).toMatchObject({ messages: [] }))
  it('data nested deeply is a fault or an event, not a crash', () => {
    const data = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const { messages } = decode(
      'structured',
      bytes(
        `{"specversion":"1.0","id":"1","source":"s","type":"custodes.act.ended","time":"2026-01-05T09:00:00Z","data":${data}}`,
      ),
    )
    for (const message of messages) expect(observe(message).is).toBe('fault')
  })
})
