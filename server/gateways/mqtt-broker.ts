import { randomUUID } from 'node:crypto'
import net, { type AddressInfo, type Socket } from 'node:net'
import { Aedes, type AuthenticateError, type Client, type PublishPacket } from 'aedes'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import type { Faults } from './cloudevents-faults.ts'
import { createLimit } from './cloudevents-limit.ts'
import { admitted, type MqttClient, under } from './mqtt-clients.ts'
import { limitFrames } from './mqtt-frames.ts'
import { deviceOf, MAX_PAYLOAD_BYTES, type Taker } from './mqtt-take.ts'
import type { Log } from './telemetry.ts'

/** Topic, properties and header beside the payload. */
const MAX_PACKET_BYTES = MAX_PAYLOAD_BYTES + 2048
/** Seconds; a device that need not say that it lives cannot be missed when it dies. */
const KEEPALIVE_LIMIT = 300
/** Devices come back to a broker within seconds; after a minute of our listening they are gone by themselves. */
const RETURN_WITHIN_MS = 60_000
const MOST_CONNECTIONS = 1_000
const MOST_RETAINED = 500
const MOST_BACKLOG = 20_000

export interface BrokerOptions {
  readonly clients: ReadonlyMap<string, MqttClient>
  readonly taker: Taker
  readonly faults: Faults
  readonly journal: Pick<Journal, 'backlog'>
  readonly clock: Clock
  readonly log: Log
  readonly host: string
  readonly port: number
  readonly rate: { readonly perSecond: number; readonly burst: number }
  /** How long after our start a device may take to come back; 60 s unless told. */
  readonly returnWithinMs?: number | undefined
}

