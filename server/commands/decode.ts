import readline from 'node:readline'
import { jt808Lines, type Printed } from '../protocols/jt808/lines.ts'

/** Protocols by the name the command takes; each makes a decoder that may remember earlier lines. */
const decoders: Readonly<Record<string, () => (bytes: Buffer) => Printed>> = {
  jt808: jt808Lines,
}

const usage = `Usage: npm run --silent decode -- PROTOCOL
Reads captured bytes as hexadecimal digits from standard input, one line at a time (blanks are ignored),
and prints for each line {"messages":[…],"faults":[…]} as one line of JSON.
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

const name = process.argv[2] ?? ''
const make = Object.hasOwn(decoders, name) ? decoders[name] : undefined
if (!make || process.argv.length > 3) {
  console.error(usage)
  process.exitCode = 2
} else {
  const decode = make()
  // Whoever reads us may have seen enough, as `head` does.
  process.stdout.on('error', () => process.exit(0))
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const bytes = bytesOfLine(line)
    const printed =
      typeof bytes === 'string' ? { messages: [], faults: [{ fault: 'bad-hex', detail: bytes }] } : decode(bytes)
    console.log(JSON.stringify(printed))
  }
}
