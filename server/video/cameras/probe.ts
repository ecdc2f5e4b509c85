import { spawn } from 'node:child_process'
import type { CameraLoss } from '../../domain/observation/camera.ts'
import { type Address, INPUT, inputList, withoutSecrets } from '../ingest/address.ts'
import { faultIn } from '../ingest/faults.ts'

/** What a stream turned out to be. */
export interface ProbedStream {
  readonly codec: string
  readonly width: number
  readonly height: number
  readonly framesPerSecond: number | null
  /** Pictures that refer to later ones: browsers show them in the wrong order. */
  readonly reordered: boolean
  /** From key frame to key frame; null: only one was seen. */
  readonly keyFrameMs: number | null
  readonly audio: string | null
}
export type Probe =
  | { readonly is: 'ok'; readonly stream: ProbedStream; readonly tookMs: number }
  | { readonly is: 'failed'; readonly why: CameraLoss; readonly detail: string }

/** So long is looked at what comes; enough for two key frames of a camera that is set as it should be. */
const LOOK_S = 5
const MOST_MS = 20_000

interface Said {
  readonly streams?: readonly {
    readonly codec_type?: string
    readonly codec_name?: string
    readonly width?: number
    readonly height?: number
    readonly has_b_frames?: number
    readonly avg_frame_rate?: string
  }[]
  readonly packets?: readonly { readonly codec_type?: string; readonly pts_time?: string; readonly flags?: string }[]
}

/** Opens a camera and says what comes, or why nothing does. Never rejects. */
export const probeCamera = async (ffprobe: string, address: Address): Promise<Probe> => {
  const begun = performance.now()
  const show = 'stream=codec_type,codec_name,width,height,has_b_frames,avg_frame_rate:packet=codec_type,pts_time,flags'
  const args = ['-v', 'error', '-of', 'json', '-show_entries', show]
  const { out, words, timedOut } = await run(ffprobe, [...args, '-read_intervals', `%+${LOOK_S}`, ...INPUT], address)
  const said = parse(out)
  const video = said.streams?.find((one) => one.codec_type === 'video')
  const detail = withoutSecrets(words, address).slice(0, 400)
  if (!video) return { is: 'failed', why: faultIn(words) ?? (timedOut ? 'stalled' : 'no-video'), detail }
  const { codec_name: codec = '', width = 0, height = 0 } = video
  if (codec !== 'h264' && codec !== 'hevc') return { is: 'failed', why: 'codec', detail: codec }
  const keys = (said.packets ?? [])
    .filter((p) => p.codec_type === 'video' && p.flags?.startsWith('K'))
    .map((p) => Number(p.pts_time) * 1_000)
  if (width === 0 || height === 0 || keys.length === 0)
    return { is: 'failed', why: 'no-key-frame', detail: detail || `${LOOK_S} s` }
  const [over, under] = (video.avg_frame_rate ?? '0/0').split('/').map(Number) as [number, number]
  return {
    is: 'ok',
    tookMs: Math.round(performance.now() - begun),
    stream: {
      codec: codec === 'hevc' ? 'h265' : 'h264',
      width,
      height,
      framesPerSecond: under > 0 && over > 0 ? Math.round((over / under) * 10) / 10 : null,
      reordered: (video.has_b_frames ?? 0) > 0,
      keyFrameMs: keys.length > 1 ? Math.round((keys.at(-1)! - keys[0]!) / (keys.length - 1)) : null,
      audio: said.streams?.find((one) => one.codec_type === 'audio')?.codec_name ?? null,
    },
  }
}

const parse = (out: string): Said => {
  try {
    return JSON.parse(out) as Said
  } catch {
    // It ended before it had said anything.
    return {}
  }
}

interface Ran {
  readonly out: string
  readonly words: string
  readonly timedOut: boolean
}
const run = (program: string, args: readonly string[], address: Address): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let out = ''
    let words = ''
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      child.kill('SIGKILL')
    }, MOST_MS)
    child.stdin.on('error', () => {
      // It ended before it read its input; its last words say why.
    })
    child.stdin.end(inputList(address))
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      words = (words + chunk).slice(-4_000)
    })
    const done = (error?: Error): void => {
      clearTimeout(timer)
      resolve({ out, words: error ? error.message : words, timedOut })
    }
    child.once('error', done)
    child.once('close', () => done())
  })
