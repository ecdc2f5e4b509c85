import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { pacedClock } from '../clock.ts'
import { openApplication } from './application.ts'
import { startCluster } from './cluster.ts'
import { alterations, type Deed, lawfulDeeds } from './deeds.ts'
import { openDoor } from './door.ts'
import { openStream } from './stream.ts'

/** One deed so often by the house's clock: a visitor sees the first alteration within a minute. */
const EVERY_MS = 20_000
const PUMP_MS = 500
/** The alterations of a demonstration come once each; then there is lawful work only. */
const order = (n: number): Deed =>
  n % 3 === 2 && Math.floor(n / 3) < alterations.length
    ? alterations[Math.floor(n / 3)]!
    : lawfulDeeds[n % lawfulDeeds.length]!

/** The ticket system of a demonstration: a real PostgreSQL whose log is read and sent on, for as long as it lasts. */
const main = async (): Promise<void> => {
  const { values: v } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:8080' },
      doors: { type: 'string', default: 'data/demo-doors.json' },
      from: { type: 'string', default: 'now' },
      anchor: { type: 'string', default: 'now' },
      speed: { type: 'string', default: '1' },
    },
  })
  const { tickets } = JSON.parse(fs.readFileSync(v.doors, 'utf8')) as { tickets: { secret: string } }
  const instant = (text: string): number => (text === 'now' ? Date.now() : Date.parse(text))
  const pace = { epoch: instant(v.from), anchor: instant(v.anchor), speed: Number(v.speed) }
  const clock = pacedClock(pace)
  const cluster = await startCluster()
  if (!cluster) {
    console.log('本机没有 PostgreSQL 程序，不模拟罚单系统 · no simulated ticket system: apt-get install postgresql')
    return
  }
  const send = openDoor({ url: v.url, secret: tickets.secret, clock })
  const app = await openApplication({ url: cluster.url, send, clock })
  const timeOf = (commitMs: number): number => pacedClock(pace, () => commitMs)()
  const stream = await openStream({ url: cluster.url, db: 'vio', send, timeOf })
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    cluster.kill()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  process.once('disconnect', stop)

  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const pumping = (async () => {
    while (!stopping) {
      await stream.pump()
      await sleep(PUMP_MS)
    }
  })()
  const working = (async () => {
    for (let n = 0; !stopping; n++) {
      const at = clock()
      const stamp = new Date(at + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
      await order(n).run(app, `6401${stamp}${String(n % 1000).padStart(3, '0')}`, at)
      await sleep(EVERY_MS / Math.max(1, pace.speed))
    }
  })()
  await Promise.all([pumping, working])
}

await main()
