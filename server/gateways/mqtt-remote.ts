import { randomUUID } from 'node:crypto'
import mqtt from 'mqtt'
import type { Clock } from '../domain/time.ts'
import type { Faults } from './cloudevents-faults.ts'
import { type MqttClient, under } from './mqtt-clients.ts'
import type { Taker } from './mqtt-take.ts'
import type { Log } from './telemetry.ts'

const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 10_000

export interface RemoteOptions {
  /** `mqtt://`, `mqtts://`; user name and password in it. */
  readonly url: string
  /** Fixed, so that the broker keeps what comes while we are away. */
  readonly clientId?: string
  readonly clients: readonly MqttClient[]
  readonly taker: Taker
  readonly faults: Faults
  readonly clock: Clock
  readonly log: Log
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Listens at the bureau's own broker. The session is kept there, and a PUBACK leaves when the journal has the
 * message; while the journal is away we stop taking and the broker keeps.
 */
export const connectRemote = async (options: RemoteOptions) => {
  const { clients, taker, faults, clock, log } = options
  const sessionSince = new Map<string, number>()
  /** What comes after a pause of ours, or of the road, has waited. */
  let pausedUntil = 0
  let closing = false

  const status = async (client: MqttClient, payload: string, kept: boolean): Promise<void> => {
    if (payload !== 'online' && payload !== 'offline') {
      return faults.report({ device: `mqtt:${client.id}`, fault: 'payload', detail: 'status: online or offline' })
    }
    // A kept "online" only says that it once was; a kept "offline" that it is still not there.
    if (kept && payload === 'online') return
    if (payload === 'online') sessionSince.set(client.id, clock())
    await taker.connection(client, payload === 'online', kept ? 'last will, kept' : 'last will', randomUUID())
  }

  const take = async (topic: string, payload: Buffer, kept: boolean): Promise<void> => {
    const client = clients.find((one) => under(one.prefix, topic))
    if (!client)
      return faults.report({ device: null, fault: 'acl', detail: `under no known prefix: ${topic.slice(0, 200)}` })
    if (topic === `${client.prefix}/status`) return status(client, payload.toString('utf8'), kept)
    if (payload.length === 0) return
    const since = Math.max(pausedUntil, sessionSince.get(client.id) ?? 0)
    await taker.take(client, { topic, payload, kept, sessionSince: since })
  }

  /** Until the journal has it. Nothing else is read meanwhile: the broker keeps the rest. */
  const insist = async (work: () => Promise<void>): Promise<void> => {
    for (let ms = FIRST_RETRY_MS; !closing; ms = Math.min(2 * ms, LAST_RETRY_MS)) {
      try {
        return await work()
      } catch (error) {
        log.error({ error: String(error), retryMs: ms }, 'mqtt: the journal did not take it; trying again')
        await wait(ms)
        pausedUntil = clock()
      }
    }
    throw new Error('closing')
  }

  /** One after the other, in the order in which the connection came and went. */
  let reaching: Promise<void> = Promise.resolve()
  let reached: boolean | undefined
  const reach = (open: boolean): void => {
    if (open === reached || closing) return
    reached = open
    pausedUntil = clock()
    const nonce = randomUUID()
    reaching = reaching
      .then(() => insist(() => taker.reach(clients, open ? 'open' : 'unreachable', nonce)))
      .catch((error: unknown) => log.warn({ error: String(error) }, 'mqtt: reach not journalled'))
  }

  const remote = mqtt.connect(options.url, {
    clientId: options.clientId ?? 'custodes',
    clean: false,
    protocolVersion: 4,
    keepalive: 30,
    reconnectPeriod: 1_000,
    manualConnect: true,
  })
  // Called before the PUBACK, one message after the other.
  remote.handleMessage = (packet, done) => {
    if (packet.cmd !== 'publish') return done()
    insist(() => take(packet.topic, Buffer.from(packet.payload), packet.retain)).then(
      () => done(),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    )
  }
  remote.on('error', (error) => log.warn({ error: error.message }, 'mqtt: the bureau’s broker'))
  // Without the broker nothing that the rooms see reaches us: that is a gap, and is journalled as one.
  remote.on('close', () => reach(false))
  const subscribed = new Promise<void>((resolve) => {
    remote.on('connect', () => {
      reach(true)
      const wanted = Object.fromEntries(clients.map(({ prefix }) => [`${prefix}/#`, { qos: 1 as const }]))
      remote.subscribe(wanted, (error) => {
        if (error) log.error({ error: error.message }, 'mqtt: subscription refused by the bureau’s broker')
        else resolve()
      })
    })
  })
  remote.connect()
  return {
    /** Resolves when the first subscription stands. */
    subscribed,
    close: async (): Promise<void> => {
      await reaching
      closing = true
      await remote.endAsync(true)
    },
  }
}
