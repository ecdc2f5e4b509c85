import type { Page } from '../../contract/http.ts'
import type { CameraView } from '../../contract/video.ts'
import type { LookRate, LookResult, LookRow, SkipReason } from '../../contract/video-patrol.ts'
import type { DataOf } from '../../domain/observation/index.ts'
import type { Instant } from '../../domain/time.ts'
import type { Queryable } from '../../storage/database.ts'

/** A draw as journalled, with what has come of it. */
export interface Drawn {
  readonly seq: number
  readonly at: Instant
  readonly endedAt: Instant | null
  readonly draw: DataOf<'video-patrol.drawn'>
}

interface PatrolRow extends Record<string, unknown> {
  readonly seq: number
  readonly drawn_at: number
  readonly ended_at: number | null
  readonly draw: DataOf<'video-patrol.drawn'>
}
const drawnOf = (row: PatrolRow | undefined): Drawn | undefined =>
  row && {
    seq: Number(row.seq),
    at: Number(row.drawn_at),
    endedAt: row.ended_at === null ? null : Number(row.ended_at),
    draw: row.draw,
  }
const COLUMNS = 'seq, drawn_at, ended_at, draw'

export const readPatrol = async (db: Queryable, patrol: string): Promise<Drawn | undefined> =>
  drawnOf((await db.query<PatrolRow>(`select ${COLUMNS} from video_patrol where patrol = $1`, [patrol]))[0])

/** The newest draw of an account, over or not. */
export const lastPatrolOf = async (db: Queryable, account: string): Promise<Drawn | undefined> =>
  drawnOf(
    (
      await db.query<PatrolRow>(`select ${COLUMNS} from video_patrol where drawn_by = $1 order by seq desc limit 1`, [
        account,
      ])
    )[0],
  )

export const readSkips = async (
  db: Queryable,
  patrol: string,
): Promise<ReadonlyMap<string, { readonly reason: SkipReason; readonly note: string }>> => {
  const rows = await db.query<{ camera: string; reason: SkipReason; note: string }>(
    'select camera, reason, note from video_skip where patrol = $1',
    [patrol],
  )
  return new Map(rows.map(({ camera, reason, note }) => [camera, { reason, note }]))
}

export const readChances = async (db: Queryable): Promise<ReadonlyMap<string, number>> => {
  const rows = await db.query<{ camera: string; passed: number }>('select camera, passed from video_chance')
  return new Map(rows.map(({ camera, passed }) => [camera, Number(passed)]))
}

/** When an account opened the live view of a camera last; undefined: never. */
export const openedAt = async (db: Queryable, account: string, camera: string): Promise<Instant | undefined> => {
  const [row] = await db.query<{ at: number }>('select at from video_opened where account = $1 and camera = $2', [
    account,
    camera,
  ])
  return row && Number(row.at)
}

interface LookLine extends Record<string, unknown> {
  readonly look: string
  readonly patrol: string | null
  readonly camera: string | null
  readonly post: string | null
  readonly unit: string
  readonly looked_by: string
  readonly looked_at: number
  readonly results: readonly LookResult[]
  readonly note: string
  readonly snapshot: string | null
  readonly officers: readonly string[]
  readonly corrected_by: string | null
  readonly corrected_note: string | null
}

/** One row a look, whatever it saw. */
const LOOKS = `select look, min(seq) as seq, max(patrol) as patrol, max(camera) as camera, max(post) as post, max(unit) as unit,
    max(looked_by) as looked_by, min(looked_at) as looked_at, json_agg(result order by seq) as results, max(note) as note,
    max(snapshot) as snapshot, (array_agg(officers order by seq))[1] as officers,
    max(corrected_by) as corrected_by, max(corrected_note) as corrected_note
  from video_look`

const rowOf =
  (nameOf: (camera: string) => CameraView['name'] | null) =>
  (row: LookLine): LookRow => ({
    look: row.look,
    patrol: row.patrol,
    camera: row.camera,
    name: row.camera === null ? null : nameOf(row.camera),
    post: row.post,
    unit: row.unit,
    by: row.looked_by,
    at: Number(row.looked_at),
    results: row.results,
    officers: row.officers,
    note: row.note,
    snapshot: row.snapshot,
    corrected: row.corrected_by === null ? null : { by: row.corrected_by, note: row.corrected_note ?? '' },
  })

