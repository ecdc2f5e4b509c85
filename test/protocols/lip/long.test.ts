import { describe, expect, it } from 'vitest'
import { decodeHex } from '../../../server/protocols/lip/codec.ts'
import { instantOf, radiusM } from '../../../server/protocols/lip/long.ts'
import { fixOf } from '../../../server/protocols/lip/observe.ts'
import { lipLines } from '../../../server/protocols/lip/print.ts'

/** Digits of `[value, width]` fields behind the protocol identifier, filled up with zeros to a whole digit. */
const digits = (...fields: readonly (readonly [value: number, width: number])[]): string => {
  const bits = fields.map(([value, width]) => (value < 0 ? value + 2 ** width : value).toString(2).padStart(width, '0'))
  const all = bits.join('')
  return `0A${[...Array(Math.ceil(all.length / 4)).keys()]
    .map((i) => Number.parseInt(all.slice(4 * i, 4 * i + 4).padEnd(4, '0'), 2).toString(16))
    .join('')}`
}
const head = [1, 2] as const
const extension = [3, 4] as const
const noTime = [0, 2] as const
const place = [
  [Math.round((116.5 * 2 ** 25) / 360), 25],
  [Math.round((-30.25 * 2 ** 24) / 180), 24],
] as const
const tail = [
  [1, 1],
  [0, 1],
  [32, 8],
] as const
const printed = (hex: string) => lipLines()(hex)
const reportOf = (hex: string) => {
  const [message] = decodeHex(hex).messages
  if (message?.report?.pduType !== 1) throw new Error(`no long report: ${hex}`)
  return message.report
}

describe('ETSI TS 100 392-18-1 §6.2.2, long location report', () => {
  it('a public report, whose last bit had been cut off and is put back', () =>
    expect(printed('0A4E4A633954F1F49C0CD0409ED3D044100')).toMatchObject({
      messages: [
        {
          dayOfMonth: 9,
          timeUtc: '09:35:14',
          shape: 'circle with altitude',
          lat: -22.218454,
          lon: 117.816396,
          altitudeM: 785,
          reasonForSending: 32,
          bits: 129,
        },
      ],
      faults: [],
    }))

  it.each([
    ['a point', 1, [], {}],
    ['a circle', 2, [[10, 6]], { uncertainty: 10 }],
    [
      'an ellipse: the longer half axis',
      3,
      [
        [12, 6],
        [9, 6],
        [200, 8],
        [4, 3],
      ],
      { uncertainty: 12 },
    ],
    ['a point with altitude', 4, [[301, 12]], { altitudeM: 100 }],
    [
      'a circle with altitude',
      5,
      [
        [10, 6],
        [1202, 12],
      ],
      { uncertainty: 10, altitudeM: 1002 },
    ],
    [
      'an ellipse with altitude',
      6,
      [
        [12, 6],
        [9, 6],
        [200, 8],
        [1927, 12],
        [4, 3],
      ],
      { altitudeM: 2525 },
    ],
    [
      'a circle, altitude and its uncertainty',
      7,
      [
        [10, 6],
        [1, 12],
        [5, 3],
      ],
      { uncertainty: 10, altitudeM: -200 },
    ],
    [
      'an ellipse, altitude and its uncertainty',
      8,
      [
        [12, 6],
        [9, 6],
        [200, 8],
        [201, 12],
        [1, 3],
        [4, 3],
      ],
      { altitudeM: 0 },
    ],
    ['a point and its error', 10, [[1, 3]], { error: 1 }],
  ] as const)('%s', (_, shape, data, wanted) => {
    const report = reportOf(digits(head, extension, noTime, [shape, 4], ...place, ...data, [0, 3], ...tail))
    expect(report).toMatchObject({ shape, velocity: null, direction: null, acknowledge: 1, additional: 32, ...wanted })
    expect(report.longitude).toBeCloseTo(116.5, 4)
    expect(report.latitude).toBeCloseTo(-30.25, 4)
  })

  it('an arc says where the radio is not: no place', () => {
    const arc = [
      [1, 16],
      [2, 16],
      [3, 8],
      [4, 8],
      [4, 3],
    ] as const
    const report = reportOf(digits(head, extension, [1, 2], [0, 2], [9, 4], ...place, ...arc, [0, 3], ...tail))
    expect(report).toMatchObject({ shape: 9, longitude: null, latitude: null, additional: 32 })
    expect(fixOf(report, 0)).toMatchObject({ valid: false, longitude: null })
  })

  it.each([
    ['speed', 1, [[54, 7]], null],
    [
      'speed and its uncertainty',
      2,
      [
        [54, 7],
        [2, 3],
      ],
      null,
    ],
    [
      'speed and climb',
      3,
      [
        [54, 7],
        [99, 8],
      ],
      null,
    ],
    [
      'speed, climb and theirs',
      4,
      [
        [54, 7],
        [2, 3],
        [99, 8],
        [3, 3],
      ],
      null,
    ],
    [
      'speed and direction',
      5,
      [
        [54, 7],
        [64, 8],
      ],
      64,
    ],
    [
      'speed, direction and theirs',
      6,
      [
        [54, 7],
        [2, 3],
        [64, 8],
        [5, 3],
      ],
      64,
    ],
    [
      'everything',
      7,
      [
        [54, 7],
        [2, 3],
        [99, 8],
        [3, 3],
        [64, 8],
        [5, 3],
      ],
      64,
    ],
  ] as const)('velocity: %s', (_, type, data, direction) => {
    const report = reportOf(digits(head, extension, [1, 2], [0, 2], [1, 4], ...place, [type, 3], ...data, ...tail))
    expect(report).toMatchObject({ velocity: 54, direction, acknowledge: 1, additionalKind: 0, additional: 32 })
    expect(fixOf(report, 0)).toMatchObject({ valid: true, headingDeg: direction === null ? null : 90 })
  })

  it.each([
    ['another PDU with extension', digits(head, [4, 4], [0, 2]), 'unsupported-pdu'],
    ['a reserved type', digits([2, 2], [0, 6]), 'unsupported-pdu'],
    ['a reserved time', digits(head, extension, [3, 2], [1, 4], ...place, [0, 3], ...tail), 'unsupported-pdu'],
    ['a reserved shape', digits(head, extension, noTime, [11, 4], ...place, [0, 3], ...tail), 'unsupported-pdu'],
    ['a report cut off', digits(head, extension, noTime, [1, 4], ...place), 'truncated'],
    ['nothing behind its type', '0A4C', 'truncated'],
  ])('%s is named', (_, hex, fault) => expect(printed(hex).faults).toMatchObject([{ fault }]))
})

