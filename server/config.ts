import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const list = z.string().transform((s) =>
  s
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item.length > 0),
)
const flag = z.enum(['0', '1']).transform((v) => v === '1')

/**
 * Everything that can be set from outside, with its default. docs/operations.md explains each one;
 * a test holds the two together.
 */
const schema = z.object({
  HOST: z.string().default('127.0.0.1').describe('address the console listens on'),
  PORT: port.default(8080).describe('port of the console'),
  JT808_HOST: z.string().default('127.0.0.1').describe('address for vehicle terminals'),
  JT808_PORT: port.default(8808).describe('TCP port for vehicle terminals (JT/T 808)'),
  OSMAND_PORT: port.default(5055).describe('HTTP port for phones (OsmAnd protocol)'),
  INTAKE_HOST: z.string().default('127.0.0.1').describe('address of the second door for business systems'),
  INTAKE_PORT: port
    .optional()
    .describe('a second port for signed CloudEvents; without it only POST /intake/cloudevents on PORT'),
  INTAKE_SOURCES: z
    .string()
    .optional()
    .describe('file with the business systems that may send events; DATA_DIR/intake-sources.json unless set'),
  ROW_MAPPINGS: z
    .string()
    .optional()
    .describe('file that says how the tables of ticket systems are read; DATA_DIR/row-mappings.json unless set'),
  MQTT_HOST: z.string().default('127.0.0.1').describe('address for the rooms of case areas'),
  MQTT_PORT: port.default(1883).describe('TCP port of our MQTT broker'),
  MQTT_CLIENTS: z
    .string()
    .optional()
    .describe('file with the devices that may connect; DATA_DIR/mqtt-clients.json unless set'),
  MQTT_URL: z
    .url({ protocol: /^mqtts?$/ })
    .optional()
    .describe('the bureau’s own broker instead of ours'),
  TRUNK_GATEWAYS: z
    .string()
    .optional()
    .describe('file with the trunking radio gateways; DATA_DIR/trunk-gateways.json unless set'),
  VIDEO: flag.default(true).describe('0: no cameras are taken in here'),
  FFMPEG: z.string().default('ffmpeg').describe('the program that takes cameras in; ffprobe lies beside it'),
  VIDEO_DIR: z.string().optional().describe('recordings and snapshots; DATA_DIR/video unless set'),
  VIDEO_SEGMENT_SECONDS: z.coerce.number().int().min(2).max(600).default(60).describe('length of a piece of recording'),
  VIDEO_WATCH_PICTURE: flag.default(true).describe('1: look whether pictures are dark, covered or frozen'),
  MEDIASOUP_WORKER_BIN: z
    .string()
    .optional()
    .describe('a media worker built elsewhere; none is then downloaded or built'),
  MEDIA_DOWNLOAD: flag
    .default(true)
    .describe('1: ask for the makers’ own build of the media worker before building one'),
  MEDIA_CACHE: z.string().optional().describe('where a media worker is kept; ~/.cache/custodes unless set'),
  MEDIA_LISTEN: z.string().default('127.0.0.1').describe('address at which viewers’ browsers reach live video'),
  MEDIA_ANNOUNCE: z.string().optional().describe('the address browsers are told, when it is another one'),
  MEDIA_PORT: port
    .default(40_000)
    .describe('UDP and TCP port of live video for the first media worker, the next has the next; 0: any'),
  MEDIA_WORKERS: z.coerce.number().int().min(1).max(64).optional().describe('media workers; one a core unless set'),
  DATA_DIR: z.string().default('data').describe('embedded store, keys, county layer'),
  VIDEO_STOP_BELOW_MB: z.coerce
    .number()
    .int()
    .min(64)
    .default(1024)
    .describe('free megabytes below which nothing more is recorded'),
  VIDEO_MAKE_ROOM_BELOW_MB: z.coerce
    .number()
    .int()
    .min(128)
    .default(5120)
    .describe('free megabytes below which recordings past their time make room'),
  VIDEO_WHEN_FULL: z
    .enum(['stop', 'oldest'])
    .default('stop')
    .describe('when that is not enough: stop recording, or let the oldest go early (never case area, duty room, body)'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL with PostGIS; without it the embedded store'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe('Redis, when several processes serve one bureau'),
  PUBLIC_ORIGINS: list.default([]).describe('origins a browser may come from besides our own address, comma-separated'),
  TRUST_PROXY: flag
    .default(false)
    .describe('1 when a reverse proxy in front sets X-Forwarded-*; cookies are then Secure'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('how much is logged'),
  DEMO: flag.default(false).describe('1: simulated county, demo accounts, and the screen says so'),
  DEMO_COUNTY: z
    .string()
    .optional()
    .describe('demo only: folder with the county to show; the fictional one unless set'),
  CLOCK_EPOCH: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('demo only: the instant at which the demo clock starts'),
  CLOCK_ANCHOR: z.iso
    .datetime({ offset: true })
    .optional()
    .describe(
      'demo only: the real instant until which the demo clock stands at CLOCK_EPOCH; when the doors open unless set',
    ),
  CLOCK_SPEED: z.coerce
    .number()
    .min(0.1)
    .max(3600)
    .default(1)
    .describe('demo only: how many seconds pass in one second'),
  TILE_URL: z.string().optional().describe('map tiles {z}/{x}/{y} of the bureau; without it our own county layer'),
  TILE_CRS: z.enum(['wgs84', 'cgcs2000', 'gcj02']).default('wgs84').describe('datum the tiles declare'),
})

const MEGABYTE = 1024 * 1024

export interface Config {
  readonly host: string
  readonly port: number
  readonly jt808: { readonly host: string; readonly port: number }
  readonly osmandPort: number
  readonly intake: {
    readonly host: string
    /** Undefined: only the path on the console's port. */
    readonly port: number | undefined
    readonly sources: string
    /** How the tables of ticket systems are read. */
    readonly mappings: string
  }
  readonly mqtt: {
    readonly host: string
    readonly port: number
    readonly clients: string
    readonly url: string | undefined
  }
  /** File with the trunking radio gateways. */
  readonly trunkGateways: string
  readonly video: {
    readonly on: boolean
    readonly ffmpeg: string
    readonly ffprobe: string
    readonly folder: string
    readonly segmentSeconds: number
    readonly watchPicture: boolean
    readonly worker: string | undefined
    readonly cacheDir: string
    readonly download: boolean
    readonly listenIp: string
    readonly announcedAddress: string | null
    readonly port: number
    readonly workers: number | undefined
  }
  readonly dataDir: string
  readonly recordings: {
    readonly folder: string
    readonly stopBelowBytes: number
    readonly makeRoomBelowBytes: number
    readonly whenFull: 'stop' | 'oldest'
  }
  readonly databaseUrl: string | undefined
  readonly redisUrl: string | undefined
  readonly publicOrigins: readonly string[]
  readonly trustProxy: boolean
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly demo: boolean
  readonly demoCounty: string | undefined
  readonly clock: { readonly epoch: number | undefined; readonly anchor: number | undefined; readonly speed: number }
  readonly tiles: { readonly url: string; readonly crs: 'wgs84' | 'cgcs2000' | 'gcj02' } | undefined
}

export type ConfigResult = { readonly config: Config } | { readonly problems: readonly string[] }

/** What lies where in the data folder. */
export const placesIn = (dataDir: string) => ({
  /** The embedded store. */
  store: path.join(dataDir, 'store'),
  /** Ed25519, signs the journal's checkpoints; its public half beside it. */
  signingKey: path.join(dataDir, 'signing-key'),
  publicKey: path.join(dataDir, 'signing-key.pub'),
  /** Devices' credentials are made from it. */
  deviceSecret: path.join(dataDir, 'device-secret'),
  /** The cameras' passwords are kept under it. */
  cameraKey: path.join(dataDir, 'camera-key'),
  /** Recordings and snapshots, unless set elsewhere. */
  video: path.join(dataDir, 'video'),
  /** What the simulated cameras must know. */
  demoCameras: path.join(dataDir, 'demo-cameras.json'),
  demoAccounts: path.join(dataDir, 'demo-accounts.json'),
  demoTokens: path.join(dataDir, 'demo-tokens.json'),
  /** Business systems with their secrets, and room devices with the hashes of their passwords, unless set elsewhere. */
  intakeSources: path.join(dataDir, 'intake-sources.json'),
  mqttClients: path.join(dataDir, 'mqtt-clients.json'),
  trunkGateways: path.join(dataDir, 'trunk-gateways.json'),
  /** How the tables of ticket systems are read. */
  rowMappings: path.join(dataDir, 'row-mappings.json'),
  /** What the simulated case area needs to come in. */
  demoDoors: path.join(dataDir, 'demo-doors.json'),
})

/** Reads the environment. Every bad value is named with what would be right; nothing is guessed. */
export const readConfig = (env: Readonly<Record<string, string | undefined>> = process.env): ConfigResult => {
  // An empty value means "not set": that is how compose files and unit files express it.
  const given = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success)
    return { problems: parsed.error.issues.map((i) => `${i.path.join('.')}=${given[String(i.path[0])]}: ${i.message}`) }
  const v = parsed.data
  const problems = demoProblems(v)
  if (problems.length > 0) return { problems }
  return {
    config: {
      host: v.HOST,
      port: v.PORT,
      jt808: { host: v.JT808_HOST, port: v.JT808_PORT },
      osmandPort: v.OSMAND_PORT,
      intake: {
        host: v.INTAKE_HOST,
        port: v.INTAKE_PORT,
        sources: path.resolve(v.INTAKE_SOURCES ?? placesIn(v.DATA_DIR).intakeSources),
        mappings: path.resolve(v.ROW_MAPPINGS ?? placesIn(v.DATA_DIR).rowMappings),
      },
      mqtt: {
        host: v.MQTT_HOST,
        port: v.MQTT_PORT,
        clients: path.resolve(v.MQTT_CLIENTS ?? placesIn(v.DATA_DIR).mqttClients),
        url: v.MQTT_URL,
      },
      trunkGateways: path.resolve(v.TRUNK_GATEWAYS ?? placesIn(v.DATA_DIR).trunkGateways),
      video: {
        on: v.VIDEO,
        ffmpeg: v.FFMPEG,
        ffprobe: v.FFMPEG.replace(/ffmpeg([^/]*)$/, 'ffprobe$1'),
        folder: path.resolve(v.VIDEO_DIR ?? placesIn(v.DATA_DIR).video),
        segmentSeconds: v.VIDEO_SEGMENT_SECONDS,
        watchPicture: v.VIDEO_WATCH_PICTURE,
        worker: v.MEDIASOUP_WORKER_BIN,
        cacheDir: v.MEDIA_CACHE ?? path.join(given.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'custodes'),
        download: v.MEDIA_DOWNLOAD,
        listenIp: v.MEDIA_LISTEN,
        announcedAddress: v.MEDIA_ANNOUNCE ?? null,
        port: v.MEDIA_PORT,
        workers: v.MEDIA_WORKERS,
      },
      dataDir: path.resolve(v.DATA_DIR),
      recordings: {
        folder: path.resolve(v.VIDEO_DIR ?? placesIn(v.DATA_DIR).video),
        stopBelowBytes: v.VIDEO_STOP_BELOW_MB * MEGABYTE,
        makeRoomBelowBytes: Math.max(v.VIDEO_MAKE_ROOM_BELOW_MB, v.VIDEO_STOP_BELOW_MB * 2) * MEGABYTE,
        whenFull: v.VIDEO_WHEN_FULL,
      },
      databaseUrl: v.DATABASE_URL,
      redisUrl: v.REDIS_URL,
      publicOrigins: v.PUBLIC_ORIGINS,
      trustProxy: v.TRUST_PROXY,
      logLevel: v.LOG_LEVEL,
      demo: v.DEMO,
      demoCounty: v.DEMO_COUNTY === undefined ? undefined : path.resolve(v.DEMO_COUNTY),
      clock: { epoch: instantOf(v.CLOCK_EPOCH), anchor: instantOf(v.CLOCK_ANCHOR), speed: v.CLOCK_SPEED },
      tiles: v.TILE_URL === undefined ? undefined : { url: v.TILE_URL, crs: v.TILE_CRS },
    },
  }
}

const instantOf = (iso: string | undefined): number | undefined => (iso === undefined ? undefined : Date.parse(iso))

/** A clock that does not run with the world must never reach a bureau's real journal. */
const demoProblems = (v: { DEMO: boolean; CLOCK_EPOCH?: string | undefined; CLOCK_SPEED: number }): string[] =>
  !v.DEMO && (v.CLOCK_EPOCH !== undefined || v.CLOCK_SPEED !== 1)
    ? ['CLOCK_EPOCH, CLOCK_SPEED: only with DEMO=1; a real journal runs on the real clock']
    : []

/** Every setting with its meaning and default, for `docs/operations.md` and its test. */
export const settings = Object.entries(schema.shape).map(([name, field]) => ({
  name,
  meaning: (field as z.ZodType).description ?? '',
}))
