import { z } from 'zod'
import type { Role } from '../../server/contract/roles.ts'
import type { Grade } from '../../server/domain/finding.ts'
import type { DataOf, Observation, ObservationKind } from '../../server/domain/observation/index.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { type AnyRule, defineRule } from '../../server/rules/define-rule.ts'
import type { Database } from '../../server/storage/database.ts'
import { quiet } from '../../server/storage/log.ts'
import { type SupervisionOptions, startSupervision } from '../../server/supervision/supervision.ts'
import { createAccounts } from '../../server/web/accounts.ts'
import { createWeb, type WebOptions } from '../../server/web/web.ts'
import { testStore } from '../support/database.ts'
import { memoryJournal } from '../support/memory-journal.ts'

/** A Monday morning in China. */
export const START = Date.parse('2026-03-02T08:00:00+08:00')

/** A clock that a test moves; it runs by itself so that timers of the house see time pass. */
export const movingClock = () => {
  const begun = Date.now()
  let ahead = 0
  const clock = () => START + (Date.now() - begun) + ahead
  return Object.assign(clock, {
    forward: (ms: number): void => {
      ahead += ms
    },
  })
}

interface Over {
  speed: number
  since: number | null
  seqs: number[]
  at: number
}

/** Faster than 100 km/h: the simplest rule that opens and ends findings, one for each grade by the car's name. */
export const speedRule = (grade: Grade): AnyRule =>
  defineRule<Over, { limit: number }, 'position.reported'>({
    id: `test.speed-${grade.toLowerCase()}`,
    title: { zh: `车速过高（${grade}）`, en: `Too fast (${grade})` },
    grade,
    citations: [
      { law: '测试', article: '第一条', text: '测试', inForce: { from: '2020-01-01' }, checked: 'secondary' },
    ],
    paramSchema: z.object({ limit: z.number() }),
    params: [{ from: '2020-01-01', value: { limit: 100 } }],
    localSettings: [],
    limits: { zh: '只看车速', en: 'Sees speed only' },
    consumes: ['position.reported'],
    subject: (o) => (o.data.carrier?.startsWith(`vehicle/${grade.toLowerCase()}`) ? o.data.carrier : undefined),
    initial: { speed: 0, since: null, seqs: [], at: 0 },
    evolve: (state, { seq, observation: o }) => {
      const speed = o.data.speedKmh ?? 0
      if (speed <= 100) return { speed, since: null, seqs: [], at: o.observedAt }
      return { speed, since: state.since ?? o.observedAt, seqs: [...state.seqs, seq].slice(-20), at: o.observedAt }
    },
    evaluate: (state, { register, subject }) =>
      state.since === null
        ? { is: 'clear' }
        : {
            is: 'breach',
            since: state.since,
            evidence: state.seqs,
            facts: { speedKmh: state.speed },
            concerns: { unit: register.unitOf(subject) ?? null, carrier: subject, officers: [], place: null },
          },
  })

export const rules: readonly AnyRule[] = [speedRule('A'), speedRule('B'), speedRule('C')]

export const observe = <K extends ObservationKind>(kind: K, observedAt: number, data: DataOf<K>): Observation =>
  ({ kind, observedAt, data }) as unknown as Observation

let keys = 0
/** Journals observations as a device would. */
export const say = async (journal: Journal, ...observations: Observation[]) =>
  journal.append(
    observations.map((observation) => ({
      source: 'test',
      key: `k${keys++}`,
      observation,
      raw: new Uint8Array([0x7e, keys & 255, 0x7e]),
    })),
  )

