import {
  type BatchItem,
  type Body,
  decode,
  encode,
  HEARTBEAT_INTERVAL,
  type Message,
  results,
} from '../../server/protocols/jt808/codec.ts'
import {
  authenticationOf,
  heartbeatParameter,
  locationOf,
  type Reading,
  registrationOf,
  type TerminalOptions,
} from './terminal-messages.ts'

interface Unanswered {
  readonly frame: Buffer
  readonly bodyType: Body['type']
  readonly locations: readonly BatchItem[]
  sentAt: number
  tries: number
}
/** How long to wait for an answer the first time, in real ms; then T(n+1) = T(n) × (n+1) (JT/T 808 4.3.2). */
const ANSWER_MS = 8_000
const MOST_TRIES = 3
/** How long a terminal that was turned away waits before it knocks again, in real ms. */
const REFUSED_MS = 30_000
const MOST_BUFFERED = 5_000
const BATCH = 15
const EMERGENCY = 1

export type Phase = 'offline' | 'registering' | 'authenticating' | 'online' | 'refused'

/**
 * A patrol car's terminal: what it knows and what it sends, without a socket. Times of positions are the
 * device's clock; `nowMs` of the link is real time, because a platform's answer takes real time.
 */
export const createTerminal = ({ phone, edition, terminalId, plate, heartbeatMs = 60_000 }: TerminalOptions) => {
  let phase: Phase = 'offline'
  let authCode: string | null = null
  let serial = 0
  let rest: Buffer = Buffer.alloc(0)
  let buffered: BatchItem[] = []
  let lastHeartbeatAt = Number.NEGATIVE_INFINITY
  let alarmBits = 0
  let beatMs = heartbeatMs
  let latest: BatchItem | undefined
  let refusedAt = 0
  const unanswered = new Map<number, Unanswered>()
  const texts: string[] = []
  const headerEdition = edition === '2019' ? '2019' : '2013'

  const send = (body: Body, nowMs: number, awaits: boolean, locations: readonly BatchItem[] = []): Buffer => {
    const own = serial
    serial = (serial + 1) & 0xffff
    const frame = encode({ edition: headerEdition, phone, serial: own, body })
    if (awaits) unanswered.set(own, { frame, bodyType: body.type, locations, sentAt: nowMs, tries: 1 })
    return frame
  }

  const register = (nowMs: number): Buffer => {
    phase = 'registering'
    return send(registrationOf({ edition, terminalId, plate }), nowMs, true)
  }
  const authenticate = (code: string, nowMs: number): Buffer => {
    phase = 'authenticating'
    return send(authenticationOf(code, edition, phone), nowMs, true)
  }

  const keep = (items: readonly BatchItem[]): void => {
    buffered = [...buffered, ...items].sort((a, b) => (a.time ?? 0) - (b.time ?? 0)).slice(-MOST_BUFFERED)
  }

  /** What was measured without coverage: as 0x0704 kind 1; 2011 has no batches and sends old reports one by one. */
  const backfill = (nowMs: number): Buffer[] => {
    const items = buffered
    buffered = []
    if (edition === '2011') return items.map((item) => send({ type: 'location', ...item }, nowMs, true, [item]))
    return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => {
      const part = items.slice(i * BATCH, (i + 1) * BATCH)
      return send({ type: 'location-batch', kind: 'backfill', items: part }, nowMs, true, part)
    })
  }

  const answer = (message: Message, result: number, nowMs: number): Buffer =>
    send(
      { type: 'terminal-answer', replySerial: message.header.serial, replyId: message.header.id, result },
      nowMs,
      false,
    )

  const handle = (message: Message, nowMs: number): Buffer[] => {
    const { body } = message
    switch (body.type) {
      case 'registration-answer':
        unanswered.delete(body.replySerial)
        if (body.authCode === null) {
          phase = 'refused'
          refusedAt = nowMs
          return []
        }
        authCode = body.authCode
        return [authenticate(body.authCode, nowMs)]
      case 'platform-answer': {
        const asked = unanswered.get(body.replySerial)
        unanswered.delete(body.replySerial)
        if (asked?.bodyType === 'authentication') return authenticated(body.result, nowMs)
        if (body.result === results.alarmHandled) alarmBits &= ~EMERGENCY
        return []
      }
      case 'location-query':
        return latest
          ? [send({ type: 'location-answer', replySerial: message.header.serial, ...latest }, nowMs, false)]
          : [answer(message, results.failed, nowMs)]
      case 'text':
        texts.push(body.text)
        return [answer(message, results.done, nowMs)]
      case 'query-parameters':
        return [
          send(
            {
              type: 'parameters',
              replySerial: message.header.serial,
              parameters: [heartbeatParameter(beatMs)],
            },
            nowMs,
            false,
          ),
        ]
      case 'set-parameters': {
        const asked = body.parameters.find(({ id, value }) => id === HEARTBEAT_INTERVAL && value.length === 4)
        if (asked) beatMs = asked.value.readUInt32BE() * 1_000
        return [answer(message, asked && body.parameters.length === 1 ? results.done : results.failed, nowMs)]
      }
      case 'confirm-alarm':
        alarmBits &= ~EMERGENCY
        return [answer(message, results.done, nowMs)]
      case 'time-answer':
        return []
      default:
        return [answer(message, results.unsupported, nowMs)]
    }
  }

  const authenticated = (result: number, nowMs: number): Buffer[] => {
    if (result !== results.done) {
      authCode = null
      return [register(nowMs)]
    }
    phase = 'online'
    return backfill(nowMs)
  }

  return {
    phase: (): Phase => phase,
    /** Positions not yet on their way. */
    buffered: (): number => buffered.length,
    unanswered: (): number => unanswered.size,
    /** Texts from the platform, oldest first. */
    texts: (): readonly string[] => texts,
    alarm: (): boolean => (alarmBits & EMERGENCY) !== 0,

    /** The link is up: the first time register, later only authenticate. */
    connected: (nowMs: number): Buffer[] => {
      rest = Buffer.alloc(0)
      return [authCode === null ? register(nowMs) : authenticate(authCode, nowMs)]
    },
    /** The link is down; what was not answered is sent again later. */
    disconnected: (): void => {
      for (const { locations } of unanswered.values()) keep(locations)
      unanswered.clear()
      phase = 'offline'
    },
    received: (bytes: Buffer, nowMs: number): Buffer[] => {
      const decoding = decode(Buffer.concat([rest, bytes]))
      rest = Buffer.from(decoding.rest)
      return decoding.messages.flatMap((message) => handle(message, nowMs))
    },
    /** A measurement is due. Without a link it is kept. */
    report: (reading: Reading, nowMs: number): Buffer[] => {
      latest = locationOf(reading, alarmBits)
      if (phase !== 'online') {
        keep([latest])
        return []
      }
      return [send({ type: 'location', ...latest }, nowMs, true, [latest])]
    },
    /** The button under the dashboard; held until the platform answers it. */
    pressEmergency: (): void => {
      alarmBits |= EMERGENCY
    },
    /** Heartbeats by the device's clock, repeats by real time; `hangUp` when the platform does not answer at all. */
    tick: (deviceNow: number, nowMs: number): { frames: Buffer[]; hangUp: boolean } => {
      // Somebody may have let it in meanwhile.
      if (phase === 'refused' && nowMs - refusedAt >= REFUSED_MS) return { frames: [], hangUp: true }
      const frames: Buffer[] = []
      for (const [own, waiting] of unanswered) {
        if (nowMs - waiting.sentAt < ANSWER_MS * factorial(waiting.tries)) continue
        if (waiting.tries >= MOST_TRIES) return { frames: [], hangUp: true }
        unanswered.set(own, { ...waiting, sentAt: nowMs, tries: waiting.tries + 1 })
        frames.push(waiting.frame)
      }
      if (phase === 'online' && deviceNow - lastHeartbeatAt >= beatMs) {
        lastHeartbeatAt = deviceNow
        frames.push(send({ type: 'heartbeat', extra: Buffer.alloc(0) }, nowMs, true))
      }
      return { frames, hangUp: false }
    },
    logout: (nowMs: number): Buffer[] =>
      phase === 'online' ? [send({ type: 'logout', extra: Buffer.alloc(0) }, nowMs, true)] : [],
    /** Power cut: everything in memory is gone except what the maker keeps in flash. */
    powerCut: (): void => {
      unanswered.clear()
      buffered = []
      rest = Buffer.alloc(0)
      phase = 'offline'
      alarmBits = 0
    },
  }
}
export type Terminal = ReturnType<typeof createTerminal>

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))
