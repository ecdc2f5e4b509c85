import type { ExportState, ExportView } from '../../contract/exports.ts'
import type { Entry } from '../../domain/entry.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Queryable } from '../../storage/database.ts'

/** An export as it is kept: the record of it stays when the archive is gone. */
export type ExportRecord = Omit<ExportView, 'progress' | 'step' | 'next'> & {
  readonly problem: string
  /** Entries that say who asked and who agreed. */
  readonly seqs: readonly number[]
}

export const exportKinds: readonly ObservationKind[] = [
  'export.requested',
  'export.approved',
  'export.refused',
  'export.cancelled',
  'export.finished',
  'export.failed',
  'export.downloaded',
  'export.expired',
]

export const projectExport = async (tx: Queryable, { seq, recordedAt: at, observation: o }: Entry): Promise<void> => {
  if (o.kind === 'export.requested') {
    const { export: id, by, purpose, reason, finding, cameras, units, from, to } = o.data
    const record: ExportRecord = {
      ...{ id, state: 'requested', by, at, reason, purpose, finding, sources: cameras, from, to, units },
      ...{ decision: null, bytes: null, sha256: null, finishedAt: null, expiresAt: null, downloads: [] },
      ...{ problem: '', seqs: [seq] },
    }
    await tx.query(
      `insert into video_export (id, seq, requested_at, requested_by, state, view) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do nothing`,
      [id, seq, at, by, record.state, JSON.stringify(record)],
    )
    return
  }
  if (!o.kind.startsWith('export.')) return
  const { export: id } = o.data as { export: string }
  const before = await readExport(tx, id)
  const after = before && step(before, { seq, recordedAt: at, observation: o })
  if (after)
    await tx.query('update video_export set state = $2, view = $3 where id = $1', [
      id,
      after.state,
      JSON.stringify(after),
    ])
}

/** What an entry makes of an export; undefined when it no longer fits. */
const step = (e: ExportRecord, { seq, recordedAt: at, observation: o }: Entry): ExportRecord | undefined => {
  const to = (state: ExportState, more: Partial<ExportRecord> = {}): ExportRecord => ({
    ...e,
    ...more,
    state,
    seqs: [...e.seqs, seq].slice(-20),
  })
  const open = e.state === 'requested' || e.state === 'making'
  switch (o.kind) {
    case 'export.approved':
      return e.state === 'requested'
        ? to('making', { decision: { agreed: true, by: o.data.by, at, reason: null } })
        : undefined
    case 'export.refused':
      return e.state === 'requested'
        ? to('refused', { decision: { agreed: false, by: o.data.by, at, reason: o.data.reason } })
        : undefined
    case 'export.cancelled':
      return open ? to('cancelled', { problem: o.data.reason }) : undefined
    case 'export.finished': {
      const { bytes, sha256, expiresAt } = o.data
      return e.state === 'making' ? to('ready', { bytes, sha256, expiresAt, finishedAt: at }) : undefined
    }
    case 'export.failed':
      return e.state === 'making' ? to('failed', { problem: o.data.problem }) : undefined
    case 'export.downloaded':
      return { ...e, downloads: [...e.downloads, { by: o.data.by, at }].slice(-100) }
    case 'export.expired':
      return e.state === 'ready' ? to('expired') : undefined
    default:
      return undefined
  }
}

export const readExport = async (db: Queryable, id: string): Promise<ExportRecord | undefined> => {
  const [row] = await db.query<{ view: ExportRecord }>('select view from video_export where id = $1', [id])
  return row?.view
}

export const readExports = async (
  db: Queryable,
  states: readonly string[] | undefined,
  limit: number,
): Promise<readonly ExportRecord[]> => {
  const rows = await db.query<{ view: ExportRecord }>(
    `select view from video_export where ($1::text[] is null or state = any($1::text[]))
      order by requested_at desc, id limit $2`,
    [states ?? null, limit],
  )
  return rows.map((r) => r.view)
}
