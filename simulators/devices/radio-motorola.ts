import dgram from 'node:dgram'
import { decodeArs, encodeArs } from '../../server/protocols/ars/codec.ts'
import { decodeLrrp, encodeLrrp } from '../../server/protocols/lrrp/codec.ts'
import { decodeTms, encodeTms } from '../../server/protocols/tms/codec.ts'

export interface MotorolaRadioOptions {
  readonly number: number
  /** First byte of its address; on one machine 127. */
  readonly network: number
  readonly server: { readonly host: string; readonly ars: number; readonly lrrp: number; readonly tms: number }
  /** The ports it listens on, as it was programmed. */
  readonly ports: { readonly ars: number; readonly lrrp: number; readonly tms: number }
  readonly place?: () => readonly [number, number] | null
  readonly silent?: () => boolean
  /** Another of the radios, which answers in its place. */
  readonly answeredBy?: () => MotorolaRadio | undefined
  /** The number it gives instead of its own. */
  readonly claims?: number
  readonly clock: () => number
}

export interface MotorolaRadio {
  readonly counts: { registered: number; refused: number; queries: number; readonly texts: string[] }
  readonly address: string
  readonly register: (event?: 1 | 2) => void
  readonly goOff: () => void
  /** What it says to a query, and where it is under the number of a request, whoever was asked. */
  readonly answer: () => void
  readonly reportOf: (requestId: Buffer) => void
  readonly report: () => void
  readonly text: (text: string) => void
  readonly close: () => Promise<void>
}

/** A Motorola radio that is reached under the address its number makes: registers, answers queries, says where it is. */
export const createMotorolaRadio = async (options: MotorolaRadioOptions): Promise<MotorolaRadio> => {
  const { number, network, server, ports, place, silent, claims = number, clock } = options
  const address = `${network}.${number >> 16}.${(number >> 8) & 255}.${number & 255}`
  const counts = { registered: 0, refused: 0, queries: 0, texts: [] as string[] }
  const sockets = new Map<string, dgram.Socket>()
  const send = (service: 'ars' | 'lrrp' | 'tms', bytes: Buffer) =>
    sockets.get(service)!.send(bytes, server[service], server.host)

  const report = (requestId: Buffer, document: 'ImmediateLocationReport' | 'UnsolicitedLocationReport'): void => {
    const at = place?.() ?? null
    const where = at && { latitude: at[1], longitude: at[0], radiusM: 8, time: Math.floor(clock() / 1000) * 1000 }
    send('lrrp', encodeLrrp(document, { requestId, ...(where ?? { resultCode: 16 }) }))
  }
  const answer = (): void =>
    send('ars', encodeArs({ type: 'answer', success: true, refresh: null, reason: null, extra: Buffer.alloc(0) }))
  const reportOf = (requestId: Buffer): void => report(requestId, 'ImmediateLocationReport')
  const handlers = {
    ars: (bytes: Buffer) => {
      for (const { body } of decodeArs(bytes).messages) {
        if (body.type === 'answer') body.success ? counts.registered++ : counts.refused++
        if (body.type !== 'query') continue
        counts.queries++
        if (!silent?.()) (options.answeredBy?.()?.answer ?? answer)()
      }
    },
    lrrp: (bytes: Buffer) => {
      for (const { document, fields } of decodeLrrp(bytes).messages)
        if (document === 'ImmediateLocationRequest' && fields.requestId && !silent?.())
          (options.answeredBy?.()?.reportOf ?? reportOf)(fields.requestId)
    },
    tms: (bytes: Buffer) => {
      for (const { body } of decodeTms(bytes).messages) {
        if (body.type !== 'text' || silent?.()) continue
        counts.texts.push(body.text)
        send('tms', encodeTms({ type: 'acknowledgement', sequence: body.sequence }))
      }
    },
  }
  for (const service of ['ars', 'lrrp', 'tms'] as const) {
    const socket = dgram.createSocket('udp4')
    socket.on('message', handlers[service])
    socket.on('error', () => {})
    await new Promise<void>((resolve) => socket.bind(ports[service], address, () => resolve()))
    sockets.set(service, socket)
  }
  return {
    counts,
    address,
    register: (event: 1 | 2 = 1): void =>
      send('ars', encodeArs({ type: 'register', event, encoding: 0, device: String(claims), user: '', password: '' })),
    goOff: (): void => send('ars', encodeArs({ type: 'deregister' })),
    answer,
    reportOf,
    report: (): void => report(Buffer.from([1]), 'UnsolicitedLocationReport'),
    text: (text: string): void => send('tms', encodeTms({ type: 'text', sequence: 5, encoding: 4, text })),
    close: async (): Promise<void> => {
      await Promise.all([...sockets.values()].map((s) => new Promise<void>((done) => s.close(() => done()))))
    },
  }
}
