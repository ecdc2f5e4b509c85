import { z } from 'zod'
import type { CorrectionView, RecordingView, SourceView } from './recordings.ts'
import type { Grade, Instant, LngLat, Text, TrackPoint } from './views.ts'

/** A review begins from one of these. */
export const reviewSubject = z.discriminatedUnion('is', [
  z.object({ is: z.literal('finding'), id: z.string().min(1).max(400) }),
  z.object({ is: z.literal('stay'), id: z.string().min(1).max(128) }),
  z.object({ is: z.literal('unit'), id: z.string().min(1).max(128) }),
  z.object({ is: z.literal('complaint'), id: z.string().min(1).max(128) }),
  z.object({ is: z.literal('camera'), id: z.string().min(1).max(128) }),
  z.object({
    is: z.literal('place'),
    place: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
    radiusM: z.number().min(10).max(5_000).default(300),
  }),
  z.object({ is: z.literal('share'), token: z.string().min(20).max(128) }),
])
export type ReviewSubject = z.infer<typeof reviewSubject>

/** No review shows more pictures at once. */
export const MOST_SOURCES = 9
/** No review spans more. */
export const LONGEST_REVIEW_MS = 7 * 24 * 3_600_000

/** Why a source is suggested. `because` is for the reader; the list is in the order of what is likeliest to show it. */
export interface SuggestionView {
  readonly source: SourceView
  readonly because: Text
  /** Metres from the place asked for; null when it is not about a place. */
  readonly distanceM: number | null
  /** How much of the range it recorded, 0 to 1. */
  readonly covered: number
}

/** A review session: the purpose was asked once, and every byte of it is served under its id. */
export interface ReviewView {
  readonly id: string
  readonly by: string
  readonly purpose: string
  readonly subject: ReviewSubject
  /** What it is about, in words. */
  readonly title: Text
  readonly openedAt: Instant
  readonly from: Instant
  readonly to: Instant
  /** Where to begin: the moment it is about. */
  readonly at: Instant
  readonly sources: readonly string[]
  readonly suggestions: readonly SuggestionView[]
  /** Burnt over every picture: who looks, and since when. */
  readonly watermark: string
  /** From a share link: how the sender had arranged it. */
  readonly layout: unknown
  /** It ends with the login session, and at the latest now. */
  readonly endsAt: Instant
}

export interface ReviewTrack {
  readonly carrier: string
  readonly name: string
  readonly kind: 'vehicle' | 'officer'
  readonly unit: string
  readonly points: readonly TrackPoint[]
}

/** A point on the axis: something was told at that moment. `data` holds ids and words of the journal's vocabulary, never a name. */
export interface ReviewEvent {
  readonly seq: number
  /** The teller's clock. */
  readonly at: Instant
  readonly recordedAt: Instant
  readonly family: 'radio' | 'dispatch' | 'case' | 'door' | 'recorder' | 'camera' | 'duty' | 'other'
  readonly kind: string
  readonly room: string | null
  readonly carrier: string | null
  readonly data: Readonly<Record<string, string | number | boolean>>
  /**
   * What `room`, `carrier` and the ids in `data` are called, by field: a person held is masked, an officer is not.
   * What nobody registered has none.
   */
  readonly names: Readonly<Record<string, Text>>
}

export interface ReviewFinding {
  readonly id: string
  readonly rule: string
  readonly grade: Grade
  readonly title: Text
  readonly since: Instant
  readonly endedAt: Instant | null
  readonly unit: string | null
}

export interface ReviewPresence {
  readonly room: string
  readonly roomName: Text
  readonly who: string
  readonly as: string
  /** Name of an officer; masked for a person held; null when not known. */
  readonly name: string | null
  readonly from: Instant
  readonly to: Instant | null
}

