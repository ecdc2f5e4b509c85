import type { Fault, Hdap, Message } from './codec.ts'
import { decode, hrnpName, optionNames, type Strictness } from './codec.ts'
import type { RadioIp } from './fields.ts'
import type { Gps } from './gps.ts'

/** What `npm run decode -- hdap` prints of a message: a plain object, bytes as hex, instants as ISO 8601 UTC. */
export const printMessage = (message: Message): Record<string, unknown> => {
  switch (message.transport) {
    case 'none':
      return printHdap(message.hdap)
    case 'hrnp': {
      const { version, block, opcode, src, dst, packet, length, checksum, checksumOk, hdap } = message
      return {
        version,
        block,
        opcode: hrnpName(opcode),
        src,
        dst,
        packet,
        length,
        checksum: checksum.toString(16).padStart(4, '0'),
        checksumOk,
        hdap: hdap ? printHdap(hdap) : null,
      }
    }
    case 'hstrp': {
      const { version, flags, sn, options, frames } = message
      const [first, ...more] = frames
      return {
        version,
        flags,
        sn,
        options: options.map(({ command, data }) => ({
          cmd: optionNames[command] ?? `0x${command.toString(16).padStart(2, '0')}`,
          hex: data.toString('hex'),
          ...(data.length > 0 && data.length <= 4 && { value: data.readUIntBE(0, data.length) }),
        })),
        ...(first && { hdap: printHdap(first) }),
        ...(more.length > 0 && { moreHdap: more.map(printHdap) }),
      }
    }
  }
}

const printHdap = ({ service, reliable, opcode, payload, checksum, checksumOk, endOk, body, raw }: Hdap) => {
  const head = {
    service,
    reliable,
    opcode: `0x${opcode.toString(16).toUpperCase().padStart(4, '0')}`,
    payloadLen: payload.length,
    checksum: checksum.toString(16).padStart(2, '0'),
    checksumOk,
    endOk,
    totalLen: raw.length,
  }
  if (body.type === 'raw') return { ...head, type: body.name ?? '?', payloadHex: payload.toString('hex') }
  return { ...head, ...Object.fromEntries(Object.entries(body).flatMap(([name, value]) => printField(name, value))) }
}

const printField = (name: string, value: unknown): [string, unknown][] => {
  if (name === 'state') return [['state', value === 0 ? 'Online' : value === 1 ? 'Offline' : `Unknown (${value})`]]
  if (name === 'gps') return [['gps', printGps(value as Gps)]]
  if (name === 'extra') return [['extraHex', (value as Buffer).toString('hex')]]
  if (name === 'option') return [['optionHex', (value as Buffer).toString('hex')]]
  if (value !== null && typeof value === 'object' && 'radioId' in value) return [[name, printRadio(value as RadioIp)]]
  return [[name, value]]
}

export const ipOf = ({ subnet, radioId }: RadioIp): string =>
  `${subnet}.${radioId >> 16}.${(radioId >> 8) & 0xff}.${radioId & 0xff}`
const printRadio = (radio: RadioIp) => ({ ip: ipOf(radio), subnet: radio.subnet, radioId: radio.radioId })

const round = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits))
const printGps = ({ valid, time, latitude, longitude, speedKnots, course }: Gps) => ({
  valid,
  timeUtc: time === null ? null : new Date(time).toISOString().replace('.000Z', 'Z'),
  lat: round(latitude, 7),
  lon: round(longitude, 7),
  speedKnots,
  course,
})

export const printFault = ({ fault, detail, frame }: Fault): Record<string, unknown> => ({
  fault,
  detail,
  frame: frame.toString('hex'),
})

/** Decodes one line of captured bytes: whole datagrams, frames or packets. */
export const hdapLine = (bytes: Buffer, strictness: Strictness = 'lenient') => {
  const { messages, faults, rest } = decode(bytes, strictness)
  const cut: Fault[] =
    rest.length === 0
      ? []
      : [{ fault: 'truncated', detail: `${rest.length} bytes are the beginning of a longer frame`, frame: rest }]
  return { messages: messages.map(printMessage), faults: [...faults, ...cut].map(printFault) }
}
