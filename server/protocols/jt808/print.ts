import { additionalItems, additionalValues } from './additional.ts'
import type { Fault, Message } from './codec.ts'
import { type Location, positionValid, status } from './location.ts'
import { meaning, type Parameter } from './parameters.ts'

/** What `npm run decode -- jt808` prints of a message: a plain object, bytes as hex, instants as ISO 8601 UTC. */
export const printMessage = ({ header, body, content }: Message): Record<string, unknown> => {
  const head = {
    type: body.type,
    id: hexId(header.id),
    phone: header.phone,
    phoneBcd: header.phoneBcd,
    serial: header.serial,
    edition: header.edition,
    version: header.protocolVersion,
    bodyHex: content.toString('hex'),
  }
  switch (body.type) {
    case 'location':
      return { ...head, ...printLocation(body) }
    case 'location-answer':
      return { ...head, replySerial: body.replySerial, ...printLocation(body) }
    case 'location-batch':
      return { ...head, kind: body.kind, count: body.items.length, items: body.items.map(printLocation) }
    case 'terminal-answer':
    case 'platform-answer':
      return { ...head, replySerial: body.replySerial, replyId: hexId(body.replyId), result: body.result }
    case 'registration':
      // The one message in which 2011 shows.
      return { ...head, ...body, edition: body.layout }
    case 'parameters':
      return {
        ...head,
        replySerial: body.replySerial,
        count: body.parameters.length,
        parameters: body.parameters.map(printParameter),
      }
    case 'set-parameters':
      return { ...head, count: body.parameters.length, parameters: body.parameters.map(printParameter) }
    case 'query-some-parameters':
      return { ...head, ids: body.ids.map((id) => `0x${id.toString(16).padStart(8, '0')}`) }
    case 'time-answer':
      return { ...head, time: iso(body.time) }
    case 'driver-card':
      return { ...head, state: body.state, time: iso(body.time) }
    case 'transparent-up':
    case 'transparent-down':
      return { ...head, channel: body.channel, content: body.content.toString('hex') }
    case 'part':
      return { ...head, total: header.part?.total, index: header.part?.index }
    case 'unknown':
    case 'unreadable':
    case 'heartbeat':
    case 'logout':
    case 'time-query':
    case 'location-query':
    case 'query-parameters':
      return head
    default:
      // Numbers and texts only: they print as they are.
      return { ...head, ...body }
  }
}

const printLocation = (location: Location): Record<string, unknown> => ({
  latitude: location.latitude,
  longitude: location.longitude,
  altitudeM: location.altitudeM,
  speedKmh: location.speedKmh,
  headingDeg: location.headingDeg,
  time: iso(location.time),
  alarmBits: location.alarmBits,
  statusBits: location.statusBits,
  positionValid: positionValid(location),
  coordinatesEncrypted: (location.statusBits & status.encrypted) !== 0,
  additional: Object.fromEntries(
    Object.entries(additionalValues(location.additional)).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? value.toString('hex') : value,
    ]),
  ),
  additionalItems: additionalItems(location.additional).map(({ id, value }) => ({
    id: `0x${byte(id)}`,
    length: value.length,
    hex: value.toString('hex'),
  })),
})

const printParameter = (parameter: Parameter): Record<string, unknown> => ({
  id: `0x${parameter.id.toString(16).padStart(8, '0')}`,
  ...meaning(parameter),
  hex: parameter.value.toString('hex'),
})

export const printFault = ({ fault, detail, frame, header }: Fault): Record<string, unknown> => ({
  fault,
  detail,
  ...(header && { id: hexId(header.id), phone: header.phone, serial: header.serial }),
  frame: frame.toString('hex'),
})

const byte = (value: number): string => value.toString(16).padStart(2, '0')
const hexId = (id: number): string => `0x${id.toString(16).padStart(4, '0')}`
/** Seconds are all a BCD time has. */
const iso = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z')
