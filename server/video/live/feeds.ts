import { randomInt } from 'node:crypto'
import type { Producer } from 'mediasoup/types'
import type { Log } from '../../storage/log.ts'
import { type LiveTarget, PAYLOAD_TYPE } from '../ingest/arguments.ts'
import { freeUdpPorts } from './ports.ts'
import type { Slot, Workers } from './workers.ts'

/** `main` is what is recorded, `side` the small one of the wall. */
export type Stream = 'main' | 'side'

interface Shown {
  slot: number
  producer: Producer | undefined
  /** The same picture in other workers' rooms. */
  readonly piped: Map<number, Promise<Producer>>
}
interface Feed extends Shown {
  readonly key: string
  readonly target: LiveTarget
}

const keyOf = (camera: string, stream: Stream): string => `${camera} ${stream}`

/**
 * The cameras' pictures in the workers' rooms. A feed keeps its ports as long as the server runs, so that a worker
 * that dies and is built anew costs no recording anything: whoever sends goes on sending to the same place.
 */
export const createFeeds = (log: Log) => {
  const feeds = new Map<string, Feed>()
  /** Pictures that their senders brought into a room themselves, by camera: they have one stream only. */
  const lent = new Map<string, Shown>()
  let workers: Workers | undefined

  const emptiest = (slots: readonly Slot[]): number => {
    const load = new Map(slots.map((slot) => [slot.index, 0]))
    for (const feed of [...feeds.values(), ...lent.values()]) load.set(feed.slot, (load.get(feed.slot) ?? 0) + 1)
    return [...slots].sort((a, b) => load.get(a.index)! - load.get(b.index)!)[0]!.index
  }

  /** Receives a feed in its worker. RTCP has a port of its own: on one port its sender would be taken for the picture's. */
  const receive = async (feed: Feed): Promise<void> => {
    const slot = workers?.slot(feed.slot)
    if (!slot) return
    const { rtpPort, rtcpPort, ssrc } = feed.target
    const at = { protocol: 'udp' as const, ip: '127.0.0.1' }
    const transport = await slot.router.createPlainTransport({
      listenInfo: { ...at, port: rtpPort, recvBufferSize: 2_000_000 },
      rtcpListenInfo: { ...at, port: rtcpPort },
      rtcpMux: false,
      comedia: true,
    })
    const parameters = { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 }
    feed.producer = await transport.produce({
      kind: 'video',
      rtpParameters: {
        codecs: [{ mimeType: 'video/H264', payloadType: PAYLOAD_TYPE, clockRate: 90_000, parameters }],
        encodings: [{ ssrc }],
      },
    })
    feed.piped.clear()
  }
  const receiveOrSay = (feed: Feed): Promise<void> =>
    receive(feed).catch((error) => log.error({ err: error, feed: feed.key }, 'a live picture cannot be received'))

  return {
    /** Where a stream's packets go; the same for ever. Before there is a worker they go nowhere. */
    target: async (camera: string, stream: Stream): Promise<LiveTarget> => {
      const key = keyOf(camera, stream)
      const known = feeds.get(key)
      if (known) return known.target
      const [rtpPort, rtcpPort, fromRtpPort, fromRtcpPort] = (await freeUdpPorts(4)) as [number, number, number, number]
      const slots = workers?.slots() ?? []
      const feed: Feed = {
        key,
        target: { rtpPort, rtcpPort, fromRtpPort, fromRtcpPort, ssrc: randomInt(1, 0x7fff_ffff) },
        slot: slots.length > 0 ? emptiest(slots) : 0,
        producer: undefined,
        piped: new Map(),
      }
      feeds.set(key, feed)
      await receiveOrSay(feed)
      return feed.target
    },
    /** Takes the workers, when they are there. */
    begin: async (started: Workers): Promise<void> => {
      workers = started
      const slots = started.slots()
      let next = 0
      for (const feed of feeds.values()) feed.slot = slots[next++ % slots.length]!.index
      await Promise.all([...feeds.values()].map(receiveOrSay))
    },
    /** A worker was built anew: what was in its room is put there again. */
    rebuild: async ({ index }: Slot): Promise<void> => {
      for (const feed of [...feeds.values(), ...lent.values()]) feed.piped.delete(index)
      await Promise.all([...feeds.values()].filter((feed) => feed.slot === index).map(receiveOrSay))
    },
    /** The picture as a room of that worker has it; piped there when it comes into another's. */
    producerIn: async (camera: string, stream: Stream, slot: Slot): Promise<Producer | undefined> => {
      const feed = lent.get(camera) ?? feeds.get(keyOf(camera, stream))
      if (!feed?.producer || feed.producer.closed) return undefined
      if (feed.slot === slot.index) return feed.producer
      const home = workers?.slot(feed.slot)
      if (!home) return undefined
      const known = feed.piped.get(slot.index)
      if (known && !(await known).closed) return known
      const piped = home.router
        .pipeToRouter({ producerId: feed.producer.id, router: slot.router })
        .then(({ pipeProducer }) => pipeProducer!)
      feed.piped.set(slot.index, piped)
      piped.catch(() => feed.piped.delete(slot.index))
      return piped
    },
    /** Shows a picture that is in a worker's room already, for as long as its sender keeps it there. */
    lend: (camera: string, slot: number, producer: Producer): void => {
      lent.set(camera, { slot, producer, piped: new Map() })
      producer.observer.on('close', () => {
        if (lent.get(camera)?.producer === producer) lent.delete(camera)
      })
    },
    /** The worker that has the fewest pictures; undefined while there is none. */
    emptiest: (): Slot | undefined => {
      const slots = workers?.slots() ?? []
      return slots.length > 0 ? workers?.slot(emptiest(slots)) : undefined
    },
    forget: (camera: string): void => {
      for (const stream of ['main', 'side'] as const) {
        const feed = feeds.get(keyOf(camera, stream))
        feed?.producer?.close()
        feeds.delete(keyOf(camera, stream))
      }
    },
  }
}
export type Feeds = ReturnType<typeof createFeeds>
