import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArsBody, decodeArs, encodeArs } from '../../../server/protocols/ars/codec.ts'
import { arsLine } from '../../../server/protocols/ars/print.ts'
import { fuzz, junk, spoiled } from '../fuzzing.ts'
import { trunkVectors } from '../trunk/vectors.ts'

const vectors = trunkVectors()?.motorolaArs ?? []
const hex = (text: string) => Buffer.from(text.replace(/\s+/g, ''), 'hex')

describe('Motorola ARS: frames that we did not make', () => {
  it.each(vectors)('$hex: $note', ({ hex: frame = '', expected = {} }) => {
    const { messages, faults } = arsLine(hex(frame))
    expect(faults).toEqual([])
    expect(messages).toEqual([expect.objectContaining(expected)])
  })
  it.each(vectors)('written again: $hex', ({ hex: frame = '' }) => {
    const { body, header } = decodeArs(hex(frame)).messages[0]!
    const written = encodeArs(body, header).toString('hex')
    // One of them is filled up with zeros behind its length.
    expect(frame.slice(0, written.length)).toBe(written)
    expect(frame.slice(written.length)).toMatch(/^0*$/)
  })
})

describe('Motorola ARS: frames written by hand from the notes', () => {
  it('a refusal names its reason', () =>
    expect(arsLine(hex('0002 ff 00')).messages).toMatchObject([{ success: false, reason: 'DEVICE_NOT_AUTHORIZED' }]))
  it('an answer to a roll-call, the shortest there is', () =>
    expect(arsLine(hex('0001 3f')).messages).toMatchObject([{ success: true, control: true, ext: false }]))
  it('a user registers with a name', () =>
    expect(arsLine(hex('0010 f5 00 02 3131 09 393939393939393939 00')).messages).toMatchObject([
      { pdu: 'USER_REGISTRATION', device: '11', user: '999999999', password: '' },
    ]))
  it('our answer to a registration, and the query, are the bytes that the notes give', () => {
    const answer = { type: 'answer', success: true, refresh: 1, reason: null, extra: Buffer.alloc(0) } as const
    expect(encodeArs(answer).toString('hex')).toBe('0002bf01')
    expect(encodeArs({ type: 'query' }).toString('hex')).toBe('000174')
  })
})

describe('what breaks the format is named', () => {
  it.each([
    ['a length of nothing', '0000', 'bad-body'],
    ['half a message', '0007f02002', 'truncated'],
    ['a value that runs over the end', '0004 f0 20 09 31', 'bad-body'],
    ['an unknown type', '0001 33', 'unknown-type'],
    ['a second header that is missing', '0001 bf', 'bad-body'],
  ])('%s', (_, text, fault) => expect(arsLine(hex(text)).faults).toMatchObject([{ fault }]))
})

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const body: fc.Arbitrary<ArsBody> = fc.oneof(
  fc.record({
    type: fc.constantFrom('register' as const, 'user-register' as const),
    event: fc.nat(3),
    encoding: fc.nat(31),
    device: text,
    user: text,
    password: text,
  }),
  fc.record({ type: fc.constantFrom('deregister' as const, 'query' as const, 'user-deregister' as const) }),
  fc.record({
    type: fc.constant('answer' as const),
    success: fc.constant(true),
    refresh: fc.nat(127),
    reason: fc.constant(null),
    extra: fc.constant(Buffer.alloc(0)),
  }),
)

it('round trip however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), fc.nat(200), (bodies, at) => {
      const stream = Buffer.concat(bodies.map((b) => encodeArs(b)))
      const first = decodeArs(stream.subarray(0, at))
      const second = decodeArs(Buffer.concat([first.rest, stream.subarray(at)]))
      expect([...first.messages, ...second.messages].map((m) => m.body)).toEqual(bodies)
      expect([...first.faults, ...second.faults]).toEqual([])
    }),
    { numRuns: 200 },
  )
})

it('goal R7: no input crashes it or holds it up', () =>
  fuzz(fc.oneof(junk, spoiled(['000cf0200732333038303934000000', '0002bf01', '00033f1080'])), (input) =>
    expect(JSON.parse(JSON.stringify(arsLine(input)))).toBeDefined(),
  ))
