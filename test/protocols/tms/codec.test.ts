import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeTms, encodeTms, type TmsBody } from '../../../server/protocols/tms/codec.ts'
import { tmsLine } from '../../../server/protocols/tms/print.ts'
import { fuzz, junk, spoiled } from '../fuzzing.ts'
import { trunkVectors } from '../trunk/vectors.ts'

const hex = (text: string) => Buffer.from(text.replace(/\s+/g, ''), 'hex')
const expected: Readonly<Record<string, object>> = {
  '0003d00001': { pdu: 'SERVICE_AVAILABILITY', capability: 'INTERNAL', ext: true, ack: true, control: true },
  '00021f00': { pdu: 'TMS_ACKNOWLEDGEMENT', sequence: null, ack: false },
  '000de001019544610068006f006a00': {
    pdu: 'SIMPLE_TEXT_MESSAGE',
    sequence: 85,
    encoding: 'UCS2_LE',
    addressHex: '01',
    text: 'ahoj',
  },
  '0010e00093040d000a00410048004f004a00': {
    pdu: 'SIMPLE_TEXT_MESSAGE',
    sequence: 19,
    text: '\r\nAHOJ',
    addressHex: '',
  },
  '00049f009520': { pdu: 'TMS_ACKNOWLEDGEMENT', sequence: 53 },
}

describe('Motorola TMS', () => {
  it('every frame of the vectors has its expectation here', () => {
    for (const { hex: frame = '' } of trunkVectors()?.motorolaTms ?? []) expect(expected).toHaveProperty([frame])
  })
  it.each(Object.entries(expected))('%s', (frame, fields) => {
    const { messages, faults } = tmsLine(hex(frame))
    expect(faults).toEqual([])
    expect(messages).toEqual([expect.objectContaining(fields)])
    const { body, header, address } = decodeTms(hex(frame)).messages[0]!
    expect(encodeTms(body, { address, ack: header.ack, reserved: header.reserved }).toString('hex')).toBe(frame)
  })
  it.each([
    ['an address that runs over the end', '0003 e0 09 01', ['bad-body']],
    ['half a character', '0005 e0 00 81 04 41', ['bad-body']],
    ['an encoding that is not UCS-2', '0006 e0 00 81 01 4100', ['bad-body']],
    ['an unknown type', '0002 13 00', ['unknown-type']],
    ['half a message', '0010e000', ['truncated']],
  ])('%s is named', (_, text, faults) => expect(tmsLine(hex(text)).faults.map((f) => f.fault)).toEqual(faults))
})

const body: fc.Arbitrary<TmsBody> = fc.oneof(
  fc.record({ type: fc.constant('available' as const), capability: fc.nat(3) }),
  fc.record({ type: fc.constant('acknowledgement' as const), sequence: fc.option(fc.nat(127)) }),
  fc.record({
    type: fc.constant('text' as const),
    sequence: fc.nat(127),
    encoding: fc.constant(4),
    text: fc.string({ unit: 'grapheme', maxLength: 30 }),
  }),
)
it('round trip however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), fc.nat(200), (bodies, at) => {
      const stream = Buffer.concat(bodies.map((b) => encodeTms(b)))
      const first = decodeTms(stream.subarray(0, at))
      const second = decodeTms(Buffer.concat([first.rest, stream.subarray(at)]))
      expect([...first.messages, ...second.messages].map((m) => m.body)).toEqual(bodies)
    }),
    { numRuns: 200 },
  )
})
it('goal R7: no input crashes it or holds it up', () =>
  fuzz(fc.oneof(junk, spoiled(Object.keys(expected))), (input) =>
    expect(JSON.parse(JSON.stringify(tmsLine(input)))).toBeDefined(),
  ))
