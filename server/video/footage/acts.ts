import { randomUUID } from 'node:crypto'
import type { Body } from '../../contract/http.ts'
import type { ClockView, DeletionView, HoldView } from '../../contract/recordings.ts'
import type { Camera } from '../../domain/camera/register.ts'
import type { Observation } from '../../domain/observation/index.ts'
import type { Clock } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import { done, noSuch, type Outcome, type Refused, refuse } from '../outcome.ts'
import type { Follower } from './follow.ts'
import { heldIn, readClock, readHold, readHolds } from './read.ts'
import type { Remover } from './remove.ts'

/** Whoever acts, with what they may see of cameras. */
export interface Acting {
  readonly name: string
  readonly sees: (camera: Camera) => boolean
}

export interface FootageActsOptions {
  readonly database: Database
  readonly journal: Journal
  readonly follower: Follower
  readonly remove: Remover
  readonly clock: Clock
  readonly camera: (id: string) => Camera | undefined
}

/** No deletion takes more segments away. */
const MOST = 100_000

/** Whether two accounts are one human being. */
export const samePerson = async (database: Database, a: string, b: string): Promise<boolean> => {
  if (a === b) return true
  const [row] = await database.query<{ n: number }>(
    'select count(distinct person)::int as n from account where name = any($1::text[])',
    [[a, b]],
  )
  return row?.n === 1
}

export const another: Refused = refuse(
  403,
  'same-person',
  '须由另一人同意；同一人的不同账号视为同一人。',
  'Another person must agree; accounts of one human being are one person.',
)
export const decided: Refused = refuse(409, 'decided', '该申请已有决定。', 'This has been decided.')

