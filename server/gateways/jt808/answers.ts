import { type Header, type Message, type Result, results } from '../../protocols/jt808/codec.ts'
import { frameTo, type Session, type Work } from './session.ts'

/** Queues the platform's general answer (0x8001) to a message; it is sent after the work's drafts are durable. */
export const answer = (session: Session, { header }: { readonly header: Header }, result: Result, work: Work): void => {
  const body = { type: 'platform-answer', replySerial: header.serial, replyId: header.id, result } as const
  work.answers.push(frameTo(session, header, body).bytes)
}

/** The messages we take; all others are answered with 3, unsupported. */
const taken = new Set<Message['body']['type']>([
  'terminal-answer',
  'heartbeat',
  'logout',
  'time-query',
  'registration',
  'authentication',
  'location',
  'location-answer',
  'location-batch',
  'parameters',
])
export const isTaken = (type: Message['body']['type']): boolean => taken.has(type)
export const takenIds: ReadonlySet<number> = new Set([0x0704, 0x0200, 0x0201, 0x0104, 0x0100, 0x0102, 0x0002, 0x0003])

/** Result for parts of a message that was put together, and answered, before. */
export const repeatedResult = (id: number): Result => (takenIds.has(id) ? results.done : results.unsupported)
