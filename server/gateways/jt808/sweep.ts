import { maxIndexes } from '../../protocols/jt808/codec.ts'
import { overdue } from '../../protocols/jt808/subpackage.ts'
import { pressCommands } from './commands.ts'
import { noteFault } from './faults.ts'
import { commit, relieve } from './reading.ts'
import { cut, frameTo, type House, newWork, type Session } from './session.ts'

/** Looks at one connection's clocks: who must go, what must be asked for again. */
export const sweep = (house: House, session: Session, now: number): void => {
  const reason = overstayed(house, session, now)
  if (reason !== undefined) return cut(house, session, reason)
  const work = newWork()
  pressCommands(house, session, now, work)
  const { assembly, requests, givenUp } = overdue(session.assembly, now, house.limits.partWithinMs)
  session.assembly = assembly
  for (const { header, firstSerial, missing } of requests) {
    const indexes = missing.slice(0, maxIndexes(header.edition))
    work.answers.push(frameTo(session, header, { type: 'resend-request', firstSerial, indexes }).bytes)
    house.metrics.add('jt808.resend-requests')
  }
  for (const { header, missing } of givenUp) {
    const detail = `message 0x${header.id.toString(16).padStart(4, '0')}: parts ${missing.join(', ')} never came`
    noteFault(house, session, work, { fault: 'parts-missing', detail })
  }
  commit(house, session, work)
  relieve(house, session)
}

const overstayed = ({ limits }: House, session: Session, now: number): string | undefined => {
  if (session.device === undefined && now - session.strangerSince > limits.authenticateWithinMs)
    return 'not-authenticated'
  if (session.device !== undefined && !session.paused && now - session.lastFrameAt > session.idleMs) return 'idle'
  if (session.pending.length > 1 && !session.paused && now - session.pendingSince > limits.frameWithinMs)
    return 'slow-drip'
  if (session.socket.writableLength > limits.unreadAnswerBytes) return 'answers-unread'
  return undefined
}
