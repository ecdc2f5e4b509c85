import { cut } from '../ars/print.ts'
import { printTrunkFault } from '../trunk-fault.ts'
import { decodeTms, type Tms } from './codec.ts'

const capabilities = ['LIMITED', 'INTERNAL', 'EXTERNAL', 'FULL']

/** What `npm run decode -- tms` prints of a message. */
export const printTms = ({ header, address, body, length }: Tms): Record<string, unknown> => {
  const head = (pdu: string) => ({ length, ...header, pdu, addressHex: address.toString('hex') })
  switch (body.type) {
    case 'available':
      return {
        ...head('SERVICE_AVAILABILITY'),
        capability: body.capability === null ? null : capabilities[body.capability],
      }
    case 'acknowledgement':
      return { ...head('TMS_ACKNOWLEDGEMENT'), sequence: body.sequence }
    case 'text':
      return {
        ...head('SIMPLE_TEXT_MESSAGE'),
        sequence: body.sequence,
        encoding: body.encoding === 4 ? 'UCS2_LE' : body.encoding,
        text: body.text,
      }
    case 'unknown':
      return { ...head('?'), contentHex: body.content.toString('hex') }
  }
}

export const tmsLine = (bytes: Buffer) => {
  const { messages, faults, rest } = decodeTms(bytes)
  return { messages: messages.map(printTms), faults: [...faults, ...cut(rest)].map(printTrunkFault) }
}