/** What we know of one connection. */
interface Session {
  readonly client: MqttClient
  readonly since: number
  readonly nonce: string
  /** How it ended, when the device or its last will said so. */
  ended?: string
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The broker in our own process: MQTT 3.1.1 over TCP. A PUBACK leaves when the journal has what was published. */
export const startBroker = async (options: BrokerOptions) => {
  const { clients, taker, faults, journal, clock, log, rate } = options
  const sessions = new WeakMap<Client, Session>()
  const limit = createLimit({ ...rate, most: 5_000 }, clock)
  const doors = createLimit({ perSecond: 20, burst: 200, most: 2_000 }, clock)
  const sockets = new Set<Socket>()
  /** Topics that the broker keeps a message of, by client and across its connections. */
  const retained = new Map<string, Set<string>>()

  const pending = new Set<Promise<unknown>>()
  const later = (what: string, work: Promise<unknown>): void => {
    const done = work
      .catch((error: unknown) => log.error({ error: String(error) }, `mqtt: ${what}`))
      .finally(() => pending.delete(done))
    pending.add(done)
  }
  // Whoever was connected before we started is not connected now, whatever the journal heard last. That is our
  // doing; a device that does not come back while we listen is another matter.
  await taker.reach([...clients.values()], 'unreachable', randomUUID())
  const present = new Set<string>()
  let closing = false
  const missing = setTimeout(() => {
    const absent = [...clients.values()].filter(({ id }) => !present.has(id))
    later('who did not come back', taker.reach(absent, 'offline', randomUUID()))
  }, options.returnWithinMs ?? RETURN_WITHIN_MS)

  /** Holds a client back while it sends too fast or the journal is behind: it gets no PUBACK and we read no more. */
  const admit = async (client: MqttClient): Promise<void> => {
    for (let tries = 0; tries < 600; tries++) {
      if (journal.backlog() <= MOST_BACKLOG && limit.take(client.id)) return
      await wait(50)
    }
    throw new Error('held back for too long')
  }

  const publish = async (from: Client, packet: PublishPacket): Promise<void> => {
    const session = sessions.get(from)
    if (!session) throw new Error('publish without a session')
    const { client } = session
    if (!under(client.prefix, packet.topic)) {
      await faults.report({
        device: deviceOf(client),
        fault: 'acl',
        detail: `may not publish ${packet.topic.slice(0, 200)}`,
      })
      throw new Error('not authorized')
    }
    // The will's payload was written when the device connected: that it comes is the news, not what it says.
    if ((from as Client & { will?: unknown }).will === packet) {
      // Our own closing makes the broker publish every will; that is not news of the devices.
      if (!closing) session.ended = 'last will'
      return
    }
    await admit(client)
    if (packet.retain && packet.payload.length > 0) {
      const kept = retained.get(client.id) ?? new Set()
      retained.set(client.id, kept)
      if (kept.size >= MOST_RETAINED && !kept.has(packet.topic)) packet.retain = false
      else kept.add(packet.topic)
    }
    if (packet.topic === `${client.prefix}/status` || packet.payload.length === 0) return
    const payload = Buffer.from(packet.payload as Uint8Array)
    await taker.take(client, { topic: packet.topic, payload, kept: false, sessionSince: session.since })
  }

  const broker = await Aedes.createBroker({
    heartbeatInterval: 60_000,
    connectTimeout: 10_000,
    keepaliveLimit: KEEPALIVE_LIMIT,
    maxTopicLevels: 24,
    drainTimeout: 30_000,
    preConnect: (client, _packet, done) => {
      const address = (client.conn as Socket).remoteAddress ?? ''
      done(null, doors.take(address))
    },
    authenticate: (client, username, password, done) => {
      const known = admitted(clients, client.id, username, password)
      if (known) {
        sessions.set(client, { client: known, since: clock(), nonce: randomUUID() })
        return done(null, true)
      }
      later('a refusal', taker.stranger(client.id, clients.has(client.id)))
      done(Object.assign(new Error('not admitted'), { returnCode: 4 }) as AuthenticateError, false)
    },
    authorizePublish: (client, packet, done) => {
      if (!client) return done(new Error('only devices publish here'))
      publish(client, packet).then(
        () => done(null),
        (error: unknown) => {
          log.warn({ client: client.id, error: String(error) }, 'mqtt: not taken, not acknowledged')
          done(error instanceof Error ? error : new Error(String(error)))
        },
      )
    },
    authorizeSubscribe: (client, subscription, done) => {
      const session = sessions.get(client)
      const own = session && under(session.client.prefix, subscription.topic)
      if (!own) {
        const device = session ? deviceOf(session.client) : null
        later(
          'a refusal',
          faults.report({ device, fault: 'acl', detail: `may not subscribe ${subscription.topic.slice(0, 200)}` }),
        )
        // A null subscription is answered with 0x80 in the SUBACK; the session goes on.
        return done(null, null)
      }
      // QoS 0: nothing queues up for a subscriber that went away.
      done(null, { ...subscription, qos: 0 })
    },
  })

  broker.on('clientReady', (client) => {
    const session = sessions.get(client)
    const address = (client.conn as Socket).remoteAddress ?? ''
    if (session) present.add(session.client.id)
    if (session) later('a connection', taker.connection(session.client, true, address, `${session.nonce}/up`))
  })
  broker.on('clientDisconnect', (client) => {
    const session = sessions.get(client)
    if (!session) return
    const left = (client as Client & { _disconnected?: boolean })._disconnected === true
    const ours = closing && session.ended === undefined && !left
    const how = session.ended ?? (ours ? 'we closed' : left ? 'said goodbye' : 'connection lost')
    later('a connection', taker.connection(session.client, false, how, `${session.nonce}/down`, ours))
  })
  broker.on('clientError', (client, error) => log.info({ client: client.id, error: error.message }, 'mqtt: closed'))
  broker.on('connectionError', (_client, error) =>
    log.info({ error: error.message }, 'mqtt: closed before it was let in'),
  )

  const oversize = (socket: Socket): void => {
    const client = (socket as Socket & { client?: Client }).client
    const session = client && sessions.get(client)
    const device = session ? deviceOf(session.client) : null
    later('a fault', faults.report({ device, fault: 'oversize', detail: `a packet over ${MAX_PACKET_BYTES} bytes` }))
  }
  const accept = (socket: Socket): void => {
    if (sockets.size >= MOST_CONNECTIONS) return void socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    broker.handle(limitFrames(socket, MAX_PACKET_BYTES, oversize))
  }
  const server = net.createServer(accept)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })

  return {
    port: (server.address() as AddressInfo).port,
    close: async (): Promise<void> => {
      closing = true
      clearTimeout(missing)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await new Promise<void>((resolve) => broker.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
      // Who was cut off by our closing is journalled as well.
      await Promise.all(pending)
    },
  }
}
