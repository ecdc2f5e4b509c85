import dgram from 'node:dgram'
import {
  acknowledge,
  decode,
  type Hdap,
  type Hstrp,
  type HstrpOption,
  type KnownBody,
  writeFrame,
  writeHstrp,
} from '../../server/protocols/hdap/codec.ts'

/** A handset behind a repeater. Whatever it does wrong, it does without knowing who listens. */
export interface RepeaterRadio {
  readonly number: number
  /** `[longitude, latitude]`; null without a fix. */
  readonly place?: () => readonly [number, number] | null
  /** How it answers a call; asked anew each time. */
  readonly mood?: () => RadioMood
}
export type RadioMood =
  | 'well'
  /** Hears and says nothing. */
  | 'silent'
  /** Answers no status check, but says where it is. */
  | 'no-status'
  /** Neither hears nor is heard. */
  | 'out-of-coverage'
  | { readonly lateMs: number }
  | { readonly answersAs: number }

export interface LinkFaults {
  /** Every datagram goes out twice. */
  readonly twice?: boolean
  /** Each second datagram overtakes the one before it. */
  readonly overtaken?: boolean
}
export interface RepeaterOptions {
  /** The address it speaks from; on one machine any of 127.0.0.0/8. */
  readonly address: string
  readonly server: { readonly host: string; readonly rrs: number; readonly lp: number; readonly tmp: number }
  readonly deviceId: number
  readonly radios: readonly RepeaterRadio[]
  readonly faults?: LinkFaults
  /** Simulated time for what radios write of theirs. */
  readonly clock: () => number
  readonly heartbeatMs?: number
}

type Service = 'rrs' | 'lp' | 'tmp'
const NETWORK = 10
const HEARTBEAT_MS = 6_000
const ANSWER_MS = 40
const RESEND_MS = 1_000
const RETRIES = 3

/**
 * A Hytera repeater with radios behind it, over real UDP: HSTRP sessions to a dispatcher, one a service, heartbeats,
 * acknowledgements of its own; what radios say goes through it.
 */
