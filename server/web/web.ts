import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import express, { type ErrorRequestHandler, type Express } from 'express'
import type { FeatureCollection } from 'geojson'
import type { Registry } from 'prom-client'
import type { TilesView, WelcomeView } from '../contract/views.ts'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import type { Database } from '../storage/database.ts'
import type { Log } from '../storage/log.ts'
import { createActs } from '../supervision/acts.ts'
import { createBacktest } from '../supervision/backtest/backtest.ts'
import { createConsole } from '../supervision/console.ts'
import { createRollCallActs } from '../supervision/roll-call/acts.ts'
import type { Supervision } from '../supervision/supervision.ts'
import type { Footage } from '../video/footage.ts'
import type { Phones } from '../video/phones/phones.ts'
import type { Video } from '../video/video.ts'
import { createAttempts } from './attempts.ts'
import type { Context, Locate } from './context.ts'
import { createDispatch, send } from './dispatch.ts'
import { createHealth } from './health.ts'
import { createFeed } from './live.ts'
import { createMetrics } from './metrics.ts'
import * as refusals from './refusals.ts'
import type { AnyRoute } from './route.ts'
import { routeTable } from './routes/index.ts'
import { securityHeaders } from './security.ts'
import { createSessions, type SessionLimits } from './sessions.ts'
import { staticFiles } from './static.ts'
import { endWithSessions } from './viewing.ts'

export interface WebConfig {
  readonly version: string
  /** Origins a browser may come from besides our own address. */
  readonly origins: readonly string[]
  /** A reverse proxy in front speaks TLS and sets X-Forwarded-*: cookies are then Secure. */
  readonly trustProxy: boolean
  /** Folder of the built console; undefined serves the API only. */
  readonly staticDir: string | undefined
  readonly tiles: TilesView | null
  /** Null everywhere but in a demonstration. */
  readonly demo: { readonly clockSpeed: number; readonly accounts: NonNullable<WelcomeView['demo']> } | null
  /** Redis, when several servers serve one bureau. */
  readonly redisUrl?: string | undefined
  readonly sessionLimits?: SessionLimits
  /** Requests of one session; an address has ten times as much. */
  readonly rates?: { readonly perSecond: number; readonly burst: number }
}

export interface WebOptions {
  readonly database: Database
  readonly journal: Journal
  readonly supervision: Supervision
  readonly config: WebConfig
  /** The house's clock: in a demonstration it may run faster than the world. */
  readonly clock: Clock
  /** The world's clock, by which sessions and locks are measured. */
  readonly worldClock?: Clock
  readonly log: Log
  /** Asks a device where it is; true once it answered. Without it nobody can be asked. */
  readonly locate?: Locate
  /** The base layer of our own: boundary, townships, roads, stations. */
  readonly county?: FeatureCollection | (() => FeatureCollection)
  readonly registry?: Registry
  /** Cameras; without it none are shown. */
  readonly video?: Video
  /** Officers' phones as cameras. */
  readonly phones?: Phones | undefined
  /** What is recorded; without it there is nothing to review. */
  readonly footage?: Footage | undefined
  /** A door of business systems on our port: it reads the raw body itself, because that is what is signed. */
  readonly intake?: {
    readonly owns: (path: string) => boolean
    readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  }
}

const BODY_LIMIT = '256kb'
const SWEEP_MS = 10_000
/** How long consoles and requests under way have to end when we stop. */
const GRACE_MS = 1_000

