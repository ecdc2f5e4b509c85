import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '../../server/contract/http.ts'
import type { FindingView } from '../../server/contract/views.ts'
import { TYPESCRIPT } from '../../server/storage/thread.ts'

export interface Ports {
  readonly web: number
  readonly jt808: number
  readonly osmand: number
  readonly mqtt: number
}

/** How a demonstration's clock runs; null when it is the world's. */
export type Pace = { readonly epoch: number; readonly anchor: number; readonly speed: number } | null

/** How the house is to be started; every setting is one of docs/operations.md. */
export interface HouseOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Data folder to start on; a new one unless told. */
  readonly dataDir?: string
}

/** The whole server as a process of its own, as `npm start` runs it. */
export interface House {
  readonly dataDir: string
  readonly ports: Ports
  readonly pace: Pace
  readonly url: string
  readonly process: ChildProcess
  /** What it logged so far. */
  readonly log: () => string
  /** Ends it as an operator would; resolves with the exit code. */
  readonly stop: () => Promise<number | null>
  /** Ends it as a power supply would. */
  readonly kill: () => Promise<void>
}

const READY_WITHIN_MS = 120_000

/** Starts the server on free ports (or those asked for) and resolves once it is ready. Rejects with its log. */
export const startHouse = async ({ env = {}, dataDir = newFolder() }: HouseOptions = {}): Promise<House> => {
  const defaults = {
    DEMO: '1',
    PORT: '0',
    JT808_PORT: '0',
    OSMAND_PORT: '0',
    MQTT_PORT: '0',
    VIDEO: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
  }
  const child = spawn(process.execPath, ['--import', TYPESCRIPT, 'server/main.ts'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, ...defaults, ...env },
  })
  // However the run ends, no server is left behind.
  const killChild = (): void => void child.kill('SIGKILL')
  process.once('exit', killChild)
  child.once('exit', () => process.off('exit', killChild))
  let log = ''
  const hear = (chunk: Buffer): void => {
    log = (log + chunk.toString()).slice(-20_000)
  }
  child.stdout!.on('data', hear)
  child.stderr!.on('data', hear)
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const { ready: ports, pace } = await new Promise<{ ready: Ports; pace: Pace }>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready after ${READY_WITHIN_MS} ms\n${log}`)), READY_WITHIN_MS)
    child.once('message', (message) => {
      clearTimeout(timer)
      resolve(message as { ready: Ports; pace: Pace })
    })
    gone.then((code) => reject(new Error(`ended with ${code} before it was ready\n${log}`)))
  })
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    return gone
  }
  return {
    dataDir,
    ports,
    pace,
    url: `http://127.0.0.1:${ports.web}`,
    process: child,
    log: () => log,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL').then(() => undefined),
  }
}

export const newFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'custodes-journey-'))

/** Sets the clock of a house in which it stands otherwise; resolves when it shows the instant. */
export const clockOf =
  (house: Pick<House, 'process'>) =>
  (instant: number): Promise<void> =>
    new Promise((resolve) => {
      const heard = (message: unknown): void => {
        if (!(typeof message === 'object' && message !== null && 'clock' in message)) return
        house.process.off('message', heard)
        resolve()
      }
      house.process.on('message', heard)
      house.process.send({ clock: instant })
    })

/** Passwords of the demonstration's accounts, as the server keeps them for whoever started it. */
export const passwordOf = (house: Pick<House, 'dataDir'>, name: string): string =>
  JSON.parse(fs.readFileSync(path.join(house.dataDir, 'demo-accounts.json'), 'utf8'))[name]

/** Devices' tokens, for the simulated phones. */
export const tokensOf = (house: Pick<House, 'dataDir'>): Record<string, string> =>
  JSON.parse(fs.readFileSync(path.join(house.dataDir, 'demo-tokens.json'), 'utf8'))

/** How the demonstration's 110 desk gets in. */
export const deskOf = (house: Pick<House, 'dataDir'>): { secret: string; desk: string; cameras: string } =>
  JSON.parse(fs.readFileSync(path.join(house.dataDir, 'demo-doors.json'), 'utf8')).dispatch

/** A console without a browser: logs in and asks. Throws the refusal. */
export const consoleOf = async (house: House, name: string) => {
  const ask = async <T>(
    method: string,
    route: string,
    body?: object,
    cookie = '',
  ): Promise<{ reply: T; cookie: string }> => {
    const response = await fetch(house.url + route, {
      method,
      headers: { 'content-type': 'application/json', origin: house.url, cookie },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const reply = (await response.json()) as T
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${JSON.stringify(reply)}`)
    return {
      reply,
      cookie: response.headers
        .getSetCookie()
        .map((c) => c.split(';')[0])
        .join('; '),
    }
  }
  const { cookie } = await ask('POST', '/api/session', { name, password: passwordOf(house, name) })
  return {
    /** Of its session, for the live feed. */
    cookie,
    get: async <T>(route: string): Promise<T> => (await ask<T>('GET', route, undefined, cookie)).reply,
    post: async <T>(route: string, body: object = {}): Promise<T> => (await ask<T>('POST', route, body, cookie)).reply,
    put: async <T>(route: string, body: object): Promise<T> => (await ask<T>('PUT', route, body, cookie)).reply,
  }
}

/** What ships switched off is proposed by one person and confirmed by another. */
export const switchOn = async (house: House, rules: readonly string[]): Promise<void> => {
  const [chief, leader] = [await consoleOf(house, 'chief'), await consoleOf(house, 'leader')]
  for (const rule of rules) {
    const asked = { on: true, validFrom: null, reason: '本局决定启用' }
    const { proposal } = await chief.post<{ proposal: { id: string } }>(`/api/rules/${rule}/switch`, asked)
    await leader.post(`/api/proposals/${proposal.id}/confirm`, {})
  }
}

/** A value that the law leaves open is proposed by one person and confirmed by another. */
export const setValue = async (house: House, rule: string, param: string, value: number): Promise<void> => {
  const [chief, leader] = [await consoleOf(house, 'chief'), await consoleOf(house, 'leader')]
  const asked = { param, value, validFrom: null, reason: '本局设定' }
  const { proposal } = await chief.post<{ proposal: { id: string } }>(`/api/rules/${rule}/settings`, asked)
  await leader.post(`/api/proposals/${proposal.id}/confirm`, {})
}

/** Every finding that the console shows. */
export const findingsOf = async (house: House): Promise<readonly FindingView[]> => {
  const seat = await consoleOf(house, 'supervisor')
  const views: FindingView[] = []
  for (let page = 1; ; page++) {
    const { items, total } = await seat.get<Page<FindingView>>(`/api/findings?pageSize=100&page=${page}`)
    views.push(...items)
    if (items.length === 0 || views.length >= total) return views
  }
}

/** What it warned of, except that the demonstration's ticket system does not number its records: a start says so. */
export const complaintsOf = (house: Pick<House, 'log'>): readonly string[] =>
  house
    .log()
    .split('\n')
    .filter((line) => line.includes('"level":') && !line.includes('does not number its records'))

/** Asks again until the answer satisfies, or gives the last one up with the test's own message. */
export const eventually = async <T>(
  ask: () => Promise<T>,
  good: (answer: T) => boolean,
  withinMs: number,
): Promise<T> => {
  const until = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (good(answer) || Date.now() > until) return answer
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