export const createRepeater = async ({
  address,
  server,
  deviceId,
  radios,
  faults = {},
  clock,
  heartbeatMs = HEARTBEAT_MS,
}: RepeaterOptions) => {
  const byNumber = new Map(radios.map((radio) => [radio.number, radio]))
  const sockets = new Map<Service, dgram.Socket>()
  const outstanding = new Map<string, { bytes: Buffer; tries: number; at: number }>()
  const timers = new Set<NodeJS.Timeout>()
  const counts = { calls: 0, acknowledged: 0, registrations: 0, refused: 0, texts: [] as string[] }
  let alive = true
  let sn = 0
  let held: (() => void) | undefined

  const later = (ms: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, ms)
    timers.add(timer)
  }
  const options: HstrpOption[] = [
    { command: 3, data: Buffer.from([deviceId >>> 24, (deviceId >> 16) & 255, (deviceId >> 8) & 255, deviceId & 255]) },
    { command: 4, data: Buffer.from([1]) },
  ]
  const put = (service: Service, bytes: Buffer): void => {
    if (!alive) return
    const send = () => sockets.get(service)?.send(bytes, server[service], server.host)
    const all = () => {
      send()
      if (faults.twice) send()
    }
    if (!faults.overtaken) return all()
    if (held) {
      const before = held
      held = undefined
      all()
      before()
    } else {
      held = all
      later(50, () => {
        held?.()
        held = undefined
      })
    }
  }
  const connect = (service: Service): void => put(service, writeHstrp({ flags: { connect: true }, sn: 0, options }))
  /** A frame of a radio, sent again until the dispatcher acknowledges it. */
  const say = (service: Service, body: KnownBody): void => {
    sn = (sn + 1) & 0xffff || 1
    const bytes = writeHstrp({ sn, options, frames: [writeFrame({ body })] })
    outstanding.set(`${service}/${sn}`, { bytes, tries: 1, at: performance.now() })
    put(service, bytes)
  }
  const moodOf = (radio: RepeaterRadio): RadioMood => radio.mood?.() ?? 'well'
  const gpsOf = (radio: RepeaterRadio) => {
    const place = radio.place?.() ?? null
    return {
      valid: place !== null,
      time: place && Math.floor(clock() / 1000) * 1000,
      longitude: place?.[0] ?? null,
      latitude: place?.[1] ?? null,
      speedKnots: place && 0,
      course: place && 0,
      problem: null,
    }
  }
  const ip = (radioId: number) => ({ subnet: NETWORK, radioId })

  const asked = (body: KnownBody): void => {
    if (body.type === 'RegistrationAnswer') {
      if (body.result === 0) counts.registrations++
      else counts.refused++
    }
    if (body.type === 'SendPrivateMessage') {
      const radio = byNumber.get(body.destination.radioId)
      if (!radio || moodOf(radio) === 'out-of-coverage') return
      counts.texts.push(body.text)
      const { confirmed, requestId, destination, source } = body
      say('tmp', {
        type: 'SendPrivateMessageAck',
        confirmed,
        hasOption: false,
        requestId,
        destination: source,
        source: destination,
        result: 0,
      })
    }
    if (body.type !== 'StatusCheckRequest' && body.type !== 'StandardRequest') return
    const radio = byNumber.get(body.radio.radioId)
    if (!radio) return
    if (body.type === 'StatusCheckRequest') counts.calls++
    const mood = moodOf(radio)
    if (mood === 'silent' || mood === 'out-of-coverage') return
    if (mood === 'no-status' && body.type === 'StatusCheckRequest') return
    const ms = typeof mood === 'object' && 'lateMs' in mood ? mood.lateMs : ANSWER_MS
    const answering = typeof mood === 'object' && 'answersAs' in mood ? mood.answersAs : radio.number
    later(ms, () => {
      if (body.type === 'StatusCheckRequest') say('rrs', { type: 'StatusCheckAnswer', radio: ip(answering), state: 0 })
      else {
        const gps = gpsOf(radio)
        say('lp', {
          type: 'StandardReport',
          requestId: body.requestId,
          radio: ip(answering),
          result: gps.valid ? 0 : 6,
          gps,
        })
      }
    })
  }
  const heard = (service: Service, bytes: Buffer): void => {
    if (!alive) return
    for (const message of decode(bytes).messages) {
      if (message.transport !== 'hstrp') continue
      const { flags, frames } = message as Hstrp
      if (flags.ack) {
        outstanding.delete(`${service}/${message.sn}`)
        if (!flags.connect) counts.acknowledged++
      } else if (frames.length > 0) {
        put(service, acknowledge(message))
        for (const { body } of frames as readonly Hdap[]) if (body.type !== 'raw') asked(body)
      }
    }
  }

  for (const service of ['rrs', 'lp', 'tmp'] as const) {
    const socket = dgram.createSocket('udp4')
    socket.on('message', (bytes) => heard(service, bytes))
    socket.on('error', () => {})
    await new Promise<void>((resolve) => socket.bind(0, address, () => resolve()))
    sockets.set(service, socket)
    connect(service)
  }
  const beat = setInterval(() => {
    const now = performance.now()
    for (const service of sockets.keys()) put(service, writeHstrp({ flags: { heartbeat: true }, sn: 0 }))
    for (const [key, one] of outstanding) {
      if (now - one.at < RESEND_MS * one.tries) continue
      if (one.tries > RETRIES) outstanding.delete(key)
      else {
        one.tries++
        put(key.split('/')[0] as Service, one.bytes)
      }
    }
  }, heartbeatMs)

  return {
    counts,
    /** Datagrams the dispatcher has not acknowledged yet. */
    unacknowledged: (): number => outstanding.size,
    register: (number: number): void => say('rrs', { type: 'RegistrationRequest', radio: ip(number) }),
    goOff: (number: number): void => say('rrs', { type: 'GoingOffline', radio: ip(number) }),
    report: (number: number): void => {
      const radio = byNumber.get(number)
      if (!radio || moodOf(radio) === 'out-of-coverage') return
      const gps = gpsOf(radio)
      say('lp', { type: 'StandardReport', requestId: 0, radio: ip(number), result: gps.valid ? 0 : 6, gps })
    },
    press: (number: number): void => {
      const radio = byNumber.get(number)
      if (radio) say('lp', { type: 'EmergencyReport', radio: ip(number), emergencyType: 0, gps: gpsOf(radio) })
    },
    text: (number: number, to: number, text: string): void => {
      const message = {
        confirmed: true,
        hasOption: false,
        requestId: ++sn,
        destination: ip(to),
        source: ip(number),
        text,
      }
      say('tmp', { type: 'SendPrivateMessage', ...message })
    },
    /** Power fails, and comes back: it connects anew. */
    die: (): void => {
      alive = false
      outstanding.clear()
    },
    revive: (): void => {
      alive = true
      for (const service of sockets.keys()) connect(service)
    },
    close: async (): Promise<void> => {
      clearInterval(beat)
      for (const timer of timers) clearTimeout(timer)
      await Promise.all([...sockets.values()].map((s) => new Promise<void>((done) => s.close(() => done()))))
    },
  }
}
export type Repeater = Awaited<ReturnType<typeof createRepeater>>
