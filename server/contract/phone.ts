import { z } from 'zod'
import type { ConnectionView } from './video.ts'
import type { Instant, LngLat } from './views.ts'

/** Why the recording of an officer's phone ended. */
export type PhoneStop =
  /** The officer ended it. */
  | 'by-hand'
  | 'duty-ended'
  /** They logged out of the page. */
  | 'logged-out'
  /** The account or the session was withdrawn. */
  | 'revoked'
  /** Here only: the officer goes on recording with another phone, or in another login. */
  | 'elsewhere'

/** An officer's phone as a camera, as its own page sees it. */
export interface PhoneCameraView {
  /** Our clock. */
  readonly at: Instant
  readonly on: boolean
  /** The camera's id; null while this officer has never recorded. */
  readonly camera: string | null
  /** The recording that runs, from start to stop; null: none does. */
  readonly run: string | null
  readonly startedAt: Instant | null
  /** End of the duty that runs; null: they are not on duty, and nothing can be recorded. */
  readonly dutyUntil: Instant | null
  /** How the last recording ended, since this server started. */
  readonly ended: { readonly at: Instant; readonly why: PhoneStop } | null
  /** none: no connection · waiting: connected, nothing is being written yet · recording: it is being written here. */
  readonly link: 'none' | 'waiting' | 'recording'
  /** Our clock at the last packet of picture that was written. */
  readonly lastFrameAt: Instant | null
}

/** Bounds of what a phone may bring afterwards. */
export const PIECE_LIMITS = {
  /** One request carries at most this. */
  partBytes: 256 * 1024,
  pieceBytes: 16 * 1024 * 1024,
  /** A piece lasts at most so long, ms. */
  longestMs: 60_000,
  /** Older ones are not taken any more, ms. */
  oldestMs: 30 * 86_400_000,
  /** How far the file's own length may be from what the phone says, ms. */
  lengthMs: 2_000,
} as const

/** Why a piece was not taken. `hash`: the bytes are not those announced; it may be sent once more. */
export const pieceRefusals = ['outside-recording', 'too-old', 'too-long', 'hash', 'unreadable', 'length'] as const
export type PieceRefusal = (typeof pieceRefusals)[number]

/** needed: bring it · recorded: we have that time already · kept: it was brought · wait: ask again · refused: never. */
export interface PieceView {
  readonly piece: string
  readonly is: 'needed' | 'recorded' | 'kept' | 'wait' | 'refused'
  /** Bytes that arrived already. */
  readonly have: number
  readonly why: PieceRefusal | null
}

const pieceId = z.string().regex(/^[\w-]{8,64}$/, 'eight to 64 letters, digits, - or _')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256, lower-case hex')
const ms = z.number().int().positive()
const pieceFacts = { startsAt: ms, endsAt: ms, bytes: z.number().int().min(1).max(PIECE_LIMITS.pieceBytes), sha256 }

export const partQuery = z.object({ offset: z.coerce.number().int().min(0).max(PIECE_LIMITS.pieceBytes), sha256 })

const id = z.string().min(1).max(128)
/** Shapes of WebRTC, checked by mediasoup itself. */
const opaque = z.record(z.string().max(64), z.unknown())
const place: z.ZodType<LngLat> = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

export const phoneBodies = {
  startPhone: z.object({}),
  stopPhone: z.object({}),
  openPhone: z.object({}),
  connectPhone: z.object({ dtlsParameters: opaque }),
  producePhone: z.object({ kind: z.enum(['audio', 'video']), rtpParameters: opaque }),
  askPieces: z.object({
    pieces: z
      .array(z.object({ piece: pieceId, ...pieceFacts }))
      .min(1)
      .max(100),
  }),
  closePiece: z.object({
    ...pieceFacts,
    /** As the browser calls the file, such as `video/webm;codecs=h264,opus`. */
    type: z.string().min(1).max(100),
    /** The true times are within this of what is said, ms. */
    uncertaintyMs: z.number().int().min(0).max(600_000),
  }),
  phoneBeat: z.object({
    run: id,
    /** Where the phone is, WGS-84; null: it does not know, or nothing new. */
    place: place.nullable(),
    accuracyM: z.number().min(0).max(1_000_000).nullable(),
    speedKmh: z.number().min(0).max(2_000).nullable(),
    headingDeg: z.number().min(0).max(360).nullable(),
    /** How old the position is, by the phone's own clock. */
    ageMs: z.number().int().min(0).max(86_400_000),
  }),
} as const

export interface PhoneReplies {
  'GET /api/phone/camera': PhoneCameraView
  /** Begins to record, or goes on where a recording of this officer runs. Only on duty, and only when it can be journalled. */
  'POST /api/phone/camera/start': PhoneCameraView
  'POST /api/phone/camera/stop': PhoneCameraView
  /** A sign of life every few seconds, with the position. */
  'POST /api/phone/camera/beat': PhoneCameraView
  /** A connection to send on; the one before it ends. */
  'POST /api/phone/connections': ConnectionView
  'POST /api/phone/connections/:id/connect': Record<string, never>
  'POST /api/phone/connections/:id/produce': { readonly id: string }
  /** What of it is missing here. */
  'POST /api/phone/pieces': { readonly pieces: readonly PieceView[] }
  /** `?offset&sha256`: the next bytes of a piece (application/octet-stream), from where we have none. */
  'PUT /api/phone/pieces/:id': { readonly have: number }
  /** All bytes are there: verified, written as a late segment, journalled, and only then answered. */
  'POST /api/phone/pieces/:id/close': PieceView
}
