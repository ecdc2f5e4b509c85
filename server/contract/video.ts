import { z } from 'zod'
import { type CameraLoss, type CameraPurpose, cameraPurposes } from '../domain/observation/camera.ts'

export { cameraPurposes }

import type { Instant, LngLat, Text } from './views.ts'

/** Whether live pictures can be had: the media worker may still be being made. */
export type MediaState =
  /** Switched off in this installation. */
  | { readonly is: 'off' }
  | {
      readonly is: 'preparing'
      readonly step: 'looking' | 'downloading' | 'building' | 'testing'
      /** Files compiled, of how many; both 0 in the other steps. */
      readonly done: number
      readonly total: number
    }
  | { readonly is: 'ready' }
  | {
      readonly is: 'missing'
      readonly why: 'packages' | 'build' | 'self-test'
      /** Debian's packages to install. */
      readonly packages: readonly string[]
      readonly detail: string
    }

/** connecting: not heard yet since we started · unsourced: nobody has said how it is reached. */
export type CameraState = 'live' | 'connecting' | 'lost' | 'unsourced'

export interface CameraView {
  readonly id: string
  readonly name: Text
  /** Who keeps the equipment working. */
  readonly unit: string
  readonly room: string | null
  readonly place: LngLat | null
  readonly areaCode: string | null
  readonly purpose: CameraPurpose
  readonly audio: boolean
  /** Corners as fractions of the picture. */
  readonly privacyZones: readonly (readonly (readonly [number, number])[])[]
  readonly retentionDays: number | null
  readonly host: string | null
  readonly state: CameraState
  /** Why it is lost and since when. */
  readonly why: CameraLoss | null
  readonly since: Instant | null
  readonly detail: string
  /** Our clock at the last packet of picture. */
  readonly lastFrameAt: Instant | null
  readonly codec: 'h264' | 'h265' | null
  /** What a wall shows: its own small stream, the main one encoded anew, or the main one itself. */
  readonly small: 'substream' | 'encoded' | 'main'
  /** Whether browsers can show its main stream. */
  readonly mainShows: boolean
  readonly clock: {
    readonly offsetMs: number
    readonly uncertaintyMs: number
    readonly method: string
    readonly at: Instant
  } | null
}

export interface VideoView {
  readonly media: MediaState
  /** Grows when the rooms were built anew: whoever watches must connect again. */
  readonly epoch: number
  readonly cameras: readonly CameraView[]
}

/** What a place is called, and nothing else of it: whoever keeps the equipment needs no more. */
export interface Named {
  readonly id: string
  readonly name: Text
}
export interface CamerasReply extends VideoView {
  /** The units in sight. */
  readonly units: readonly Named[]
  /** The rooms of those units. */
  readonly rooms: readonly (Named & { readonly unit: string })[]
}

/** `side`: the small one of a wall. */
export const streams = ['main', 'side'] as const
export type Stream = (typeof streams)[number]

export interface ProbedView {
  readonly codec: string
  readonly width: number
  readonly height: number
  readonly framesPerSecond: number | null
  readonly reordered: boolean
  readonly keyFrameMs: number | null
  readonly audio: string | null
}
export type ProbeView =
  | { readonly is: 'ok'; readonly stream: ProbedView; readonly tookMs: number }
  | { readonly is: 'failed'; readonly why: CameraLoss; readonly detail: string }
export type OnvifView =
  | {
      readonly is: 'ok'
      readonly status: {
        readonly offsetMs: number
        readonly uncertaintyMs: number
        readonly maker: string | null
        readonly model: string | null
        readonly firmware: string | null
      }
    }
  | { readonly is: 'failed'; readonly why: 'unreachable' | 'wrong-password' | 'not-onvif' }
export interface ProbeReply {
  readonly main: ProbeView
  readonly sub: ProbeView | null
  readonly onvif: OnvifView | null
  /** A JPEG as a data URL, only for those who may see live pictures. */
  readonly preview: string | null
}

/** How a camera is reached, for whoever may change it. The password leaves the server never again. */
export interface CameraReach {
  readonly url: string
  readonly subUrl: string | null
  readonly onvifUrl: string | null
  readonly user: string | null
  readonly hasPassword: boolean
  readonly codec: 'h264' | 'h265'
  /** none: its sound is not recorded · copy · encode. */
  readonly sound: 'none' | 'copy' | 'encode'
}

/** What a table of cameras would do, or did. */
export interface CameraImport {
  /** Nothing is taken in while there is one. */
  readonly problems: readonly {
    /** 1 is the first line of the file; null when it concerns the whole file. */
    readonly line: number | null
    readonly field: string | null
    readonly message: Text
  }[]
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
  /** False: it was a dry run, or something was wrong. */
  readonly done: boolean
}

export interface SnapshotView {
  readonly id: string
  readonly camera: string
  readonly at: Instant
  readonly sha256: string
  /** A JPEG as a data URL. */
  readonly picture: string
}

