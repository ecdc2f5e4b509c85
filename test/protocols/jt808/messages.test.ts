import { describe, expect, it } from 'vitest'
import {
  additionalItems,
  additionalValues,
  type Body,
  decode,
  encode,
  writeAdditional,
} from '../../../server/protocols/jt808/codec.ts'
import { bytes } from './vectors.ts'

/** Written by hand from the tables of the standard; each is read, and written again byte for byte. */
const frames: readonly [string, string, Body | Record<string, unknown>][] = [
  [
    '0x0201 location answer',
    '7e0201001e01399548000100010005000000000000000302481050065545b4045d016d005a260315093000307e',
    { type: 'location-answer', replySerial: 5, latitude: 38.2772 },
  ],
  [
    '0x8001 platform answer',
    '7e8001000501399548000100010004020004637e',
    { type: 'platform-answer', replySerial: 4, replyId: 0x0200, result: 4 },
  ],
  [
    '0x8100 without a code',
    '7e810000030139954800010001000403607e',
    { type: 'registration-answer', replySerial: 4, result: 3, authCode: null },
  ],
  [
    '0x8300 text 2013',
    '7e8300000b013995480001000105c7ebb7b5bbd8d1b2c7f8797e',
    { type: 'text', flags: 5, textType: null, text: '请返回巡区' },
  ],
  [
    '0x8300 text 2019',
    '7e8300400c010000000001399548000100010502c7ebb7b5bbd8d1b2c7f83d7e',
    { type: 'text', flags: 5, textType: 2, text: '请返回巡区' },
  ],
  [
    '0x8003 with a byte of count (2013)',
    '7e800300070139954800010001002802000200054c7e',
    { type: 'resend-request', firstSerial: 40, indexes: [2, 5] },
  ],
  [
    '0x8003 with a word of count (2019)',
    '7e80034008010000000001399548000100010028000200020005027e',
    { type: 'resend-request', firstSerial: 40, indexes: [2, 5] },
  ],
  [
    '0x0005 (2019)',
    '7e00054006010000000001399548000100010028000100038d7e',
    { type: 'terminal-resend-request', firstSerial: 40, indexes: [3] },
  ],
  [
    '0x8004, the only time in UTC (2019)',
    '7e8004400601000000000139954800010001260315013020077e',
    { type: 'time-answer', time: Date.parse('2026-03-15T01:30:20Z') },
  ],
  [
    '0x8103 set parameters',
    '7e8103001801399548000100010200000001040000003c00000013093132372e302e302e31757e',
    {
      type: 'set-parameters',
      parameters: [
        { id: 1, value: bytes('0000003c') },
        { id: 19, value: Buffer.from('127.0.0.1') },
      ],
    },
  ],
  [
    '0x8106 query some parameters',
    '7e810600090139954800010001020000000100000029417e',
    { type: 'query-some-parameters', ids: [1, 41] },
  ],
  [
    '0x8202 interval 0 ends the tracking',
    '7e8202000201399548000100010000677e',
    { type: 'temporary-tracking', intervalS: 0, validS: null },
  ],
  [
    '0x8203 confirm an alarm',
    '7e8203000601399548000100010009000000016a7e',
    { type: 'confirm-alarm', alarmSerial: 9, alarmTypeBits: 1 },
  ],
  ['0x8105 control', '7e81050001013995480001000104647e', { type: 'control', command: 4, parameters: '' }],
  [
    '0x0702 driver card',
    '7e0702000801399548000100010126031509300000e07e',
    { type: 'driver-card', state: 1, time: Date.parse('2026-03-15T01:30:00Z'), rest: bytes('00') },
  ],
  [
    '0x0900 transparent',
    '7e090000040139954800010001f0010203187e',
    { type: 'transparent-up', channel: 0xf0, content: bytes('010203') },
  ],
  [
    '0x0100 of 2011, model of 8 bytes',
    '7e01000022013995480001000100400079373031313143542d30310000004e58303030303102c4fe4131323334beafb97e',
    {
      type: 'registration',
      layout: '2011',
      provinceId: 64,
      cityId: 121,
      manufacturerId: '70111',
      terminalModel: 'CT-01',
      terminalId: 'NX00001',
      plateColor: 2,
      plate: '宁A1234警',
    },
  ],
  [
    '0x0102 of 2019',
    '7e0102402801000000000139954800010001044142434438363030303030303030303030303176312e3200000000000000000000000000000000eb7e',
    { type: 'authentication', authCode: 'ABCD', imei: '860000000000001', softwareVersion: 'v1.2' },
  ],
]