describe('when and how sure', () => {
  const received = Date.parse('2026-03-01T00:00:10Z')
  const at = (day: number, hour: number, minute: number, second: number) =>
    digits(head, extension, [2, 2], [day, 5], [hour, 5], [minute, 6], [second, 6], [1, 4], ...place, [0, 3], ...tail)

  it('day and time of day are the nearest such moment: yesterday was the month before', () =>
    expect(fixOf(reportOf(at(28, 23, 59, 50)), received)).toMatchObject({
      valid: true,
      time: Date.parse('2026-02-28T23:59:50Z'),
    }))
  it('a day that the month has not is the one of the month that has it', () =>
    expect(instantOf({ is: 'at', day: 31, hour: 0, minute: 0, second: 0 }, received)).toBe(Date.parse('2026-03-31Z')))
  it.each([
    [0, 1, 1, 1],
    [1, 24, 1, 1],
    [1, 1, 60, 1],
    [1, 1, 1, 60],
  ])('day %i, %i:%i:%i is no moment, and the place says nothing of now', (...time) =>
    expect(fixOf(reportOf(at(...time)), received)).toMatchObject({ valid: false, time: null }),
  )
  it('without a time the place says nothing of now', () =>
    expect(fixOf(reportOf(digits(head, extension, noTime, [1, 4], ...place, [0, 3], ...tail)), received).valid).toBe(
      false,
    ))
  it('the radius grows by a fifth with each step, from one metre', () => {
    expect(radiusM(0)).toBeCloseTo(0.98, 2)
    expect(radiusM(10)).toBeCloseTo(26.8, 1)
  })
})
