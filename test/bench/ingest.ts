import { type ChildProcess, spawn } from 'node:child_process'
import net from 'node:net'
import { encode } from '../../server/protocols/jt808/codec.ts'
import { TYPESCRIPT } from '../../server/storage/thread.ts'
import { freshPostgresqlUrl } from '../support/database.ts'
import { openFleet } from '../support/fleet.ts'
import { percentile } from './percentile.ts'
import type { BenchRow } from './row.ts'

const phonesOf = (n: number): string[] => Array.from({ length: n }, (_, i) => `13${String(900_000_000 + i)}`)
const SECONDS = 8
/** Frames a connection may have waiting for their answers. */
const WINDOW = 16

interface Under {
  readonly child: ChildProcess
  readonly port: number
  /** Processor seconds used so far, user and system. */
  readonly cpu: () => Promise<number>
}

const startUnder = async (
  mode: 'gateway' | 'single' | 'echo',
  url: string,
  phones: readonly string[],
): Promise<Under> => {
  const args = ['--import', TYPESCRIPT, 'test/bench/ingest-server.ts', mode, url, ...phones]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const hear = <T>(): Promise<T> => new Promise((resolve) => child.once('message', (m) => resolve(m as T)))
  const { port } = await hear<{ port: number }>()
  const cpu = async (): Promise<number> => {
    const answer = hear<{ cpu: NodeJS.CpuUsage }>()
    child.send('cpu')
    const { user, system } = (await answer).cpu
    return (user + system) / 1e6
  }
  return { child, port, cpu }
}

const clock = (): number => Math.floor(Date.now() / 1000) * 1000
const place = (): readonly [number, number] => [106.3, 38.3]

/** Frames a second that come back acknowledged when every connection keeps `WINDOW` of them under way. */
const throughput = async (mode: 'gateway' | 'single', url: string): Promise<number> => {
  const phones = phonesOf(200)
  const { child, port } = await startUnder(mode, await freshPostgresqlUrl(url), phones)
  let count = 0
  const fleet = await openFleet({ port, phones, clock, place, acknowledged: () => count++ })
  const until = performance.now() + SECONDS * 1000
  const from = performance.now()
  while (performance.now() < until) {
    for (let n = 0; n < fleet.size; n++) while (fleet.waiting(n) < WINDOW) fleet.send(n)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const rate = count / ((performance.now() - from) / 1000)
  fleet.close()
  child.kill()
  return rate
}

/** The same frames through a process that only gives bytes back. */
const echo = async (): Promise<number> => {
  const { child, port } = await startUnder('echo', '', [])
  const body = {
    type: 'location',
    alarmBits: 0,
    statusBits: 3,
    latitude: 38.3,
    longitude: 106.3,
    altitudeM: 1100,
    speedKmh: 36,
    headingDeg: 90,
    time: clock(),
    additional: Buffer.alloc(0),
  } as const
  const frame = encode({ phone: '13900000000', edition: '2013', serial: 1, body })
  const burst = Buffer.concat(Array.from({ length: WINDOW }, () => frame))
  let bytes = 0
  const sockets = await Promise.all(
    phonesOf(200).map(
      () =>
        new Promise<net.Socket>((resolve) => {
          const socket = net.connect({ host: '127.0.0.1', port, noDelay: true }, () => resolve(socket))
          let got = 0
          socket.on('data', (chunk) => {
            bytes += chunk.length
            got += chunk.length
            for (; got >= burst.length; got -= burst.length) socket.write(burst)
          })
        }),
    ),
  )
  for (const socket of sockets) socket.write(burst)
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000))
  for (const socket of sockets) socket.destroy()
  child.kill()
  return bytes / frame.length / SECONDS
}

/** 2,000 fixes a second from 500 connections, evenly: how long until they are durable, and what it costs. */
const paced = async (url: string): Promise<{ p99Ms: number; cores: number; unanswered: number }> => {
  const phones = phonesOf(500)
  const { child, port, cpu } = await startUnder('gateway', await freshPostgresqlUrl(url), phones)
  const latencies: number[] = []
  const fleet = await openFleet({ port, phones, clock, place, acknowledged: (a) => latencies.push(a.latencyMs) })
  const [from, cpuBefore] = [performance.now(), await cpu()]
  let sent = 0
  while (performance.now() - from < SECONDS * 1000) {
    const due = Math.floor((performance.now() - from) * 2)
    for (; sent < due; sent++) fleet.send(sent % fleet.size)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const cores = ((await cpu()) - cpuBefore) / ((performance.now() - from) / 1000)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  fleet.close()
  child.kill()
  return { p99Ms: percentile(latencies, 0.99), cores, unanswered: sent - latencies.length }
}

/** P1: from the socket to an acknowledgement that means durable. `url`: an administrator's PostgreSQL URL. */
export const benchIngest = async (url: string): Promise<BenchRow[]> => {
  const group = await throughput('gateway', url)
  const single = await throughput('single', url)
  const bare = await echo()
  const { p99Ms, cores, unanswered } = await paced(url)
  const row = { id: 'P1', unit: 'frames/s', value: group }
  return [
    {
      ...row,
      what: 'JT/T 808 frames, socket to durable answer',
      peer: 'a commit a frame',
      peerValue: single,
      ratio: group / single,
      goal: '≥ 15 ×',
      met: group / single >= 15,
    },
    {
      ...row,
      what: 'JT/T 808 frames, socket to durable answer',
      peer: 'bare TCP echo',
      peerValue: bare,
      ratio: group / bare,
      goal: '≥ 0.15 ×',
      met: group / bare >= 0.15,
    },
    {
      id: 'P1',
      what: '2,000 fixes/s from 500 connections, answer p99',
      value: p99Ms,
      unit: 'ms',
      peer: null,
      peerValue: null,
      ratio: null,
      goal: '≤ 25 ms',
      met: p99Ms <= 25 && unanswered === 0,
    },
    {
      id: 'P1',
      what: 'the same, processor use of the gateway',
      value: cores,
      unit: 'cores',
      peer: null,
      peerValue: null,
      ratio: null,
      goal: '≤ 0.5',
      met: cores <= 0.5,
    },
  ]
}
