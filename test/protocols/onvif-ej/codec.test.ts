import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, decodeTopic, encode, instant, number, truth, word } from '../../../server/protocols/onvif-ej/codec.ts'
import { spent } from '../slowest.ts'

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

describe('ONVIF Core, MQTT: <prefix>/onvif-ej/<topic>[/&<source>…]', () => {
  it.each([
    [
      'MyDevice/onvif-ej/RuleEngine/LineDetector/Crossed/&1/2/MyImportantFence1',
      'MyDevice',
      'tns1:RuleEngine/LineDetector/Crossed',
      ['1', '2', 'MyImportantFence1'],
    ],
    ['MyDevice/onvif-ej/Device/Sensor/Temperature/High', 'MyDevice', 'tns1:Device/Sensor/Temperature/High', []],
    [
      'site640121/room03/onvif-ej/RecordingConfig/JobState/&job-room03',
      'site640121/room03',
      'tns1:RecordingConfig/JobState',
      ['job-room03'],
    ],
    ['a/b/c/onvif-ej/ya:Room/Occupancy/&r1', 'a/b/c', 'ya:Room/Occupancy', ['r1']],
  ])('%s', (topic, prefix, name, values) => expect(decodeTopic(topic)).toEqual({ prefix, topic: name, values }))

  it.each([
    'onvif-ej/Door/State',
    '/onvif-ej/Door/State',
    'a/onvif-ej/',
    'a/onvif-ej//x',
    'a/onvif-ej/&x',
    'a/onvif/Door',
    'a/onvif-ej/Door/../x y',
    '',
  ])('%s is none', (topic) => expect(decodeTopic(topic)).toMatchObject({ problem: 'topic' }))

  const named = process.env.VECTORS
    ? JSON.parse(fs.readFileSync(`${process.env.VECTORS}/misc.json`, 'utf8')).onvifMqtt
    : []
  const fence = {
    topic: 'MyDevice/onvif-ej/RuleEngine/LineDetector/Crossed/&1/2/MyImportantFence1',
    payload: {
      UtcTime: '2008-10-10T12:24:57.321Z',
      Source: { VideoSource: '1', AnalyticsConfiguration: '2', Rule: 'MyImportantFence1' },
      Data: { ObjectId: '15' },
    },
  }
  it.each([fence, ...named])('the published example $topic', (v: typeof fence) => {
    const { messages, faults } = decode(v.topic, bytes(v.payload))
    expect(faults).toEqual([])
    expect(messages[0]).toMatchObject({ utcTime: Date.parse(v.payload.UtcTime), data: v.payload.Data })
  })
})

describe('the payload', () => {
  const topic = 'p/onvif-ej/Door/State/DoorPhysicalState/&d1'
  it.each([
    ['a time without a zone', bytes({ UtcTime: '2026-03-15T01:30:00', Data: {} }), 'payload'],
    ['no time', bytes({ Data: {} }), 'payload'],
    ['a nested item', bytes({ UtcTime: '2026-03-15T01:30:00Z', Data: { a: { b: 1 } } }), 'payload'],
    ['an array', bytes([]), 'payload'],
    ['null', bytes(null), 'payload'],
    ['text', new TextEncoder().encode('Open'), 'not-json'],
    ['nothing', new Uint8Array(), 'not-json'],
    ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'not-utf8'],
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d), 'not-json'],
  ])('%s is a fault, not an exception', (_, payload, problem) =>
    expect(decode(topic, payload)).toMatchObject({ messages: [], faults: [{ problem }] }),
  )

  it('numbers and booleans may be quoted or not; what was left out is null', () => {
    expect([truth(true), truth('true'), truth('1'), truth(1)]).toEqual([true, true, true, true])
    expect([truth(false), truth('false'), truth('0'), truth(0)]).toEqual([false, false, false, false])
    expect([truth(undefined), truth('yes'), truth(2)]).toEqual([null, null, null])
    expect([number('3'), number(3), number(''), number(undefined), number(true), number('x')]).toEqual([
      3,
      3,
      null,
      null,
      null,
      null,
    ])
    expect([word(' a '), word(''), word(undefined), word(0)]).toEqual(['a', null, null, '0'])
    expect([instant('2026-01-01T00:00:00Z'), instant('2026-01-01T00:00:00'), instant(5)]).toEqual([
      Date.UTC(2026, 0, 1),
      null,
      null,
    ])
  })
})

describe('what we write we read', () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/)
  const item = fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.boolean())
  it('for any message', () =>
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 3 }),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 4e12 }),
        fc.dictionary(name, name, { maxKeys: 2 }),
        fc.dictionary(name, item, { maxKeys: 4 }),
        (prefix, topic, utcTime, source, data) => {
          fc.pre(!prefix.includes('onvif-ej'))
          const message = { prefix: prefix.join('/'), topic: `tns1:${topic.join('/')}`, utcTime, source, data }
          const written = encode(message)
          expect(decode(written.topic, written.payload)).toEqual({
            messages: [{ ...message, values: Object.values(source) }],
            faults: [],
          })
        },
      ),
    ))
})

describe('R7: junk is a value', () => {
  it('never throws and never takes long, for as long as the environment asks', () => {
    const until = Date.now() + Number(process.env.FUZZ_SECONDS ?? 1) * 1000
    let slowest = 0
    const junk = fc.oneof(
      fc.uint8Array({ maxLength: 4096 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
    )
    const topic = fc.oneof(
      fc.string(),
      fc.string().map((tail) => `p/onvif-ej/${tail}`),
    )
    while (Date.now() < until)
      fc.assert(
        fc.property(topic, junk, (where, what) => {
          const { messages, faults } = decode(where, what)
          slowest = Math.max(
            slowest,
            spent(() => void decode(where, what)),
          )
          expect(messages.length + faults.length).toBe(1)
        }),
        { numRuns: 200 },
      )
    expect(slowest).toBeLessThan(50)
  })
  it('a payload of brackets does not overflow the stack', () =>
    expect(decode('p/onvif-ej/Door', new TextEncoder().encode('['.repeat(60_000)))).toMatchObject({ messages: [] }))
})