/** Two stations with a car for every grade each, and their officers. */
export const county = (at: number): Observation[] => [
  ...['s1', 's2'].map((unit) =>
    observe('unit.registered', at, {
      unit,
      name: { zh: `${unit}派出所`, en: `Station ${unit}` },
      kind: 'station',
      parent: null,
      place: [116, 30],
    }),
  ),
  ...['s1', 's2'].flatMap((unit) =>
    ['a', 'b', 'c'].flatMap((grade) => [
      observe('vehicle.registered', at, {
        vehicle: `${grade}-${unit}`,
        plate: `皖H·${grade}${unit}`,
        unit,
        name: { zh: `${grade}-${unit}`, en: `${grade}-${unit}` },
      }),
      observe('device.bound', at, {
        device: `jt808:${grade}${unit}`,
        carrier: `vehicle/${grade}-${unit}`,
        owner: unit,
      }),
    ]),
  ),
  observe('zone.drawn', at, zoneOf('z-s1', 's1', at)),
  observe('zone.drawn', at, zoneOf('z-s2', 's2', at)),
]

export const zoneOf = (zone: string, unit: string | null, validFrom: number): DataOf<'zone.drawn'> => ({
  zone,
  kind: 'beat',
  name: { zh: zone, en: zone },
  unit,
  polygon: [
    [
      [116, 30],
      [116.1, 30],
      [116.1, 30.1],
      [116, 30.1],
      [116, 30],
    ],
  ],
  validFrom,
  routePoints: [],
  limitKmh: null,
  by: 'system',
  reason: 'import',
})

/** A call for help in a unit's area. */
export const callOf = (unit: string): DataOf<'call.received'> => ({
  incident: 'j',
  channel: '110',
  area: 'urban',
  urgency: 'urgent',
  category: null,
  test: false,
  place: [106.2, 38.3],
  caller: null,
  unit,
  endedAt: null,
})

/** A questioning room of a unit. */
export const caseRoom = (unit: string): DataOf<'room.registered'> => ({
  room: `r-${unit}`,
  name: { zh: `询问室${unit}`, en: `Room ${unit}` },
  unit,
  kind: 'questioning-room',
  facility: 'station',
  area: `area-${unit}`,
  areaCode: null,
  standard: true,
  waitingRoomApproved: null,
  usableAreaM2: null,
  heightM: null,
  fixedSeat: null,
  rightsDisplayed: null,
})

/** A roll-call that lists the duty officer of a unit. */
export const rollCallOf = (unit: string, at: number, cycle: string): Observation[] => [
  observe('roll-call.opened', at, {
    cycle,
    mode: 'on-demand',
    by: 'supervisor',
    units: [unit],
    slot: null,
    drawnAt: null,
    keepOpenMinutes: 15,
    reason: 'test',
  }),
  observe('roll-call.listed', at, {
    cycle,
    target: `officer:officer/o-${unit}`,
    unit,
    post: 'officer',
    carrier: `officer/o-${unit}`,
    room: null,
    officers: [`o-${unit}`],
    channels: [{ channel: 'phone', device: null }],
    firstSeconds: 60,
    retrySeconds: 120,
    tries: 3,
    escalateAfter: 3,
  }),
]

export const fix = (
  car: string,
  observedAt: number,
  speedKmh: number,
  more: Partial<DataOf<'position.reported'>> = {},
): Observation =>
  observe('position.reported', observedAt, {
    device: `jt808:${car.replace('-', '')}`,
    carrier: `vehicle/${car}`,
    position: [116.05, 30.05],
    accuracyM: 10,
    altitudeM: null,
    speedKmh,
    headingDeg: 90,
    satellites: 9,
    ignitionOn: true,
    delivery: 'live',
    mocked: null,
    ...more,
  })

/** One store for a test file: the embedded one, or a fresh database on the run's own PostgreSQL. */
export const openStore = async (
  postgresqlUrl?: string,
): Promise<{ database: Database; close: () => Promise<void> }> => {
  const store = await testStore(postgresqlUrl)
  const database = await store.open()
  return {
    database,
    close: async () => {
      await database.close()
      store.remove()
    },
  }
}

const tables =
  'roll_call, roll_call_row, roll_call_seed, roll_call_lease, projection, position, finding, audit, engine_snapshot, session, login_attempt, account'

