import { decodeHex, decodeLip, type LipFault, REPORT_BITS, type Sds, velocityKmh } from './codec.ts'

const elapsed = ['<5s', '<5min', '<30min', 'not known']
const errors = ['<2', '<20', '<200', '<2000', '<20000', '<=200000', '>200000', 'not known']
const round = (value: number, digits: number): number => Number(value.toFixed(digits))

/** What `npm run decode -- lip` prints of a short data message. */
export const printLip = ({ from, to, hex, report }: Sds): Record<string, unknown> => {
  const way = from === null ? {} : { from, to }
  if (!report) return { ...way, hex }
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
