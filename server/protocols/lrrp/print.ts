import { cut } from '../ars/print.ts'
import { printTrunkFault } from '../trunk-fault.ts'
import { decodeLrrp, type Lrrp } from './codec.ts'

/** To so many digits, a half to the even neighbour: values are whole 128ths, so halves are exact. */
const rounded = (value: number, digits: number): number => {
  const scaled = value * 10 ** digits
  const floor = Math.floor(scaled)
  const up = scaled - floor > 0.5 || (scaled - floor === 0.5 && floor % 2 !== 0)
  return (up ? floor + 1 : floor) / 10 ** digits
}
const hex2 = (byte: number): string => byte.toString(16).padStart(2, '0')

/** What `npm run decode -- lrrp` prints of a document. */
export const printLrrp = ({ document, number, length, fields: f, unread }: Lrrp): Record<string, unknown> => ({
  doc: document ?? '?',
  docId: `0x${hex2(number)}`,
  length,
  ...(f.requestId && { requestId: f.requestId.toString('hex') }),
  ...(f.retInfo && { retInfo: f.retInfo.join('+') }),
  ...(f.oneshotTrigger && { oneshotTrigger: true }),
  ...(f.periodicTrigger && { periodicTrigger: true }),
  ...(f.intervalS !== undefined && { periodicIntervalS: f.intervalS }),
  ...(f.time !== undefined && {
    timeUtc: f.time === null ? null : new Date(f.time).toISOString().replace('.000Z', 'Z'),
  }),
  ...(f.latitude !== undefined && { lat: rounded(f.latitude, 7) }),
  ...(f.longitude !== undefined && { lon: rounded(f.longitude, 7) }),
  ...(f.radiusM !== undefined && { radiusM: rounded(f.radiusM, 4) }),
  ...(f.altitudeM !== undefined && { altM: rounded(f.altitudeM, 4) }),
  ...(f.altitudeAccuracyM !== undefined && { altAccuracyM: rounded(f.altitudeAccuracyM, 4) }),
  ...(f.speedHor !== undefined && { speedHor: rounded(f.speedHor, 5) }),
  ...(f.unknown6b !== undefined && { unk6b: f.unknown6b }),
  ...(f.courseDeg !== undefined && { courseDeg: f.courseDeg }),
  ...(f.speedVrt !== undefined && { speedVrt: rounded(f.speedVrt, 5) }),
  ...(f.protocolVersion !== undefined && { protocolVersion: f.protocolVersion }),
  ...(f.resultCode !== undefined && { resultCode: f.resultCode }),
  ...(f.resultText && { resultTextHex: f.resultText.toString('hex') }),
  ...(f.wanted && {
    tokens: f.wanted.map(({ token, value }) => (value === undefined ? [hex2(token)] : [hex2(token), value])),
  }),
  ...(unread.length > 0 && { unreadHex: unread.toString('hex') }),
  lengthOk: true,
})

export const lrrpLine = (bytes: Buffer) => {
  const { messages, faults, rest } = decodeLrrp(bytes)
  return { messages: messages.map(printLrrp), faults: [...faults, ...cut(rest)].map(printTrunkFault) }
}
