import { describe, expect, it } from 'vitest'
import { decode, type Message } from '../../../server/protocols/jt808/codec.ts'
import { bytes } from './vectors.ts'

/** Frames below were written by hand from the tables of the standard; their checksums were reckoned apart from our code. */
const one = (hex: string): Message => {
  const { messages, faults } = decode(bytes(hex))
  expect(faults).toEqual([])
  return messages[0]!
}
const faultsOf = (hex: string): string[] => decode(bytes(hex)).faults.map(({ fault }) => fault)
const refused = (hex: string): string => {
  const { messages, faults } = decode(bytes(hex))
  expect(messages).toEqual([])
  return faults.map(({ fault, detail }) => `${fault}: ${detail}`).join()
}

describe('JT/T 808 §4.4.2: escaping', () => {
  it('7e and 7d in a body are restored, 7d 02 and 7d 01 in it are not taken for them', () =>
    expect(one('7e0002000501399548000100017d027d017d01027d02e07e').content.toString('hex')).toBe('7e7d7d027e'))
  it('7d before anything else is malformed', () =>
    expect(refused('7e0002000001399548000100 7d03 e77e')).toBe('bad-escape: 7d is followed by 03, should be 01 or 02'))
  it('two frames may share one flag', () => {
    const beat = '00020000013995480001000 2e4'
    expect(decode(bytes(`7e${beat}7e${beat}7e`)).messages).toHaveLength(2)
  })
  it('bytes before the first flag are passed over', () =>
    expect(decode(bytes('0102037e00020000013995480001000 2e47e'))).toMatchObject({
      messages: [{}],
      faults: [],
      skipped: 3,
    }))
  it('an empty frame between two flags is nothing', () =>
    expect(decode(bytes('7e7e7e7e'))).toMatchObject({ messages: [], faults: [] }))
  it('more than any frame has, between flags or without an end, is refused', () => {
    expect(
      decode(Buffer.concat([Buffer.from([0x7e]), Buffer.alloc(3_000, 1), Buffer.from([0x7e])])).faults[0]!.fault,
    ).toBe('too-long')
    const open = decode(Buffer.concat([Buffer.from([0x7e]), Buffer.alloc(8_200, 1)]))
    expect(open.faults[0]!.fault).toBe('unterminated')
    expect(open.rest).toHaveLength(0)
  })
})

describe('JT/T 808 §4.4.3: message header', () => {
  it('bit 14 means the header of 2019: version byte and twenty digits of phone', () =>
    expect(one('7e8300400c010000000001399548000100010502c7ebb7b5bbd8d1b2c7f83d7e').header).toEqual({
      id: 0x8300,
      edition: '2019',
      protocolVersion: 1,
      phone: '13995480001',
      phoneBcd: '00000000013995480001',
      serial: 1,
      part: null,
    }))
  it('bit 14 with the header of 2013 behind it, as one maker sends, is read all the same', () =>
    expect(one('7e000240000139954800010007a17e').header).toMatchObject({
      edition: '2013',
      phone: '13995480001',
      serial: 7,
    }))
  it('and the header of 2019 without bit 14', () =>
    expect(one('7e0002000001000000000139954800010007e07e').header).toMatchObject({
      edition: '2019',
      protocolVersion: 1,
      phone: '13995480001',
      serial: 7,
    }))
  it('a frame that is merely five bytes too long or too short is not taken for the other edition', () => {
    expect(refused('7e0002000001399548000100010000000000e77e')).toMatch(
      /^wrong-length: the header says a body of 0 bytes, there are 5/,
    )
    expect(refused('7e0002400501000000000139954800010001a37e')).toMatch(
      /^wrong-length: the header says a body of 5 bytes, there are 0/,
    )
  })
  it('an IMEI sent as a 48-bit integer gets its check digit', () =>
    expect(one('7e000200004eb6fb4afd9e00072f7e').header).toMatchObject({
      phone: '865478070102068',
      phoneBcd: '4eb6fb4afd9e',
    }))
  it('a phone that is neither is refused', () =>
    expect(refused('7e000200000000000000af0007aa7e')).toMatch(/^bad-phone/))
  it('encrypted bodies are refused, and the header is told', () => {
    const hex = '7e0200041c0139954800010001000000000000000302481050065545b4045d016d005a260315093000327e'
    expect(refused(hex)).toMatch(/^encrypted/)
    expect(decode(bytes(hex)).faults[0]!.header).toMatchObject({ phone: '13995480001', id: 0x0200 })
  })
  it('an index outside 1 to the total is refused', () => {
    expect(refused('7e07042003013995480001000100020000616263a77e')).toMatch(/^bad-part: part 0 of 2/)
    expect(refused('7e07042003013995480001000100020003616263a47e')).toMatch(/^bad-part: part 3 of 2/)
  })
})

