import type { Entry } from '../../domain/entry.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Queryable } from '../../storage/database.ts'

/** The kinds of entry that the index of recordings is made from. */
export const footageKinds: readonly ObservationKind[] = [
  'camera.registered',
  'camera.withdrawn',
  'camera.lost',
  'camera.restored',
  'camera.recording-broken',
  'body-camera.started',
  'body-camera.stopped',
  'camera.clock-measured',
  'camera.clock-corrected',
  'recorder.started',
  'recorder.stopped',
  'segment.closed',
  'camera.piece-brought',
  'camera.piece-refused',
  'recording.verified',
  'footage.held',
  'footage.hold-released',
  'footage.deletion-proposed',
  'footage.deletion-refused',
  'footage.deleted',
  'finding.evidence-pinned',
  'review.noted',
  'review.seen',
]

/** Writes what an entry says into the tables. Writing the same entry again changes nothing. */
export const project = async (tx: Queryable, entry: Entry): Promise<void> => {
  const { seq, recordedAt, observation: o } = entry
  switch (o.kind) {
    case 'segment.closed':
      return closed(tx, seq, o.data)
    case 'camera.registered': {
      const { by: _, ...known } = o.data
      await tx.query(
        `insert into video_camera (camera, known) values ($1, $2)
         on conflict (camera) do update set known = excluded.known, withdrawn_at = null`,
        [known.camera, JSON.stringify(known)],
      )
      return mark(tx, seq, `camera/${o.data.camera}`, o.observedAt, o.kind, null)
    }
    case 'camera.withdrawn':
      await tx.query('update video_camera set withdrawn_at = $2 where camera = $1', [o.data.camera, o.observedAt])
      return mark(tx, seq, `camera/${o.data.camera}`, o.observedAt, o.kind, null)
    case 'camera.restored':
      return mark(tx, seq, `camera/${o.data.camera}`, o.observedAt, o.kind, null)
    case 'camera.lost':
    case 'camera.recording-broken':
      return mark(tx, seq, `camera/${o.data.camera}`, o.observedAt, o.kind, o.data.why)
    case 'body-camera.started':
    case 'body-camera.stopped':
      // Of body cameras that are no cameras of ours, whose recordings lie elsewhere, nothing is kept here.
      await tx.query(
        `insert into video_mark (seq, subject, at, kind)
         select $1, 'camera/' || camera, $3, $4 from video_camera where camera = $2 on conflict do nothing`,
        [seq, o.data.device, o.observedAt, o.kind],
      )
      return
    case 'camera.piece-brought':
    case 'camera.piece-refused':
      return piece(tx, seq, o)
    case 'recorder.started':
    case 'recorder.stopped':
      return mark(tx, seq, `recorder/${o.data.recorder}`, o.observedAt, o.kind, o.data.why)
    case 'camera.clock-measured': {
      const { camera, offsetMs, uncertaintyMs, method, by } = o.data
      return clock(tx, [seq, camera, o.observedAt, 'measured', offsetMs, uncertaintyMs, method, by, null, null])
    }
    case 'camera.clock-corrected': {
      const { camera, shiftMs, uncertaintyMs, by, reason, from } = o.data
      return clock(tx, [seq, camera, recordedAt, 'corrected', shiftMs, uncertaintyMs, 'hand', by, reason, from])
    }
    case 'recording.verified':
      // Only of our own segments; what other recorders verified is not in the index.
      if (o.data.result === 'missing')
        await tx.query(
          `update video_segment set state = 'missing', state_seq = $2 where file = $1 and state = 'kept'`,
          [`${o.data.recording}.mp4`, seq],
        )
      return
    case 'footage.held': {
      const { hold, camera, from, to, by, reason, finding } = o.data
      await tx.query(
        `insert into video_hold (id, seq, camera, starts_at, ends_at, put_by, put_at, reason, finding)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
        [hold, seq, camera, from, to, by, recordedAt, reason, finding],
      )
      return
    }
    case 'footage.hold-released':
      await tx.query(
        `update video_hold set released_by = $2, released_at = $3, released_reason = $4
          where id = $1 and released_at is null`,
        [o.data.hold, o.data.by, recordedAt, o.data.reason],
      )
      return
    case 'footage.deletion-proposed': {
      const { deletion, camera, from, to, by, reason } = o.data
      await tx.query(
        `insert into video_deletion (id, seq, camera, starts_at, ends_at, proposed_by, proposed_at, reason)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
        [deletion, seq, camera, from, to, by, recordedAt, reason],
      )
      return
    }
    case 'footage.deletion-refused':
      await tx.query(
        `update video_deletion set agreed = false, decided_by = $2, decided_at = $3, decided_reason = $4
          where id = $1 and agreed is null`,
        [o.data.deletion, o.data.by, recordedAt, o.data.reason],
      )
      return
    case 'finding.evidence-pinned': {
      const { pin, finding, camera, from, to, note, by, segments } = o.data
      await tx.query(
        `insert into review_pin (id, seq, finding, camera, starts_at, ends_at, note, pinned_by, pinned_at, segments)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
        [pin, seq, finding, camera, from, to, note, by, recordedAt, JSON.stringify(segments)],
      )
      return
    }
    case 'review.noted': {
      const { at, camera, cameras, note, by } = o.data
      await tx.query(
        `insert into review_note (seq, at, camera, cameras, words, written_by, written_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [seq, at, camera, JSON.stringify(cameras), note, by, recordedAt],
      )
      return
    }
    case 'review.seen': {
      const { camera, from, to, by } = o.data
      await tx.query(
        `insert into review_seen (seq, camera, starts_at, ends_at, seen_by, said_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [seq, camera, from, to, by, recordedAt],
      )
      return
    }
    case 'footage.deleted': {
      const { recorder, from, to, expired, deletion, secondedBy } = o.data
      const gone = await tx.query<{ seq: number }>(
        // What is held is not meant, even when it lies within the stretch that was told.
        `update video_segment s set state = $4, state_seq = $5
          where camera = $1 and starts_at >= $2 and starts_at < $3 and ends_at <= $3
            and state in ('kept', 'missing') and seq < $5
            and not exists (select from video_hold h where h.camera = s.camera and h.released_at is null
                              and h.starts_at < s.ends_at and h.ends_at > s.starts_at)
         returning seq`,
        [recorder, from, to, expired ? 'expired' : 'deleted', seq],
      )
      if (deletion)
        await tx.query(
          `update video_deletion set agreed = true, decided_by = $2, decided_at = $3,
                  segments = coalesce(segments, 0) + $4 where id = $1 and agreed is distinct from false`,
          [deletion, secondedBy, recordedAt, gone.length],
        )
      return
    }
  }
}

const closed = async (
  tx: Queryable,
  seq: number,
  data: Extract<Entry['observation'], { kind: 'segment.closed' }>['data'],
): Promise<void> => {
  const { camera, segment, startsAt, endsAt, sha256, bytes, video, audio, complete, late } = data
  await tx.query(
    `insert into video_segment (seq, camera, starts_at, ends_at, file, bytes, sha256, codec, audio_codec, width, height,
                                frames, key_frames, complete, late)
     values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict do nothing`,
    [
      ...[seq, camera, startsAt, endsAt, `${segment}.mp4`, bytes, sha256],
      ...[video?.codec ?? null, audio?.codec ?? null, video?.width ?? 0, video?.height ?? 0],
      ...[video?.frames ?? 0, video?.keyFrames ?? 0, complete, late],
    ],
  )
}

/** Bytes that were not those announced may be sent once more; every other refusal is for good, and what was kept stays so. */
const piece = async (
  tx: Queryable,
  seq: number,
  o: Extract<Entry['observation'], { kind: 'camera.piece-brought' | 'camera.piece-refused' }>,
): Promise<void> => {
  if (o.kind === 'camera.piece-refused' && o.data.why === 'hash') return
  const { piece: id, camera, startsAt, endsAt, sha256 } = o.data
  const kept = o.kind === 'camera.piece-brought'
  await tx.query(
    `insert into phone_piece (piece, seq, camera, starts_at, ends_at, sha256, state, segment, why)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (piece) do nothing`,
    [
      ...[id, seq, camera, startsAt, endsAt, sha256, kept ? 'kept' : 'refused'],
      ...[kept ? o.data.segment : null, kept ? null : o.data.why],
    ],
  )
}

const mark = async (
  tx: Queryable,
  seq: number,
  subject: string,
  at: number,
  kind: string,
  why: string | null,
): Promise<void> => {
  await tx.query(
    'insert into video_mark (seq, subject, at, kind, why) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [seq, subject, at, kind, why],
  )
}

const clock = async (tx: Queryable, values: readonly unknown[]): Promise<void> => {
  await tx.query(
    `insert into video_clock (seq, camera, at, kind, offset_ms, uncertainty_ms, method, set_by, reason, holds_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    values,
  )
}
