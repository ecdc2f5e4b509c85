import net from 'node:net'
import type { Now } from '../clock.ts'
import type { Reading } from './terminal-messages.ts'
import type { Terminal } from './vehicle-terminal.ts'

export interface TerminalLinkOptions {
  readonly terminal: Terminal
  readonly host: string
  readonly port: number
  readonly deviceClock: Now
  /** Real milliseconds between attempts: grows to ten times this. */
  readonly retryMs?: number
}

/** Carries a terminal's frames over TCP and connects again when the line breaks. Coverage can be taken away. */
export const linkTerminal = ({ terminal, host, port, deviceClock, retryMs = 500 }: TerminalLinkOptions) => {
  let socket: net.Socket | undefined
  let retry: NodeJS.Timeout | undefined
  let failures = 0
  let covered = true
  let closed = false

  const write = (frames: readonly Buffer[]): void => {
    if (socket?.writable) for (const frame of frames) socket.write(frame)
  }
  const connect = (): void => {
    if (closed || !covered || socket) return
    const own = net.connect({ host, port, noDelay: true })
    socket = own
    own.on('connect', () => {
      failures = 0
      write(terminal.connected(performance.now()))
    })
    own.on('data', (bytes) => write(terminal.received(bytes, performance.now())))
    // The reason does not matter to a terminal: it tries again, as those in cars do.
    own.on('error', () => own.destroy())
    own.on('close', () => {
      if (socket !== own) return
      socket = undefined
      terminal.disconnected()
      failures++
      if (!closed && covered) retry = setTimeout(connect, retryMs * Math.min(10, failures))
    })
  }
  const drop = (): void => {
    clearTimeout(retry)
    const own = socket
    socket = undefined
    own?.destroy()
    terminal.disconnected()
  }

  connect()
  return {
    report: (reading: Reading): void => write(terminal.report(reading, performance.now())),
    /** To be called often: heartbeats, repeats, and hanging up on a platform that does not answer. */
    tick: (): void => {
      const { frames, hangUp } = terminal.tick(deviceClock(), performance.now())
      if (hangUp) socket?.destroy()
      else write(frames)
    },
    /** False: no radio coverage. The terminal buffers and sends it later. */
    coverage: (has: boolean): void => {
      if (has === covered) return
      covered = has
      if (has) connect()
      else drop()
    },
    /** Without power nothing is measured and nothing kept. */
    power: (on: boolean): void => {
      if (!on) terminal.powerCut()
      covered = on
      if (on) connect()
      else drop()
    },
    connected: (): boolean => terminal.phase() === 'online',
    /** Whether the platform has answered everything that could be sent. */
    settled: (): boolean => !covered || (terminal.phase() === 'online' && terminal.unanswered() === 0),
    close: async (): Promise<void> => {
      closed = true
      clearTimeout(retry)
      const own = socket
      if (!own) return
      write(terminal.logout(performance.now()))
      await new Promise<void>((done) => {
        own.once('close', () => done())
        own.end()
        setTimeout(() => own.destroy(), 300).unref()
      })
    },
  }
}
export type TerminalLink = ReturnType<typeof linkTerminal>
