import { type ChildProcess, spawn } from 'node:child_process'
import net from 'node:net'

/** A server of a test run. */
export interface Service {
  readonly url: string
  stop(): Promise<void>
  /** At once, for the last moment of a process. */
  kill(): void
}

/** A port of the loopback interface that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

/** Whether something accepts connections on the port. */
export const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

export interface Running {
  readonly child: ChildProcess
  readonly exited: Promise<void>
  /** The last lines it printed. */
  said(): string
}

/** Starts a program and keeps its last words for an error message. */
export const run = (
  command: string,
  args: readonly string[],
  options: { readonly uid?: number; readonly gid?: number; readonly cwd?: string } = {},
): Running => {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let words = ''
  const hear = (chunk: Buffer): void => {
    words = (words + chunk.toString()).slice(-4_000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  child.on('error', (error) => hear(Buffer.from(error.message)))
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return { child, exited, said: () => words.trim() }
}

/** Resolves when `ready` says yes; throws with the program's last words when it ends or 30 s have passed. */
export const untilReady = async (running: Running, ready: () => Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + 30_000
  while (performance.now() < deadline) {
    if (running.child.exitCode !== null || running.child.pid === undefined) break
    if (await ready()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${running.child.spawnfile} did not start: ${running.said()}`)
}
