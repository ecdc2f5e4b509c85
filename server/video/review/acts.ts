import { randomUUID } from 'node:crypto'
import type { Body } from '../../contract/http.ts'
import type { PinView, ReviewedSpan, ReviewNote } from '../../contract/reviews.ts'
import type { Observation } from '../../domain/observation/index.ts'
import type { Clock } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import type { Follower } from '../footage/follow.ts'
import { segmentsIn } from '../footage/read.ts'
import { done, noSuch, type Outcome, refuse } from '../outcome.ts'
import { pinsOfFinding } from './marks.ts'
import type { Review } from './sessions.ts'

export interface ReviewActsOptions {
  readonly database: Database
  readonly journal: Journal
  readonly follower: Follower
  readonly clock: Clock
}

/** A pin is a piece of evidence, not an archive. */
const MOST_SEGMENTS = 400

const nothing = refuse(
  409,
  'nothing-there',
  '该时段没有录像，不能固定为证据。',
  'Nothing is recorded in this stretch, so it cannot be pinned as evidence.',
)
const tooLong = refuse(422, 'too-long', '固定的时段过长，请分段固定。', 'The stretch is too long; pin it in parts.')

/** What somebody does while looking: pin evidence, write a note, say that a stretch was looked at. */
export const createReviewActs = ({ database, journal, follower, clock }: ReviewActsOptions) => {
  const record = async (...observations: readonly Observation[]): Promise<number> => {
    const receipts = await journal.append(
      observations.map((observation) => ({ source: 'console', key: randomUUID(), observation })),
    )
    const last = receipts.at(-1)!
    await follower.reached(last.seq)
    return receipts[0]!.seq
  }
  const within = (review: Review, source: string, from: number, to: number): boolean =>
    review.sources.includes(source) && from < review.to && to > review.from

  return {
    /** The finding is one that the reader may see; what is pinned is held from the same moment on. */
    pin: async (review: Review, body: Body<'pin'>): Promise<Outcome<{ pin: PinView }>> => {
      const { finding, source: camera, from, to, note } = body
      if (!within(review, camera, from, to)) return noSuch(camera)
      const kept = (await segmentsIn(database, camera, from, to)).filter((s) => s.state === 'kept')
      if (kept.length === 0) return nothing
      if (kept.length > MOST_SEGMENTS) return tooLong
      const pin = randomUUID()
      const segments = kept.map(({ seq, sha256 }) => ({ seq, sha256 }))
      const { by } = review
      const at = { observedAt: clock() }
      await record(
        { ...at, kind: 'finding.evidence-pinned', data: { finding, by, pin, camera, from, to, note, segments } },
        { ...at, kind: 'footage.held', data: { hold: randomUUID(), camera, from, to, by, reason: note, finding } },
      )
      const pins = await pinsOfFinding(database, finding)
      return done({ pin: pins.find((p) => p.id === pin)! })
    },
    note: async (review: Review, { at, source, text }: Body<'reviewNote'>): Promise<Outcome<{ note: ReviewNote }>> => {
      if (source !== null && !review.sources.includes(source)) return noSuch(source)
      const writtenAt = clock()
      const { by, sources: cameras } = review
      const data = { by, at, camera: source, cameras, note: text }
      const seq = await record({ kind: 'review.noted', observedAt: writtenAt, data })
      return done({ note: { seq, at, source, text, by, writtenAt } })
    },
    seen: async (review: Review, body: Body<'reviewed'>): Promise<Outcome<{ reviewed: ReviewedSpan }>> => {
      const { source: camera, from, to } = body
      if (!within(review, camera, from, to)) return noSuch(camera)
      const at = clock()
      const seq = await record({ kind: 'review.seen', observedAt: at, data: { camera, from, to, by: review.by } })
      return done({ reviewed: { seq, source: camera, from, to, by: review.by, at } })
    },
  }
}
export type ReviewActs = ReturnType<typeof createReviewActs>
