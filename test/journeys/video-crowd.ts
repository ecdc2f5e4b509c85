import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import type { DtlsParameters, IceCandidate, IceParameters } from 'mediasoup/types'
import type { ConnectionView, VideoReplies } from '../../server/contract/video.ts'
import { codecs } from '../../server/video/live/codecs.ts'
import { mediasoupWith } from '../../server/video/worker/mediasoup.ts'
import { provisionWorker } from '../../server/video/worker/provision.ts'
import { bindingRequest, isStun } from '../../server/video/worker/stun.ts'
import { consoleOf, type House } from './house.ts'

type Desk = Awaited<ReturnType<typeof consoleOf>>
type Watching = VideoReplies['POST /api/live/connections/:id/watch']

export interface CrowdViewer {
  /** Packets of picture that have reached it. */
  readonly packets: () => number
  readonly leave: () => Promise<void>
}

const ASK_MS = 50
const CONNECT_MS = 60_000
const AGAIN_MS = 500
/** A house keeps so many connections of one session; the crowd logs in once for each handful. */
const OF_A_SESSION = 4
/** RFC 7983: RTP and RTCP begin with these. */
const isMedia = (datagram: Buffer): boolean => datagram[0]! >= 128 && datagram[0]! < 192

/**
 * Viewers without a browser, so that fifty fit beside the server on two cores. Each asks as a console does, does ICE,
 * shakes hands over DTLS (a transport of a worker of our own does it) and is sent encrypted pictures, which it counts.
 */
export const openCrowd = async (house: House, size: number) => {
  const worker = await provisionWorker({
    given: process.env.MEDIASOUP_WORKER_BIN,
    cacheDir:
      process.env.MEDIA_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'custodes'),
    downloads: undefined,
    heard: () => {},
  })
  if (worker.is !== 'ready') throw new Error(`no media worker: ${worker.why} ${worker.detail}`)
  const { createWorker } = await mediasoupWith(worker.binary)
  const own = await createWorker({ logLevel: 'error' })
  const router = await own.createRouter({ mediaCodecs: [...codecs] })
  const desks: Desk[] = []
  for (let i = 0; i < size; i += OF_A_SESSION) desks.push(await consoleOf(house, 'supervisor'))

  /** Seat `seat` of the crowd looks at these cameras. Resolves when it is connected and they have begun. */
  const come = async (seat: number, cameras: readonly string[]): Promise<CrowdViewer> => {
    const desk = desks[Math.floor(seat / OF_A_SESSION)]!
    const connection = await desk.post<ConnectionView>('/api/live/connections')
    const route = `/api/live/connections/${connection.id}`
    const mine = await router.createWebRtcTransport({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] })
    const theirs = connection.iceParameters as IceParameters
    const door = (connection.iceCandidates as readonly IceCandidate[]).find((c) => c.protocol === 'udp')!
    const here = mine.iceCandidates[0]!
    const [out, back] = [createSocket('udp4'), createSocket('udp4')]
    for (const socket of [out, back]) {
      socket.bind(0, '127.0.0.1')
      await once(socket, 'listening')
    }
    let packets = 0
    let answered = false
    out.on('message', (datagram) => {
      if (isStun(datagram)) answered = true
      else if (isMedia(datagram)) packets++
      else back.send(datagram, here.port, here.ip)
    })
    back.on('message', (datagram) => {
      if (!isStun(datagram) && !isMedia(datagram)) out.send(datagram, door.port, door.ip)
    })
    const ask = (): void => {
      out.send(bindingRequest(theirs), door.port, door.ip)
      back.send(bindingRequest(mine.iceParameters), here.port, here.ip)
    }
    const asking = setInterval(ask, ASK_MS)
    const until = async (what: string, test: () => boolean): Promise<void> => {
      for (const end = Date.now() + CONNECT_MS; !test(); await new Promise((resolve) => setTimeout(resolve, ASK_MS)))
        if (Date.now() > end) throw new Error(`viewer ${seat}: no ${what} within ${CONNECT_MS} ms`)
    }
    const leave = async (): Promise<void> => {
      clearInterval(asking)
      await fetch(house.url + route, { method: 'DELETE', headers: { cookie: desk.cookie, origin: house.url } })
      mine.close()
      for (const socket of [out, back]) socket.close()
    }
    try {
      await until('answer over ICE', () => answered && mine.iceState !== 'new')
      const { fingerprints } = mine.dtlsParameters
      await desk.post(`${route}/connect`, { dtlsParameters: { role: 'client', fingerprints } })
      const remote = connection.dtlsParameters as DtlsParameters
      await mine.connect({ dtlsParameters: { role: 'server', fingerprints: remote.fingerprints } })
      await until('DTLS handshake', () => mine.dtlsState === 'connected')
      const pictures = cameras.map((camera) => ({ camera, stream: 'main' }))
      const rtpCapabilities = connection.capabilities
      const got = await desk.post<Watching>(`${route}/watch`, { pictures, purpose: '巡查', rtpCapabilities })
      await desk.post(`${route}/pictures`, { ids: got.pictures.map(({ id }) => id), to: 'play' })
      await until('picture', () => packets > 0)
      return { packets: () => packets, leave }
    } catch (error) {
      await leave()
      throw error
    }
  }

  return {
    come,
    /**
     * Every seat comes, stays `stayMs` and leaves, again and again, until `over` holds. Who is sent nothing, because
     * what sends it was killed, comes again. Resolves with how many came and what they were sent.
     */
    comeAndGo: async (
      cameras: readonly string[],
      stayMs: number,
      over: () => boolean,
    ): Promise<{ readonly visits: number; readonly packets: number; readonly inVain: number }> => {
      let [visits, packets, inVain] = [0, 0, 0]
      const sit = async (seat: number): Promise<void> => {
        // Not all through the door at once.
        await new Promise((resolve) => setTimeout(resolve, (stayMs * seat) / size))
        while (!over()) {
          const viewer = await come(seat, cameras).catch(() => undefined)
          if (!viewer) {
            inVain++
            await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
            continue
          }
          await new Promise((resolve) => setTimeout(resolve, stayMs))
          visits++
          packets += viewer.packets()
          await viewer.leave()
        }
      }
      await Promise.all(Array.from({ length: size }, (_, seat) => sit(seat)))
      return { visits, packets, inVain }
    },
    close: (): void => own.close(),
  }
}
