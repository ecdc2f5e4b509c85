import { decode, decodeBody, type Fault, type Message } from './codec.ts'
import { printFault, printMessage } from './print.ts'
import { type Assembly, accept, nothing } from './subpackage.ts'

/** What is printed of one line of bytes. */
export interface Printed {
  readonly messages: readonly Record<string, unknown>[]
  readonly faults: readonly Record<string, unknown>[]
}

/**
 * Decodes line after line of captured bytes for a person or a test to read. A line holds whole frames, any
 * number of them; messages in parts are put together across lines and then appear whole behind their last part.
 */
export const jt808Lines = (): ((bytes: Buffer) => Printed) => {
  const assemblies = new Map<string, Assembly>()

  const withWhole = (message: Message, faults: Fault[]): Message[] => {
    const { header, body, raw } = message
    if (body.type !== 'part') return [message]
    // A capture has no clock: parts never grow old here.
    const { assembly, outcome } = accept(
      assemblies.get(header.phone) ?? nothing,
      { header, content: body.content, raw },
      0,
      0,
    )
    // A capture may be read twice: nothing counts as a repetition.
    assemblies.set(header.phone, { ...assembly, done: [] })
    if (outcome.is === 'refused') faults.push({ fault: 'bad-part', detail: outcome.detail, frame: raw, header })
    if (outcome.is !== 'whole') return [message]
    return [message, decodeBody(outcome.whole.header, outcome.whole.body, outcome.whole.raw, faults)]
  }

  return (bytes) => {
    const { messages, faults: found, rest, skipped } = decode(bytes)
    const faults = [...found]
    const all = messages.flatMap((message) => withWhole(message, faults))
    const nothingFound = all.length === 0 && faults.length === 0
    if (rest.length > 1)
      faults.push({ fault: 'truncated', detail: `${rest.length} bytes and no end flag 7e`, frame: rest, header: null })
    else if (nothingFound) {
      const detail = skipped === bytes.length ? 'no flag 7e anywhere' : 'nothing between the flags'
      faults.push({ fault: 'truncated', detail, frame: bytes, header: null })
    }
    return { messages: all.map(printMessage), faults: faults.map(printFault) }
  }
}
