import { z } from 'zod'
import { type CameraPurpose, cameraPurposes } from '../domain/observation/camera.ts'
import { type LookResult, lookResults, type SkipReason, skipReasons } from '../domain/observation/video-patrol.ts'
import type { Page } from './http.ts'
import type { Instant, Text } from './views.ts'

export { type LookResult, lookResults, type SkipReason, skipReasons }

/** As many cameras as one draw may have: a look of half a minute each is a quarter of an hour. */
export const PATROL_MOST = 30

/** A camera that was drawn, and what came of it. */
export interface PatrolStop {
  readonly camera: string
  readonly name: Text
  readonly unit: string
  readonly room: string | null
  readonly purpose: CameraPurpose | null
  /** Of how many it was drawn with; `tickets` of the whole are in the draw. */
  readonly tickets: number
  readonly state: 'waiting' | 'looked' | 'skipped'
  readonly results: readonly LookResult[]
  readonly note: string
  readonly at: Instant | null
  readonly snapshot: string | null
  readonly skipped: SkipReason | null
  /** Police numbers of those whom the roster has at that room now, for who was recognised. */
  readonly onDuty: readonly string[]
}

export interface PatrolView {
  readonly id: string
  readonly by: string
  readonly at: Instant
  readonly endedAt: Instant | null
  readonly purposes: readonly CameraPurpose[]
  readonly stops: readonly PatrolStop[]
  readonly candidates: number
  readonly tickets: number
  /** Cameras in sight to which no way is known. */
  readonly leftOut: number
}

/** The journal's entry that fixed what somebody's next draw is made of, before anybody can know what that draws. */
export interface DrawCommitment {
  readonly seq: number
  readonly at: Instant
  /** SHA-256 of the 32 secret bytes, lower-case hex. */
  readonly sha256: string
}

/** What a draw of one's own would be made from. */
export interface PatrolPool {
  readonly cameras: number
  readonly leftOut: number
  readonly byPurpose: readonly { readonly purpose: CameraPurpose; readonly cameras: number }[]
  /** Null while a patrol is open or there is nothing to draw. */
  readonly commitment: DrawCommitment | null
}

/** A draw made again from what the journal has: whether it was drawn and not picked. */
export interface PatrolProof {
  readonly patrol: string
  readonly seq: number
  readonly seed: string
  /** Null: it is not in the journal. */
  readonly committed: DrawCommitment | null
  readonly candidates: readonly { readonly camera: string; readonly tickets: number }[]
  readonly drawn: readonly string[]
  /** What the seed gives when it is drawn again now. */
  readonly again: readonly string[]
  readonly holds: boolean
}

export interface LookRow {
  readonly look: string
  readonly patrol: string | null
  readonly camera: string | null
  readonly name: Text | null
  readonly post: string | null
  readonly unit: string
  readonly by: string
  readonly at: Instant
  readonly results: readonly LookResult[]
  readonly officers: readonly string[]
  readonly note: string
  readonly snapshot: string | null
  readonly corrected: { readonly by: string; readonly note: string } | null
}

/** What looks at a unit's cameras saw in a while. Looks that were corrected are counted apart and nowhere else. */
export interface LookRate {
  readonly unit: string
  /** Cameras of the unit to which a way is known. */
  readonly cameras: number
  /** How many of them were looked at with a picture. */
  readonly camerasSeen: number
  readonly looks: number
  /** Looks that saw something: the base of all below but `cannotSee`. */
  readonly seen: number
  readonly good: number
  /** No picture, or nothing to be seen on it: of all looks. */
  readonly cannotSee: number
  /** Looks that saw this, of `seen`; one look may have seen several. */
  readonly results: Readonly<Partial<Record<LookResult, number>>>
  readonly corrected: number
}

const note = z.string().trim().max(1000)
export const videoPatrolBodies = {
  drawPatrol: z.object({
    purposes: z.array(z.enum(cameraPurposes)).max(cameraPurposes.length),
    count: z.number().int().min(1).max(PATROL_MOST),
  }),
  look: z
    .object({
      camera: z.string().min(1).max(128),
      results: z.array(z.enum(lookResults)).min(1).max(5),
      officers: z.array(z.string().min(1).max(128)).max(32).default([]),
      note: note.default(''),
      snapshot: z.boolean().default(false),
    })
    .refine(({ results }) => new Set(results).size === results.length, 'results: each once')
    .refine(
      ({ results }) => results.length === 1 || !results.some((r) => r === 'good' || r === 'cannot-see'),
      'results: good and cannot-see stand alone',
    )
    .refine(
      ({ results, note: said }) => results[0] === 'good' || results[0] === 'cannot-see' || said.length >= 2,
      'note: what is to be seen, in two characters at least',
    ),
  skipStop: z
    .object({ camera: z.string().min(1).max(128), reason: z.enum(skipReasons), note: note.default('') })
    .refine(({ reason, note: said }) => reason !== 'other' || said.length >= 2, 'note: which other reason'),
  endPatrol: z.object({ reason: z.string().trim().min(2).max(1000).nullable() }),
  correctLook: z.object({ note: z.string().trim().min(2).max(1000) }),
} as const

export interface VideoPatrolReplies {
  /** One's own open patrol, and what a new one would be drawn from. */
  'GET /api/video-patrols/mine': { patrol: PatrolView | null; pool: PatrolPool }
  'POST /api/video-patrols': { patrol: PatrolView }
  'POST /api/video-patrols/:id/looks': { patrol: PatrolView }
  'POST /api/video-patrols/:id/skip': { patrol: PatrolView }
  'POST /api/video-patrols/:id/end': { patrol: PatrolView }
  'GET /api/video-patrols/:id/proof': PatrolProof
  /** `?from&to&unit&result&page&pageSize`, newest first, those in sight. */
  'GET /api/looks': Page<LookRow>
  /** The same without pages, at most 20,000 rows; journalled as an export. */
  'GET /api/looks/export': { rows: readonly LookRow[]; truncated: boolean }
  /** `?from&to`: unit by unit in the register's order, never a ranking. */
  'GET /api/looks/rates': { rates: readonly LookRate[] }
  'POST /api/looks/:id/correct': Record<string, never>
}
