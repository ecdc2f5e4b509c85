import { EMPTY } from '../../protocols/bytes.ts'
import { decode } from '../../protocols/jt808/codec.ts'
import { noteFault, tooManyFaults } from './faults.ts'
import { handle } from './handle.ts'
import { cut, type House, newWork, type Session, type Work } from './session.ts'

/** Frames looked at before the junk of a connection is counted. */
const AT_A_TIME = 256
/** Bytes outside frames that a connection may send. */
const MAX_SKIPPED = 8192
/** Faults that say the frame itself could not be trusted; the others accompany a message. */
const accompanying = new Set(['bad-body', 'bad-time', 'bad-item', 'out-of-range'])

/** Takes what the socket read. Everything in it is journalled by one append and answered by one write. */
export const read = (house: House, session: Session, chunk: Buffer): void => {
  if (session.ended !== undefined) return
  const now = performance.now()
  house.metrics.add('jt808.bytes', chunk.length)
  let progressed = false
  let frames = 0
  let bytes = session.pending.length <= 1 ? withFlag(session.pending, chunk) : Buffer.concat([session.pending, chunk])
  const work = newWork()
  for (let more = true; more && work.end === undefined; ) {
    const { messages, faults, rest, skipped } = decode(bytes, AT_A_TIME)
    house.metrics.add('jt808.frames', messages.length)
    for (const { fault, detail, frame } of faults) noteFault(house, session, work, { fault, detail, raw: frame })
    for (const message of messages) {
      if (work.end !== undefined) break
      handle(house, session, message, work)
    }
    const untrusted =
      faults.filter(({ fault }) => !accompanying.has(fault)).length + (skipped > MAX_SKIPPED ? AT_A_TIME : 0)
    if (untrusted > 0 && tooManyFaults(house, session, now, untrusted)) work.end ??= 'junk'
    if (messages.length > 0) {
      session.lastFrameAt = now
      session.lastSeenAt = house.clock()
    }
    frames += messages.length + faults.length
    progressed ||= frames > 0
    bytes = rest
    more = rest.indexOf(0x7e, 1) > 0
  }
  if (progressed || session.pending.length <= 1) session.pendingSince = now
  // A copy, so that a few bytes do not pin the whole read.
  session.pending = bytes.length === 0 ? EMPTY : Buffer.from(bytes)
  if (work.end === 'junk')
    house.log.warn({ device: session.device, remoteAddress: session.remoteAddress }, 'junk on a JT/T 808 connection')
  commit(house, session, work)
  const left = allowanceOf(house, session, now) - frames
  session.allowance = { frames: left, at: now }
  if (left < 0) pause(house, session)
}

/** What a connection may send now; a flood of sound frames is read at the pace of the limit, so it hurts nobody else. */
const allowanceOf = ({ limits }: House, { allowance }: Session, now: number): number =>
  Math.min(limits.framesAtOnce, allowance.frames + ((now - allowance.at) / 1000) * limits.framesPerSecond)

/** After a whole frame only its flag is pending, and the next chunk nearly always brings its own. */
const withFlag = (pending: Buffer, chunk: Buffer): Buffer =>
  pending.length === 0 || chunk[0] === 0x7e ? chunk : Buffer.concat([pending, chunk])

/** Journals, then answers, in the order of reading. Nothing is said before the journal has it (invariant I1). */
export const commit = (house: House, session: Session, work: Work): void => {
  if (work.drafts.length === 0 && work.answers.length === 0 && work.afterwards.length === 0 && work.end === undefined)
    return
  const { device } = session
  session.inFlight++
  const turn = work.bulk === 0 ? undefined : house.bulk.enter(work.bulk)
  const durable = turn ? whenItsTurn(house, session, turn, work) : append(house, work)
  const before = session.tail
  const done = async () => {
    let failed: unknown
    try {
      await durable
    } catch (error) {
      failed = error
    }
    if (work.bulk > 0) house.bulk.leave(work.bulk)
    await before
    session.inFlight--
    relieve(house, session)
    if (failed !== undefined) return lost(house, session, device, failed)
    if (session.ended === undefined && work.answers.length > 0) {
      session.socket.write(work.answers.length === 1 ? work.answers[0]! : Buffer.concat(work.answers))
      house.metrics.add('jt808.answers', work.answers.length)
    }
    for (const after of work.afterwards) after()
    if (work.end !== undefined && session.ended === undefined) end(house, session, work.end)
  }
  session.tail = done()
  if (session.inFlight >= house.limits.readsInFlight || house.journal.backlog() > house.limits.backlog)
    pause(house, session)
}

const append = async ({ journal }: House, { drafts }: Work): Promise<void> => {
  if (drafts.length > 0) await journal.append(drafts)
}

const whenItsTurn = async (house: House, session: Session, turn: Promise<void>, work: Work): Promise<void> => {
  session.gated++
  pause(house, session)
  await turn
  session.gated--
  const appended = append(house, work)
  relieve(house, session)
  await appended
}

const pause = (house: House, session: Session): void => {
  session.paused = true
  session.socket.pause()
  house.metrics.add('jt808.paused')
}

/** Reads on once the journal has caught up. */
export const relieve = (house: House, session: Session): void => {
  const { journal, limits } = house
  if (!session.paused || session.ended !== undefined) return
  if (allowanceOf(house, session, performance.now()) < 0) return
  if (session.gated > 0 || session.inFlight > limits.readsInFlight / 2 || journal.backlog() > limits.backlog / 2) return
  session.paused = false
  session.socket.resume()
}

/** The terminal is not told anything: it keeps what it sent and sends it again on its next connection. */
const lost = (house: House, session: Session, device: string | undefined, error: unknown): void => {
  house.metrics.add('jt808.journal-failures')
  house.log.error({ device, err: error }, 'the journal did not take a JT/T 808 read; nothing was acknowledged')
  // What the alarm fold believes was not recorded: begin again from what was.
  if (device !== undefined) house.alarms.delete(device)
  cut(house, session, 'journal-failed')
}

/** Lets the last answer through, then closes. */
const end = (house: House, session: Session, reason: string): void => {
  session.socket.destroySoon()
  cut(house, session, reason)
}
