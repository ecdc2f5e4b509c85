import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TYPESCRIPT } from '../../server/storage/thread.ts'
import type { Mode } from './fanout-server.ts'
import type { BenchRow } from './row.ts'

const CONSOLES = 500
const MEASURE_MS = 6_000

const start = (file: string, ...args: string[]): ChildProcess =>
  fork(fileURLToPath(new URL(file, import.meta.url)), args, { execArgv: ['--import', TYPESCRIPT] })
const said = <T>(child: ChildProcess, key: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const onMessage = (message: Record<string, T>): void => {
      if (!(key in message)) return
      child.off('message', onMessage)
      resolve(message as T)
    }
    child.on('message', onMessage)
    child.once('exit', (code) => reject(new Error(`a bench process ended with ${code} before it said ${key}`)))
  })

interface Measured {
  readonly cpuPercent: number
  readonly latencies: readonly number[]
}

const measure = async (mode: Mode): Promise<Measured> => {
  const server = start('./fanout-server.ts', mode)
  let clients: ChildProcess | undefined
  try {
    const { port } = await said<{ port: number }>(server, 'port')
    clients = start('./fanout-clients.ts', String(port), String(CONSOLES), mode === 'raw-ws' ? 'ws' : 'socket.io')
    await said(clients, 'connected')
    const result = said<{ cpuPercent: number }>(server, 'cpuPercent')
    server.send({ measureMs: MEASURE_MS })
    const { cpuPercent } = await result
    const heard = said<{ latencies: number[] }>(clients, 'latencies')
    clients.send('stop')
    return { cpuPercent, latencies: (await heard).latencies }
  } finally {
    server.removeAllListeners('exit').kill('SIGKILL')
    clients?.removeAllListeners('exit').kill('SIGKILL')
  }
}

const round = (n: number): number => Math.round(n * 100) / 100
const p99 = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length * 0.99)] ?? Number.NaN

/** P4: what it costs to keep 500 consoles current at 200 deltas a second, beside the two obvious ways. About 35 s. */
export const benchFanout = async (): Promise<readonly BenchRow[]> => {
  const ours = await measure('feed')
  const each = await measure('emit-each')
  const bare = await measure('raw-ws')
  const what = '500 consoles × 200 deltas/s, CPU of the server'
  const late = p99(ours.latencies)
  return [
    {
      id: 'P4',
      what,
      value: round(ours.cpuPercent),
      unit: '% of a core',
      peer: 'one Socket.IO emit per delta',
      peerValue: round(each.cpuPercent),
      ratio: round(each.cpuPercent / ours.cpuPercent),
      goal: '≥ 6 × less CPU than one emit a delta',
      met: each.cpuPercent / ours.cpuPercent >= 6,
    },
    {
      id: 'P4',
      what,
      value: round(ours.cpuPercent),
      unit: '% of a core',
      peer: 'bare ws, the same batches',
      peerValue: round(bare.cpuPercent),
      ratio: round(bare.cpuPercent / ours.cpuPercent),
      goal: '≤ 1.8 × bare ws (ratio ≥ 0.56)',
      met: ours.cpuPercent / bare.cpuPercent <= 1.8,
    },
    {
      id: 'P4',
      what: 'a finding past the batches, server to console, p99',
      value: late,
      unit: 'ms',
      peer: null,
      peerValue: null,
      ratio: null,
      goal: '≤ 50 ms',
      met: late <= 50,
    },
  ]
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.table(await benchFanout())
