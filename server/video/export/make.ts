import fs from 'node:fs/promises'
import path from 'node:path'
import type { ReviewEvent, ReviewTrack } from '../../contract/reviews.ts'
import type { Instant, Text } from '../../contract/views.ts'
import type { Camera } from '../../domain/camera/register.ts'
import { checkpointFrom, proveEntries } from '../../journal/proof.ts'
import type { SigningKey } from '../../journal/signing-key.ts'
import type { Database } from '../../storage/database.ts'
import { readClock, readSpans, type SegmentRow, segmentsIn } from '../footage/read.ts'
import { fileOf } from '../segments/names.ts'
import {
  ENTRIES,
  MANIFEST,
  type Manifest,
  type ManifestFile,
  manifestBytes,
  manifestText,
  SIGNATURE,
} from './manifest.ts'
import { type Original, originalOf } from './originals.ts'
import { pack } from './pack.ts'
import { coverSheet, eventsCsv, tracksGeoJson } from './papers.ts'
import { type MeasuredPart, measure, type Part } from './parts.ts'
import { makePlayable } from './playable.ts'

/** What was asked for and agreed on. */
export interface Order {
  readonly id: string
  readonly purpose: string
  readonly reason: string
  readonly finding: string | null
  readonly requestedBy: string
  readonly requestedAt: Instant
  readonly approvedBy: string
  readonly approvedAt: Instant
  readonly from: Instant
  readonly to: Instant
  readonly cameras: readonly { readonly id: string; readonly name: Text; readonly unit: string }[]
  /** Entries that say who asked and who agreed. */
  readonly seqs: readonly number[]
}

export interface MakeOptions {
  readonly database: Database
  /** The folder of recordings. */
  readonly folder: string
  readonly ffmpeg: string
  /** The parts of a camera's picture that are not shown; the originals are whole. */
  readonly zonesOf: (camera: string) => Camera['privacyZones']
  readonly program: string
  readonly key: SigningKey
  readonly now: () => Instant
  /** What lies beside the pictures, as the one who asked may see it. */
  readonly beside: (
    order: Order,
  ) => Promise<{ readonly tracks: readonly ReviewTrack[]; readonly events: readonly ReviewEvent[] }>
}

export interface Making {
  readonly signal: AbortSignal
  /** 0 to 1, and what it is at. */
  readonly progress: (done: number, step: string) => void
}

export interface Made {
  readonly bytes: number
  readonly sha256: string
  readonly manifestSha256: string
}

/** Shares of the work. */
const HASHED = 0.25
const PLAYED = 0.6
/** Checkpoints are signed every few seconds. */
const CHECKPOINT_PATIENCE_MS = 20_000

/** Makes an archive. Rejects, saying why, and leaves nothing behind but what was there before. */
export const makeArchive = async (
  order: Order,
  target: string,
  options: MakeOptions,
  making: Making,
): Promise<Made> => {
  const work = `${target}.work`
  await fs.rm(work, { recursive: true, force: true })
  await fs.mkdir(work, { recursive: true, mode: 0o700 })
  try {
    return await makeIn(work, order, target, options, making)
  } catch (error) {
    await fs.rm(target, { force: true })
    throw error
  } finally {
    await fs.rm(work, { recursive: true, force: true })
  }
}

interface Line {
  readonly camera: Order['cameras'][number]
  readonly rows: readonly SegmentRow[]
  readonly spans: Manifest['cameras'][number]['spans']
}