/** Holds, deletions by two persons, and corrections of clocks: judged, journalled, and answered once they hold. */
export const createFootageActs = (options: FootageActsOptions) => {
  const { database, journal, follower, remove, clock } = options
  /** One decision after the other, so that two cannot be taken on one proposal. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
  const record = async (observation: Observation): Promise<void> => {
    const [receipt] = await journal.append([{ source: 'console', key: randomUUID(), observation }])
    await follower.reached(receipt!.seq)
  }
  const inSight = (user: Acting, id: string): Camera | undefined => {
    const camera = options.camera(id)
    return camera && user.sees(camera) ? camera : undefined
  }
  const seenOnly = <T extends { readonly source: string }>(user: Acting, all: readonly T[]): T[] =>
    all.filter(({ source }) => inSight(user, source) !== undefined)

  const hold = async (user: Acting, body: Body<'hold'>): Promise<Outcome<{ hold: HoldView }>> => {
    const { source: camera, from, to, reason } = body
    if (!inSight(user, camera)) return noSuch(camera)
    const id = randomUUID()
    const data = { hold: id, camera, from, to, by: user.name, reason, finding: null }
    await record({ kind: 'footage.held', observedAt: clock(), data })
    return done({ hold: (await readHold(database, id))! })
  }

  const release = async (user: Acting, id: string, reason: string): Promise<Outcome<{ hold: HoldView }>> => {
    const one = await readHold(database, id)
    if (!one || !inSight(user, one.source)) return noSuch(id)
    if (one.released) return refuse(409, 'released', '该保全已解除。', 'This hold was released already.')
    await record({ kind: 'footage.hold-released', observedAt: clock(), data: { hold: id, by: user.name, reason } })
    return done({ hold: (await readHold(database, id))! })
  }

  const proposeDeletion = async (
    user: Acting,
    body: Body<'proposeDeletion'>,
  ): Promise<Outcome<{ deletion: DeletionView }>> => {
    const { source: camera, from, to, reason } = body
    if (!inSight(user, camera)) return noSuch(camera)
    if ((await heldIn(database, camera, from, to)).length > 0) return held
    const deletion = randomUUID()
    const data = { deletion, camera, from, to, by: user.name, reason }
    await record({ kind: 'footage.deletion-proposed', observedAt: clock(), data })
    return done({ deletion: (await readDeletion(database, deletion))! })
  }

  const decide = async (
    user: Acting,
    id: string,
    refusal: string | undefined,
  ): Promise<Outcome<{ deletion: DeletionView }>> => {
    const one = await readDeletion(database, id)
    const camera = one && inSight(user, one.source)
    if (!one || !camera) return noSuch(id)
    if (one.decision) return decided
    if (refusal !== undefined) {
      const data = { deletion: id, by: user.name, reason: refusal }
      await record({ kind: 'footage.deletion-refused', observedAt: clock(), data })
      return done({ deletion: (await readDeletion(database, id))! })
    }
    if (await samePerson(database, one.by, user.name)) return another
    // Held since it was proposed: then it is not deleted.
    if ((await heldIn(database, one.source, one.from, one.to)).length > 0) return held
    const how = { by: one.by, secondedBy: user.name, deletion: id, reason: one.reason, expired: false }
    const { camera: source, unit: owner, room } = camera
    const { segments } = await remove({
      ...{ camera: source, owner, room, from: one.from, to: one.to, most: MOST, how },
    })
    if (segments === 0)
      return refuse(
        409,
        'nothing-there',
        '该时段没有完整录像片段可删除。',
        'No whole segment of a recording lies within this stretch.',
      )
    return done({ deletion: (await readDeletion(database, id))! })
  }

  const correctClock = async (
    user: Acting,
    id: string,
    { shiftMs, uncertaintyMs, from, reason }: Body<'correctClock'>,
  ): Promise<Outcome<ClockView>> => {
    if (!inSight(user, id)) return noSuch(id)
    const data = { camera: id, shiftMs, uncertaintyMs, from, by: user.name, reason }
    await record({ kind: 'camera.clock-corrected', observedAt: clock(), data })
    return done(await readClock(database, id))
  }

  return {
    hold: (user: Acting, body: Body<'hold'>) => inTurn(() => hold(user, body)),
    release: (user: Acting, id: string, reason: string) => inTurn(() => release(user, id, reason)),
    holds: async (user: Acting) => done({ holds: seenOnly(user, await readHolds(database)) }),
    proposeDeletion: (user: Acting, body: Body<'proposeDeletion'>) => inTurn(() => proposeDeletion(user, body)),
    confirmDeletion: (user: Acting, id: string) => inTurn(() => decide(user, id, undefined)),
    refuseDeletion: (user: Acting, id: string, reason: string) => inTurn(() => decide(user, id, reason)),
    deletions: async (user: Acting) => done({ deletions: seenOnly(user, await readDeletions(database)) }),
    correctClock,
    clockOf: async (user: Acting, id: string): Promise<Outcome<ClockView>> =>
      inSight(user, id) ? done(await readClock(database, id)) : noSuch(id),
  }
}
export type FootageActs = ReturnType<typeof createFootageActs>

const held = refuse(
  409,
  'held',
  '该时段有保全的录像，解除保全前不能删除。',
  'Footage of this stretch is held; it cannot be deleted before the hold is released.',
)

type DeletionRow = {
  id: string
  camera: string
  starts_at: number
  ends_at: number
  proposed_by: string
  proposed_at: number
  reason: string
  agreed: boolean | null
  decided_by: string | null
  decided_at: number | null
  decided_reason: string | null
  segments: number | null
}
const deletionOf = (r: DeletionRow): DeletionView => ({
  id: r.id,
  source: r.camera,
  from: r.starts_at,
  to: r.ends_at,
  by: r.proposed_by,
  at: r.proposed_at,
  reason: r.reason,
  decision:
    r.agreed === null
      ? null
      : { agreed: r.agreed, by: r.decided_by ?? 'system', at: r.decided_at ?? r.proposed_at, reason: r.decided_reason },
  segments: r.segments,
})
const readDeletion = async (database: Database, id: string): Promise<DeletionView | undefined> => {
  const [row] = await database.query<DeletionRow>('select * from video_deletion where id = $1', [id])
  return row && deletionOf(row)
}
const readDeletions = async (database: Database): Promise<readonly DeletionView[]> =>
  (
    await database.query<DeletionRow>(
      'select * from video_deletion order by agreed is not null, proposed_at desc limit 500',
    )
  ).map(deletionOf)
