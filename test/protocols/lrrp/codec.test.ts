import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLrrp, encodeLrrp } from '../../../server/protocols/lrrp/codec.ts'
import { sfloatvar, ufloatvar, uintvar, writeSfloatvar, writeUintvar } from '../../../server/protocols/lrrp/numbers.ts'
import { lrrpLine } from '../../../server/protocols/lrrp/print.ts'
import { fuzz, junk, spoiled } from '../fuzzing.ts'
import { trunkVectors } from '../trunk/vectors.ts'

const vectors = trunkVectors()?.motorolaLrrp ?? []
const hex = (text: string) => Buffer.from(text.replace(/\s+/g, ''), 'hex')

describe('Motorola LRRP: documents that we did not make', () => {
  it.each(vectors)('$hex: $note', ({ hex: frame = '', expected = {} }) => {
    const { messages, faults } = lrrpLine(hex(frame))
    expect(faults).toEqual([])
    expect(messages).toEqual([expect.objectContaining(expected)])
  })
  it('another captured report', () =>
    expect(lrrpLine(hex('1313232F341F99B20E87664728A1C70A38D29F561A')).messages).toMatchObject([
      { doc: 'UnsolicitedLocationReport', requestId: '2f', courseDeg: 52, lengthOk: true },
    ]))
  it('an error with its text', () =>
    expect(lrrpLine(hex('070C22042468ACE0390503515355'))).toMatchObject({
      messages: [{ requestId: '2468ace0', resultCode: 5, resultTextHex: '515355' }],
      faults: [],
    }))
})

describe('numbers as the standard gives them', () => {
  it.each([
    ['25', 0x25],
    ['8120', 0xa0],
    ['828f25', 0x87a5],
    ['8757', 0x3d7],
  ])('uintvar %s is %i', (text, value) => {
    expect(uintvar(hex(text), 0)?.value).toBe(value)
    expect(writeUintvar(value).toString('hex')).toBe(text)
  })
  it('ufloatvar, sfloatvar', () => {
    expect(ufloatvar(hex('2540'), 0)?.value).toBe(37.5)
    expect(ufloatvar(hex('81208757'), 0)?.value).toBe(160 + 983 / 128 ** 2)
    expect(sfloatvar(hex('6540'), 0)?.value).toBe(-37.5)
    expect(sfloatvar(hex('C1208757'), 0)?.value).toBe(-(160 + 983 / 128 ** 2))
  })
  it('the sign of what is smaller than one is not lost', () => {
    expect(sfloatvar(writeSfloatvar(-0.5), 0)?.value).toBe(-0.5)
    expect(sfloatvar(writeSfloatvar(-100), 0)?.value).toBe(-100)
    expect(sfloatvar(writeSfloatvar(100), 0)?.value).toBe(100)
  })
  it('one that never ends is none', () => expect(uintvar(hex('ffffffffffff01'), 0)).toBeUndefined())
})

describe('what we send', () => {
  it('an immediate request for place, time and speed', () =>
    expect(
      encodeLrrp('ImmediateLocationRequest', {
        requestId: hex('2468ace0'),
        retInfo: ['accuracy', 'time'],
        wanted: [{ token: 0x62 }],
      }).toString('hex'),
    ).toBe('050822042468ace05162'))
  it('a periodic trigger of 60 s', () =>
    expect(
      encodeLrrp('TriggeredLocationRequest', {
        requestId: hex('2468ace0'),
        periodicTrigger: true,
        intervalS: 60,
      }).toString('hex'),
    ).toBe('090922042468ace034313c'))
  it('the southern and western halves', () => {
    const read = decodeLrrp(encodeLrrp('TriggeredLocationReport', { latitude: -33.9, longitude: -151.2 })).messages[0]!
    expect(read.fields.latitude).toBeCloseTo(-33.9, 6)
    expect(read.fields.longitude).toBeCloseTo(-151.2, 6)
  })
})

describe('what breaks the format is named', () => {
  it.each([
    ['an unknown document', '7f0122', 'unknown-type'],
    ['an unknown token: what follows it is kept raw', '0d0766118ecd8d99', 'truncated'],
    ['a token in no table', '0d0399aabb', 'unknown-type'],
    ['a value that runs over the end', '0d02661100'.slice(0, 8), 'bad-body'],
    ['a table of constants that runs over the end', '060209ff', 'bad-body'],
    ['a time that is none', '0d0634ffffffffff', 'bad-body'],
    ['half a document', '071a2204', 'truncated'],
  ])('%s', (_, text, fault) => expect(lrrpLine(hex(text)).faults).toMatchObject([{ fault }]))
})

const eighths = (most: number) => fc.integer({ min: 0, max: most * 128 }).map((n) => n / 128)
it('round trip however the stream is cut', () => {
  const report = fc.record({
    time: fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) }).map((t) => t - (t % 1000)),
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -179.9, max: 179.9, noNaN: true }),
    radiusM: eighths(500),
    altitudeM: eighths(3000),
    speedHor: eighths(200),
    courseDeg: fc.nat(179).map((n) => n * 2),
    resultCode: fc.constantFrom(0, 16, 512),
  })
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 3 }), fc.nat(150), (reports, at) => {
      const stream = Buffer.concat(reports.map((r) => encodeLrrp('TriggeredLocationReport', r)))
      const first = decodeLrrp(stream.subarray(0, at))
      const second = decodeLrrp(Buffer.concat([first.rest, stream.subarray(at)]))
      const got = [...first.messages, ...second.messages].map((m) => m.fields)
      expect([...first.faults, ...second.faults]).toEqual([])
      expect(got).toEqual(
        reports.map((r) => ({
          ...r,
          latitude: expect.closeTo(r.latitude, 6),
          longitude: expect.closeTo(r.longitude, 6),
        })),
      )
    }),
    { numRuns: 200 },
  )
})

it('goal R7: no input crashes it or holds it up', () =>
  fuzz(fc.oneof(junk, spoiled(vectors.map((v) => v.hex ?? '').concat('050822042468ace05162'))), (input) =>
    expect(JSON.parse(JSON.stringify(lrrpLine(input)))).toBeDefined(),
  ))
