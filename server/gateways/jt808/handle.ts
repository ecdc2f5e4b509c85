import { decodeBody, type Fault, type Message, type MessageOf, results } from '../../protocols/jt808/codec.ts'
import { accept } from '../../protocols/jt808/subpackage.ts'
import { authenticate, deviceOf, register } from './admission.ts'
import { answer, repeatedResult } from './answers.ts'
import { settleCommand } from './commands.ts'
import { noteFault } from './faults.ts'
import { beat, report } from './reports.ts'
import { departure, frameTo, type House, type Session, type Work } from './session.ts'

/** Takes one message in: what is to be journalled and what is to be answered afterwards goes to `work`. */
export const handle = (house: House, session: Session, message: Message, work: Work): void => {
  const { body } = message
  remember(session, message)
  if (body.type === 'registration') return register(house, session, message as MessageOf<'registration'>, work)
  if (body.type === 'authentication') return authenticate(house, session, message as MessageOf<'authentication'>, work)
  const { device } = session
  if (device === undefined) {
    // Before authentication nothing is accepted, and nothing said that could be taken for an acknowledgement.
    if (++session.ignored > house.limits.ignoredOfStranger) work.end = 'not-authenticated'
    return
  }
  if (deviceOf(message) !== device) {
    const detail = `a frame of ${deviceOf(message)} on the connection of ${device}`
    return noteFault(house, session, work, { fault: 'foreign-phone', detail, raw: message.raw })
  }
  take(house, session, device, message, work)
}

const take = (house: House, session: Session, device: string, message: Message, work: Work): void => {
  const { body, header, raw } = message
  switch (body.type) {
    case 'heartbeat':
      beat(house, session, device, message, work)
      return answer(session, message, results.done, work)
    case 'location':
    case 'location-batch':
      return answer(session, message, report(house, session, device, message as MessageOf<'location'>, work), work)
    case 'location-answer': {
      const first = work.drafts.length
      report(house, session, device, message as MessageOf<'location-answer'>, work)
      const { observation } = work.drafts[first]!
      return settleCommand(house, session, message as MessageOf<'location-answer'>, observation, work)
    }
    case 'terminal-answer':
    case 'parameters':
      return settleCommand(house, session, message as MessageOf<'terminal-answer'>, undefined, work)
    case 'time-query':
      work.answers.push(frameTo(session, header, { type: 'time-answer', time: house.clock() }).bytes)
      return
    case 'logout': {
      const draft = departure(house, session, 'logout')
      if (draft) work.drafts.push({ ...draft, raw })
      return answer(session, message, results.done, work)
    }
    case 'part':
      return takePart(house, session, device, message, body.content, work)
    case 'unreadable':
      return answer(session, message, results.badMessage, work)
    default: {
      const detail = `message 0x${header.id.toString(16).padStart(4, '0')} is not taken here`
      noteFault(house, session, work, { fault: 'unsupported', detail, raw })
      return answer(session, message, results.unsupported, work)
    }
  }
}

/** Parts are answered once, for the whole, with the serial of the first. */
const takePart = (
  house: House,
  session: Session,
  device: string,
  { header, raw }: Message,
  content: Buffer,
  work: Work,
): void => {
  // Parts are kept until the last one comes: their bytes must not pin the buffer of the read they came in.
  const part = { header, content: Buffer.from(content), raw: Buffer.from(raw) }
  const { assembly, outcome } = accept(session.assembly, part, performance.now(), house.limits.partWithinMs)
  session.assembly = assembly
  if (outcome.is === 'refused') {
    noteFault(house, session, work, { fault: 'bad-part', detail: outcome.detail, raw })
    return answer(session, { header }, results.badMessage, work)
  }
  if (outcome.is === 'repeated') return answer(session, outcome, repeatedResult(header.id), work)
  if (outcome.is === 'waiting') return
  const faults: Fault[] = []
  const { whole } = outcome
  const message = decodeBody(whole.header, whole.body, whole.raw, faults)
  for (const { fault, detail } of faults) noteFault(house, session, work, { fault, detail, raw: whole.raw })
  take(house, session, device, message, work)
}

const remember = (session: Session, { header }: Message): void => {
  session.header = header
  session.frames++
  if (header.serial < session.lastSerial - 0x8000) session.epoch++
  session.lastSerial = header.serial
}
