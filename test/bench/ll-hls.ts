import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { boxHead } from '../../server/protocols/fmp4/box.ts'
import { decode, videoOf } from '../../server/protocols/fmp4/codec.ts'

/** A partial segment: one fragment of a fifth of a second (draft-pantos-hls-rfc8216bis, 4.4.4.9). */
interface Part {
  readonly bytes: Buffer
  readonly seconds: number
  readonly independent: boolean
}

const PART_SECONDS = 0.2
const SEGMENTS_KEPT = 6
/** Parts are listed of so many whole segments at the end of the list. */
const SEGMENTS_IN_PARTS = 3

/**
 * A camera as low-latency HLS, for comparison: ffmpeg repacks it into fragments of 200 ms, which are served as partial
 * segments with blocking playlist reload and a preload hint, one segment from key frame to key frame. The player is
 * hls.js in its low-latency mode. A server of the protocol's minimum, and nothing between it and the browser.
 */
export const serveLowLatencyHls = async (rtspUrl: string, files: Readonly<Record<string, Buffer | string>>) => {
  let init: Buffer | undefined
  /** The last one is being filled. */
  const segments: { readonly sequence: number; readonly parts: Part[] }[] = []
  let waiting: (() => boolean)[] = []

  const take = (fragment: Buffer): void => {
    const { movie, fragments } = decode(Buffer.concat([init!, fragment]))
    const picture = videoOf(movie)
    const track = fragments[0]?.tracks.find((t) => t.track === picture?.id)
    if (!picture || !track) return
    const seconds = (track.shownTo - track.shownFrom) / picture.timescale
    const independent = track.beginsWithKeyFrame
    if (independent) segments.push({ sequence: (segments.at(-1)?.sequence ?? -1) + 1, parts: [] })
    segments.at(-1)?.parts.push({ bytes: fragment, seconds, independent })
    if (segments.length > SEGMENTS_KEPT + 1) segments.shift()
    waiting = waiting.filter((answer) => !answer())
  }

  const ffmpeg = spawn(
    'ffmpeg',
    [
      ...['-v', 'error', '-rtsp_transport', 'tcp', '-fflags', 'nobuffer', '-i', rtspUrl, '-an', '-c:v', 'copy'],
      ...['-f', 'mp4', '-movflags', 'empty_moov+default_base_moof+frag_keyframe', '-frag_duration', '200000'],
      ...['-flush_packets', '1', 'pipe:1'],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  cutFragments(
    ffmpeg,
    (first) => {
      init = first
    },
    take,
  )

  const playlist = (): string => {
    const lines = segments.flatMap(({ sequence, parts }, i) => {
      const whole = i < segments.length - 1
      const listed = segments.length - 1 - i <= SEGMENTS_IN_PARTS
      return [
        ...(listed ? parts.map((part, n) => partLine(part, `${sequence}.${n}.m4s`)) : []),
        ...(whole ? [`#EXTINF:${total(parts).toFixed(5)},`, `${sequence}.m4s`] : []),
      ]
    })
    const { sequence, parts } = segments.at(-1)!
    return [
      '#EXTM3U',
      '#EXT-X-VERSION:9',
      `#EXT-X-TARGETDURATION:${Math.max(1, ...segments.slice(0, -1).map((s) => Math.round(total(s.parts))))}`,
      `#EXT-X-PART-INF:PART-TARGET=${PART_SECONDS}`,
      `#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=${PART_SECONDS * 3}`,
      `#EXT-X-MEDIA-SEQUENCE:${segments[0]!.sequence}`,
      '#EXT-X-MAP:URI="init.mp4"',
      ...lines,
      `#EXT-X-PRELOAD-HINT:TYPE=PART,URI="${sequence}.${parts.length}.m4s"`,
      '',
    ].join('\n')
  }

  const reached = (sequence: number, part: number): boolean => {
    const last = segments.at(-1)
    return last !== undefined && (last.sequence > sequence || (last.sequence === sequence && last.parts.length > part))
  }
  /** Answers when the camera has come so far: a list that is asked for ahead of its time, and the part that was hinted at. */
  const when = (ready: () => boolean, answer: () => void): void => {
    if (ready()) answer()
    else
      waiting.push(() => {
        if (!ready()) return false
        answer()
        return true
      })
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const name = pathname.slice(1)
    if (name === 'live.m3u8') {
      const [sequence, part] = [Number(searchParams.get('_HLS_msn') ?? -1), Number(searchParams.get('_HLS_part') ?? 0)]
      return when(
        () => segments.length > SEGMENTS_IN_PARTS && reached(sequence, part),
        () => send(response, playlist()),
      )
    }
    if (name === 'init.mp4')
      return when(
        () => init !== undefined,
        () => send(response, init!),
      )
    const [, sequence, part] = /^(\d+)(?:\.(\d+))?\.m4s$/.exec(name)?.map(Number) ?? []
    if (sequence === undefined) return send(response, files[name])
    const parts = () => segments.find((s) => s.sequence === sequence)?.parts
    if (part === undefined || Number.isNaN(part))
      return send(response, parts() && Buffer.concat(parts()!.map((p) => p.bytes)))
    // The part that was hinted at may turn out to be the first of the next segment.
    when(
      () => reached(sequence, part) || reached(sequence + 1, 0),
      () => send(response, parts()?.[part]?.bytes),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: (): void => {
      ffmpeg.kill('SIGKILL')
      server.closeAllConnections()
      server.close()
    },
  }
}

const total = (parts: readonly Part[]): number => parts.reduce((sum, { seconds }) => sum + seconds, 0)

const partLine = ({ seconds, independent }: Part, uri: string): string =>
  `#EXT-X-PART:DURATION=${seconds.toFixed(5)},URI="${uri}"${independent ? ',INDEPENDENT=YES' : ''}`

const send = (response: ServerResponse, body: Buffer | string | undefined): void => {
  response.writeHead(body === undefined ? 404 : 200, { 'cache-control': 'no-store' }).end(body)
}

/** Cuts what ffmpeg writes into its beginning (`ftyp`, `moov`) and one fragment (`moof`, `mdat`) after another. */
const cutFragments = (ffmpeg: ChildProcess, begun: (init: Buffer) => void, fragment: (bytes: Buffer) => void): void => {
  let rest: Buffer = Buffer.alloc(0)
  let open: Buffer[] = []
  ffmpeg.stdout!.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = boxHead(rest, 0)
      if (typeof head === 'string' || rest.length < head.size) return
      open.push(rest.subarray(0, head.size))
      rest = rest.subarray(head.size)
      if (head.type !== 'moov' && head.type !== 'mdat') continue
      const whole = Buffer.concat(open)
      open = []
      if (head.type === 'moov') begun(whole)
      else fragment(whole)
    }
  })
}
