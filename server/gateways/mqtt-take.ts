import { createHash } from 'node:crypto'
import type { DataOf, Observation, ObservationKind } from '../domain/observation/index.ts'
import type { Clock } from '../domain/time.ts'
import { journalFailureCode } from '../journal/failure.ts'
import type { Draft, Journal } from '../journal/journal.ts'
import type { Bindings } from '../protocols/onvif-ej/bindings.ts'
import { decode, type Message } from '../protocols/onvif-ej/codec.ts'
import { observe, observeState } from '../protocols/onvif-ej/observe.ts'
import { createClockWatch } from './cloudevents-clock.ts'
import type { Faults } from './cloudevents-faults.ts'
import type { MqttClient } from './mqtt-clients.ts'

const SOURCE = 'mqtt'
export const MAX_PAYLOAD_BYTES = 64 * 1024
/** A device whose clock is further ahead than this is said so at once. */
const EARLY_MS = 2 * 60_000
/** After it connected a device sends what it kept; what is late then is late, not slow. */
const CATCHING_UP_MS = 60_000
/** More than this is no delay on the way any more. */
const EXPECTED_DELAY_MS = 5_000

export interface Publish {
  readonly topic: string
  readonly payload: Uint8Array
  /** A state that the broker kept, not something that happens now. */
  readonly kept: boolean
  /** Our clock when the device's session began. */
  readonly sessionSince: number
}

export const deviceOf = (client: Pick<MqttClient, 'id'>): string => `mqtt:${client.id}`

const told = <K extends ObservationKind>(kind: K, observedAt: number, data: DataOf<K>): Observation =>
  ({ kind, observedAt, data }) as Observation

/**
 * Journals what one publish says. Resolves when the journal has it (or has why it could not be read), so that
 * the caller may acknowledge; rejects when the journal did not take it, and then nobody may.
 */
