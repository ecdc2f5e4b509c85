import { printTrunkFault, type TrunkFault } from '../trunk-fault.ts'
import { type Ars, type ArsType, decodeArs } from './codec.ts'

const names: Readonly<Record<ArsType, string>> = {
  register: 'DEVICE_REGISTRATION',
  deregister: 'DEVICE_DEREGISTRATION',
  query: 'QUERY',
  'user-register': 'USER_REGISTRATION',
  'user-deregister': 'USER_DEREGISTRATION',
  'user-answer': 'USER_REGISTRATION_ACK',
  answer: 'REGISTRATION_ACK/QUERY_RESPONSE',
}
const events = ['DONT_CARE', 'INITIAL', 'REFRESH', 'RESERVED']
const reasons = ['DEVICE_NOT_AUTHORIZED', 'USER_ID_NOT_VALID', 'USER_VALIDATION_TIMEOUT']
const MINUTES_PER_UNIT = 30

/** What `npm run decode -- ars` prints of a message. */
export const printArs = ({ header, body, length }: Ars): Record<string, unknown> => {
  const head = { length, ...header, pdu: body.type === 'unknown' ? '?' : names[body.type] }
  switch (body.type) {
    case 'register':
    case 'user-register': {
      const { event, encoding, device, user, password } = body
      return { ...head, ...(event !== null && { event: events[event], encoding }), device, user, password }
    }
    case 'answer':
    case 'user-answer':
      return {
        ...head,
        success: body.success,
        ...(body.refresh !== null && { refreshMinutes: body.refresh * MINUTES_PER_UNIT }),
        ...(body.reason !== null && { reason: reasons[body.reason] ?? `0x${body.reason.toString(16)}` }),
        ...(body.extra.length > 0 && { extraHex: body.extra.toString('hex') }),
      }
    case 'unknown':
      return { ...head, contentHex: body.content.toString('hex') }
    default:
      return head
  }
}

export const arsLine = (bytes: Buffer) => {
  const { messages, faults, rest } = decodeArs(bytes)
  return { messages: messages.map(printArs), faults: [...faults, ...cut(rest)].map(printTrunkFault) }
}

/** What a datagram leaves over is the beginning of something longer, or zeros that fill a block of the air interface. */
export const cut = (rest: Buffer): TrunkFault[] =>
  rest.every((byte) => byte === 0)
    ? []
    : [{ fault: 'truncated', detail: `${rest.length} bytes of a longer message`, frame: rest }]
