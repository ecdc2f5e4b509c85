import { once } from 'node:events'
import net from 'node:net'
import { type Body, decode, encode, type Message } from '../../server/protocols/jt808/codec.ts'

/** A platform of a few lines: it keeps what it hears and answers as it is told. */
export const startPlatform = async (options: { readonly code?: string; readonly answers?: boolean } = {}) => {
  const { code = 'the-code', answers = true } = options
  const heard: Message[] = []
  const sockets = new Set<net.Socket>()
  const state = { answers, serial: 0, acceptsCode: true }

  const say = (socket: net.Socket, { header }: Message, body: Body): void => {
    socket.write(encode({ edition: header.edition, phone: header.phoneBcd, serial: state.serial++ & 0xffff, body }))
  }
  const hear = (socket: net.Socket, message: Message): void => {
    heard.push(message)
    if (!state.answers) return
    const { header, body } = message
    if (body.type === 'registration')
      return say(socket, message, {
        type: 'registration-answer',
        replySerial: header.serial,
        result: 0,
        authCode: code,
      })
    if (body.type === 'terminal-answer' || body.type === 'location-answer' || body.type === 'parameters') return
    const wrong = body.type === 'authentication' && (body.authCode !== code || !state.acceptsCode)
    const result = wrong ? 1 : body.type === 'location' && (body.alarmBits & 1) === 1 ? 4 : 0
    say(socket, message, { type: 'platform-answer', replySerial: header.serial, replyId: header.id, result })
  }

  const server = net.createServer((socket) => {
    sockets.add(socket)
    let rest: Buffer = Buffer.alloc(0)
    socket.on('data', (bytes) => {
      const decoding = decode(Buffer.concat([rest, bytes]))
      rest = Buffer.from(decoding.rest)
      for (const message of decoding.messages) hear(socket, message)
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as net.AddressInfo).port,
    heard,
    types: () => heard.map((m) => m.body.type),
    of: <T extends Body['type']>(type: T) =>
      heard.flatMap((m) => (m.body.type === type ? [m.body as Extract<Body, { type: T }>] : [])),
    /** Asks the terminal that spoke last. */
    ask: (body: Body): void => {
      const last = heard.at(-1)!
      for (const socket of sockets) say(socket, last, body)
    },
    silence: (silent: boolean): void => {
      state.answers = !silent
    },
    forgetCode: (forgotten: boolean): void => {
      state.acceptsCode = !forgotten
    },
    hangUp: (): void => {
      for (const socket of sockets) socket.destroy()
    },
    close: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
export type Platform = Awaited<ReturnType<typeof startPlatform>>

/** Waits until something holds; fails after three seconds. */
export const until = async (holds: () => boolean, what: string): Promise<void> => {
  const end = performance.now() + 3_000
  while (!holds()) {
    if (performance.now() > end) throw new Error(`${what}: not within three seconds`)
    await new Promise((done) => setTimeout(done, 5))
  }
}