export const createTaker = (journal: Journal, bindings: Bindings, clock: Clock, faults: Faults) => {
  const clocks = createClockWatch(SOURCE, clock, { settleMs: CATCHING_UP_MS })

  const drafted = (publish: Publish, message: Message, observations: readonly Observation[], as: string): Draft[] => {
    // QoS 1 delivers again what was not acknowledged: the same topic, UtcTime and bytes are the same fact.
    const key = createHash('sha256')
      .update(`${publish.topic}\n${message.utcTime}\n`)
      .update(publish.payload)
      .digest('hex')
    return observations.map((observation, part) => ({
      source: SOURCE,
      key: `${as}/${key}/${part}`,
      observation,
      raw: publish.payload,
    }))
  }

  const offset = (client: MqttClient, publish: Publish, message: Message): Draft[] => {
    const now = clock()
    const offsetMs = message.utcTime - now
    if (offsetMs < -EXPECTED_DELAY_MS && now - publish.sessionSince < CATCHING_UP_MS) return []
    const compared = clocks.compare({ device: deviceOf(client), room: null, owner: client.owner, offsetMs })
    return compared ? [compared] : []
  }

  /**
   * What a device's coming and going says depends on what the journal has of it, so each waits for the one before;
   * a second loss would otherwise be taken for a known one while the return is still being written.
   */
  const turns = new Map<string, Promise<unknown>>()
  const inTurn = (clients: readonly MqttClient[], work: () => Promise<void>): Promise<void> => {
    const done = Promise.all(clients.map(({ id }) => turns.get(id))).then(work)
    for (const { id } of clients)
      turns.set(
        id,
        done.catch(() => undefined),
      )
    return done
  }
  const journalled = async (observations: readonly Observation[], as: string): Promise<void> => {
    if (observations.length === 0) return
    await journal.append(
      observations.map((observation, part) => ({ source: SOURCE, key: `${as}/${part}`, observation })),
    )
    // Known at once to the next in turn, also where the journal's news come by another process.
    for (const observation of observations) bindings.apply(observation)
  }
  /** What is broken stays so, and is said again: to be heard is not to work. */
  const back = (sensor: string, observedAt: number): Observation[] => {
    if (bindings.away(sensor) === undefined) return []
    const fault = bindings.broken(sensor)
    return [
      fault ? told('sensor.failed', observedAt, { sensor, fault }) : told('sensor.restored', observedAt, { sensor }),
    ]
  }
  /** An absence that is known already is not told again; that we are away says nothing new of one that is offline. */
  const gone = (sensor: string, fault: 'offline' | 'unreachable', observedAt: number): Observation[] => {
    const before = bindings.away(sensor)
    return before === 'offline' || before === fault ? [] : [told('sensor.failed', observedAt, { sensor, fault })]
  }

  return {
    take: async (client: MqttClient, publish: Publish): Promise<void> => {
      const device = deviceOf(client)
      const refuse = (fault: string, detail: string): Promise<void> => faults.report({ device, fault, detail })
      if (publish.payload.length > MAX_PAYLOAD_BYTES)
        return refuse('oversize', `${publish.payload.length} bytes on ${publish.topic}; at most ${MAX_PAYLOAD_BYTES}`)
      const { messages, faults: broken } = decode(publish.topic, publish.payload)
      const message = messages[0]
      if (!message) return refuse(broken[0]!.problem, broken[0]!.detail)
      if (publish.kept) {
        await journal.append(drafted(publish, message, [observeState(message, bindings)], 'state'))
        return
      }
      const heard = observe(message, bindings)
      if (heard.is === 'unknown-topic') return refuse('unknown-topic', message.topic)
      if (heard.is === 'unbound') return refuse('unbound', `${heard.token} is registered nowhere (${message.topic})`)
      if (heard.is === 'malformed') return refuse('malformed', `${message.topic}: ${heard.detail}`)
      const drafts = [...drafted(publish, message, heard.observations, 'event'), ...offset(client, publish, message)]
      try {
        if (drafts.length > 0) await journal.append(drafts)
      } catch (error) {
        // What the journal will never take does not become better by coming again.
        if (journalFailureCode(error) === 'refused') return refuse('malformed', String(error))
        throw error
      }
      if (message.utcTime - clock() > EARLY_MS)
        await refuse('clock-early', `${publish.topic} says ${new Date(message.utcTime).toISOString()}; taken as told`)
    },
    /**
     * The device came or went, as the connection or its last will says. `ours`: it was we who closed; that says
     * nothing about the device.
     */
    connection: (client: MqttClient, online: boolean, how: string, nonce: string, ours = false): Promise<void> =>
      inTurn([client], () => {
        const observedAt = clock()
        const sensors = bindings.sensorsAt(client.prefix).map(({ sensor }) => sensor)
        const who = { device: deviceOf(client), carrier: null }
        const said = online
          ? [
              told('device.connected', observedAt, { ...who, protocol: SOURCE, remoteAddress: how }),
              ...sensors.flatMap((sensor) => back(sensor, observedAt)),
            ]
          : [
              told('device.disconnected', observedAt, { ...who, protocol: SOURCE, reason: how }),
              ...sensors.flatMap((sensor) => gone(sensor, ours ? 'unreachable' : 'offline', observedAt)),
            ]
        return journalled(said, `connection/${nonce}`)
      }),
    /**
     * The road to these devices is open or closed, or (`offline`) they did not come back by it in time: what their
     * sensors see cannot reach us meanwhile.
     */
    reach: (clients: readonly MqttClient[], how: 'open' | 'unreachable' | 'offline', nonce: string): Promise<void> =>
      inTurn(clients, () => {
        const observedAt = clock()
        const said = clients
          .flatMap(({ prefix }) => bindings.sensorsAt(prefix))
          .flatMap(({ sensor }) => (how === 'open' ? back(sensor, observedAt) : gone(sensor, how, observedAt)))
        return journalled(said, `reach/${nonce}`)
      }),
    /** A device that is on no list, or showed the wrong password. */
    stranger: (id: string, listed: boolean): Promise<void> => {
      const device = `mqtt:${id.slice(0, 64)}`
      return listed
        ? faults.report({
            device,
            fault: 'wrong-password',
            detail: 'user name or password do not belong to the client id',
          })
        : faults.refuse(device, 'on no list of MQTT clients')
    },
  }
}
export type Taker = ReturnType<typeof createTaker>
