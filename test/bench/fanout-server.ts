import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'
import { LIVE_PATH } from '../../server/contract/live.ts'
import type { FindingView, PositionDelta, Snapshot, StatusView, UserView } from '../../server/contract/views.ts'
import { createRegister } from '../../server/domain/register.ts'
import { quiet } from '../../server/storage/log.ts'
import type { Change } from '../../server/supervision/supervision.ts'
import { createFeed } from '../../server/web/live.ts'

/** The server of one fan-out measurement, a process of its own so that its CPU time is its own. */
export type Mode = 'feed' | 'emit-each' | 'raw-ws'

const DELTAS_PER_S = 200
const CARS = 1_000
const BATCH_MS = 200
const FINDINGS_MS = 3_000

let count = 0
const nextDelta = (): PositionDelta => {
  const car = count++ % CARS
  return [`vehicle/${car}`, 116 + car / 9973, 30 + car / 9967, 36.5, 127, 8, Date.now(), 'live']
}

const status: StatusView = {
  now: 0,
  store: { kind: 'postgresql', version: '' },
  newestDataAt: 0,
  unacknowledged: { A: 0, B: 0, C: 0 },
  unobservable: 0,
  onDuty: [],
  outage: null,
  rollCall: { next: null, running: 0 },
  demo: null,
}
const snapshot: Snapshot = { seq: 0, at: 0, carriers: [], findings: [], units: [], zones: [], status }
const user: UserView = {
  name: 'bench',
  displayName: 'bench',
  role: 'supervisor',
  unit: null,
  officer: null,
  permissions: [],
}

const finding = (at: number): FindingView => ({
  finding: {
    id: `bench/${at}`,
    rule: 'bench',
    subject: 'vehicle/1',
    grade: 'A',
    since: at,
    openedAt: at,
    evidence: [1, 2, 3],
    facts: { speedKmh: 120 },
    concerns: { unit: 's1', carrier: 'vehicle/1', officers: [], place: [116, 30] },
  },
  title: { zh: '测量', en: 'Measured' },
  active: true,
  endedAt: null,
  acknowledged: null,
  claimed: null,
  shelved: null,
  verified: null,
  dismissal: null,
  closed: null,
  status: 'new',
  seq: count,
})

let tellFinding = (): void => {}

/** The product's own feed, with the changes made up here. */
const feed = (http: ReturnType<typeof createServer>): ((delta: PositionDelta) => void) => {
  let heard: (change: Change) => void = () => {}
  createFeed({
    http,
    supervision: {
      register: createRegister(),
      seq: () => count,
      now: Date.now,
      unansweredMs: () => 0,
      onChange: (listener) => {
        heard = listener
        return () => true
      },
    },
    console: { snapshotFor: () => snapshot, statusFor: () => status },
    journal: { append: async () => [] },
    sessions: {
      find: async () => ({ is: 'open', session: { id: 'bench', user } }),
      touch: async () => {},
      endedAmong: async () => new Map(),
    },
    clock: Date.now,
    houseClock: Date.now,
    log: quiet,
    origin: { allowed: [] },
    cookie: { secure: false },
    trustProxy: false,
    demo: null,
  })
  tellFinding = () => heard({ is: 'finding', unit: 's1', view: finding(Date.now()) })
  return (delta) => heard({ is: 'position', unit: 's1', delta })
}

/** What a first attempt would do: one emit a delta. */
const emitEach = (http: ReturnType<typeof createServer>): ((delta: PositionDelta) => void) => {
  const io = new Server(http, { path: LIVE_PATH, serveClient: false, perMessageDeflate: false })
  return (delta) => void io.emit('position', { seq: count, delta })
}

/** The least that a WebSocket can cost: the same batches, encoded once, without Socket.IO. */
const rawWs = (http: ReturnType<typeof createServer>): ((delta: PositionDelta) => void) => {
  const wss = new WebSocketServer({ server: http, perMessageDeflate: false })
  let waiting: PositionDelta[] = []
  let n = 0
  setInterval(() => {
    const text = JSON.stringify(['positions', { seq: count, n: ++n, at: Date.now(), items: waiting }])
    waiting = []
    for (const client of wss.clients) client.send(text)
  }, BATCH_MS)
  return (delta) => void waiting.push(delta)
}

const kinds: Record<Mode, typeof feed> = { feed, 'emit-each': emitEach, 'raw-ws': rawWs }
const http = createServer()
const tell = kinds[process.argv[2] as Mode](http)
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }))

process.on('message', ({ measureMs }: { measureMs: number }) => {
  let due = performance.now()
  setInterval(() => {
    for (; due <= performance.now(); due += 1000 / DELTAS_PER_S) tell(nextDelta())
  }, 5)
  // A second to warm up, then the CPU time of the whole process over the span.
  setTimeout(() => {
    const [cpu, from] = [process.cpuUsage(), performance.now()]
    setTimeout(() => {
      const { user: u, system } = process.cpuUsage(cpu)
      const cpuPercent = (u + system) / 10 / (performance.now() - from)
      // Findings come on top of the same load, but not into the CPU figure: the peers have none.
      const findings = setInterval(() => tellFinding(), 97)
      setTimeout(() => {
        clearInterval(findings)
        process.send?.({ cpuPercent })
      }, FINDINGS_MS)
    }, measureMs)
  }, 1_000)
})
