import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FeatureCollection } from 'geojson'
import pino, { type Logger } from 'pino'
import { type DemoPace, demoClock, worldClock } from './clock.ts'
import { type Config, placesIn, readConfig } from './config.ts'
import { type DemoAccount, importDemoCounty, openDemoAccounts, writeDemoTokens } from './demo.ts'
import { openDemoCameras } from './demo-cameras.ts'
import { openDemoDoors } from './demo-doors.ts'
import type { Clock, Instant } from './domain/time.ts'
import { readMappingsFile, readMqttClientsFile, readSourcesFile, readTrunkGatewaysFile } from './door-lists.ts'
import { createIntake, isIntakePath, startIntake } from './gateways/cloudevents.ts'
import { openDeviceBook } from './gateways/device-book.ts'
import { startJt808Gateway } from './gateways/jt808-gateway.ts'
import { startMqttGateway } from './gateways/mqtt.ts'
import { startOsmandGateway } from './gateways/osmand.ts'
import { createRows } from './gateways/rows/rows.ts'
import { startTrunkGateways } from './gateways/trunk/start.ts'
import { openJournal } from './journal/open.ts'
import { openSigningKey } from './journal/signing-key.ts'
import { openPhones } from './phones.ts'
import { besideOf, keptLonger } from './recordings.ts'
import { rollCallChannels } from './roll-call-channels.ts'
import { rulebook } from './rules/index.ts'
import { inProcessBus } from './storage/bus.ts'
import { openRedisBus } from './storage/bus-redis.ts'
import { migrate, openDatabase } from './storage/open.ts'
import { loadCountyLayer } from './supervision/import/county-layer.ts'
import { startRollCalls } from './supervision/roll-call/runner.ts'
import { startSupervision } from './supervision/supervision.ts'
import { openFootage } from './video/footage.ts'
import { usualLimits } from './video/ingest/picture.ts'
import { startVideo, type Video, type VideoOptions } from './video/video.ts'
import { WORKER_DOWNLOADS } from './video/worker/download.ts'
import { createWeb } from './web/web.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const COUNTY = path.join(ROOT, 'county')
const VERSION: string = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version
/** A demonstration's roster reaches a week ahead; a long one renews it. */
const ROSTER_RENEWED_MS = 24 * 3_600_000

