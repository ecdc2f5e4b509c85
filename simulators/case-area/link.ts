import mqtt from 'mqtt'
import type { Publishing } from './devices.ts'

export interface AreaLinkOptions {
  /** `mqtt://127.0.0.1:1883` */
  readonly url: string
  readonly clientId: string
  readonly password: string
  readonly prefix: string
}

/** Carries the messages of a case area to the broker: QoS 1, one after the other, each until it is acknowledged. */
export const linkCaseArea = async ({ url, clientId, password, prefix }: AreaLinkOptions) => {
  const open = async () => {
    const client = mqtt.connect(url, {
      clientId,
      username: clientId,
      password,
      protocolVersion: 4,
      clean: true,
      keepalive: 60,
      reconnectPeriod: 500,
      will: { topic: `${prefix}/status`, payload: Buffer.from('offline'), qos: 1, retain: true },
    })
    client.on('error', () => {})
    await new Promise<void>((resolve) => client.once('connect', () => resolve()))
    await client.publishAsync(`${prefix}/status`, 'online', { qos: 1, retain: true })
    return client
  }
  let client: Awaited<ReturnType<typeof open>> | undefined = await open()
  return {
    /** Resolves when the broker acknowledged them all. While unplugged nothing leaves, and nothing is kept. */
    send: async (messages: readonly Publishing[]): Promise<void> => {
      for (const { topic, payload, retain } of messages)
        await client?.publishAsync(topic, Buffer.from(payload), { qos: 1, retain })
    },
    /** Somebody pulls the plug: no goodbye, the will speaks. */
    unplug: async (): Promise<void> => {
      const gone = client
      client = undefined
      if (!gone) return
      gone.options.reconnectPeriod = 0
      await new Promise<void>((resolve) => {
        gone.once('close', () => resolve())
        gone.stream.destroy()
      })
      await gone.endAsync(true)
      // The broker takes a moment to notice.
      await new Promise((resolve) => setTimeout(resolve, 100))
    },
    plug: async (): Promise<void> => {
      client ??= await open()
    },
    close: async (): Promise<void> => {
      await client?.endAsync()
      client = undefined
    },
  }
}
export type AreaLink = Awaited<ReturnType<typeof linkCaseArea>>
