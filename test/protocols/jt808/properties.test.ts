import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Body, decode, encode, encodeInParts, type Message } from '../../../server/protocols/jt808/codec.ts'
import { accept, nothing, type Outcome } from '../../../server/protocols/jt808/subpackage.ts'

const blob = (maxLength: number) => fc.uint8Array({ maxLength }).map((a) => Buffer.from(a))
const serial = fc.integer({ min: 0, max: 0xffff })
const place = fc.record({
  alarmBits: fc.integer({ min: 0, max: 0xffffffff }),
  statusBits: fc.integer({ min: 0, max: 0xffffffff }).map((bits) => (bits & ~0xc) >>> 0),
  latitude: fc.integer({ min: 0, max: 90e6 }).map((n) => n / 1e6),
  longitude: fc.integer({ min: 0, max: 180e6 }).map((n) => n / 1e6),
  altitudeM: fc.integer({ min: -500, max: 9000 }),
  speedKmh: fc.integer({ min: 0, max: 2200 }).map((n) => n / 10),
  headingDeg: fc.integer({ min: 0, max: 359 }),
  time: fc
    .integer({ min: Date.parse('2000-01-02T00:00:00Z') / 1000, max: Date.parse('2099-12-30T00:00:00Z') / 1000 })
    .map((s) => s * 1000),
  additional: blob(4).map((value) => Buffer.concat([Buffer.from([0xe0, value.length]), value])),
})
const body: fc.Arbitrary<Body> = fc.oneof(
  place.map((p): Body => ({ type: 'location', ...p })),
  fc.array(place, { maxLength: 3 }).map((items): Body => ({ type: 'location-batch', kind: 'normal', items })),
  blob(60).map((extra): Body => ({ type: 'heartbeat', extra })),
  fc
    .record({ replySerial: serial, replyId: serial, result: fc.integer({ min: 0, max: 4 }) })
    .map((a): Body => ({ type: 'platform-answer', ...a })),
  fc.string({ maxLength: 20 }).map(
    (s): Body => ({
      type: 'authentication',
      authCode: s.replace(/[^\x21-\x7e]/g, ''),
      imei: null,
      softwareVersion: null,
    }),
  ),
)
const frame = fc
  .record({ serial, phone: fc.integer({ min: 1, max: 99999999999 }).map(String), body })
  .map((m) => ({ ...m, bytes: encode({ edition: '2013', ...m }) }))

/** Feeds a stream in pieces, as a socket would. */
const inPieces = (stream: Buffer, cuts: readonly number[]): { messages: Message[]; faults: string[] } => {
  const messages: Message[] = []
  const faults: string[] = []
  let rest: Buffer = Buffer.alloc(0)
  const edges = [...new Set([...cuts.map((c) => c % (stream.length + 1)), stream.length])].sort((a, b) => a - b)
  let from = 0
  for (const edge of edges) {
    const decoded = decode(Buffer.concat([rest, stream.subarray(from, edge)]))
    messages.push(...decoded.messages)
    faults.push(...decoded.faults.map(({ fault }) => fault))
    rest = decoded.rest
    from = edge
  }
  return { messages, faults }
}
const plain = (message: Message) => ({ header: message.header, content: message.content.toString('hex') })

describe('whatever is written is read, however the stream is cut', () => {
  it('the same messages come out', () =>
    fc.assert(
      fc.property(
        fc.array(frame, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (frames, cuts) => {
          const { messages, faults } = inPieces(Buffer.concat(frames.map((f) => f.bytes)), cuts)
          expect(faults.filter((f) => f !== 'out-of-range')).toEqual([])
          expect(messages.map((m) => [m.header.phone, m.header.serial])).toEqual(frames.map((f) => [f.phone, f.serial]))
          messages.forEach((m, i) => {
            const sent = frames[i]!.body
            if (sent.type === 'location') expect(m.body).toEqual(sent)
            expect(encode({ edition: '2013', phone: m.header.phone, serial: m.header.serial, body: m.body })).toEqual(
              frames[i]!.bytes,
            )
          })
        },
      ),
    ))
  it('junk too gives the same whether it comes whole or in pieces', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            frame.map((f) => f.bytes),
            blob(30),
            fc.constant(Buffer.from([0x7e])),
          ),
          { maxLength: 8 },
        ),
        fc.array(fc.nat(), { maxLength: 10 }),
        (chunks, cuts) => {
          const stream = Buffer.concat(chunks)
          const [whole, pieces] = [inPieces(stream, []), inPieces(stream, cuts)]
          expect(pieces.faults).toEqual(whole.faults)
          expect(pieces.messages.map(plain)).toEqual(whole.messages.map(plain))
        },
      ),
    ))
  it('one flipped byte never goes unnoticed', () =>
    fc.assert(
      fc.property(frame, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ bytes }, at, mask) => {
        const broken = Buffer.from(bytes)
        broken[1 + (at % (broken.length - 2))]! ^= mask
        const { messages } = decode(broken)
        for (const message of messages) expect(message.raw.equals(bytes)).toBe(false)
        expect(messages.length === 0 || messages.every((m) => m.raw.length < bytes.length)).toBe(true)
      }),
    ))
})

describe('§4.4.3: parts', () => {
  it('give the message back in whatever order they come', () =>
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 4, maxLength: 40 }),
        fc.integer({ min: 40, max: 120 }),
        fc.infiniteStream(fc.nat()),
        (items, most, chance) => {
          const sent: Body = { type: 'location-batch', kind: 'backfill', items }
          const frames = encodeInParts({ edition: '2013', phone: '13995480001', serial: 65_530, body: sent }, most)
          const order = frames.map((bytes) => ({ bytes, by: chance.next().value })).sort((a, b) => a.by - b.by)
          let assembly = nothing
          const outcomes: Outcome[] = []
          for (const { bytes } of order) {
            const [{ header, body, raw }] = decode(bytes).messages as [Message]
            const step = accept(
              assembly,
              { header, content: body.type === 'part' ? body.content : Buffer.alloc(0), raw },
              0,
              10,
            )
            assembly = step.assembly
            outcomes.push(step.outcome)
          }
          const last = outcomes.at(-1)!
          expect(outcomes.slice(0, -1).every(({ is }) => is === 'waiting')).toBe(true)
          if (last.is !== 'whole') throw new Error(last.is)
          expect(last.whole.header.serial).toBe(65_530)
          expect(last.whole.body.readUInt16BE(0)).toBe(items.length)
        },
      ),
    ))
})
