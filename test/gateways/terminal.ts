import net from 'node:net'
import { credential } from '../../server/gateways/credential.ts'
import { openDeviceBook } from '../../server/gateways/device-book.ts'
import type { Limits } from '../../server/gateways/jt808/limits.ts'
import { startJt808Gateway } from '../../server/gateways/jt808-gateway.ts'
import type { Log } from '../../server/gateways/telemetry.ts'
import { type Body, decode, encode, type Message } from '../../server/protocols/jt808/codec.ts'
import { memoryJournal } from '../support/memory-journal.ts'

export const SECRET = 'a secret of the test bureau'
export const NOW = Date.parse('2026-03-15T01:30:20Z')
export const PHONE = '13995480001'
export const DEVICE = `jt808:${PHONE}`
export const CARRIER = 'vehicle/宁A12345警'

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** A gateway on a free port over a journal in memory, with one car on the list. */
export const gatewayWith = async (limits: Partial<Limits> = {}) => {
  const time = { now: NOW }
  const clock = () => time.now
  const journal = memoryJournal(clock)
  const bind = (device: string, carrier: string | null) =>
    journal.append([
      {
        source: 'import',
        key: `bound/${device}/${time.now}`,
        observation: { kind: 'device.bound', observedAt: time.now, data: { device, carrier, owner: 'unit-1' } },
      },
    ])
  await bind(DEVICE, CARRIER)
  const book = await openDeviceBook(journal)
  const counts = new Map<string, number>()
  const metrics = { add: (name: string, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by) }
  const gateway = await startJt808Gateway({
    journal,
    book,
    clock,
    secret: SECRET,
    host: '127.0.0.1',
    port: 0,
    limits: { sweepMs: 20, ...limits },
    log: silentLog,
    metrics,
  })
  const terminals: Terminal[] = []
  return {
    journal,
    book,
    gateway,
    time,
    counts,
    bind,
    terminal: async (options?: TerminalOptions) => {
      const terminal = await connectTerminal(gateway.port, options)
      terminals.push(terminal)
      return terminal
    },
    close: async () => {
      for (const terminal of terminals) terminal.destroy()
      await gateway.close()
      book.close()
    },
  }
}
export type Gateway = Awaited<ReturnType<typeof gatewayWith>>

export interface TerminalOptions {
  readonly edition?: '2013' | '2019'
  readonly phone?: string
}

/** The other end of the line: sends frames and reads what comes back. */
export const connectTerminal = async (port: number, { edition = '2013', phone = PHONE }: TerminalOptions = {}) => {
  const socket = net.connect(port, '127.0.0.1')
  const received: Message[] = []
  const waiting: (() => void)[] = []
  let pending: Buffer = Buffer.alloc(0)
  let serial = 0
  let taken = 0
  let closed = false
  socket.on('data', (chunk) => {
    const { messages, faults, rest } = decode(Buffer.concat([pending, chunk]))
    if (faults.length > 0) throw new Error(`the gateway sent a bad frame: ${faults[0]!.detail}`)
    pending = rest
    received.push(...messages)
    for (const wake of waiting.splice(0)) wake()
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    closed = true
    for (const wake of waiting.splice(0)) wake()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })

  const until = async (done: () => boolean, withinMs: number): Promise<boolean> => {
    const end = Date.now() + withinMs
    while (!done() && Date.now() < end)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 20)
        waiting.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    return done()
  }

  const terminal = {
    raw: (bytes: Buffer) => socket.write(bytes),
    /** Sends a body as our next message; returns its serial. */
    send: (body: Body, as: { serial?: number; phone?: string } = {}): number => {
      const mine = as.serial ?? serial++
      socket.write(encode({ edition, phone: as.phone ?? phone, serial: mine, body }))
      return mine
    },
    /** The next message of the platform; throws when none comes in time. */
    next: async (withinMs = 3_000): Promise<Message> => {
      if (!(await until(() => received.length > taken, withinMs))) throw new Error('the platform says nothing')
      return received[taken++]!
    },
    /** Whether the platform stays silent for so long. */
    silent: async (forMs: number): Promise<boolean> => !(await until(() => received.length > taken || closed, forMs)),
    closed: (withinMs = 3_000) => until(() => closed, withinMs),
    ask: async (body: Body): Promise<Message> => {
      terminal.send(body)
      return terminal.next()
    },
    /** Authenticates with the right code, as on every reconnect. */
    authenticate: async () =>
      terminal.ask({
        type: 'authentication',
        authCode: credential(SECRET, `jt808:${phone}`),
        imei: edition === '2019' ? '860000000000001' : null,
        softwareVersion: edition === '2019' ? 'v1.2.3' : null,
      }),
    destroy: () => socket.destroy(),
    received,
  }
  return terminal
}
export type Terminal = Awaited<ReturnType<typeof connectTerminal>>

/** A location as the standard's fields, to be varied. */
export const location = (
  change: Partial<Extract<Body, { type: 'location' }>> = {},
): Extract<Body, { type: 'location' }> => ({
  type: 'location',
  alarmBits: 0,
  statusBits: 3,
  latitude: 38.2772,
  longitude: 106.2517,
  altitudeM: 1117,
  speedKmh: 36.5,
  headingDeg: 90,
  time: NOW - 20_000,
  additional: Buffer.from('310110', 'hex'),
  ...change,
})
