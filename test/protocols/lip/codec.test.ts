import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeHex,
  decodeLip,
  encodeReport,
  encodeSds,
  velocityCode,
  velocityKmh,
} from '../../../server/protocols/lip/codec.ts'
import { lipLines } from '../../../server/protocols/lip/print.ts'
import { fuzz } from '../fuzzing.ts'
import { trunkVectors } from '../trunk/vectors.ts'

const vectors = trunkVectors()?.tetraLip ?? []

describe('TETRA LIP: reports that we did not make', () => {
  it.each(vectors)('$raw', ({ raw = '', expected = {} }) => {
    const lines = lipLines()
    const printed = raw.trim().split('\r\n').map(lines)
    expect(printed.flatMap((p) => p.faults)).toEqual([])
    expect(printed.flatMap((p) => p.messages)).toEqual([expect.objectContaining(expected)])
  })
  it.each(vectors.filter((v) => v.raw?.startsWith('+')))(
    'on one line, or with the line end written out: $raw',
    ({ raw = '', expected }) => {
      for (const line of [raw.trim().replace('\r\n', ' '), raw.trim().replace('\r\n', '\\r\\n')])
        expect(lipLines()(line)).toEqual({ messages: [expect.objectContaining(expected)], faults: [] })
    },
  )
})

describe('velocity: as it is up to 28 km/h, then a curve', () => {
  it.each([
    [0, 0],
    [28, 28],
    [54, 74],
  ])('code %i is %i km/h', (code, kmh) => expect(Math.round(velocityKmh(code)!)).toBe(kmh))
  it('127 is not known', () => {
    expect(velocityKmh(127)).toBeNull()
    expect(velocityCode(null)).toBe(127)
  })
  it('is written to the nearest code', () => {
    for (let code = 0; code < 127; code++) expect(velocityCode(velocityKmh(code))).toBe(code)
  })
})

describe('what breaks the format is named', () => {
  it.each([
    ['an odd letter', '0A00G8', 'bad-hex'],
    ['nothing', '', 'no-hex'],
    ['another protocol', '8204AB', 'not-lip'],
    ['a PDU with another extension', '0A40000000000000000000', 'unsupported-pdu'],
    ['a report cut off', '0A00B8C31A53', 'truncated'],
  ])('%s', (_, line, fault) => expect(lipLines()(line).faults).toMatchObject([{ fault }]))
  it('a header of another service', () =>
    expect(decodeLip('+CTSDSR: 13,1,1,2,1,16\r\nAAAA\r\n').faults).toMatchObject([{ fault: 'not-lip' }]))
  it('digits that are fewer than the bits announced', () =>
    expect(decodeLip('+CTSDSR: 12,1,1,2,1,84\r\n0A301BB659D8A5A20408\r\n').faults[0]).toMatchObject({
      fault: 'bits-disagree',
    }))
  it('other lines of the interface are passed over', () =>
    expect(decodeLip('OK\r\n+CREG: 1\r\n\r\n')).toEqual({ messages: [], faults: [], rest: '' }))
  it('a line that never ends', () =>
    expect(decodeLip('A'.repeat(5000))).toMatchObject({ faults: [{ fault: 'too-long' }], rest: '' }))
})

const report = fc.record({
  pduType: fc.constant(0 as const),
  elapsed: fc.nat(3),
  longitude: fc.integer({ min: -(2 ** 24), max: 2 ** 24 - 1 }).map((n) => (n * 360) / 2 ** 25),
  latitude: fc.integer({ min: -(2 ** 23), max: 2 ** 23 - 1 }).map((n) => (n * 180) / 2 ** 24),
  error: fc.nat(7),
  velocity: fc.nat(127),
  direction: fc.nat(15),
  additionalKind: fc.nat(1),
  additional: fc.nat(255),
})
it('round trip however the line is cut', () => {
  fc.assert(
    fc.property(
      fc.array(report, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(300), { maxLength: 6 }),
      (all, cuts) => {
        const stream = all.map((r) => encodeSds('214000806012228', '214000806010006', encodeReport(r))).join('')
        let [from, pending] = [0, '']
        const got = []
        for (const to of [...cuts.filter((c) => c < stream.length), stream.length].sort((a, b) => a - b)) {
          const { messages, faults, rest } = decodeLip(pending + stream.slice(from, to))
          expect(faults).toEqual([])
          got.push(...messages.map((m) => m.report))
          pending = rest
          from = to
        }
        expect(got).toEqual(all)
      },
    ),
    { numRuns: 200 },
  )
})
it('goal R7: no input crashes it or holds it up', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('+CTSDSR: 12,1,1,2,1,84', '\r\n', '\r', '0A301BB659D8A5A204081', '+CTSDSR:', ',,,', '0a'),
  )
  fuzz(fc.array(piece, { maxLength: 12 }), (pieces) => {
    const text = pieces.join('')
    decodeLip(text)
    decodeHex(text)
    const lines = lipLines()
    for (const line of text.split('\n')) expect(JSON.stringify(lines(line))).toBeDefined()
  })
})