const makeIn = async (
  work: string,
  order: Order,
  target: string,
  options: MakeOptions,
  making: Making,
): Promise<Made> => {
  const { database, key } = options
  const { signal, progress } = making
  const lines = await Promise.all(order.cameras.map((camera) => lineOf(camera, order, options)))
  if (lines.every((l) => l.rows.length === 0)) throw new Error('nothing is recorded in this range')

  const total = Math.max(
    1,
    lines.flatMap((l) => l.rows).reduce((n, r) => n + r.bytes, 0),
  )
  let hashed = 0
  const parts: {
    readonly part: MeasuredPart
    readonly file: Omit<ManifestFile, 'name' | 'size' | 'crc' | 'sha256'>
  }[] = []
  const add = async (
    part: Part,
    file: (typeof parts)[number]['file'],
    read: (n: number) => void = () => {},
  ): Promise<void> => {
    parts.push({ part: await measure(part, read), file })
  }
  const originals: Original[] = []
  for (const row of lines.flatMap((l) => l.rows)) {
    signal.throwIfAborted()
    const one = await originalOf(row, pathOf(options, row), order.from, order.to)
    originals.push(one)
    const { camera, role, segment, from, to } = one
    await add(one, { role, camera, segment, from, to }, (n) => {
      hashed += n
      progress((HASHED * hashed) / total, one.name)
    })
  }

  const watermark = [
    `${order.requestedBy}  ${chinaTime(options.now())}  ${order.id.slice(0, 8)}`,
    order.reason.slice(0, 120),
  ]
  const runs = lines.flatMap((l) => runsOf(l, order))
  const length = Math.max(
    1,
    runs.reduce((n, r) => n + r.to - r.from, 0),
  )
  let played = 0
  for (const run of runs) {
    signal.throwIfAborted()
    const segments = run.rows.map((row) => ({ file: pathOf(options, row), startsAt: row.startsAt, endsAt: row.endsAt }))
    const asked = { ffmpeg: options.ffmpeg, folder: work, segments, watermark, signal }
    const { name, from, to, camera } = run
    const file = await makePlayable({
      ...{ ...asked, name: path.basename(name), from, to, zones: options.zonesOf(camera) },
      progress: (ms) => progress(HASHED + (PLAYED * (played + ms)) / length, name),
    })
    played += to - from
    const { size } = await fs.stat(file)
    const contents = { file, ranges: [[0, size - 1]] as const }
    await add({ name, contents }, { role: 'playable', camera, segment: null, from, to })
  }

  progress(HASHED + PLAYED, 'papers')
  const none = { camera: null, segment: null, from: null, to: null }
  const { tracks, events } = await options.beside(order)
  await add(text('tracks.geojson', tracksGeoJson(tracks)), { ...none, role: 'tracks' })
  await add(text('events.csv', eventsCsv(events)), { ...none, role: 'events' })
  const entries = await proveEntries(database, [...order.seqs, ...originals.map((o) => o.segment.seq)])
  await add(text(ENTRIES, `${JSON.stringify(entries, null, 1)}\n`), { ...none, role: 'entries' })

  const { cameras: _, seqs: __, ...asked } = order
  const head = {
    ...({ format: 'custodes-export', version: 1, program: options.program } as const),
    export: { ...asked, madeAt: options.now() },
    cameras: await Promise.all(
      lines.map(async ({ camera: { id, name, unit }, spans }) => {
        const { measured, corrections } = await readClock(database, id)
        return { id, name, unit, spans, clock: { measured: [...measured], corrections: [...corrections] } }
      }),
    ),
    key: { id: key.id, publicKey: key.publicKey },
  }
  const cover = coverSheet(
    head,
    parts.map(({ part }) => part),
  )
  await add(text('cover.html', cover), { ...none, role: 'cover' })
  const newest = Math.max(...entries.map((e) => e.seq))
  const manifest: Manifest = {
    ...head,
    files: parts.map(({ part: { name, size, crc, sha256 }, file }) => ({ name, size, crc, sha256, ...file })),
    checkpoint: await checkpointAfter(database, newest, signal),
  }
  const bytes = manifestBytes(manifest)
  const first = await measure({ name: MANIFEST, contents: { bytes } }, () => {})
  const signature = Buffer.from(`${key.sign(manifestText(bytes)).toString('hex')}\n`)
  const second = await measure({ name: SIGNATURE, contents: { bytes: signature } }, () => {})
  const all = [first, second, ...parts.map(({ part }) => part)]
  const size = all.reduce((n, p) => n + p.size, 0)
  let packed = 0
  const made = await pack(all, target, signal, (n) => {
    packed += n
    progress(HASHED + PLAYED + ((1 - HASHED - PLAYED) * packed) / size, path.basename(target))
  })
  return { ...made, manifestSha256: first.sha256 }
}

const text = (name: string, contents: string): Part => ({ name, contents: { bytes: Buffer.from(contents) } })
const pathOf = ({ folder }: MakeOptions, row: SegmentRow): string => fileOf(folder, row.file.slice(0, -'.mp4'.length))
const chinaTime = (at: Instant): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

const lineOf = async (
  camera: Order['cameras'][number],
  { from, to }: Order,
  { database, now }: MakeOptions,
): Promise<Line> => {
  const rows = await segmentsIn(database, camera.id, from, to)
  const spans = await readSpans(database, { camera: camera.id, from, to, now: now(), openUntil: undefined }, rows)
  return { camera, rows: rows.filter((r) => r.state === 'kept' && r.codec !== null), spans: [...spans] }
}

interface PlayableRun {
  readonly camera: string
  readonly name: string
  readonly rows: readonly SegmentRow[]
  readonly from: Instant
  readonly to: Instant
}

/** A copy for each stretch without a break and of one kind of picture: a gap is never bridged. */
const runsOf = ({ camera, rows, spans }: Line, order: Order): PlayableRun[] =>
  spans
    .filter((s) => s.is === 'recorded')
    .map((s, i) => ({
      camera: camera.id,
      name: `playable/${camera.id.replace(/[^\w.-]/g, '_')}-${i + 1}.mp4`,
      rows: rows.filter((r) => r.startsAt < s.to && r.endsAt > s.from && r.late === s.late),
      from: Math.max(s.from, order.from),
      to: Math.min(s.to, order.to),
    }))
    .filter((r) => r.rows.length > 0 && r.to > r.from)

const checkpointAfter = async (
  database: Database,
  seq: number,
  signal: AbortSignal,
): Promise<Manifest['checkpoint']> => {
  const end = performance.now() + CHECKPOINT_PATIENCE_MS
  for (;;) {
    signal.throwIfAborted()
    const found = await checkpointFrom(database, seq)
    if (found) return found
    if (performance.now() > end) throw new Error(`no checkpoint was signed after entry ${seq}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