/** Forgets everything, so that the next test starts from nothing. */
export const emptyStore = async (database: Database): Promise<void> => {
  await database.query(`truncate ${tables} cascade`)
}

/** The memory journal, with a watermark that follows the clock as the real one's does. */
export const openJournal = (clock: () => number) => {
  const journal = memoryJournal(clock)
  return {
    ...journal,
    watermark: async () => {
      const mark = await journal.watermark()
      return { ...mark, recordedAt: Math.max(mark.recordedAt, clock()) }
    },
  }
}

export const PASSWORD = 'correct horse battery staple'
export const people: readonly { name: string; role: Role; unit: string | null }[] = [
  { name: 'supervisor', role: 'supervisor', unit: 'bureau' },
  { name: 'supervisor2', role: 'supervisor', unit: 'bureau' },
  { name: 'chief', role: 'chief', unit: 'bureau' },
  { name: 'leader', role: 'leader', unit: 'bureau' },
  { name: 'unit-leader', role: 'unit-leader', unit: 's1' },
  { name: 'unit-leader2', role: 'unit-leader', unit: 's2' },
  { name: 'officer', role: 'officer', unit: 's1' },
  { name: 'auditor', role: 'auditor', unit: null },
  { name: 'system-admin', role: 'system-admin', unit: null },
  { name: 'security-admin', role: 'security-admin', unit: null },
]

export interface HouseOptions {
  readonly database: Database
  readonly web?: Partial<WebOptions>
  readonly supervision?: Partial<SupervisionOptions>
  readonly config?: Partial<WebOptions['config']>
  /** Cameras on the house's own journal. */
  readonly video?: (parts: {
    readonly database: Database
    readonly journal: Journal
    readonly clock: () => number
  }) => Promise<NonNullable<WebOptions['video']>>
}

/** A whole house on a free port: memory journal, embedded store, supervision and web. */
export const openHouse = async ({ database, ...given }: HouseOptions) => {
  const clock = movingClock()
  const world = movingClock()
  const journal = openJournal(clock)
  await createAccounts(
    { database, journal, clock: world },
    people.map((p) => ({ ...p, displayName: p.name.toUpperCase(), password: PASSWORD })),
  )
  const supervision = await startSupervision({ database, journal, rulebook: rules, log: quiet, ...given.supervision })
  const video = await given.video?.({ database, journal, clock })
  const web = createWeb({
    database,
    journal,
    supervision,
    clock,
    worldClock: world,
    log: quiet,
    ...(video && { video }),
    ...given.web,
    config: {
      version: 'test',
      origins: [],
      trustProxy: false,
      staticDir: undefined,
      tiles: null,
      demo: null,
      rates: { perSecond: 1000, burst: 10_000 },
      ...given.config,
    },
  })
  const { port } = await web.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    port,
    clock,
    world,
    journal,
    supervision,
    web,
    close: async () => {
      await web.close()
      await video?.close()
      await supervision.stop()
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into replies of every shape
  readonly body: any
  readonly headers: Headers
}

/** A console's browser: keeps its cookie and asks. */
export const client = (url: string, cookie?: string) => {
  let held = cookie
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const res = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(held ? { cookie: held } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = res.headers.get('set-cookie')
    if (set) held = set.split(';')[0]!
    const text = await res.text()
    return { status: res.status, body: text.startsWith('{') ? JSON.parse(text) : text, headers: res.headers }
  }
  return { ask, cookie: () => held }
}

export const logIn = async (house: Pick<House, 'url'>, name: string) => {
  const c = client(house.url)
  const answer = await c.ask('POST', '/api/session', { name, password: PASSWORD })
  if (answer.status !== 200) throw new Error(`${name} could not log in: ${JSON.stringify(answer.body)}`)
  return c
}

/** Waits until something holds; fails after two seconds unless told. */
export const until = async (holds: () => boolean | Promise<boolean>, ms = 2_000): Promise<void> => {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`still not so after ${ms} ms: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
