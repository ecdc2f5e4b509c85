import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acknowledge,
  decode,
  type Hdap,
  type Hstrp,
  type KnownBody,
  writeFrame,
  writeHrnp,
  writeHstrp,
} from '../../../server/protocols/hdap/codec.ts'
import { hdapLine } from '../../../server/protocols/hdap/print.ts'
import { fuzz, junk, spoiled } from '../fuzzing.ts'

const hex = (text: string) => Buffer.from(text.replace(/\s+/g, ''), 'hex')
const one = (text: string) => {
  const { messages, faults } = hdapLine(hex(text))
  expect(messages).toHaveLength(1)
  return { message: messages[0]!, faults: faults.map((f) => f.fault) }
}

describe('frames written by hand from the field tables', () => {
  it('a status answer says offline', () =>
    expect(one('11 0082 0005 0a000064 01 3b 03').message).toMatchObject({
      type: 'StatusCheckAnswer',
      radio: { ip: '10.0.0.100' },
      state: 'Offline',
      checksumOk: false,
    }))
  it('a radio going offline', () => {
    const frame = writeFrame({ body: { type: 'GoingOffline', radio: { subnet: 10, radioId: 100 } } })
    // 00+01+00+04+0a+00+00+64 = 73; turned round 8c; and 33 more: bf.
    expect(frame.toString('hex')).toBe('11000100040a000064bf03')
  })
  it('the emergency button, with a place', () => {
    const text = 'A013010150326N3816.6320E10615.10203.6090'
    const payload = hex(`0a000064 01 ${Buffer.from(text).toString('hex')}`)
    const frame = writeFrame({ service: 'LP', opcode: 0xb003, payload })
    expect(one(frame.toString('hex'))).toEqual({
      message: expect.objectContaining({
        type: 'EmergencyReport',
        emergencyType: 1,
        gps: {
          valid: true,
          timeUtc: '2026-03-15T01:30:10Z',
          lat: 38.2772,
          lon: 106.2517,
          speedKnots: 3.6,
          course: 90,
        },
      }),
      faults: [],
    })
  })
  it('a delivery state: our location request was not acknowledged by the radio', () =>
    expect(one('14 0008 0007 0003640e a001 00 0d 03').message).toMatchObject({
      type: 'LocationDeliveryState',
      radio: { ip: '0.3.100.14', radioId: 222222 },
      concerns: 0xa001,
      result: 0,
    }))
  it('an answer of the HRNP handshake', () =>
    expect(one('7e0400fd10200000000c70d2').message).toMatchObject({ opcode: 'ACCEPT', checksumOk: true }))
  it('an option field of a text is taken off, not read as text', () => {
    const body: KnownBody = {
      type: 'SendPrivateMessage',
      confirmed: true,
      hasOption: true,
      requestId: 7,
      destination: { subnet: 10, radioId: 1 },
      source: { subnet: 10, radioId: 2 },
      text: '收到',
      option: Buffer.from('aabb', 'hex'),
    }
    expect(one(writeFrame({ body }).toString('hex')).message).toMatchObject({ text: '收到', optionHex: 'aabb' })
  })
})

