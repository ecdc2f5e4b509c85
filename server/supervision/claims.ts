import { type Claim, claimOf } from '../domain/corroboration/claim.ts'
import { corroborate } from '../domain/corroboration/corroborate.ts'
import { SETTLED_MS } from '../domain/corroboration/hearing.ts'
import type { Matrix } from '../domain/corroboration/matrix.ts'
import { carriersOf, type Fix, type Heard, handoverOf, sourcesOf } from '../domain/corroboration/sources.ts'
import { AHEAD_MS, type Entry } from '../domain/entry.ts'
import type { ObservationKind } from '../domain/observation/index.ts'
import { days, hours, type Instant } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import type { Queryable } from '../storage/database.ts'
import type { Supervision } from './supervision.ts'

const recordKinds: readonly ObservationKind[] = ['act.started', 'act.joined', 'act.left', 'act.ended', 'act.signed']
const PAGE = 2_000
/** Three that report six times a minute for two days: a session that lasts longer is none. */
const MOST_FIXES = 52_000

/** What the record claims of an act; undefined for one the journal does not know. */
export const readClaim = async ({ journal, register }: Supervision, act: string): Promise<Claim | undefined> => {
  const known = register.custody.act(act)
  if (!known) return undefined
  // By our clock the record may be told a little before its own time, and long after it.
  const entries = await readAll(journal, { kinds: recordKinds, from: known.startedAt - days(1) }, (e) => {
    const { data } = e.observation
    return 'act' in data && data.act === act
  })
  return claimOf(act, entries)
}

/** A claim held against every source, as far as the journal has come. */
export const readMatrix = async (supervision: Supervision, claim: Claim): Promise<Matrix> => {
  const { register, database, journal } = supervision
  const now = supervision.now()
  await supervision.written()
  const heard: Heard = {
    fixes: await readFixes(database, carriersOf(claim, register, now), claim.from, claim.to ?? now),
    counts: await readCounts(journal, claim, now),
    handovers: await readHandovers(journal),
  }
  return corroborate(claim, sourcesOf(claim, register, heard, { now }))
}

const readCounts = async (journal: Journal, { room, from, to }: Claim, now: Instant): Promise<Heard['counts']> => {
  if (room === null) return []
  const window = { from: from - hours(1), until: Math.min((to ?? now) + SETTLED_MS, now) }
  const entries = await readAll(journal, { kinds: ['room.counted'], ...window }, ({ observation: o }) =>
    o.kind === 'room.counted' ? o.data.room === room : false,
  )
  return entries.flatMap(({ seq, observation: o }) =>
    o.kind === 'room.counted' ? [{ seq, at: o.observedAt, people: o.data.people }] : [],
  )
}

const readHandovers = async (journal: Journal): Promise<Heard['handovers']> =>
  (await readAll(journal, { kinds: ['radio.assigned'], from: 0 }, () => true)).flatMap((e) => handoverOf(e) ?? [])

const readAll = async (
  journal: Pick<Journal, 'read'>,
  range: { readonly kinds: readonly ObservationKind[]; readonly from: Instant; readonly until?: Instant },
  wanted: (entry: Entry) => boolean,
): Promise<Entry[]> => {
  const found: Entry[] = []
  for (let after = -1; ; ) {
    const page = await journal.read({ after, limit: PAGE, ...range })
    found.push(...page.filter(wanted))
    if (page.length < PAGE) return found
    after = page.at(-1)!.seq
  }
}

const readFixes = async (db: Queryable, carriers: readonly string[], from: Instant, to: Instant): Promise<Fix[]> => {
  const rows = await db.query<{
    seq: number
    observed_at: number
    device: string
    carrier: string
    lng: number | null
    lat: number | null
    accuracy_m: number | null
    mocked: boolean
  }>(
    `select seq, observed_at, device, carrier, st_x(geom) as lng, st_y(geom) as lat, accuracy_m, mocked from position
      where carrier = any($1::text[]) and observed_at between $2 and $3 and observed_at <= recorded_at + $5
      order by observed_at limit $4`,
    [[...carriers], from, to, MOST_FIXES, AHEAD_MS],
  )
  return rows.map((r) => ({
    seq: Number(r.seq),
    at: Number(r.observed_at),
    device: r.device,
    carrier: r.carrier,
    position: r.lng === null || r.lat === null ? null : [r.lng, r.lat],
    accuracyM: r.accuracy_m,
    mocked: r.mocked,
  }))
}
