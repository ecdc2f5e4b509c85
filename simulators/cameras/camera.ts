import { type ChildProcess, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { startOnvif } from './onvif-device.ts'
import { type Scene, type SceneFault, sceneGraph, sceneSource } from './scene.ts'

export interface CameraOptions {
  readonly title: string
  readonly variety: number
  /** RTSP over TCP, on this machine. */
  readonly port: number
  /** Null: no ONVIF. */
  readonly onvifPort: number | null
  readonly user: string | null
  readonly password: string | null
  readonly codec?: 'h264' | 'h265'
  readonly clockOffsetMs?: number
  readonly fault?: SceneFault | null
  readonly size?: Scene['size']
  readonly framesPerSecond?: number
  /** Key frames of its main stream come so often; a camera that was set badly has few. */
  readonly keyFrameEveryS?: number
}

/** GStreamer's Python bindings belong to Debian's own Python. */
const PYTHON = '/usr/bin/python3'
/** Ends its program when whoever started it is gone: descriptor 3 is then closed. */
const LIFELINE =
  '"$@" & child=$!; trap "kill $child 2>/dev/null" TERM; (cat <&3 >/dev/null; kill $child 2>/dev/null) & wait $child'

/** A port for packets on this machine, free now. */
const freePort = async (): Promise<number> => {
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

/** A network camera: a picture drawn by ffmpeg, served by GStreamer's RTSP server, with an ONVIF clock beside it. */
export const startCamera = async (options: CameraOptions) => {
  const { port, user, password, codec = 'h264', keyFrameEveryS = 1 } = options
  let scene: Scene = {
    title: options.title,
    variety: options.variety,
    clockOffsetMs: options.clockOffsetMs ?? 0,
    fault: options.fault ?? null,
    size: options.size ?? { width: 640, height: 360 },
    framesPerSecond: options.framesPerSecond ?? 12,
  }
  const [mainPort, subPort] = [await freePort(), await freePort()]
  let painter: ChildProcess | undefined
  let server: ChildProcess | undefined

  const paint = (): void => {
    const every = String(Math.round(scene.framesPerSecond * keyFrameEveryS))
    const rtp = (to: number) => ['-f', 'rtp', '-payload_type', '96', `rtp://127.0.0.1:${to}?pkt_size=1200`]
    const h264 = (rate: string, gop = every) => [
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-profile:v', 'baseline', '-bf', '0'],
      // One slice a picture: the RTSP server sends slices as pictures of their own.
      ...['-threads', '1', '-x264-params', 'sliced-threads=0:slices=1'],
      ...['-g', gop, '-keyint_min', gop, '-sc_threshold', '0', '-b:v', rate, '-maxrate', rate, '-bufsize', rate],
    ]
    const h265 = [
      '-c:v',
      'libx265',
      '-preset',
      'ultrafast',
      '-tune',
      'zerolatency',
      '-x265-params',
      `keyint=${every}:bframes=0:repeat-headers=1:log-level=none`,
    ]
    const args = [
      ...['-v', 'error', '-nostdin', '-f', 'lavfi', '-i', sceneSource(scene)],
      ...['-filter_complex', sceneGraph(scene, Date.now())],
      ...['-map', '[main]', '-fps_mode', 'passthrough', ...(codec === 'h264' ? h264('700k') : h265), ...rtp(mainPort)],
      ...['-map', '[sub]', '-fps_mode', 'passthrough', ...h264('200k', String(scene.framesPerSecond)), ...rtp(subPort)],
    ]
    painter = spawn('sh', ['-c', LIFELINE, 'sh', 'env', 'TZ=Asia/Shanghai', 'ffmpeg', ...args], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    })
  }
  const serve = async (): Promise<void> => {
    const login = user === null ? [] : ['--user', user, '--password-fd', '3']
    const streams = [`main=${codec.toUpperCase()}:${mainPort}`, `sub=H264:${subPort}`]
    server = spawn(PYTHON, [path.join(import.meta.dirname, 'rtsp-server.py'), String(port), ...streams, ...login], {
      stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
    })
    const secret = server.stdio[3] as Writable
    secret.on('error', () => {
      // A server that could not start reads no password; `ended` below says so.
    })
    secret.end(password ?? '')
    const ended = once(server, 'exit').then(() => Promise.reject(new Error(`the camera on port ${port} did not start`)))
    ended.catch(() => {
      // Later it may end when it is pulled.
    })
    await Promise.race([once(server.stdout!, 'data'), ended])
  }

  paint()
  await serve()
  const onvif =
    options.onvifPort === null
      ? undefined
      : await startOnvif({ port: options.onvifPort, user, password, offsetMs: () => scene.clockOffsetMs })
  const stopPainter = (): void => {
    ;(painter?.stdio[3] as Writable | undefined)?.end()
  }
  return {
    url: `rtsp://127.0.0.1:${port}/main`,
    subUrl: `rtsp://127.0.0.1:${port}/sub`,
    onvifUrl: onvif ? `http://127.0.0.1:${onvif.port}/onvif/device_service` : null,
    /** From now on it shows this; half a second is lost while it changes. */
    show: (change: Partial<Pick<Scene, 'fault' | 'clockOffsetMs'>>): void => {
      scene = { ...scene, ...change }
      stopPainter()
      paint()
    },
    /** The cable is pulled: connections end and none can be had. */
    pull: (): void => {
      server?.kill('SIGKILL')
    },
    plugIn: serve,
    /** It hangs: connections stay and nothing comes. */
    hang: (): void => {
      server?.kill('SIGSTOP')
    },
    close: async (): Promise<void> => {
      stopPainter()
      server?.kill('SIGKILL')
      await onvif?.close()
    },
  }
}
export type SimulatedCamera = Awaited<ReturnType<typeof startCamera>>