describe('what breaks the format is named, and nothing is guessed', () => {
  const good = '110082 0005 0a000021 00 80 03'
  it.each([
    ['an empty datagram', '', []],
    ['half a frame', '1100820005', ['truncated']],
    ['no service', 'ff0082', ['not-hdap']],
    ['a wrong checksum', '110082 0005 0a000021 00 81 03', ['bad-checksum']],
    ['a wrong end', '110082 0005 0a000021 00 80 04', ['bad-end']],
    ['a short payload', '110082 0004 0a000021 82 03', ['bad-body', 'bad-checksum']],
    ['an unknown opcode', '110099 0000 cd 03', ['bad-checksum', 'unknown-opcode']],
    ['an HSTRP option that runs over the end', '32420020 0001 83ff00', ['bad-option']],
    ['half an HSTRP head', '3242', ['truncated']],
    ['bytes behind a heartbeat', '324200020000ff', ['trailing']],
    ['a frame cut off in HSTRP', `324200000001${good.slice(0, 12)}`, ['truncated']],
    ['an HRNP length shorter than its head', '7e0400fe201000000004ffff', ['bad-length']],
  ])('%s', (_, text, faults) =>
    expect(
      hdapLine(hex(text))
        .faults.map((f) => f.fault)
        .sort(),
    ).toEqual(faults),
  )
  it('GPS text that is none leaves the field empty, the rest stays', () => {
    const bad = ['A256010150326N3816.6320E10615.10203.6090', 'A013010150326N3896.6320E10615.10203.6090']
    for (const text of bad) {
      const payload = hex(`00000001 0a000064 0000 ${Buffer.from(text).toString('hex')}`)
      const { message, faults } = one(writeFrame({ service: 'LP', opcode: 0xa002, payload }).toString('hex'))
      expect(faults).toEqual(['bad-gps'])
      expect(message).toMatchObject({ gps: { lon: 106.2517, valid: true } })
    }
  })
  it.each([
    ['time', 'A~~~~~~010126N3816.6320E10615.10203.6090', { timeUtc: null, lat: 38.2772 }],
    ['date', 'A150326~~~~~~N3816.6320E10615.10203.6090', { timeUtc: null, lat: 38.2772 }],
    ['latitude', 'A120000010126N~~~~~~~~~E10615.10203.6090', { timeUtc: '2026-01-01T12:00:00Z', lat: null }],
    ['longitude', 'A120000010126N3816.6320E~~~~~~~~~~3.6090', { lat: 38.2772, lon: null }],
  ])('any field may be filled with NUL, here the %s: unknown, and no fault', (_, text, gps) => {
    const payload = hex(`00000001 0a000064 0000 ${Buffer.from(text.replaceAll('~', '\0')).toString('hex')}`)
    const { message, faults } = one(writeFrame({ service: 'LP', opcode: 0xa002, payload }).toString('hex'))
    expect(faults).toEqual([])
    expect(message).toMatchObject({ gps })
  })
  it('a payload that does not hold what it must is kept raw under its name', () =>
    expect(one('11 0082 0001 00 af 03').message).toMatchObject({ type: 'StatusCheckAnswer', payloadHex: '00' }))
})

describe('HSTRP: acknowledgements of a repeater', () => {
  it('repeat number and options and carry no payload', () => {
    const sent = decode(hex('32420020000183040001869f04010211000300040a000064bd03')).messages[0] as Hstrp
    expect(acknowledge(sent).toString('hex')).toBe('32420021000183040001869f040102')
    expect(acknowledge(decode(hex('3242000000090901')).messages[0] as Hstrp).toString('hex')).toBe('324200010009')
  })
})

