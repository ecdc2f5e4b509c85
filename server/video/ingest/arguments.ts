import { INPUT } from './address.ts'

/**
 * Where live packets go, ports of this machine, and the number by which they are known there. They come from the same
 * ports for ever: the receiver holds on to the first sender, and a process that was started again would not be heard.
 */
export interface LiveTarget {
  readonly rtpPort: number
  readonly rtcpPort: number
  readonly fromRtpPort: number
  readonly fromRtcpPort: number
  readonly ssrc: number
}

/** The payload type of every live picture of ours. */
export const PAYLOAD_TYPE = 96
/** The raster in which pictures are looked at for being dark, covered or frozen. */
export const RASTER = { width: 96, height: 54 } as const

const BEFORE = [
  '-hide_banner',
  '-nostdin',
  '-loglevel',
  'level+info',
  '-nostats',
  '-progress',
  'pipe:3',
  '-stats_period',
  '1',
]

/**
 * Live packets beside everything else: a queue of their own that drops what its reader does not take, so that no
 * viewer can cost a recording a frame. In-band parameter sets, because key-frame requests never reach a camera.
 */
const live = (
  { rtpPort, rtcpPort, fromRtpPort, fromRtcpPort, ssrc }: LiveTarget,
  encode: readonly string[],
): readonly string[] => [
  ...['-map', '0:v:0', ...encode, '-f', 'fifo', '-fifo_format', 'rtp'],
  ...['-queue_size', '240', '-drop_pkts_on_overflow', '1', '-attempt_recovery', '1', '-recovery_wait_time', '1'],
  ...['-format_opts', `payload_type=${PAYLOAD_TYPE}:ssrc=${ssrc}`],
  `rtp://127.0.0.1:${rtpPort}?rtcpport=${rtcpPort}&localrtpport=${fromRtpPort}&localrtcpport=${fromRtcpPort}&pkt_size=1200`,
]
const COPY = ['-c:v', 'copy', '-bsf:v', 'dump_extra=freq=keyframe']
/** For a camera whose own stream no browser shows; half size and few frames, because it costs a processor. */
const TRANSCODE = [
  ...['-vf', "scale='min(960,iw)':-2", '-r', '15', '-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-preset', 'ultrafast'],
  ...[
    '-tune',
    'zerolatency',
    '-profile:v',
    'baseline',
    '-g',
    '30',
    '-bf',
    '0',
    '-b:v',
    '1M',
    '-maxrate',
    '1M',
    '-bufsize',
    '1M',
  ],
]

/** A small grey picture of each key frame, at most one a second, on the fifth descriptor. */
const looking: readonly string[] = [
  ...['-map', '0:v:0', '-vf', `fps=1,scale=${RASTER.width}:${RASTER.height}:flags=area,format=gray`],
  ...['-fps_mode', 'passthrough', '-f', 'rawvideo', 'pipe:5'],
]

export interface RecordArguments {
  readonly segmentSeconds: number
  readonly audio: 'none' | 'copy' | 'encode'
  /** VP8 is recorded as H.264: neither our files nor most players of them hold it. */
  readonly codec: 'h264' | 'h265' | 'vp8'
  /** Null when no browser shows the main stream. */
  readonly live: LiveTarget | null
  readonly look: boolean
  /** How the source is opened; a camera's address unless told. */
  readonly input?: readonly string[]
}

/**
 * The one process that records a camera and feeds its main stream to the viewers. Run with TZ=UTC in the camera's
 * folder. On descriptors: 3 progress, 4 a line for each closed segment, 5 small pictures.
 */
export const recordArguments = ({
  segmentSeconds,
  audio,
  codec,
  live: target,
  look,
  input = INPUT,
}: RecordArguments): string[] => [
  ...BEFORE,
  ...(look ? ['-skip_frame', 'nokey'] : []),
  // Cameras' own timestamps jump; ours is the clock that the recording is found by.
  ...['-use_wallclock_as_timestamps', '1', ...input, '-copyts'],
  ...['-map', '0:v:0', ...(codec === 'vp8' ? TRANSCODE : ['-c:v', 'copy'])],
  ...(codec === 'h265' ? ['-tag:v', 'hvc1'] : []),
  ...(audio === 'none' ? ['-an'] : ['-map', '0:a:0?', '-c:a', audio === 'copy' ? 'copy' : 'aac']),
  ...['-f', 'segment', '-segment_time', String(segmentSeconds), '-segment_atclocktime', '1', '-reset_timestamps', '1'],
  ...['-strftime', '1', '-segment_format', 'mp4'],
  // A fragment goes to the disk when it is whole: what is killed loses what came since the last key frame, no more.
  ...['-segment_format_options', 'movflags=+frag_keyframe+empty_moov+default_base_moof:flush_packets=1'],
  ...['-segment_list', 'pipe:4', '-segment_list_type', 'csv', '%Y%m%dT%H%M%SZ.mp4'],
  ...(target ? live(target, COPY) : []),
  ...(look ? looking : []),
]

/** The process beside it for the small stream, or for one that must be encoded anew. It may fail without any loss. */
export const sideArguments = (options: {
  readonly encode: boolean
  readonly live: LiveTarget
  readonly look: boolean
}): string[] => [
  ...BEFORE,
  ...(options.look && !options.encode ? ['-skip_frame', 'nokey'] : []),
  ...['-use_wallclock_as_timestamps', '1', ...INPUT, '-copyts', '-an'],
  ...live(options.live, options.encode ? TRANSCODE : COPY),
  ...(options.look ? looking : []),
]
