import { decode, type Message } from './codec.ts'

/** Decodes one line of captured JSON, for a person or a test to read. */
export const debeziumLine = (
  line: string,
): { readonly messages: readonly Record<string, unknown>[]; readonly faults: readonly Record<string, unknown>[] } => {
  const { messages, faults } = decode(new TextEncoder().encode(line))
  return {
    messages: messages.map(printed),
    faults: faults.map(({ problem, ...more }) => ({ fault: problem, ...more })),
  }
}

/** Instants as text, as in the other protocols; what a change did to which column stands beside it. */
const printed = (message: Message): Record<string, unknown> => {
  const { is, ...more } = message
  if (message.is === 'heartbeat') return { type: is, time: new Date(message.at).toISOString() }
  if (message.is !== 'row') return { type: is, ...more }
  const { committedAt, ...row } = message
  return { type: 'row', ...row, is: undefined, changed: changedIn(message), time: new Date(committedAt).toISOString() }
}

/** Columns that differ between the two images; null where the images cannot tell. */
const changedIn = ({ op, before, after, beforeMissing, unavailable }: Extract<Message, { is: 'row' }>) => {
  if (op !== 'u') return []
  if (beforeMissing || before === null || after === null) return null
  return Object.keys(after).filter(
    (column) => !unavailable.includes(column) && JSON.stringify(before[column]) !== JSON.stringify(after[column]),
  )
}
