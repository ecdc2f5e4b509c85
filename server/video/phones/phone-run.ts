import fs from 'node:fs'
import path from 'node:path'
import type { Consumer, PlainTransport, Producer } from 'mediasoup/types'
import type { Clock, Instant } from '../../domain/time.ts'
import type { Log } from '../../storage/log.ts'
import { recordArguments } from '../ingest/arguments.ts'
import { createBackOff } from '../ingest/back-off.ts'
import type { CameraCondition } from '../ingest/camera-run.ts'
import { isDiskFault } from '../ingest/faults.ts'
import { type Running, runFfmpeg } from '../ingest/process.ts'
import type { RecordingSink } from '../ingest/recording.ts'
import { freeUdpPairs, sayGoodbye } from '../live/ports.ts'
import type { Sent } from '../live/publishers.ts'
import { recorderCapabilities, sdpOf, type Track } from './sdp.ts'

export interface PhoneRunOptions {
  readonly ffmpeg: string
  readonly segmentSeconds: number
  /** `<recordings>/<camera>`. */
  readonly folder: string
  readonly clock: Clock
  readonly log: Log
  readonly sink: RecordingSink
  readonly changed: (condition: CameraCondition, lastFrameAt: Instant | null) => void
}

/** Browsers send a key frame when asked and hardly ever without: seeking and cutting need one every two seconds. */
const KEY_FRAME_MS = 2_000
/** As for any camera: without a packet for so long there is no picture. */
const STALLED_MS = 5_000
const LOOK_MS = 500

/** SDP on standard input, packets on ports of this machine; a lost packet that is sent again may come half a second late. */
const INPUT: readonly string[] = [
  ...[
    '-protocol_whitelist',
    'pipe,udp,rtp',
    '-fflags',
    'nobuffer',
    '-analyzeduration',
    '2000000',
    '-probesize',
    '1000000',
  ],
  ...['-max_delay', '500000', '-reorder_queue_size', '1000', '-buffer_size', '2000000', '-f', 'sdp', '-i', 'pipe:0'],
]

/**
 * Records what a phone sends for as long as its connection lasts: the worker passes the packets on to one ffmpeg, which
 * writes the same files as a camera's. H.264 and Opus are written as they come.
 */
export const recordPhone = (camera: string, { slot, video, audio }: Sent, options: PhoneRunOptions) => {
  const { clock, sink, log, folder } = options
  const backOff = createBackOff()
  let lastFrameAt: Instant | null = null
  let startedAt: Instant = clock()
  let packets = 0
  let open = false
  let running: Running | undefined
  let ways: readonly { readonly transport: PlainTransport; readonly consumer: Consumer }[] = []
  let ports: readonly number[] = []
  let again: NodeJS.Timeout | undefined
  let stopped: 'stopped' | 'unreachable' | undefined
  let resolveEnded: () => void = () => {}
  const over = new Promise<void>((resolve) => {
    resolveEnded = resolve
  })
  const codec = /h264/i.test(video.rtpParameters.codecs[0]!.mimeType) ? 'h264' : 'vp8'
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })

  const passOn = async (producer: Producer, port: number): Promise<Track> => {
    const transport = await slot.router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: '127.0.0.1', sendBufferSize: 2_000_000 },
      rtcpMux: false,
      comedia: false,
    })
    await transport.connect({ ip: '127.0.0.1', port, rtcpPort: port + 1 })
    const rtpCapabilities = recorderCapabilities(slot.router.rtpCapabilities)
    const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities, paused: true })
    ways = [...ways, { transport, consumer }]
    return { kind: consumer.kind, port, rtpParameters: consumer.rtpParameters }
  }
  const letGo = (): void => {
    for (const { transport } of ways) transport.close()
    ways = []
  }
  const closeSink = (why: Parameters<RecordingSink['stopped']>[1]): void => {
    if (!open) return
    open = false
    sink.stopped(camera, why, lastFrameAt ?? clock())
  }

  const start = async (): Promise<void> => {
    letGo()
    packets = 0
    const producers = [video, ...(audio ? [audio] : [])]
    ports = await freeUdpPairs(producers.length)
    const tracks: Track[] = []
    for (const [i, producer] of producers.entries()) tracks.push(await passOn(producer, ports[i]!))
    if (stopped) return ended({ signal: null, code: 0, words: '' })
    startedAt = clock()
    const args = recordArguments({
      segmentSeconds: options.segmentSeconds,
      audio: audio ? 'copy' : 'none',
      codec,
      live: null,
      look: false,
      input: INPUT,
    })
    running = runFfmpeg(
      options.ffmpeg,
      args,
      folder,
      { text: sdpOf(tracks), clean: (words) => words },
      {
        packets: heard,
        segment: (name, startsAt, endsAt) =>
          sink.segmentClosed({ camera, file: path.join(folder, name), startsAt, endsAt }),
        picture: () => {},
        ended,
      },
    )
    for (const { consumer } of ways) await consumer.resume()
  }

  const heard = (count: number): void => {
    if (count <= packets) return
    packets = count
    lastFrameAt = clock()
    if (!open) {
      open = true
      sink.started(camera, folder, lastFrameAt)
    }
    sink.packet(camera, lastFrameAt)
    // What is still being written when the phone is gone is recorded, but nobody sees it live.
    if (stopped === undefined) options.changed({ is: 'live' }, lastFrameAt)
  }

  const ended = (end: { code: number | null; signal: NodeJS.Signals | null; words: string }): void => {
    const ran = running !== undefined
    running = undefined
    letGo()
    closeSink(stopped ?? (isDiskFault(end.words) ? 'disk' : 'crashed'))
    if (ran) sink.ended(camera, folder, startedAt)
    if (stopped) return resolveEnded()
    log.warn(
      { camera, code: end.code, signal: end.signal, words: end.words },
      'the recording of a phone broke off; it is started again',
    )
    again = setTimeout(begin, backOff.next(false, packets > 0))
  }

  const begin = (): void => {
    start().catch((error: unknown) => {
      letGo()
      if (stopped) return resolveEnded()
      log.error({ err: error, camera }, 'the recording of a phone could not be started; tried again')
      again = setTimeout(begin, backOff.next(false, false))
    })
  }

  let askedAt: Instant = 0
  const keyFrames = setInterval(() => {
    const picture = ways.find(({ consumer }) => consumer.kind === 'video')?.consumer
    if (!picture || picture.closed || (packets > 0 && clock() - askedAt < KEY_FRAME_MS)) return
    askedAt = clock()
    picture.requestKeyFrame().catch(() => {
      // The connection ended meanwhile.
    })
  }, LOOK_MS)
  const look = setInterval(() => {
    if (lastFrameAt === null || clock() - lastFrameAt <= STALLED_MS) return
    closeSink('stalled')
    options.changed({ is: 'lost', why: 'stalled', since: lastFrameAt, detail: '' }, lastFrameAt)
  }, LOOK_MS)
  begin()

  return {
    lastFrameAt: (): Instant | null => lastFrameAt,
    pid: () => running?.pid,
    /** `unreachable`: the phone is gone. Resolves when the files are closed. */
    stop: (why: 'stopped' | 'unreachable'): Promise<void> => {
      stopped ??= why
      clearInterval(keyFrames)
      clearInterval(look)
      clearTimeout(again)
      if (running) {
        // Asked to end it looks up between two packets, and there may be none any more.
        running.stop()
        void sayGoodbye(ports)
      } else if (ways.length === 0) {
        closeSink(why)
        resolveEnded()
      }
      return over
    },
  }
}
export type PhoneRun = ReturnType<typeof recordPhone>
