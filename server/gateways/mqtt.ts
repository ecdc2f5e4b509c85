import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import { createFaults } from './cloudevents-faults.ts'
import { openBindings } from './mqtt-bindings.ts'
import { startBroker } from './mqtt-broker.ts'
import type { MqttClient } from './mqtt-clients.ts'
import { connectRemote } from './mqtt-remote.ts'
import { createTaker } from './mqtt-take.ts'
import type { Log } from './telemetry.ts'

export interface MqttGatewayOptions {
  readonly journal: Journal
  readonly clients: readonly MqttClient[]
  readonly clock: Clock
  readonly log: Log
  /** Where our own broker listens. */
  readonly host: string
  readonly port: number
  /** The bureau's broker instead of ours: `mqtt[s]://user:password@host:port`. */
  readonly url?: string | undefined
  /** Messages a second and device. */
  readonly rate?: { readonly perSecond: number; readonly burst: number }
  /** How long after our start a device may take to come back, ms. */
  readonly returnWithinMs?: number
}

export interface MqttGateway {
  /** Of our own broker; 0 when we listen at the bureau's. */
  readonly port: number
  readonly close: () => Promise<void>
}

/**
 * Rooms, doors and recorders over MQTT: our own broker, or the bureau's when `url` is given; from there on it is
 * one and the same. Nothing is acknowledged before the journal has it.
 */
export const startMqttGateway = async (options: MqttGatewayOptions): Promise<MqttGateway> => {
  const { journal, clients, clock, log, url } = options
  const { bindings, close: closeBindings } = await openBindings(journal)
  const faults = createFaults('mqtt', { journal, clock, log })
  const taker = createTaker(journal, bindings, clock, faults)
  const common = { taker, faults, clock, log }

  if (url !== undefined) {
    const remote = await connectRemote({ ...common, url, clients })
    return {
      port: 0,
      close: async () => {
        await remote.close()
        closeBindings()
      },
    }
  }
  const broker = await startBroker({
    ...common,
    clients: new Map(clients.map((client) => [client.id, client])),
    journal,
    host: options.host,
    port: options.port,
    rate: options.rate ?? { perSecond: 200, burst: 1_000 },
    returnWithinMs: options.returnWithinMs,
  })
  return {
    port: broker.port,
    close: async () => {
      await broker.close()
      closeBindings()
    },
  }
}
