import { z } from 'zod'
import type { Instant } from './views.ts'

/** The steps of an export: asked for by one person, approved by another, made in the background, fetched, gone. */
export const exportStates = [
  'requested',
  'refused',
  'making',
  'ready',
  'failed',
  'cancelled',
  'expired', // the archive was removed after its time; the record of it stays
] as const
export type ExportState = (typeof exportStates)[number]

export interface ExportView {
  readonly id: string
  readonly state: ExportState
  readonly by: string
  readonly at: Instant
  readonly reason: string
  /** The purpose of the review it came from. */
  readonly purpose: string
  readonly finding: string | null
  readonly sources: readonly string[]
  readonly from: Instant
  readonly to: Instant
  /** Units whose footage it holds. */
  readonly units: readonly string[]
  readonly decision: {
    readonly agreed: boolean
    readonly by: string
    readonly at: Instant
    readonly reason: string | null
  } | null
  /** 0 to 1 while it is made. */
  readonly progress: number
  /** What it is at, or why it failed; empty when there is nothing to say. */
  readonly step: string
  readonly bytes: number | null
  /** Of the whole archive, lower-case hex; journalled when it was finished. */
  readonly sha256: string | null
  readonly finishedAt: Instant | null
  /** When the archive will be removed. */
  readonly expiresAt: Instant | null
  readonly downloads: readonly { readonly by: string; readonly at: Instant }[]
  /** What this reader may do now. */
  readonly next: readonly ('approve' | 'refuse' | 'cancel' | 'download')[]
}

const reason = z.string().trim().min(4).max(1000)
const instant = z.number().int().min(0).max(253_402_300_799_999)

/** No export is longer. */
export const LONGEST_EXPORT_MS = 6 * 3_600_000

export const exportBodies = {
  requestExport: z
    .object({
      sources: z.array(z.string().min(1).max(128)).min(1).max(9),
      from: instant,
      to: instant,
      finding: z.string().min(1).max(400).nullable(),
      reason,
    })
    .refine(
      (v) => v.to > v.from && v.to - v.from <= LONGEST_EXPORT_MS,
      'to must be later than the beginning, by six hours at most',
    ),
  approveExport: z.object({}),
  refuseExport: z.object({ reason }),
  cancelExport: z.object({ reason }),
} as const

export interface ExportReplies {
  'POST /api/reviews/:id/exports': { export: ExportView }
  /** Newest first; those in sight. `?state&page&pageSize` */
  'GET /api/exports': {
    readonly items: readonly ExportView[]
    readonly total: number
    readonly page: number
    readonly pageSize: number
  }
  'GET /api/exports/:id': { export: ExportView }
  'POST /api/exports/:id/approve': { export: ExportView }
  'POST /api/exports/:id/refuse': { export: ExportView }
  'POST /api/exports/:id/cancel': { export: ExportView }
  /** The archive; journalled before its first byte. */
  'GET /api/exports/:id/archive': Blob
}
