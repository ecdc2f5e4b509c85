import { bitsOf } from '../../protocols/jt808/alarms.ts'
import { type Message, type MessageOf, results } from '../../protocols/jt808/codec.ts'
import { observe } from '../../protocols/jt808/observe.ts'
import { credential, isCredential } from '../credential.ts'
import { answer } from './answers.ts'
import { noteFault } from './faults.ts'
import { cut, departure, frameTo, type House, type Session, type Work } from './session.ts'

/** 0x8100: 0 registered; 4 no such terminal. */
const registered = 0
const noSuchTerminal = 4

export const deviceOf = ({ header }: Message): string => `jt808:${header.phone}`

/** 0x0100. Whoever is on the list gets the code; whoever is not is journalled, listed for approval and refused. */
export const register = (house: House, session: Session, message: MessageOf<'registration'>, work: Work): void => {
  const device = deviceOf(message)
  const { header, body } = message
  const standing = house.book.standing(device)
  const approved = standing === 'approved'
  if (approved) {
    const before = house.book.terminal(device)
    if (before !== undefined && before !== body.terminalId)
      noteFault(house, session, work, {
        fault: 'terminal-changed',
        device,
        detail: `${device} registers with terminal id ${body.terminalId}, before it was ${before}`,
        raw: message.raw,
      })
    const [observation] = observe(message, { device, carrier: house.book.carrier(device) }, house.clock())
    work.drafts.push({
      source: 'jt808',
      key: `${header.phone}/${header.serial}/registered/${session.id}`,
      observation: observation!,
      raw: message.raw,
    })
  } else refuse(house, session, message, work, standing === 'blocked' ? 'blocked' : 'not on the list')
  work.answers.push(
    frameTo(session, header, {
      type: 'registration-answer',
      replySerial: header.serial,
      result: approved ? registered : noSuchTerminal,
      authCode: approved ? credential(house.secret, device) : null,
    }).bytes,
  )
}

/** 0x0102. On every reconnect terminals send this alone, so the code must be known without registration. */
export const authenticate = (
  house: House,
  session: Session,
  message: MessageOf<'authentication'>,
  work: Work,
): void => {
  const device = deviceOf(message)
  const standing = house.book.standing(device)
  const right = isCredential(house.secret, device, message.body.authCode)
  if (standing !== 'approved' || !right) {
    const reason =
      standing === 'approved' ? 'wrong authentication code' : standing === 'blocked' ? 'blocked' : 'not on the list'
    refuse(house, session, message, work, reason)
    answer(session, message, results.failed, work)
    if (++session.wrongCodes >= house.limits.wrongCodes) work.end = 'wrong-code'
    return
  }
  answer(session, message, results.done, work)
  if (session.device === device) return
  supersede(house, device, work)
  session.device = device
  session.idleMs = house.limits.idleMs
  house.online.set(device, session)
  if (!house.alarms.has(device)) house.alarms.set(device, bitsOf(house.book.alarms(device)))
  house.metrics.add('jt808.authenticated')
  work.drafts.push({
    source: 'jt808',
    key: `${device}/connected/${session.id}`,
    observation: {
      kind: 'device.connected',
      observedAt: house.clock(),
      data: { device, carrier: house.book.carrier(device), protocol: 'jt808', remoteAddress: session.remoteAddress },
    },
    raw: message.raw,
  })
}

/** A terminal that lost its line comes back before the old connection has noticed: the new one counts. */
const supersede = (house: House, device: string, work: Work): void => {
  const old = house.online.get(device)
  if (!old) return
  // Journalled before the new connection, so that whoever reads on sees the device present at the end.
  const draft = departure(house, old, 'superseded')
  if (draft) work.drafts.push(draft)
  cut(house, old, 'superseded')
}

const refuse = (house: House, session: Session, message: Message, work: Work, reason: string): void => {
  const device = deviceOf(message)
  house.metrics.add('jt808.refused')
  if (
    house.faults.strangers.admit(`${device}|${session.remoteAddress}|refused: ${reason}`, performance.now()) ===
    undefined
  )
    return
  house.log.warn({ device, remoteAddress: session.remoteAddress, reason }, 'JT/T 808 terminal refused')
  work.drafts.push({
    source: 'jt808',
    key: `${device}/refused/${session.id}/${session.journalledFaults++}`,
    observation: {
      kind: 'device.refused',
      observedAt: house.clock(),
      data: {
        device,
        carrier: house.book.carrier(device),
        protocol: 'jt808',
        reason: `${reason} (from ${session.remoteAddress})`,
      },
    },
    raw: message.raw,
  })
}
