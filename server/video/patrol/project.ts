import type { Entry } from '../../domain/entry.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Queryable } from '../../storage/database.ts'

export const patrolKinds: readonly ObservationKind[] = [
  'video-patrol.drawn',
  'video-patrol.looked',
  'video-patrol.corrected',
  'video-patrol.skipped',
  'video-patrol.ended',
  'camera.withdrawn',
  'view.opened',
]

/** Writes one entry into the tables of video patrols; what is there already changes nothing. */
export const projectPatrol = async (tx: Queryable, { seq, observation: o }: Entry): Promise<void> => {
  switch (o.kind) {
    case 'video-patrol.drawn': {
      const { patrol, by, candidates } = o.data
      const added = await tx.query(
        `insert into video_patrol (patrol, seq, drawn_by, drawn_at, draw) values ($1, $2, $3, $4, $5)
         on conflict (patrol) do nothing returning patrol`,
        [patrol, seq, by, o.observedAt, JSON.stringify(o.data)],
      )
      if (added.length === 0) return
      await tx.query(
        `insert into video_chance (camera, passed) select unnest($1::text[]), 1
         on conflict (camera) do update set passed = video_chance.passed + 1`,
        [candidates.map(({ camera }) => camera)],
      )
      return
    }
    case 'video-patrol.looked': {
      const { look, patrol, camera, post, unit, by, result, note, snapshot, officers } = o.data
      await tx.query(
        `insert into video_look (seq, look, patrol, camera, post, unit, looked_by, looked_at, result, note, snapshot, officers)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (seq) do nothing`,
        [
          ...[seq, look, patrol, camera, post, unit, by, o.observedAt, result, note, snapshot],
          JSON.stringify(officers),
        ],
      )
      // Nothing to be seen is no look: a camera that is broken must not be spared for it.
      if (camera !== null && result !== 'cannot-see')
        await tx.query('update video_chance set passed = 0 where camera = $1', [camera])
      return
    }
    case 'video-patrol.corrected':
      await tx.query('update video_look set corrected_by = $2, corrected_note = $3 where look = $1', [
        o.data.look,
        o.data.by,
        o.data.note,
      ])
      return
    case 'video-patrol.skipped':
      await tx.query(
        `insert into video_skip (patrol, camera, seq, reason, note) values ($1, $2, $3, $4, $5)
         on conflict (patrol, camera) do nothing`,
        [o.data.patrol, o.data.camera, seq, o.data.reason, o.data.note],
      )
      return
    case 'video-patrol.ended':
      await tx.query('update video_patrol set ended_at = $2 where patrol = $1 and ended_at is null', [
        o.data.patrol,
        o.observedAt,
      ])
      return
    case 'camera.withdrawn':
      await tx.query('delete from video_chance where camera = $1', [o.data.camera])
      return
    case 'view.opened':
      if (o.data.what === 'camera')
        await tx.query(
          `insert into video_opened (account, camera, at) values ($1, $2, $3)
           on conflict (account, camera) do update set at = greatest(video_opened.at, excluded.at)`,
          [o.data.by, o.data.subject, o.observedAt],
        )
      return
  }
}
