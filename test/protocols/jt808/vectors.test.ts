import { describe, expect, it } from 'vitest'
import {
  additionalItems,
  additionalValues,
  decode,
  encode,
  type Location,
  type Message,
} from '../../../server/protocols/jt808/codec.ts'
import { jt808Lines } from '../../../server/protocols/jt808/lines.ts'
import { bytes, type ExpectedLocation, type Vector, vectors } from './vectors.ts'

const file = vectors()
describe('frames that we did not make', () => {
  it(file ? 'are here' : 'ARE NOT HERE: set VECTORS to their folder; only hand-written frames were run', () => {
    expect(file === undefined || file.vectors.length > 0).toBe(true)
  })
})

const names: Readonly<Record<string, string>> = {
  'videoAlarm(JT1078)': 'videoAlarmBits',
  'videoLossMask(JT1078)': 'videoLossMask',
  'videoOcclusionMask(JT1078)': 'videoOcclusionMask',
  'storageFaultMask(JT1078)': 'storageFaultMask',
}
const fieldsOf = (location: Location) => ({
  time: location.time === null ? null : new Date(location.time).toISOString().replace('.000Z', 'Z'),
  lat: location.latitude,
  lon: location.longitude,
  speed: location.speedKmh,
  course: location.headingDeg,
  altitudeM: location.altitudeM,
  valid: (location.statusBits & 2) !== 0,
  alarm: location.alarmBits,
  status: location.statusBits,
})
const holdsLocation = (
  expected: ExpectedLocation,
  body: Readonly<Record<string, unknown>>,
  location: Location,
): void => {
  const { time, lat, lon, speed, course, altitudeM, valid, alarm, status } = expected
  expect(fieldsOf(location)).toEqual({ time, lat, lon, speed, course, altitudeM, valid, alarm, status })
  const values: Readonly<Record<string, unknown>> = additionalValues(location.additional)
  for (const [name, value] of Object.entries(expected.extra)) expect(values[names[name] ?? name], name).toEqual(value)
  const raw = body.extraRaw as readonly { readonly id: string; readonly hex: string }[]
  expect(additionalItems(location.additional).map(({ value }) => value.toString('hex'))).toEqual(
    raw.map(({ hex }) => hex),
  )
}
const holds = ({ expected, body, header, msgId }: Vector, message: Message): void => {
  expect(message.header).toMatchObject({
    id: Number.parseInt(msgId, 16),
    serial: header.serial,
    phone: expected.deviceId,
    phoneBcd: header.phoneBcd,
    edition: header.versionFlag ? '2019' : '2013',
  })
  const read = message.body
  switch (read.type) {
    case 'location':
    case 'location-answer':
      if (read.type === 'location-answer') expect(read.replySerial).toBe(body.replySerial)
      return holdsLocation(expected as ExpectedLocation, body, read)
    case 'location-batch':
      expect(read.kind).toBe(expected.batchType === 1 ? 'backfill' : 'normal')
      expect(read.items).toHaveLength(expected.count!)
      for (const [i, item] of expected.items!.entries()) holdsLocation(item, body.items![i]!, read.items[i]!)
      return
    case 'registration':
    case 'authentication':
      for (const [name, value] of Object.entries(body)) expect(read[name as keyof typeof read], name).toBe(value)
      return
    case 'platform-answer':
    case 'terminal-answer':
    case 'registration-answer':
      expect(read).toMatchObject({ replySerial: body.replySerial, result: body.result })
      if (read.type !== 'registration-answer') expect(read.replyId).toBe(Number.parseInt(String(body.replyId), 16))
      return
    case 'unreadable':
      return expect(body).toHaveProperty('decodeError')
    default:
      if (body.bodyHex !== undefined) expect(message.content.toString('hex')).toBe(body.bodyHex)
  }
}

