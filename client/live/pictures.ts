import type { Device, types } from 'mediasoup-client'
import type { ConnectionView, PictureView, Stream } from '../../server/contract/video.ts'
import { cameras } from './cameras.ts'
import { request } from './request.ts'

/** A live picture that somebody asked for. */
export interface Picture {
  readonly camera: string
  readonly stream: Stream
  /** Called with the picture when it comes, again after each interruption, and with null when it is gone. */
  readonly show: (track: MediaStreamTrack | null) => void
  consumer: types.Consumer | undefined
  wanted: boolean
}

/** What is asked for within so long goes to the server as one question. */
const GATHER_MS = 30
/** After a failure the next attempt comes after this; R8 asks for a picture within ten seconds. */
const AGAIN_MS = 1_500
const PERIOD = 2_000

/**
 * Receives live pictures over one connection. It connects again by itself: when the connection fails, when the
 * server's rooms were built anew, and when a camera comes back. Each picture is asked for under `purpose`.
 */
export const createPictures = (purpose: () => string) => {
  const pictures = new Set<Picture>()
  let link: Promise<{ readonly device: Device; readonly transport: types.Transport; readonly id: string }> | undefined
  let gathering: ReturnType<typeof setTimeout> | undefined
  /** A question is under way: what it asked for has no picture yet and must not be asked for again. */
  let asking = false
  let epoch = cameras.get().epoch
  let closed = false

  const open = async () => {
    const { Device } = await import('mediasoup-client')
    const view: ConnectionView = await request('POST /api/live/connections')
    const device = new Device()
    await device.load({ routerRtpCapabilities: view.capabilities as types.RtpCapabilities })
    const transport = device.createRecvTransport({
      id: view.id,
      iceParameters: view.iceParameters as types.IceParameters,
      iceCandidates: view.iceCandidates as types.IceCandidate[],
      dtlsParameters: view.dtlsParameters as types.DtlsParameters,
    })
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      request('POST /api/live/connections/:id/connect', { params: { id: view.id }, body: { dtlsParameters } }).then(
        () => done(),
        (error: Error) => failed(error),
      )
    })
    transport.on('connectionstatechange', (state) => {
      if (state === 'failed' || state === 'disconnected') restart()
    })
    return { device, transport, id: view.id }
  }

  /** Lets go of the connection; what is wanted is asked for again. */
  const restart = (): void => {
    const old = link
    link = undefined
    void old?.then(
      ({ transport, id }) => {
        transport.close()
        request('DELETE /api/live/connections/:id', { params: { id } }).catch(() => {
          // It is gone there as well, or will be when it is not heard.
        })
      },
      () => {
        // It never was.
      },
    )
    for (const picture of pictures) drop(picture)
    if (!closed) soon(AGAIN_MS / 3)
  }
  const drop = (picture: Picture): void => {
    if (!picture.consumer) return
    picture.consumer.close()
    picture.consumer = undefined
    picture.show(null)
  }

  const take = async (transport: types.Transport, picture: Picture, got: PictureView): Promise<readonly string[]> => {
    const { id, producerId, rtpParameters } = got
    const parameters = rtpParameters as types.RtpParameters
    picture.consumer = await transport.consume({ id, producerId, kind: 'video', rtpParameters: parameters })
    if (pictures.has(picture)) {
      picture.show(picture.consumer.track)
      return [id]
    }
    // It was let go of meanwhile.
    setOne(picture, 'end')
    picture.consumer.close()
    return []
  }

  const soon = (ms = GATHER_MS): void => {
    if (gathering === undefined && !closed) gathering = setTimeout(ask, ms)
  }
  const ask = async (): Promise<void> => {
    gathering = undefined
    if (asking) return soon()
    asking = true
    try {
      await askMissing()
    } finally {
      asking = false
    }
  }
  const askMissing = async (): Promise<void> => {
    const missing = [...pictures].filter(
      (p) => p.wanted && !p.consumer && cameras.get().byId.get(p.camera)?.state !== 'unsourced',
    )
    if (missing.length === 0 || cameras.get().media.is !== 'ready') return
    try {
      link ??= open()
      const now = link
      const { device, transport, id } = await now
      if (now !== link) return soon()
      for (let i = 0; i < missing.length; i += 16) {
        const some = missing.slice(i, i + 16)
        const reply = await request('POST /api/live/connections/:id/watch', {
          params: { id },
          body: {
            pictures: some.map(({ camera, stream }) => ({ camera, stream })),
            purpose: purpose(),
            rtpCapabilities: device.recvRtpCapabilities,
          },
        })
        // All at once: the browser agrees on each of them in one negotiation instead of one after the other.
        const taken = new Set<Picture>()
        const consumed = await Promise.all(
          reply.pictures.flatMap((got) => {
            const picture = some.find(
              (p) => p.camera === got.camera && p.stream === got.stream && !taken.has(p) && !p.consumer,
            )
            if (!picture || !pictures.has(picture) || !picture.wanted) return []
            taken.add(picture)
            return take(transport, picture, got)
          }),
        )
        const ids = consumed.flat()
        if (ids.length > 0) await set(id, ids, 'play')
      }
      if ([...pictures].some((p) => p.wanted && !p.consumer)) soon(AGAIN_MS)
    } catch {
      // The tile says that it connects; the next attempt follows.
      link = undefined
      soon(AGAIN_MS)
    }
  }
  const set = (id: string, ids: readonly string[], to: 'play' | 'pause' | 'end') =>
    request('POST /api/live/connections/:id/pictures', { params: { id }, body: { ids, to } })
  const setOne = (picture: Picture, to: 'play' | 'pause' | 'end'): void => {
    const consumer = picture.consumer
    if (!consumer || !link) return
    link
      .then(({ id }) => set(id, [consumer.id], to))
      .catch(() => {
        // Without a connection there is nothing to hold back.
      })
  }

  const off = cameras.subscribe(() => {
    const now = cameras.get()
    if (now.epoch !== epoch) {
      epoch = now.epoch
      restart()
    }
    soon()
  })
  /** A picture whose packets have stopped though its camera is live: the connection is made anew. */
  const seen = new Map<Picture, { readonly frames: number; readonly at: number }>()
  const watch = setInterval(async () => {
    for (const picture of pictures) {
      const { consumer } = picture
      if (!consumer || !picture.wanted) {
        seen.delete(picture)
        continue
      }
      const stats = await consumer.getStats().catch(() => undefined)
      let frames = 0
      stats?.forEach((one: { type: string; framesReceived?: number }) => {
        if (one.type === 'inbound-rtp') frames = one.framesReceived ?? 0
      })
      const before = seen.get(picture)
      if (!before || before.frames !== frames) seen.set(picture, { frames, at: performance.now() })
      else if (performance.now() - before.at > 5_000 && cameras.get().byId.get(picture.camera)?.state === 'live') {
        seen.clear()
        restart()
        return
      }
    }
  }, PERIOD)

  return {
    /** Asks for a picture; returns how to hold it back, let it go on, and end it. */
    want: (camera: string, stream: Stream, show: Picture['show']) => {
      const picture: Picture = { camera, stream, show, consumer: undefined, wanted: true }
      pictures.add(picture)
      soon()
      return {
        pause: (): void => {
          picture.wanted = false
          setOne(picture, 'pause')
        },
        play: (): void => {
          picture.wanted = true
          if (picture.consumer) setOne(picture, 'play')
          else soon()
        },
        end: (): void => {
          pictures.delete(picture)
          setOne(picture, 'end')
          picture.consumer?.close()
        },
      }
    },
    close: (): void => {
      closed = true
      off()
      clearTimeout(gathering)
      clearInterval(watch)
      restart()
    },
  }
}
export type Pictures = ReturnType<typeof createPictures>