/** The console's server: HTTP routes, live feed, static files, health and metrics. Call `listen` to open it. */
export const createWeb = (options: WebOptions) => {
  const { database, journal, supervision, config, log } = options
  const houseClock = options.clock
  const clock = options.worldClock ?? Date.now
  const cookie = { secure: config.trustProxy }
  const origin = { allowed: config.origins }
  const limits = config.sessionLimits ? { limits: config.sessionLimits } : {}
  const sessions = createSessions({ database, journal, clock, houseClock, ...limits })
  const view = createConsole(supervision)
  const demo = config.demo && { clockSpeed: config.demo.clockSpeed }
  const app = express()
  const server = createServer(
    // Slow senders are cut off by node itself.
    { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 },
    app,
  )
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const feedOptions = { http: server, supervision, console: view, journal, sessions, clock, houseClock, log }
  const { video } = options
  const feed = createFeed({
    ...feedOptions,
    origin,
    cookie,
    trustProxy: config.trustProxy,
    demo,
    ...(video && { video }),
  })
  const stopViewing = endWithSessions([video?.viewers ?? [], options.phones ?? []].flat(), sessions, log)
  const metrics = createMetrics(options.registry)
  metrics.watch(supervision, feed)
  const health = createHealth(database, supervision, clock, options.footage?.problem)
  const { county } = options
  const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] }

  const backtest = createBacktest({ journal, rulebook: supervision.rulebook, log })
  const context: Context = {
    database,
    journal,
    supervision,
    console: view,
    acts: createActs(supervision),
    backtest,
    rollCalls: createRollCallActs(supervision, houseClock),
    sessions,
    attempts: createAttempts(database, clock),
    clock,
    houseClock,
    locate: options.locate ?? (() => Promise.resolve(false)),
    video: options.video,
    phones: options.phones,
    county: typeof county === 'function' ? county : () => county ?? nothing,
    welcome: { version: config.version, demo: config.demo?.accounts ?? null, tiles: config.tiles },
    room: feed.roomFor,
    footage: options.footage,
    refusedTo: (by, what, reason) => dispatch.recordRefusal(by, what, reason),
  }
  const routes = routeTable(context)
  const rates = config.rates ?? { perSecond: 40, burst: 120 }
  const dispatch = createDispatch({
    journal,
    sessions,
    clock,
    houseClock,
    log,
    origin,
    cookie,
    rates,
    answered: metrics.answered,
  })

  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', config.trustProxy ? 1 : false)
  app.use(securityHeaders({ tiles: config.tiles?.url, tls: config.trustProxy }))
  openOperations(app, health, metrics.registry)
  const { intake } = options
  if (intake) app.use((req, res, next) => (intake.owns(req.path) ? void intake.handle(req, res) : next()))
  app.use('/api', express.json({ limit: BODY_LIMIT, strict: true }))
  for (const row of routes) app[lower(row)](row.path, dispatch.handle(row))
  app.use('/api', (_req, res) => send(res, refusals.noSuchRoute))
  if (config.staticDir !== undefined) app.use(staticFiles(config.staticDir))
  app.use((_req, res) => {
    res.status(404).type('text/plain').send('404')
  })
  app.use(onError(log))

  const sweeper = setInterval(() => {
    sessions.sweep().catch((error) => log.warn({ err: error }, 'sessions could not be swept'))
  }, SWEEP_MS)

  return {
    server,
    routes,
    sessions,
    feed,
    health,
    /** Opens the door; port 0 takes any free one. Resolves with where it listens. */
    listen: async (port: number, host: string): Promise<AddressInfo> => {
      if (config.redisUrl !== undefined) await feed.join(config.redisUrl)
      return new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          void health.probe()
          resolve(server.address() as AddressInfo)
        })
      })
    },
    close: async (): Promise<void> => {
      clearInterval(sweeper)
      stopViewing()
      health.stop()
      await backtest.cancel('system')
      // A console that takes nothing must not keep us from stopping.
      const cut = setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, GRACE_MS)
      server.closeIdleConnections()
      await feed.close()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
      clearTimeout(cut)
    },
  }
}
export type Web = ReturnType<typeof createWeb>

const lower = (row: AnyRoute) => row.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'

/** For the machines that run us: nothing here names a person, a car or a place. */
const openOperations = (app: Express, health: ReturnType<typeof createHealth>, registry: Registry): void => {
  app.get('/healthz', (_req, res) => {
    res.json({ alive: true })
  })
  app.get('/readyz', (_req, res) => {
    const state = health.now()
    res.status(state.ready ? 200 : 503).json(state)
  })
  app.get('/metrics', async (_req, res, next) => {
    try {
      res.type(registry.contentType).send(await registry.metrics())
    } catch (error) {
      next(error)
    }
  })
}

/** What Express and its body parser reject; nobody outside ever sees a stack. */
const onError =
  (log: WebOptions['log']): ErrorRequestHandler =>
  (error, _req, res, next) => {
    if (res.headersSent) return next(error)
    const type = (error as { type?: string }).type ?? ''
    if (type === 'entity.too.large') return send(res, refusals.tooLarge)
    if (type.startsWith('entity.') || type.startsWith('encoding.') || type.startsWith('charset.'))
      return send(res, refusals.notJson)
    if (error instanceof URIError) return send(res, refusals.noSuchRoute)
    log.error({ err: error }, 'a request failed')
    send(res, refusals.unavailable)
  }
