import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { ReviewSubject } from '../../contract/reviews.ts'
import type { Text } from '../../contract/views.ts'
import type { Observation } from '../../domain/observation/index.ts'
import { type Clock, hours, type Instant } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'

/** A review as it is kept: everything but what is worked out anew when it is shown. */
export interface ReviewState {
  readonly subject: ReviewSubject
  readonly title: Text
  readonly at: Instant
  readonly from: Instant
  readonly to: Instant
  readonly sources: readonly string[]
  readonly layout: unknown
}
export interface Review extends ReviewState {
  readonly id: string
  readonly by: string
  /** The login it belongs to. */
  readonly session: string
  readonly purpose: string
  readonly openedAt: Instant
}

export interface SharedReview extends Omit<ReviewState, 'layout'> {
  readonly by: string
  readonly expiresAt: Instant
  readonly layout: unknown
}

/** A purpose holds for one sitting. */
export const LONGEST_MS = hours(12)
/** Another process may have changed it. */
const KNOWN_FOR_MS = 5_000

export const shareIdOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Where a subject is named in the journal. */
export const aboutOf = (subject: ReviewSubject): string => {
  switch (subject.is) {
    case 'place':
      return `place/${subject.place.join(',')}/${subject.radiusM}`
    case 'share':
      return `share/${shareIdOf(subject.token)}`
    default:
      return `${subject.is}/${subject.id}`
  }
}

interface Options {
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
}

/** Review sessions and the links to them. Everything is journalled before it holds. */
export const createReviews = ({ database, journal, clock }: Options) => {
  const known = new Map<string, { readonly review: Review; readonly at: number }>()

  const record = async (observation: Observation): Promise<number> => {
    const [receipt] = await journal.append([{ source: 'console', key: randomUUID(), observation }])
    return receipt!.seq
  }
  const remember = (review: Review): Review => {
    if (known.size > 1_000) known.clear()
    known.set(review.id, { review, at: performance.now() })
    return review
  }

  const open = async (
    who: { readonly by: string; readonly session: string; readonly purpose: string },
    state: ReviewState,
  ): Promise<Review> => {
    const review: Review = { ...state, ...who, id: randomUUID(), openedAt: clock() }
    const { id, by, purpose, sources, from, to, subject, openedAt } = review
    const share = subject.is === 'share' ? shareIdOf(subject.token) : null
    const about = aboutOf(subject)
    await record({
      kind: 'review.opened',
      observedAt: openedAt,
      data: { review: id, by, purpose, about, cameras: sources, from, to, share },
    })
    // A link's token is nobody's but its holder's.
    const kept = { ...state, subject: subject.is === 'share' ? { ...subject, token: share } : subject }
    await database.query(
      'insert into review (id, account, session, purpose, opened_at, state) values ($1, $2, $3, $4, $5, $6)',
      [id, by, who.session, purpose, openedAt, JSON.stringify(kept)],
    )
    return remember(review)
  }

  const read = async (id: string): Promise<Review | undefined> => {
    const [row] = await database.query<{
      account: string
      session: string
      purpose: string
      opened_at: number
      closed_at: number | null
      state: ReviewState
    }>('select account, session, purpose, opened_at, closed_at, state from review where id = $1', [id])
    if (!row || row.closed_at !== null) return undefined
    const { account: by, session, purpose, opened_at: openedAt, state } = row
    return remember({ ...state, id, by, session, purpose, openedAt })
  }

  return {
    open,
    /** The review of this login; undefined when it is another's, was closed or is over. */
    find: async (id: string, session: string): Promise<Review | undefined> => {
      const held = known.get(id)
      const review = held && performance.now() - held.at < KNOWN_FOR_MS ? held.review : await read(id)
      if (review?.session !== session || clock() - review.openedAt > LONGEST_MS) return undefined
      return review
    },
    change: async (review: Review, next: Pick<ReviewState, 'from' | 'to' | 'sources'>): Promise<Review> => {
      const changed: Review = { ...review, ...next, at: Math.min(Math.max(review.at, next.from), next.to) }
      const { id, by, sources, from, to } = changed
      await record({
        kind: 'review.changed',
        observedAt: clock(),
        data: { review: id, by, cameras: sources, from, to },
      })
      await database.query('update review set state = state || $2::jsonb where id = $1', [
        id,
        JSON.stringify({ from, to, sources, at: changed.at }),
      ])
      return remember(changed)
    },
    close: async ({ id, by }: Review): Promise<void> => {
      await record({ kind: 'review.closed', observedAt: clock(), data: { review: id, by } })
      await database.query('update review set closed_at = $2 where id = $1', [id, clock()])
      known.delete(id)
    },
    share: async (
      review: Review,
      { at, layout, hours: lasts }: { readonly at: Instant; readonly layout: unknown; readonly hours: number },
    ): Promise<{ readonly token: string; readonly expiresAt: Instant }> => {
      const token = randomBytes(32).toString('base64url')
      const id = shareIdOf(token)
      const expiresAt = clock() + hours(lasts)
      const { by, subject, title, from, to, sources } = review
      const about = aboutOf(subject)
      const seq = await record({
        kind: 'review.shared',
        observedAt: clock(),
        data: { share: id, by, about, cameras: sources, from, to, at, layout: JSON.stringify(layout), expiresAt },
      })
      await database.query(
        `insert into review_share (id, seq, shared_by, shared_at, expires_at, state) values ($1, $2, $3, $4, $5, $6)`,
        [id, seq, by, clock(), expiresAt, JSON.stringify({ subject, title, from, to, at, sources, layout })],
      )
      return { token, expiresAt }
    },
    /** What a link shows; undefined when there is none or it has expired. */
    shared: async (token: string): Promise<SharedReview | undefined> => {
      const [row] = await database.query<{ shared_by: string; expires_at: number; state: ReviewState }>(
        'select shared_by, expires_at, state from review_share where id = $1',
        [shareIdOf(token)],
      )
      if (!row || row.expires_at <= clock()) return undefined
      return { ...row.state, by: row.shared_by, expiresAt: row.expires_at }
    },
  }
}
export type Reviews = ReturnType<typeof createReviews>