if (file) {
  describe('every standard frame is decoded as an independent decoder says', () => {
    it.each(file.vectors.filter((v) => v.standard))('$msgId $source', (vector) => {
      const { messages } = decode(bytes(vector.hex))
      expect(messages).toHaveLength(1)
      holds(vector, messages[0]!)
    })
    it('and written again comes out as it was, byte for byte, where nothing lay behind the standard', () => {
      let same = 0
      for (const { hex } of file.vectors.filter((v) => v.standard)) {
        const [message] = decode(bytes(hex)).messages
        if (!message || message.body.type === 'part') continue
        const { header, body } = message
        if (encode({ ...header, phone: header.phoneBcd, body }).toString('hex') === hex) same++
      }
      expect(same).toBeGreaterThan(file.vectors.length * 0.75)
    })
  })

  describe('every other frame is refused with a fault, or decoded as the file says', () => {
    it.each(file.vectors.filter((v) => !v.standard))('$msgId $source', (vector) => {
      const { messages, faults } = decode(bytes(vector.hex))
      if (!vector.checksumOk) {
        expect(faults.map((f) => f.fault)).toEqual(['bad-checksum'])
        return expect(messages).toEqual([])
      }
      if (vector.bodyLengthOk) {
        holds(vector, messages[0]!)
        return expect(faults).toEqual([])
      }
      // The header of the other edition, which the file notes for two frames of one maker.
      if (messages.length > 0)
        return expect(messages[0]!.header).toMatchObject({ edition: '2013', phone: '10030000681' })
      expect(faults.map((f) => f.fault)).toEqual(['wrong-length'])
    })
  })

  describe('§4.4: how frames are cut from a stream', () => {
    it.each(file.framing)('$name', ({ wire, frames, pendingBytes, expect: said, name }) => {
      const { messages, faults, rest } = decode(bytes(wire))
      if (frames) {
        expect(messages.map((m) => m.raw.toString('hex'))).toEqual(frames)
        return expect(rest.length).toBe(pendingBytes ?? 1)
      }
      if (name.includes('heartbeat')) return expect(messages[0]!.body.type).toBe('heartbeat')
      expect(messages).toEqual([])
      const kinds: Readonly<Record<string, string>> = {
        'reject: checksum (valid frame ends 53)': 'bad-checksum',
        'reject: body length field 5 != 4': 'wrong-length',
        'reject: header too short': 'too-short',
      }
      const expected = said === undefined ? 'too-short' : (kinds[said] ?? 'bad-escape')
      expect(faults.map((f) => f.fault)).toEqual([expected])
    })
  })

  describe('§4.4.3: a real message in parts, whose serials do not follow each other', () => {
    it('is put together across lines', () => {
      const lines = jt808Lines()
      const { frames, paramCount, replySerial, reassembledBodyLen, reassembledBodyHead } = file.subpackage
      const printed = frames.map(({ hex }) => lines(bytes(hex)).messages)
      expect(printed[0]!.map((m) => m.type)).toEqual(['part'])
      expect(printed[1]!.map((m) => m.type)).toEqual(['part', 'parameters'])
      const whole = printed[1]![1]!
      expect(whole).toMatchObject({ count: paramCount, replySerial })
      expect(String(whole.bodyHex).length / 2).toBe(reassembledBodyLen)
      expect(String(whole.bodyHex)).toContain(reassembledBodyHead)
    })
  })

  describe('the scripted sessions: every frame of both sides', () => {
    const frames = file.sessions.flatMap(({ version, frames }) => frames.map((frame) => ({ version, ...frame })))
    it.each(frames)('$version $dir $msgId', ({ hex, msgId, serial }) => {
      const { messages, faults } = decode(bytes(hex))
      expect(faults).toEqual([])
      const [message] = messages
      expect(message!.header).toMatchObject({ id: Number.parseInt(msgId, 16), serial })
      expect(
        encode({ ...message!.header, phone: message!.header.phoneBcd, body: message!.body as never }).toString('hex'),
      ).toBe(hex)
    })
  })
}