/** What a browser needs to receive; the shapes are mediasoup's own and are passed on as they are. */
export interface ConnectionView {
  readonly id: string
  readonly capabilities: unknown
  readonly iceParameters: unknown
  readonly iceCandidates: unknown
  readonly dtlsParameters: unknown
}
export interface PictureView {
  readonly camera: string
  readonly stream: Stream
  readonly id: string
  readonly producerId: string
  readonly rtpParameters: unknown
}

export const wallSizes = [1, 4, 9, 16] as const
export type WallSize = (typeof wallSizes)[number]
export interface WallLayout {
  readonly id: string
  readonly name: string
  readonly size: WallSize
  /** By tile; null: empty. */
  readonly tiles: readonly (string | null)[]
  /** Seconds after which the next cameras of the list come; null: they stay. */
  readonly carouselSeconds: number | null
}

const camera = z.string().min(1).max(128)
const rtsp = z
  .string()
  .trim()
  .max(512)
  .regex(/^rtsps?:\/\/[^\s@']+$/, 'rtsp://host[:port]/path, without name and password')
const credential = z.string().max(128).nullable()
const reach = {
  url: rtsp,
  subUrl: rtsp.nullable(),
  onvifUrl: z
    .string()
    .trim()
    .max(512)
    .regex(/^https?:\/\/[^\s@']+$/)
    .nullable(),
  user: credential,
  /** Null with a name: the password that is kept already. */
  password: credential,
}
const fraction = z.number().min(0).max(1)
/** Shapes of WebRTC, checked by mediasoup itself; here only that they are not a flood. */
const opaque = z.record(z.string().max(64), z.unknown())

export const videoBodies = {
  probeCamera: z.object({ camera: camera.nullable(), ...reach, preview: z.boolean() }),
  saveCamera: z.object({
    name: z.object({ zh: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) }),
    unit: z.string().min(1).max(128),
    room: z.string().min(1).max(128).nullable(),
    place: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).nullable(),
    areaCode: z
      .string()
      .regex(/^\d{4}$/)
      .nullable(),
    purpose: z.enum(cameraPurposes),
    audio: z.boolean(),
    privacyZones: z
      .array(
        z
          .array(z.tuple([fraction, fraction]))
          .min(3)
          .max(32),
      )
      .max(16),
    retentionDays: z.number().int().min(1).max(36_500).nullable(),
    ...reach,
    codec: z.enum(['h264', 'h265']),
    /** As the probe found it; what a recording cannot hold is encoded. */
    audioCodec: z.string().max(32).nullable(),
  }),
  withdrawCamera: z.object({ reason: z.string().trim().min(1).max(4000) }),
  testCamera: z.object({}),
  importCameras: z.object({
    file: z.string().min(1).max(200),
    /** The file as it is, base64. */
    content: z.base64().min(4).max(240_000),
    dryRun: z.boolean(),
  }),
  snapshot: z.object({ reason: z.string().trim().min(2).max(400) }),
  connectLive: z.object({ dtlsParameters: opaque }),
  watch: z.object({
    pictures: z
      .array(z.object({ camera, stream: z.enum(streams) }))
      .min(1)
      .max(16),
    purpose: z.string().trim().min(2).max(200),
    rtpCapabilities: opaque,
  }),
  setPictures: z.object({ ids: z.array(z.string().max(64)).max(64), to: z.enum(['play', 'pause', 'end']) }),
  saveWall: z.object({
    name: z.string().trim().min(1).max(60),
    size: z.literal(wallSizes),
    tiles: z.array(camera.nullable()).max(16),
    carouselSeconds: z.number().int().min(5).max(3_600).nullable(),
  }),
} as const

export interface VideoReplies {
  'GET /api/cameras': CamerasReply
  /** Opens a camera once and says what comes, or why nothing does. Takes up to half a minute. */
  'POST /api/cameras/probe': ProbeReply
  'PUT /api/cameras/:id': { camera: CameraView }
  'DELETE /api/cameras/:id': Record<string, never>
  'GET /api/cameras/:id/reach': { reach: CameraReach | null }
  /** Whole or not at all; each camera is journalled by who imported it. */
  'POST /api/cameras/table': CameraImport
  /** As the probe, with what is kept of how it is reached. */
  'POST /api/cameras/:id/test': ProbeReply
  /** A picture taken now, kept and journalled with its reason. */
  'POST /api/cameras/:id/snapshot': { snapshot: SnapshotView }
  /** A connection to receive live pictures on; it ends with the session. */
  'POST /api/live/connections': ConnectionView
  'POST /api/live/connections/:id/connect': Record<string, never>
  /** Each picture is journalled with the purpose before anything of it is sent. It is held back until `to: play`. */
  'POST /api/live/connections/:id/watch': { pictures: readonly PictureView[]; missing: readonly string[] }
  'POST /api/live/connections/:id/pictures': Record<string, never>
  'DELETE /api/live/connections/:id': Record<string, never>
  /** One's own layouts of the wall. */
  'GET /api/walls': { walls: readonly WallLayout[] }
  'PUT /api/walls/:id': { wall: WallLayout }
  'DELETE /api/walls/:id': Record<string, never>
}
