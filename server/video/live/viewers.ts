import type { Consumer, DtlsParameters, RtpCapabilities, WebRtcTransport } from 'mediasoup/types'
import type { Feeds, Stream } from './feeds.ts'
import type { Slot, Workers } from './workers.ts'

interface Viewer {
  readonly session: string
  readonly slot: Slot
  readonly transport: WebRtcTransport
  readonly consumers: Map<string, Consumer>
}

/** More than a wall and a single view in two windows: a console has no use for it. */
const MOST_TRANSPORTS = 4
const MOST_CONSUMERS = 48
/** A viewer that has not been heard over ICE for so long is gone. */
const CONSENT_S = 10

export interface Watched {
  readonly consumer: Consumer
  readonly camera: string
}

/** Who receives live pictures: a connection belongs to a session and ends with it. */
export const createViewers = (feeds: Feeds) => {
  const viewers = new Map<string, Viewer>()
  let workers: Workers | undefined

  const end = (id: string): void => {
    viewers.get(id)?.transport.close()
    viewers.delete(id)
  }
  const own = (session: string, id: string): Viewer | undefined => {
    const viewer = viewers.get(id)
    return viewer?.session === session && !viewer.transport.closed ? viewer : undefined
  }

  return {
    begin: (started: Workers): void => {
      workers = started
    },
    /** What a browser must know to send and receive; undefined while there is no worker. */
    capabilities: (): RtpCapabilities | undefined => workers?.slots()[0]?.router.rtpCapabilities,
    /** Opens a connection to receive on, in the worker that has the fewest viewers. */
    open: async (session: string): Promise<WebRtcTransport | undefined> => {
      const slots = workers?.slots() ?? []
      if (slots.length === 0) return undefined
      const mine = [...viewers].filter(([, v]) => v.session === session)
      for (const [id] of mine.slice(0, Math.max(0, mine.length - MOST_TRANSPORTS + 1))) end(id)
      const crowd = (slot: Slot): number => [...viewers.values()].filter((v) => v.slot === slot).length
      const slot = [...slots].sort((a, b) => crowd(a) - crowd(b))[0]!
      const transport = await slot.router.createWebRtcTransport({
        webRtcServer: slot.door,
        enableUdp: true,
        enableTcp: true,
        preferUdp: true,
        iceConsentTimeout: CONSENT_S,
        initialAvailableOutgoingBitrate: 10_000_000,
      })
      viewers.set(transport.id, { session, slot, transport, consumers: new Map() })
      transport.on('icestatechange', (state) => {
        if (state === 'disconnected' || state === 'closed') end(transport.id)
      })
      transport.on('dtlsstatechange', (state) => {
        if (state === 'failed' || state === 'closed') end(transport.id)
      })
      transport.observer.on('close', () => viewers.delete(transport.id))
      return transport
    },
    /** False when there is no such connection of that session. */
    connect: async (session: string, id: string, dtlsParameters: DtlsParameters): Promise<boolean> => {
      const viewer = own(session, id)
      if (!viewer) return false
      await viewer.transport.connect({ dtlsParameters })
      return true
    },
    /** Begins to receive a picture, held back until `resume`. Undefined: no such connection, or the picture is not there. */
    watch: async (
      session: string,
      id: string,
      camera: string,
      stream: Stream,
      rtpCapabilities: RtpCapabilities,
    ): Promise<Watched | undefined> => {
      const viewer = own(session, id)
      if (!viewer || viewer.consumers.size >= MOST_CONSUMERS) return undefined
      const producer = await feeds.producerIn(camera, stream, viewer.slot)
      if (!producer || !viewer.slot.router.canConsume({ producerId: producer.id, rtpCapabilities })) return undefined
      const consumer = await viewer.transport.consume({ producerId: producer.id, rtpCapabilities, paused: true })
      viewer.consumers.set(consumer.id, consumer)
      consumer.observer.on('close', () => viewer.consumers.delete(consumer.id))
      return { consumer, camera }
    },
    /** Holds pictures back, lets them go on, or ends them; those that are not there any more are passed over. */
    set: async (
      session: string,
      id: string,
      consumers: readonly string[],
      to: 'play' | 'pause' | 'end',
    ): Promise<boolean> => {
      const viewer = own(session, id)
      if (!viewer) return false
      for (const consumer of consumers.flatMap((one) => viewer.consumers.get(one) ?? [])) {
        if (to === 'play') await consumer.resume()
        else if (to === 'pause') await consumer.pause()
        else consumer.close()
      }
      return true
    },
    close: (session: string, id: string): void => {
      if (own(session, id)) end(id)
    },
    sessions: (): readonly string[] => [...new Set([...viewers.values()].map((v) => v.session))],
    /** The session is over, and so is all it sees. */
    endSession: (session: string): void => {
      for (const [id, viewer] of viewers) if (viewer.session === session) end(id)
    },
    counts: () => ({
      connections: viewers.size,
      pictures: [...viewers.values()].reduce((sum, v) => sum + v.consumers.size, 0),
    }),
  }
}
export type Viewers = ReturnType<typeof createViewers>