describe('every message that is taken or sent', () => {
  it.each(frames)('%s', (_, hex, body) => {
    const { messages, faults } = decode(bytes(hex))
    expect(faults).toEqual([])
    expect(messages[0]!.body).toMatchObject(body)
    const { header } = messages[0]!
    expect(encode({ ...header, phone: header.phoneBcd, body: messages[0]!.body }).toString('hex')).toBe(hex)
  })
  it('0x0100 with colour 0 carries the VIN instead of a plate, and its padding is trimmed', () => {
    const vin =
      '7e01000036013995480001000100400079373031313143542d30312020202020202020202020202020204e583030303031004c5356414134394a313332303437333731d97e'
    expect(decode(bytes(vin)).messages[0]!.body).toMatchObject({
      layout: '2013',
      terminalModel: 'CT-01',
      plateColor: 0,
      plate: 'LSVAA49J132047371',
    })
  })
  it('0x0100 of 2019 may be padded in front', () => {
    const padded =
      '7e01004055010000000001399548000100010040007937303131310000000000000000000000000000000000000000000000000000000000000043542d31394e583030303031000000000000000000000000000000000000000000000002c4fe4131323334beaf867e'
    expect(decode(bytes(padded)).messages[0]!.body).toMatchObject({
      layout: '2019',
      manufacturerId: '70111',
      terminalModel: 'CT-19',
      terminalId: 'NX00001',
    })
  })
  it('0x0102 of 2019 whose code should be longer than the body is refused', () => {
    const { messages, faults } = decode(bytes('7e01024005010000000001399548000100012041424344867e'))
    expect(messages[0]!.body.type).toBe('unreadable')
    expect(faults[0]!.detail).toBe('the code should have 32 bytes, the body has 4 behind it')
  })
})

describe('additional items (2013 table 27, JT/T 1078 table 13)', () => {
  const itemsOf = (hex: string) => {
    const { body } = decode(bytes(hex)).messages[0]!
    return body.type === 'location' ? body.additional : Buffer.alloc(0)
  }
  const standard =
    '7e0200005e0139954800010001000000000000000302481050065545b4045d016d005a2603150930000104000012d60202004d0302016d11050100000007120602000000090113070000000a003c011404000000032504000000022a0200032b04000a0014300118310109807e'
  it('those of the standard are read', () =>
    expect(additionalValues(itemsOf(standard))).toEqual({
      mileageKm: 482.2,
      fuelL: 7.7,
      recorderSpeedKmh: 36.5,
      overspeed: { areaType: 1, areaId: 7 },
      areaCrossing: { areaType: 2, areaId: 9, direction: 1 },
      segmentTime: { segmentId: 10, durationS: 60, result: 1 },
      videoAlarmBits: 3,
      vehicleSignals: 2,
      ioStatus: 3,
      analog: { ad0: 20, ad1: 10 },
      signalStrength: 24,
      gnssSatellites: 9,
    }))
  it('and written again', () => {
    const values = additionalValues(itemsOf(standard))
    expect(additionalValues(writeAdditional(values))).toEqual(values)
  })
  it('standard ids with the length of some maker are kept raw, never read', () => {
    const vendor = itemsOf(
      '7e0200002c0139954800010001000000000000000302481050065545b4045d016d005a2603150930000102ffff3104deadbeefe10412345678ff7e',
    )
    expect(additionalValues(vendor)).toEqual({})
    expect(additionalItems(vendor).map(({ id, value }) => [id, value.toString('hex')])).toEqual([
      [0x01, 'ffff'],
      [0x31, 'deadbeef'],
      [0xe1, '12345678'],
    ])
  })
  it('one that runs over the end is a fault; the fix and the items before it stay', () => {
    const hex = '7e020000230139954800010001000000000000000302481050065545b4045d016d005a2603150930003101090105ffff347e'
    expect(decode(bytes(hex)).faults.map(({ detail }) => detail)).toEqual([
      'item 0x01 at byte 31 says 5, 4 bytes are left',
    ])
    expect(additionalValues(itemsOf(hex))).toEqual({ gnssSatellites: 9 })
  })
})