describe('JT/T 808 §8.12: location', () => {
  const location = (hex: string) => {
    const { body } = decode(bytes(hex)).messages[0]!
    if (body.type !== 'location') throw new Error(body.type)
    return body
  }
  it('status bits 2 and 3 are the signs; the altitude may be below the sea', () =>
    expect(
      location('7e0200001c0139954800010001000000000000000f0204cc00042dffc0fff4016d005a2603150930001c7e'),
    ).toMatchObject({
      latitude: -33.8688,
      longitude: -70.123456,
      altitudeM: -12,
      speedKmh: 36.5,
      headingDeg: 90,
      statusBits: 15,
      time: Date.parse('2026-03-15T09:30:00+08:00'),
    }))
  it('a time that is no moment is null and a fault, and the fix is kept', () => {
    for (const hex of [
      '7e0200001c0139954800010001000000000000000302481050065545b4045d016d005a0000000000003f7e',
      '7e0200001c0139954800010001000000000000000302481050065545b4045d016d005a260230093000127e',
    ]) {
      expect(location(hex)).toMatchObject({ time: null, latitude: 38.2772 })
      expect(faultsOf(hex)).toEqual(['bad-time'])
    }
  })
  it('the 29th of February of a leap year is a day', () =>
    expect(
      location('7e0200001c0139954800010001000000000000000302481050065545b4045d016d005a240229235959137e').time,
    ).toBe(Date.parse('2024-02-29T23:59:59+08:00')))
  it('coordinates on no globe are kept as they came, with a fault', () => {
    const hex = '7e0200001c0139954800010001000000000000000306eeb6ad02633df7045d016d005a260315093000c67e'
    expect(location(hex)).toMatchObject({ latitude: 116.307629, longitude: 40.058359 })
    expect(faultsOf(hex)).toEqual(['out-of-range'])
  })
  it('27 bytes are not enough: the frame can be answered, and is not taken for a location', () => {
    const { messages, faults } = decode(
      bytes('7e0200001b0139954800010001000000000000000302481050065545b4045d016d005a2603150930317e'),
    )
    expect(messages.map(({ body }) => body.type)).toEqual(['unreadable'])
    expect(faults.map(({ detail }) => detail)).toEqual(['location needs 28 bytes, the body has 27'])
  })
})

describe('JT/T 808 §8.49: batches', () => {
  const head = '7e07040'
  it('kind 0 is normal, item by item', () => {
    const { body } = one(
      `${head}03f0139954800010001000200001c000000000000000302481050065545b4045d016d005a260315093000001c000000000000000302481050065545b4045d016d005a260315093010cb7e`,
    )
    expect(body).toMatchObject({
      type: 'location-batch',
      kind: 'normal',
      items: [{ speedKmh: 36.5 }, { headingDeg: 90 }],
    })
  })
  it.each([
    [
      'a count that is not that of its items',
      '7e070400210139954800010001000301001c000000000000000302481050065545b4045d016d005a260315093000147e',
      'the body says 3 items and holds 1',
    ],
    [
      'an item that runs over the end',
      '7e0704002101399548000100010001010040000000000000000302481050065545b4045d016d005a2603150930004a7e',
      'item 1 says 64 bytes, should be 28 to 28',
    ],
    [
      'a kind the standard does not have',
      '7e070400210139954800010001000107001c000000000000000302481050065545b4045d016d005a260315093000107e',
      'kind 7, should be 0 (normal) or 1 (backfill)',
    ],
  ])('%s is refused whole', (_, hex, detail) => {
    const { messages, faults } = decode(bytes(hex))
    expect(messages[0]!.body.type).toBe('unreadable')
    expect(faults[0]!.detail).toBe(detail)
  })
})
