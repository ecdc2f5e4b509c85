import { decodeHex, decodeLip, type LipFault, REPORT_BITS, type Sds, velocityKmh } from './codec.ts'
import { type LongReport, radiusM } from './long.ts'

const elapsed = ['<5s', '<5min', '<30min', 'not known']
const errors = ['<2', '<20', '<200', '<2000', '<20000', '<=200000', '>200000', 'not known']
const round = (value: number, digits: number): number => Number(value.toFixed(digits))

/** What `npm run decode -- lip` prints of a short data message. */
export const printLip = ({ from, to, hex, report }: Sds): Record<string, unknown> => {
  const way = from === null ? {} : { from, to }
  if (!report) return { ...way, hex }
  if (report.pduType === 1) return { ...way, ...printLong(report) }
  const kmh = velocityKmh(report.velocity)
  return {
    ...way,
    pduType: report.pduType,
    timeElapsed: elapsed[report.elapsed],
    lat: round(report.latitude, 6),
    lon: round(report.longitude, 6),
    positionErrorM: errors[report.error],
    velocityCode: report.velocity,
    velocityKmh: kmh === null ? null : Math.round(kmh),
    courseDeg: report.direction * 22.5,
    additionalDataType: report.additionalKind,
    ...(report.additionalKind === 0 ? { reasonForSending: report.additional } : { userData: report.additional }),
    bits: REPORT_BITS,
  }
}
const shapes = [
  'none',
  'point',
  'circle',
  'ellipse',
  'point with altitude',
  'circle with altitude',
  'ellipse with altitude',
  'circle with altitude and its uncertainty',
  'ellipse with altitude and its uncertainty',
  'arc',
  'point and position error',
]
const two = (n: number): string => String(n).padStart(2, '0')

const printLong = (report: LongReport): Record<string, unknown> => {
  const { time, latitude, longitude, uncertainty, error, velocity, direction, additionalKind, additional } = report
  const kmh = velocity === null ? null : velocityKmh(velocity)
  return {
    pduType: 1,
    ...(time.is === 'elapsed' && { timeElapsed: elapsed[time.elapsed] }),
    ...(time.is === 'at' && {
      dayOfMonth: time.day,
      timeUtc: [time.hour, time.minute, time.second].map(two).join(':'),
    }),
    shape: shapes[report.shape],
    lat: latitude === null ? null : round(latitude, 6),
    lon: longitude === null ? null : round(longitude, 6),
    ...(uncertainty !== null && { radiusM: Math.round(radiusM(uncertainty)) }),
    ...(error !== null && { positionErrorM: errors[error] }),
    altitudeM: report.altitudeM,
    velocityKmh: kmh === null ? null : Math.round(kmh),
    courseDeg: direction === null ? null : round((direction * 360) / 256, 1),
    acknowledge: report.acknowledge === 1,
    additionalDataType: additionalKind,
    ...(additionalKind === 0 ? { reasonForSending: additional } : { userData: additional }),
    bits: report.bits,
  }
}
const printLipFault = ({ fault, detail, line }: LipFault) => ({ fault, detail, line })

/**
 * Lines of a PEI one after another: `+CTSDSR: …` prints nothing and the hex on the next line is its own; a header with its
 * hex on one line (behind a blank, or a written-out `\r\n`), and bare hex, are taken as well.
 */
export const lipLines = (): ((line: string) => { messages: unknown[]; faults: unknown[] }) => {
  let header = ''
  return (given) => {
    const line = given.replaceAll('\\r', '\r').replaceAll('\\n', '\n').trim()
    if (line.startsWith('+CTSDSR')) {
      const whole = line.replace(/^(\+CTSDSR:[\d,\s]*?\d)[\s]+([0-9a-fA-F]+)$/, '$1\r\n$2')
      header = ''
      const { messages, faults, rest } = decodeLip(`${whole}\r\n`)
      if (messages.length === 0 && faults.length === 0) header = rest
      return { messages: messages.map(printLip), faults: faults.map(printLipFault) }
    }
    const { messages, faults } = header === '' ? decodeHex(line) : decodeLip(`${header}${line}\r\n`)
    header = ''
    return { messages: messages.map(printLip), faults: faults.map(printLipFault) }
  }
}
