import net from 'node:net'
import { type Body, decode, encode } from '../../server/protocols/jt808/codec.ts'

/** A frame the platform acknowledged as done, and when it was sent. */
export interface Acknowledged {
  readonly phone: string
  readonly serial: number
  readonly frame: Buffer
  readonly latencyMs: number
}

export interface FleetOptions {
  readonly port: number
  readonly phones: readonly string[]
  /** The instant a position carries; called once a position. */
  readonly clock: () => number
  readonly place: (phone: string) => readonly [longitude: number, latitude: number]
  readonly acknowledged: (one: Acknowledged) => void
  /** Serial each terminal begins with, so that a fleet can go on after its platform was gone. */
  readonly firstSerial?: (phone: string) => number
}

interface Terminal {
  readonly phone: string
  readonly socket: net.Socket
  readonly sent: Map<number, { readonly frame: Buffer; readonly at: number }>
  serial: number
  rest: Buffer
}

/** Many terminals in one process, as plain as can be: for load, not for realism. */
export const openFleet = async (options: FleetOptions) => {
  const terminals = await Promise.all(options.phones.map((phone) => join(options, phone)))
  return {
    size: terminals.length,
    /** Sends one position of the nth terminal; returns how many of its positions wait for an answer. */
    send: (n: number): number => {
      const t = terminals[n]!
      const { frame, serial } = position(options, t)
      t.sent.set(serial, { frame, at: performance.now() })
      t.socket.write(frame)
      return t.sent.size
    },
    waiting: (n: number): number => terminals[n]!.sent.size,
    close: (): void => {
      for (const { socket } of terminals) socket.destroy()
    },
  }
}
export type Fleet = Awaited<ReturnType<typeof openFleet>>

const join = async (options: FleetOptions, phone: string): Promise<Terminal> => {
  const socket = net.connect({ host: '127.0.0.1', port: options.port, noDelay: true })
  const t: Terminal = {
    phone,
    socket,
    sent: new Map(),
    serial: options.firstSerial?.(phone) ?? 0,
    rest: Buffer.alloc(0),
  }
  await new Promise<void>((resolve, reject) => {
    const online = { resolve, reject }
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`${phone}: closed`)))
    socket.on('connect', () => socket.write(frameOf(t, registration)))
    socket.on('data', (bytes) => hear(options, t, bytes, online))
  })
  return t
}

const hear = (
  options: FleetOptions,
  t: Terminal,
  bytes: Buffer,
  online: { resolve: () => void; reject: (e: Error) => void },
): void => {
  const { messages, rest } = decode(Buffer.concat([t.rest, bytes]))
  t.rest = Buffer.from(rest)
  for (const { body } of messages) {
    if (body.type === 'registration-answer') {
      if (body.authCode === null) online.reject(new Error(`${t.phone}: registration refused with ${body.result}`))
      else
        t.socket.write(
          frameOf(t, { type: 'authentication', authCode: body.authCode, imei: null, softwareVersion: null }),
        )
    }
    if (body.type !== 'platform-answer') continue
    if (body.replyId === 0x0102) {
      if (body.result === 0) online.resolve()
      else online.reject(new Error(`${t.phone}: authentication refused`))
    }
    const sent = t.sent.get(body.replySerial)
    if (body.replyId !== 0x0200 || body.result !== 0 || !sent) continue
    t.sent.delete(body.replySerial)
    const latencyMs = performance.now() - sent.at
    options.acknowledged({ phone: t.phone, serial: body.replySerial, frame: sent.frame, latencyMs })
  }
}

const registration: Body = {
  type: 'registration',
  layout: '2013',
  provinceId: 64,
  cityId: 128,
  manufacturerId: 'FLEET',
  terminalModel: 'LOAD',
  terminalId: 'F000001',
  plateColor: 2,
  plate: '',
}

const frameOf = (t: Terminal, body: Body): Buffer =>
  encode({ phone: t.phone, edition: '2013', version: null, serial: nextSerial(t), body } as Parameters<
    typeof encode
  >[0])

const nextSerial = (t: Terminal): number => {
  const { serial } = t
  t.serial = (serial + 1) & 0xffff
  return serial
}

const NO_ITEMS = Buffer.alloc(0)

const position = ({ clock, place }: FleetOptions, t: Terminal): { frame: Buffer; serial: number } => {
  const [longitude, latitude] = place(t.phone)
  const serial = t.serial
  const frame = frameOf(t, {
    type: 'location',
    alarmBits: 0,
    statusBits: 3,
    latitude,
    longitude,
    altitudeM: 1100,
    speedKmh: 36,
    headingDeg: 90,
    time: clock(),
    additional: NO_ITEMS,
  })
  return { frame, serial }
}
