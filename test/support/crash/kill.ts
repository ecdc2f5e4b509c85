import { type ChildProcess, spawn } from 'node:child_process'
import net from 'node:net'
import readline from 'node:readline'
import { TYPESCRIPT } from '../../../server/storage/thread.ts'

/** A server that can be killed. */
export interface Victim {
  readonly port: number
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
}

/** Starts a TypeScript program that prints `ready PORT`. Rejects with its last words when it ends before that. */
export const startVictim = (script: string, args: readonly string[]): Promise<Victim> =>
  new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, ['--import', TYPESCRIPT, script, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const gone = new Promise<void>((done) => child.once('close', () => done()))
    let words = ''
    child.stderr!.on('data', (chunk) => {
      words = (words + chunk).slice(-2_000)
    })
    readline.createInterface({ input: child.stdout! }).on('line', (line) => {
      const port = /^ready (\d+)$/.exec(line)?.[1]
      if (!port) return
      const kill = async (): Promise<void> => {
        child.kill('SIGKILL')
        await gone
      }
      resolve({ port: Number(port), kill })
    })
    void gone.then(() => reject(new Error(`${script} ended before it was ready: ${words}`)))
  })

/**
 * A device with its own memory: sends numbers from `next` on, keeps up to eight on the way, and forgets one only when
 * it was acknowledged. Sends again what was not after a break, as terminals do. Resolves when the connection ends.
 */
export interface Device {
  readonly acknowledged: Map<string, number>
  /** Acknowledged again, after a break, with another number than the first time. */
  readonly contradictions: string[]
  run(port: number): Promise<void>
}

export const device = (name: number, inFlight = 8): Device => {
  const acknowledged = new Map<string, number>()
  const contradictions: string[] = []
  const open = new Set<number>()
  let next = 0
  return {
    acknowledged,
    contradictions,
    run: (port) =>
      new Promise((resolve) => {
        const socket = net.connect(port, '127.0.0.1')
        const send = (number: number): void => {
          open.add(number)
          socket.write(`${name} ${number}\n`)
        }
        socket.on('connect', () => {
          const again = [...open]
          for (const number of again) send(number)
          // The last acknowledged one too: the answer may be all that was lost.
          if (next > 0) send(next - 1)
          while (open.size < inFlight) send(next++)
        })
        const lines = readline.createInterface({ input: socket })
        // It passes on the errors of its socket.
        lines.on('error', () => socket.destroy())
        lines.on('line', (line) => {
          const [key, seq] = line.split(' ')
          const number = Number(key!.split(':').at(-1))
          const before = acknowledged.get(key!)
          if (before !== undefined && before !== Number(seq)) contradictions.push(key!)
          acknowledged.set(key!, Number(seq))
          open.delete(number)
          while (open.size < inFlight) send(next++)
        })
        socket.on('error', () => socket.destroy())
        socket.on('close', () => resolve())
      }),
  }
}

/**
 * Kills a server under load, `rounds` times: each time once it acknowledged 25 more, after a while of its own of up
 * to `spanMs`.
 */
export const killUnderLoad = async (
  start: () => Promise<Victim>,
  devices: readonly Device[],
  { rounds, spanMs }: { readonly rounds: number; readonly spanMs: number },
): Promise<void> => {
  for (let round = 0; round < rounds; round++) {
    const victim = await start()
    const running = devices.map((d) => d.run(victim.port))
    const count = (): number => devices.reduce((sum, d) => sum + d.acknowledged.size, 0)
    const enough = count() + 25
    while (count() < enough) await new Promise((resolve) => setTimeout(resolve, 5))
    // Spread evenly, so that commits are met at every stage.
    await new Promise((resolve) => setTimeout(resolve, ((round * 0.618) % 1) * spanMs))
    await victim.kill()
    await Promise.all(running)
  }
}