const radio = fc.record({ subnet: fc.constant(10), radioId: fc.nat(0xffffff) })
const degrees = (most: number) => fc.integer({ min: -most * 600_000, max: most * 600_000 }).map((n) => n / 600_000)
const gps = fc.record({
  valid: fc.boolean(),
  time: fc.integer({ min: Date.UTC(2001, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 }).map((s) => s * 1000),
  latitude: degrees(90),
  longitude: degrees(180),
  speedKnots: fc.nat(99).map((n) => n / 10),
  course: fc.nat(359),
  problem: fc.constant(null),
})
const body: fc.Arbitrary<KnownBody> = fc.oneof(
  fc.record({ type: fc.constant('RegistrationRequest' as const), radio }),
  fc.record({
    type: fc.constant('RegistrationAnswer' as const),
    radio,
    result: fc.nat(2),
    renewSeconds: fc.nat(0xffffffff),
  }),
  fc.record({ type: fc.constant('StandardReport' as const), requestId: fc.nat(), radio, result: fc.nat(200), gps }),
  fc.record({
    type: fc.constant('ConditionReportWithRSSI' as const),
    requestId: fc.nat(),
    radio,
    result: fc.nat(200),
    gps,
    rssi: fc.integer({ min: -240, max: 0 }),
  }),
  fc.record({
    type: fc.constant('SendGroupMessage' as const),
    confirmed: fc.boolean(),
    hasOption: fc.constant(false),
    requestId: fc.nat(),
    destination: radio,
    source: radio,
    text: fc.string({ unit: 'grapheme', maxLength: 40 }),
  }),
  fc.record({ type: fc.constant('CallRequest' as const), callType: fc.nat(15), target: fc.nat(0xffffff) }),
)
const framed = (b: KnownBody, hrnp: boolean): Buffer =>
  hrnp
    ? writeHrnp({ opcode: 0, src: 0x20, dst: 0x10, packet: 1, frame: writeFrame({ body: b }) })
    : writeFrame({ body: b })

describe('round trip', () => {
  it('however a stream of frames and packets is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(body, fc.boolean()), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(400), { maxLength: 8 }),
        (sent, cuts) => {
          const stream = Buffer.concat(sent.map(([b, hrnp]) => framed(b, hrnp)))
          const edges = [...cuts.filter((at) => at < stream.length), stream.length].sort((a, b) => a - b)
          let [from, pending] = [0, Buffer.alloc(0)]
          const got: Hdap[] = []
          for (const to of edges) {
            const { messages, faults, rest } = decode(Buffer.concat([pending, stream.subarray(from, to)]))
            expect(faults).toEqual([])
            for (const m of messages) if (m.transport !== 'hstrp' && m.hdap) got.push(m.hdap)
            pending = Buffer.from(rest)
            from = to
          }
          expect(pending).toHaveLength(0)
          expect(got.map((h) => h.body)).toEqual(sent.map(([b]) => b))
        },
      ),
      { numRuns: 200 },
    )
  })
  it('a datagram of several frames', () => {
    fc.assert(
      fc.property(fc.array(body, { maxLength: 4 }), fc.nat(0xffff), (bodies, sn) => {
        const bytes = writeHstrp({
          sn,
          options: [
            { command: 3, data: Buffer.from('0001869f', 'hex') },
            { command: 4, data: Buffer.from([2]) },
          ],
          frames: bodies.map((b) => writeFrame({ body: b })),
        })
        const { messages, faults } = decode(bytes)
        expect(faults).toEqual([])
        const read = messages[0] as Hstrp
        expect(read).toMatchObject({ sn, flags: { option: true }, options: [{ command: 3 }, { command: 4 }] })
        expect(read.frames.map((f) => f.body)).toEqual(bodies)
      }),
      { numRuns: 100 },
    )
  })
})

describe('goal R7: no input crashes the parser or holds it up', () => {
  const frames = [
    '11000300040a2338636303',
    '32420020003c83040001869f0401020245b81000000004000200010010270000640000008303',
    '08d0040034000015c80a0000030000413138343033303036313232314e343732342e303135384530303733312e31303733302e30323037ffc66303',
    '7e04000010200004002767790980b1001400000001000000010a000835610068006f006a000203',
  ]
  it('junk, and right frames spoiled', () =>
    fuzz(fc.oneof(junk, spoiled(frames)), (input) => {
      const printed = JSON.parse(JSON.stringify(hdapLine(input)))
      expect(printed.messages.length + printed.faults.length).toBeGreaterThan(input.length > 0 ? 0 : -1)
    }))
  it('a flood of the shortest frames costs no more than is asked for', () => {
    const frames = Array.from({ length: 9_000 }, () => hex('11009900009a03'))
    const datagram = writeHstrp({ sn: 1, frames })
    const stream = Buffer.concat(frames)
    for (const read of [() => decode(datagram), () => decode(stream, 'lenient', 64)]) {
      const ms = [1, 2, 3].map(() => {
        const from = performance.now()
        read()
        return performance.now() - from
      })
      expect(Math.min(...ms)).toBeLessThan(50)
    }
    expect(decode(datagram).faults.at(-1)?.fault).toBe('trailing')
    expect(decode(stream, 'lenient', 64).rest).toHaveLength(stream.length - 64 * 7)
  })
})
