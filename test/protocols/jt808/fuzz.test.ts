import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { decode } from '../../../server/protocols/jt808/codec.ts'
import { wrap } from '../../../server/protocols/jt808/framing.ts'
import { jt808Lines } from '../../../server/protocols/jt808/lines.ts'
import { observe } from '../../../server/protocols/jt808/observe.ts'
import { decodeJson, decodeQuery } from '../../../server/protocols/osmand/codec.ts'
import { observe as observePhone } from '../../../server/protocols/osmand/observe.ts'

/** Seconds for each parser; CI gives a minute (goal R7). */
const seconds = Number(process.env.FUZZ_SECONDS ?? '1')
const NOW = Date.parse('2026-03-15T01:30:20Z')
const WHO = { device: 'jt808:1', carrier: null }
const TOO_SLOW_MS = 50

const timed = (run: () => void): number => {
  const from = performance.now()
  run()
  return performance.now() - from
}

/** Runs until the time is over; every input must be done within 50 ms. */
const fuzz = <T>(arbitrary: fc.Arbitrary<T>, run: (input: T) => void): { runs: number; slowestMs: number } => {
  const end = performance.now() + seconds * 1000
  let [runs, slowestMs] = [0, 0]
  while (performance.now() < end) {
    for (const input of fc.sample(arbitrary, 200)) {
      let ms = timed(() => run(input))
      // A machine that was busy elsewhere is not the input's fault: it must be slow every time.
      for (let again = 0; ms >= TOO_SLOW_MS && again < 4; again++)
        ms = Math.min(
          ms,
          timed(() => run(input)),
        )
      slowestMs = Math.max(slowestMs, ms)
      runs++
    }
  }
  return { runs, slowestMs }
}

const bytes = fc.uint8Array({ maxLength: 300 }).map((a) => Buffer.from(a))
/** Frames whose checksum and length are right and whose body is anything: they get past the header. */
const ids = [
  0x0001, 0x8001, 0x0002, 0x0003, 0x0004, 0x8004, 0x0100, 0x8100, 0x0102, 0x8003, 0x0005, 0x0104, 0x8103, 0x8104,
  0x8106, 0x0200, 0x8201, 0x0201, 0x0704, 0x8202, 0x8203, 0x8300, 0x8105, 0x0900, 0x8900, 0x0702,
]
const sound = fc
  .record({
    id: fc.constantFrom(...ids),
    body: bytes,
    version: fc.boolean(),
    part: fc.boolean(),
    total: fc.nat(600),
    index: fc.nat(600),
  })
  .map(({ id, body, version, part, total, index }) => {
    const head = Buffer.alloc((version ? 17 : 12) + (part ? 4 : 0))
    head.writeUInt16BE(id, 0)
    head.writeUInt16BE(body.length | (version ? 0x4000 : 0) | (part ? 0x2000 : 0), 2)
    head[version ? 4 : 9] = 1
    if (part) {
      head.writeUInt16BE(total, head.length - 4)
      head.writeUInt16BE(index, head.length - 2)
    }
    return wrap(Buffer.concat([head, body, Buffer.alloc(1)]))
  })
const stream = fc
  .array(fc.oneof(sound, bytes, fc.constant(Buffer.from([0x7e]))), { maxLength: 6 })
  .map((all) => Buffer.concat(all))

describe('goal R7: no input crashes a parser or holds it up', () => {
  it('JT/T 808: bytes to messages to observations, each of them a valid one', () => {
    const { runs, slowestMs } = fuzz(stream, (input) => {
      const { messages, rest } = decode(input)
      expect(rest.length).toBeLessThanOrEqual(8192)
      for (const message of messages)
        for (const observation of observe(message, WHO, NOW))
          expect(parseObservation(observation).is).toBe('observation')
    })
    expect(runs).toBeGreaterThan(100)
    expect(slowestMs).toBeLessThan(TOO_SLOW_MS)
  })
  it('JT/T 808: what decode prints is JSON, parts and all', () => {
    const lines = jt808Lines()
    const { slowestMs } = fuzz(stream, (input) => {
      const { messages, faults } = JSON.parse(JSON.stringify(lines(input)))
      expect(messages.length + faults.length).toBeGreaterThan(0)
    })
    expect(slowestMs).toBeLessThan(TOO_SLOW_MS)
  })
  it('JT/T 808: a flood of flags and of escapes costs no more than its length', () => {
    for (const pattern of ['7e', '7e01', '7d', '7d7e', '7d01', '7e7d']) {
      const flood = Buffer.alloc(65_536, Buffer.from(pattern, 'hex'))
      const ms = [1, 2, 3, 4, 5].map(() => timed(() => decode(flood, 256)))
      expect(Math.min(...ms)).toBeLessThan(TOO_SLOW_MS)
    }
  })
  it('OsmAnd: queries and JSON', () => {
    const query = fc.dictionary(
      fc.constantFrom(
        'id',
        'lat',
        'lon',
        'location',
        'timestamp',
        'speed',
        'bearing',
        'accuracy',
        'valid',
        'mock',
        'alarm',
      ),
      fc.oneof(fc.string(), fc.double().map(String)),
    )
    const json = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((location) => `{"device_id":"a","location":${location}}`),
    )
    const check = (decoding: ReturnType<typeof decodeQuery>) => {
      if (decoding.is !== 'reports') return
      for (const report of decoding.reports)
        for (const observation of observePhone(report, { device: 'osmand:a', carrier: null }, NOW))
          expect(parseObservation(observation)).toMatchObject({ is: 'observation' })
    }
    const { slowestMs } = fuzz(fc.tuple(query, json), ([params, text]) => {
      check(decodeQuery(new URLSearchParams(params)))
      check(decodeJson(text, null))
    })
    expect(slowestMs).toBeLessThan(TOO_SLOW_MS)
  })
})