export interface RunningServer {
  readonly url: string
  readonly ports: {
    readonly web: number
    readonly jt808: number
    readonly osmand: number
    /** 0 where there is no such door of ours. */
    readonly mqtt: number
    readonly intake: number
    /** Trunking gateways and their ports, by gateway and service. */
    readonly trunk: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
  readonly demoAccounts: readonly DemoAccount[]
  /** How a demonstration's clock runs; null when it is the world's. */
  readonly pace: DemoPace | null
  /** Moves a demonstration's clock on while it stands (before CLOCK_ANCHOR); otherwise nothing happens. */
  readonly moveClock: (to: Instant) => void
  /** Closes the doors, commits what was received, writes a snapshot and a checkpoint. */
  readonly close: () => Promise<void>
}

/** Builds and wires everything. Rejects, saying why, when a part cannot start; nothing is then left running. */
export const startServer = async (config: Config, log: Logger = logOf(config)): Promise<RunningServer> => {
  const closers: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  const later = <T extends { close(): unknown }>(part: T): T => {
    closers.push(() => part.close())
    return part
  }
  try {
    fs.mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
    const { clock, begin, moveClock } = paceOf(config)
    const places = placesIn(config.dataDir)
    const database = later(
      await openDatabase({
        databaseUrl: config.databaseUrl,
        dataDir: places.store,
        cacheDir: path.join(ROOT, '.cache'),
        log,
      }),
    )
    await migrate(database)
    const bus = later(config.redisUrl ? await openRedisBus({ url: config.redisUrl, log }) : inProcessBus())
    const journal = later(await openJournal({ database, clock, bus, signingKey: places.signingKey, log }))
    const store = { database, journal, clock }
    if (config.demo) closers.push(await keepDemoCounty(store, config.demoCounty, log))
    const demoAccounts = config.demo ? await openDemoAccounts(store, places.demoAccounts) : []

    const onBroken = (error: unknown): void => {
      log.fatal({ err: error }, 'a broken invariant: the process stops; the journal makes a restart safe')
      process.exit(70)
    }
    const supervision = await startSupervision({ database, journal, rulebook, log, version: VERSION, onBroken })
    closers.push(supervision.stop)

    const book = await openDeviceBook(journal)
    const secret = deviceSecret(places.deviceSecret)
    const counts = new Map<string, number>()
    const metrics = { add: (name: string, by = 1) => void counts.set(name, (counts.get(name) ?? 0) + by) }
    const shared = { journal, book, clock, secret, log, metrics }
    const jt808 = later(await startJt808Gateway({ ...shared, ...config.jt808 }))
    if (config.demo)
      writeDemoTokens(
        supervision.register.devices().map((d) => d.device),
        secret,
        places.demoTokens,
      )
    const osmand = later(await startOsmandGateway({ ...shared, host: config.host, port: config.osmandPort }))

    if (config.demo) openDemoDoors(places, secret)
    const sources = readSourcesFile(config.intake.sources)
    const mappings = readMappingsFile(config.intake.mappings)
    const rows = mappings.length > 0 ? later(createRows({ journal, mappings, sources, clock, log })) : undefined
    const door = { journal, sources, clock, log, rows }
    const takeEvents = createIntake(door)
    const { host: intakeHost, port: intakePort } = config.intake
    const intake =
      intakePort === undefined ? { port: 0 } : later(await startIntake({ ...door, host: intakeHost, port: intakePort }))
    const { clients, ...broker } = config.mqtt
    const mqtt = later(
      await startMqttGateway({ ...broker, journal, clock, log, clients: readMqttClientsFile(clients) }),
    )
    const trunks = later(
      await startTrunkGateways({ journal, book, clock, log, metrics }, readTrunkGatewaysFile(config.trunkGateways)),
    )

    const { folder, whenFull, ...limits } = config.recordings
    const { register } = supervision
    const footage = later(
      await openFootage({
        ...{ database, journal, clock, log, folder, whenFull, limits },
        caseAreaOf: (room) => register.custody.room(room)?.area ?? null,
        settingOf: keptLonger(supervision),
        carrierOf: (camera) => register.device(camera)?.carrier ?? null,
        installed: (sensor) => register.custody.sensor(sensor) !== undefined,
        owner: () => register.units().find((u) => u.parent === null)?.unit,
        archives: {
          ...{ ffmpeg: config.video.ffmpeg, program: `custodes ${VERSION}`, key: openSigningKey(places.signingKey) },
          beside: besideOf(supervision),
        },
      }),
    )

    const noSoundIn = (room: string): boolean => register.custody.room(room)?.kind === 'lawyer-room'
    const video = config.video.on
      ? later(await openVideo(config, places, { database, journal, clock, log, sink: footage.sink, noSoundIn }))
      : undefined
    if (video && config.demo && !(await openDemoCameras(store, video, config.demoCounty ?? COUNTY, places.demoCameras)))
      log.warn({}, 'cameras are not simulated here: GStreamer’s RTSP server is not installed')
    const phones =
      video && later(openPhones({ ...{ database, journal, clock, log, video, register, footage }, ...config.video }))
    const county = await keepCountyLayer(database)
    const web = later(
      createWeb({
        database,
        journal,
        supervision,
        clock,
        log,
        county,
        footage,
        intake: { owns: isIntakePath, handle: takeEvents },
        ...(video && { video }),
        phones,
        locate: async (device) => (await jt808.locate(device)) !== undefined,
        config: {
          version: VERSION,
          origins: config.publicOrigins,
          trustProxy: config.trustProxy,
          redisUrl: config.redisUrl,
          staticDir: path.join(ROOT, 'dist'),
          tiles: config.tiles ? { ...config.tiles, attribution: '', minZoom: 1, maxZoom: 18 } : null,
          demo: config.demo ? { clockSpeed: config.clock.speed, accounts: demoAccounts } : null,
        },
      }),
    )
    const channels = rollCallChannels({ trunks, jt808, isOpen: web.feed.isOpen, register, clock })
    later(startRollCalls({ database, journal, supervision, clock, channels, log }))
    const address = await web.listen(config.port, config.host)
    const ports = {
      web: address.port,
      jt808: jt808.port,
      osmand: osmand.port,
      mqtt: mqtt.port,
      intake: intake.port,
      trunk: Object.fromEntries(trunks.all().map((t) => [t.gateway, t.ports])),
    }
    log.info({ ...ports, store: database.kind, version: VERSION }, 'ready')
    return { url: `http://${config.host}:${address.port}`, ports, demoAccounts, pace: begin(), moveClock, close }
  } catch (error) {
    await close().catch((err: unknown) => log.error({ err }, 'closing after a failed start'))
    throw error
  }
}

const logOf = (config: Config): Logger =>
  pino({ level: config.logLevel, redact: ['password', 'cookie', 'authorization', '*.password', 'req.headers'] })

interface Paced {
  readonly clock: Clock
  readonly begin: () => DemoPace | null
  readonly moveClock: (to: Instant) => void
}
/** The house's clock. A demonstration's may stand still until `begin`; `begin` tells its pace, null for the world's. */
const paceOf = ({ demo, clock: { epoch, anchor, speed } }: Config): Paced => {
  if (!demo || (epoch === undefined && speed === 1))
    return { clock: worldClock, begin: () => null, moveClock: () => {} }
  let pace: DemoPace = { epoch: epoch ?? worldClock(), anchor: anchor ?? Number.POSITIVE_INFINITY, speed }
  const begin = (): DemoPace => {
    if (anchor === undefined) pace = { ...pace, anchor: worldClock() }
    return pace
  }
  const moveClock = (to: Instant): void => {
    if (worldClock() < pace.anchor && to > pace.epoch) pace = { ...pace, epoch: to }
  }
  return { clock: demoClock(() => pace), begin, moveClock }
}

/** The secret from which every device's credential is made; losing it means registering all of them again. */
const deviceSecret = (file: string): Buffer => {
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  return Buffer.from(fs.readFileSync(file, 'utf8'), 'base64')
}

/** Cameras, their recordings and live pictures. */
const openVideo = (
  { video: v }: Config,
  places: ReturnType<typeof placesIn>,
  store: Pick<VideoOptions, 'database' | 'journal' | 'clock' | 'log' | 'sink' | 'noSoundIn'>,
): Promise<Video> =>
  startVideo({
    ...store,
    ...v,
    keyFile: places.cameraKey,
    downloads: v.download ? WORKER_DOWNLOADS : undefined,
    picture: v.watchPicture ? usualLimits : null,
  })

/** Imports the fictional county now and renews its roster while a demonstration lasts. Returns how to stop. */
const keepDemoCounty = async (
  store: Parameters<typeof importDemoCounty>[0],
  folder: string | undefined,
  log: Logger,
): Promise<() => void> => {
  await importDemoCounty(store, folder)
  const renew = setInterval(() => {
    importDemoCounty(store, folder, false).catch((err: unknown) =>
      log.error({ err }, 'the roster could not be renewed'),
    )
  }, ROSTER_RENEWED_MS)
  return () => clearInterval(renew)
}

/** The base layer as imported; read once, an import by the command shows after a restart. */
const keepCountyLayer = async (database: Parameters<typeof loadCountyLayer>[0]): Promise<() => FeatureCollection> => {
  const layer = await loadCountyLayer(database)
  return () => layer
}

const announce = ({ url, ports, demoAccounts }: RunningServer): void => {
  console.log(
    `\n  custodes ${VERSION}\n\n  控制台 console   ${url}\n  JT/T 808         port ${ports.jt808}\n  OsmAnd           port ${ports.osmand}\n  MQTT             port ${ports.mqtt}\n`,
  )
  if (demoAccounts.length === 0) return
  console.log('  演示账号 demo accounts (name / password)')
  for (const { name, password, title } of demoAccounts)
    console.log(`    ${name.padEnd(14)} ${password}   ${title.zh} · ${title.en}`)
  console.log('')
}

const main = async (): Promise<void> => {
  const result = readConfig()
  if ('problems' in result) {
    for (const problem of result.problems) console.error(problem)
    process.exit(78)
  }
  const log = logOf(result.config)
  const server = await startServer(result.config, log)
  announce(server)
  // Whoever started us as a child, such as `npm start`, may now let the simulated county drive.
  process.send?.({ ready: server.ports, pace: server.pace })
  // They may also say what time it is while a demonstration's clock stands: a scene of hours then takes seconds.
  process.on('message', (message: { readonly clock?: unknown }) => {
    if (typeof message.clock !== 'number') return
    server.moveClock(message.clock)
    process.send?.({ clock: message.clock })
  })
  let stopping = false
  const stop = (why: string): void => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ why }, 'stopping')
    server.close().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal))
  // Whoever started us as a child and died takes the server along, instead of leaving it with nobody to stop it.
  process.once('disconnect', () => stop('parent gone'))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
