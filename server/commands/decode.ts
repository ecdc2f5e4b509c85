import readline from 'node:readline'
import { arsLine } from '../protocols/ars/print.ts'
import { debeziumLine } from '../protocols/debezium/lines.ts'
import { hdapLine } from '../protocols/hdap/print.ts'
import { jt808Lines } from '../protocols/jt808/lines.ts'
import { lipLines } from '../protocols/lip/print.ts'
import { lrrpLine } from '../protocols/lrrp/print.ts'
import { tmsLine } from '../protocols/tms/print.ts'

/** What is printed of one line. */
interface Printed {
  readonly messages: readonly unknown[]
  readonly faults: readonly unknown[]
}
/** A decoder may remember earlier lines. Most take a line's bytes, one takes text. */
type Decoder =
  | { readonly takes: 'bytes'; readonly make: () => (bytes: Buffer) => Printed }
  | { readonly takes: 'text'; readonly make: () => (line: string) => Printed }

/** Protocols by the name the command takes. */
const decoders: Readonly<Record<string, Decoder>> = {
  jt808: { takes: 'bytes', make: jt808Lines },
  hdap: { takes: 'bytes', make: () => (bytes) => hdapLine(bytes, strict ? 'strict' : 'lenient') },
  ars: { takes: 'bytes', make: () => arsLine },
  lrrp: { takes: 'bytes', make: () => lrrpLine },
  tms: { takes: 'bytes', make: () => tmsLine },
  lip: { takes: 'text', make: lipLines },
  debezium: { takes: 'text', make: () => debeziumLine },
}

const usage = `Usage: npm run --silent decode -- PROTOCOL [--strict]
Reads captured bytes as hexadecimal digits from standard input, one line at a time (blanks are ignored),
and prints for each line {"messages":[…],"faults":[…]} as one line of JSON.
lip takes the lines of a PEI as well: +CTSDSR: … and the digits on the line behind it. debezium takes lines of JSON.
--strict (hdap): a frame whose checksum does not agree is a fault and no message.
Protocols: ${Object.keys(decoders).join(', ')}`

/** The bytes a line stands for, or what is wrong with it. */
const bytesOfLine = (line: string): Buffer | string => {
  const digits = line.replace(/\s+/g, '')
  const odd = /[^0-9a-fA-F]/.exec(digits)
  if (odd) return `character ${odd.index + 1} is ${JSON.stringify(odd[0])}, should be a hexadecimal digit`
  if (digits.length === 0) return 'the line is empty, should be hexadecimal digits'
  if (digits.length % 2 === 1) return `${digits.length} hexadecimal digits, should be an even number`
  return Buffer.from(digits, 'hex')
}

/** A decoder of bytes as one of lines. */
const ofBytes =
  (decode: (bytes: Buffer) => Printed) =>
  (line: string): Printed => {
    const bytes = bytesOfLine(line)
    return typeof bytes === 'string' ? { messages: [], faults: [{ fault: 'bad-hex', detail: bytes }] } : decode(bytes)
  }

const args = process.argv.slice(2)
const strict = args.includes('--strict')
const [name = '', ...more] = args.filter((one) => one !== '--strict')
const decoder = Object.hasOwn(decoders, name) && (!strict || name === 'hdap') ? decoders[name] : undefined
if (!decoder || more.length > 0) {
  console.error(usage)
  process.exitCode = 2
} else {
  const decodeLine = decoder.takes === 'text' ? decoder.make() : ofBytes(decoder.make())
  // Whoever reads us may have seen enough, as `head` does.
  process.stdout.on('error', () => process.exit(0))
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    console.log(JSON.stringify(decodeLine(line)))
}