export interface PinView {
  readonly id: string
  readonly seq: number
  readonly finding: string
  readonly source: string
  readonly from: Instant
  readonly to: Instant
  readonly note: string
  readonly by: string
  readonly at: Instant
  /** Sealed segments it rests on: the entry of each and its SHA-256. */
  readonly segments: readonly { readonly seq: number; readonly sha256: string }[]
}
export interface ReviewNote {
  readonly seq: number
  readonly at: Instant
  readonly source: string | null
  readonly text: string
  readonly by: string
  readonly writtenAt: Instant
}
/** Somebody says: this stretch I have looked at. */
export interface ReviewedSpan {
  readonly seq: number
  readonly source: string
  readonly from: Instant
  readonly to: Instant
  readonly by: string
  readonly at: Instant
}

/** Everything beside the pictures, on the same axis; page by page until `next` is null. Lists of pages are joined. */
export interface ReviewTimeline {
  readonly from: Instant
  readonly to: Instant
  readonly tracks: readonly ReviewTrack[]
  readonly events: readonly ReviewEvent[]
  readonly findings: readonly ReviewFinding[]
  readonly presence: readonly ReviewPresence[]
  readonly pins: readonly PinView[]
  readonly notes: readonly ReviewNote[]
  readonly reviewed: readonly ReviewedSpan[]
  readonly corrections: Readonly<Record<string, readonly CorrectionView[]>>
  /** Pass as `?cursor=`. */
  readonly next: string | null
}

export interface ShareView {
  /** Shown once: the server keeps its SHA-256 only. The page is `/review?share=<token>`. */
  readonly token: string
  readonly expiresAt: Instant
}

const text = z.string().trim().min(1).max(2000)
const instant = z.number().int().min(0).max(253_402_300_799_999)
const source = z.string().min(1).max(128)
const forwards = (v: { from?: number | undefined; to?: number | undefined }): boolean =>
  v.from === undefined || v.to === undefined || v.to > v.from
const backwards = 'to must be later than the beginning'

export const reviewBodies = {
  /** Without a range the one that fits the subject; without sources the suggested ones. */
  openReview: z
    .object({
      subject: reviewSubject,
      purpose: z.string().trim().min(4).max(200),
      at: instant.optional(),
      from: instant.optional(),
      to: instant.optional(),
      sources: z.array(source).max(MOST_SOURCES).optional(),
    })
    .refine(forwards, backwards),
  /** Another range or other sources under the same purpose; journalled. */
  changeReview: z
    .object({ from: instant, to: instant, sources: z.array(source).max(MOST_SOURCES) })
    .refine(forwards, backwards),
  closeReview: z.object({}),
  pin: z
    .object({ finding: z.string().min(1).max(400), source, from: instant, to: instant, note: text })
    .refine(forwards, backwards),
  reviewNote: z.object({ at: instant, source: source.nullable(), text }),
  reviewed: z.object({ source, from: instant, to: instant }).refine(forwards, backwards),
  share: z.object({
    at: instant,
    layout: z.json().refine((v) => JSON.stringify(v).length <= 4_000, 'at most 4000 characters of JSON'),
    hours: z.number().int().min(1).max(168).default(24),
  }),
} as const

export interface ReviewReplies {
  'POST /api/reviews': { review: ReviewView }
  'GET /api/reviews/:id': { review: ReviewView }
  'PUT /api/reviews/:id': { review: ReviewView }
  'DELETE /api/reviews/:id': Record<string, never>
  /** `?source&from&to`: spans, segments and their fragments. */
  'GET /api/reviews/:id/recording': RecordingView
  /** Bytes of a sealed segment; `Range` or whole. Opening and seeking is journalled before the first byte. */
  'GET /api/reviews/:id/segments/:segment': Blob
  /** `?source&at`: a JPEG 320 pixels wide of the frame at or before `at`; 404 in a gap. */
  'GET /api/reviews/:id/preview': Blob
  /** `?cursor` */
  'GET /api/reviews/:id/timeline': ReviewTimeline
  'POST /api/reviews/:id/pins': { pin: PinView }
  'POST /api/reviews/:id/notes': { note: ReviewNote }
  'POST /api/reviews/:id/reviewed': { reviewed: ReviewedSpan }
  'POST /api/reviews/:id/share': ShareView
  /** Pinned footage of a finding: for its card. */
  'GET /api/findings/:id/pins': { pins: readonly PinView[] }
}
export type { LngLat }