export interface LookQuery {
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly unit?: string | undefined
  readonly result?: LookResult | undefined
  readonly page: number
  readonly pageSize: number
}

/** Looks, newest first. `only`: undefined for all units, null for none. */
export const readLooks = async (
  db: Queryable,
  q: LookQuery,
  only: string | null | undefined,
  nameOf: (camera: string) => CameraView['name'] | null,
): Promise<Page<LookRow>> => {
  const unit = only === undefined ? (q.unit ?? null) : only
  const all = only === undefined && q.unit === undefined
  const where = `where looked_at between $1 and $2 and ($3::boolean or unit = $4)
    and ($5::text is null or look in (select look from video_look where result = $5))`
  const params = [q.from ?? 0, q.to ?? Number.MAX_SAFE_INTEGER, all, unit, q.result ?? null]
  const [count] = await db.query<{ n: number }>(
    `select count(distinct look)::int as n from video_look ${where}`,
    params,
  )
  const rows = await db.query<LookLine>(
    `${LOOKS} ${where} group by look order by 8 desc, 2 desc limit ${q.pageSize} offset ${(q.page - 1) * q.pageSize}`,
    params,
  )
  return { items: rows.map(rowOf(nameOf)), total: Number(count?.n ?? 0), page: q.page, pageSize: q.pageSize }
}

/** The looks of one draw. */
export const looksOf = async (db: Queryable, patrol: string): Promise<readonly LookRow[]> =>
  (await db.query<LookLine>(`${LOOKS} where patrol = $1 group by look order by 2`, [patrol])).map(rowOf(() => null))

/** A look by its id; undefined: there is none. */
export const readLook = async (db: Queryable, look: string): Promise<LookRow | undefined> =>
  (await db.query<LookLine>(`${LOOKS} where look = $1 group by look`, [look])).map(rowOf(() => null))[0]

/** What was seen in a while, for these units in this order; one that has cameras and was never looked at has zeroes. */
export const readRates = async (
  db: Queryable,
  from: Instant,
  to: Instant,
  units: readonly string[],
  cameras: readonly Pick<CameraView, 'id' | 'unit' | 'state'>[],
): Promise<LookRate[]> => {
  const counted = await db.query<{ unit: string; result: LookResult; n: number }>(
    `select unit, result, count(distinct look)::int as n from video_look
      where looked_at between $1 and $2 and corrected_by is null and unit = any($3::text[]) group by unit, result`,
    [from, to, [...units]],
  )
  const sums = await db.query<{
    unit: string
    looks: number
    seen: number
    cameras: readonly string[] | null
    wrong: number
  }>(
    `select unit, (count(distinct look) filter (where corrected_by is null))::int as looks,
            (count(distinct look) filter (where corrected_by is null and result <> 'cannot-see'))::int as seen,
            json_agg(distinct camera) filter (where corrected_by is null and result <> 'cannot-see') as cameras,
            (count(distinct look) filter (where corrected_by is not null))::int as wrong
       from video_look where looked_at between $1 and $2 and unit = any($3::text[]) group by unit`,
    [from, to, [...units]],
  )
  return units.flatMap((unit) => {
    const own = cameras.filter((c) => c.unit === unit && c.state !== 'unsourced').map(({ id }) => id)
    const sum = sums.find((s) => s.unit === unit)
    if (own.length === 0 && !sum) return []
    const results = Object.fromEntries(
      counted.filter((c) => c.unit === unit).map(({ result, n }) => [result, Number(n)]),
    ) as Partial<Record<LookResult, number>>
    const { good = 0, 'cannot-see': cannotSee = 0, ...seen } = results
    return [
      {
        unit,
        cameras: own.length,
        camerasSeen: (sum?.cameras ?? []).filter((id) => own.includes(id)).length,
        looks: Number(sum?.looks ?? 0),
        seen: Number(sum?.seen ?? 0),
        good,
        cannotSee,
        results: seen,
        corrected: Number(sum?.wrong ?? 0),
      },
    ]
  })
}
