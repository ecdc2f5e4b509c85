import type { DtlsParameters, MediaKind, Producer, RtpParameters, WebRtcTransport } from 'mediasoup/types'
import type { Feeds } from './feeds.ts'
import type { Slot } from './workers.ts'

/** What a phone sends, in the worker's room where it arrives. */
export interface Sent {
  readonly slot: Slot
  readonly video: Producer
  /** Undefined: it sends no sound. */
  readonly audio: Producer | undefined
}

interface Publisher {
  readonly slot: Slot
  readonly transport: WebRtcTransport
  readonly producers: Map<MediaKind, Producer>
}

/** A phone that has not been heard over ICE for so long is gone: R8 asks that it is back within ten seconds. */
const CONSENT_S = 5
/** Above this a phone would take the line from the radio of others. */
const MOST_BITS_PER_SECOND = 2_500_000
/** Viewers who come at the same time ask for one key frame and not for ten. */
const KEY_FRAME_DELAY_MS = 500

/**
 * Whoever sends pictures to us by WebRTC: one connection a camera, the newest counts. `sends` is told when picture
 * (and before it sound) arrives, `gone` when the connection ended, whatever ended it.
 */
export const createPublishers = (feeds: Pick<Feeds, 'emptiest' | 'lend'>) => {
  const publishers = new Map<string, Publisher>()
  let heard: { readonly sends: (camera: string, sent: Sent) => void; readonly gone: (camera: string) => void } = {
    sends: () => {},
    gone: () => {},
  }

  const end = (camera: string, transport: WebRtcTransport): void => {
    if (!transport.closed) transport.close()
    if (publishers.get(camera)?.transport !== transport) return
    publishers.delete(camera)
    heard.gone(camera)
  }
  const own = (camera: string, id: string): Publisher | undefined => {
    const publisher = publishers.get(camera)
    return publisher?.transport.id === id && !publisher.transport.closed ? publisher : undefined
  }

  return {
    hear: (ears: typeof heard): void => {
      heard = ears
    },
    /** Opens a connection to send on; undefined while there is no worker. The one before it ends. */
    open: async (camera: string): Promise<WebRtcTransport | undefined> => {
      const slot = feeds.emptiest()
      if (!slot) return undefined
      const transport = await slot.router.createWebRtcTransport({
        webRtcServer: slot.door,
        enableUdp: true,
        enableTcp: true,
        preferUdp: true,
        iceConsentTimeout: CONSENT_S,
      })
      await transport.setMaxIncomingBitrate(MOST_BITS_PER_SECOND)
      const before = publishers.get(camera)
      if (before) end(camera, before.transport)
      publishers.set(camera, { slot, transport, producers: new Map() })
      transport.on('icestatechange', (state) => {
        if (state === 'disconnected' || state === 'closed') end(camera, transport)
      })
      transport.on('dtlsstatechange', (state) => {
        if (state === 'failed' || state === 'closed') end(camera, transport)
      })
      transport.observer.on('close', () => end(camera, transport))
      return transport
    },
    /** False when there is no such connection of that camera. */
    connect: async (camera: string, id: string, dtlsParameters: DtlsParameters): Promise<boolean> => {
      const publisher = own(camera, id)
      if (!publisher) return false
      await publisher.transport.connect({ dtlsParameters })
      return true
    },
    /** Takes a track. Undefined: no such connection. Rejects on parameters that mediasoup does not understand. */
    produce: async (
      camera: string,
      id: string,
      kind: MediaKind,
      rtpParameters: RtpParameters,
    ): Promise<Producer | undefined> => {
      const publisher = own(camera, id)
      if (!publisher) return undefined
      publisher.producers.get(kind)?.close()
      const producer = await publisher.transport.produce({
        kind,
        rtpParameters,
        keyFrameRequestDelay: KEY_FRAME_DELAY_MS,
      })
      publisher.producers.set(kind, producer)
      if (kind === 'video') {
        feeds.lend(camera, publisher.slot.index, producer)
        heard.sends(camera, { slot: publisher.slot, video: producer, audio: publisher.producers.get('audio') })
      }
      return producer
    },
    has: (camera: string): boolean => publishers.has(camera),
    close: (camera: string): void => {
      const publisher = publishers.get(camera)
      if (publisher) end(camera, publisher.transport)
    },
  }
}
export type Publishers = ReturnType<typeof createPublishers>
