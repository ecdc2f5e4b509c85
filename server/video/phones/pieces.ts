import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { PIECE_LIMITS, type PieceRefusal, type PieceView, type phoneBodies } from '../../contract/phone.ts'
import type { SpanView } from '../../contract/recordings.ts'
import type { Observation } from '../../domain/observation/index.ts'
import { type Clock, hours, type Instant, seconds } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import type { Log } from '../../storage/log.ts'
import { cannotRecord, done, type Outcome, refuse } from '../outcome.ts'
import { phoneOf } from './identity.ts'
import { verdictOf } from './missing.ts'
import { freeName, type Made, makeSegment, staged } from './take-in.ts'

export interface PiecesOptions {
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Log
  readonly ffmpeg: string
  /** The folder of recordings. */
  readonly folder: string
  readonly spans: (camera: string, from: Instant, to: Instant) => Promise<readonly SpanView[]>
  /** Resolves once an entry is in the index of recordings. */
  readonly reached: (seq: number) => Promise<void>
  /** The recordings of an officer's phone, from start to stop; `to` null while one runs. */
  readonly runs: (officer: string) => readonly { readonly from: Instant; readonly to: Instant | null }[]
}

type Asked = z.infer<typeof phoneBodies.askPieces>['pieces'][number]
type Closing = z.infer<typeof phoneBodies.closePiece>

/** The phone's clock and ours differ by no more at the edges of a recording. */
const EDGE_MS = seconds(15)
/** What one phone may have lying here unfinished. */
const MOST_WAITING = 8
const GIVEN_UP_MS = hours(1)

const words: Readonly<Record<PieceRefusal, readonly [string, string]>> = {
  'outside-recording': ['这段时间您没有在录像，不予接收。', 'You were not recording then, so it is not taken.'],
  'too-old': ['超过三十天的录像片段不再接收。', 'Pieces older than thirty days are not taken any more.'],
  'too-long': ['片段超过一分钟或时间颠倒。', 'The piece is longer than a minute, or ends before it begins.'],
  hash: ['收到的内容与所报校验值不符，请重新上传。', 'What arrived does not have the hash announced; send it again.'],
  unreadable: ['文件中没有可用的画面。', 'There is no usable picture in the file.'],
  length: ['文件的长度与所报时间不符。', 'The file is longer or shorter than the times say.'],
}

/** What phones kept while they were offline, brought afterwards: verified, written as late segments, and never merged. */
export const createPieces = (options: PiecesOptions) => {
  const { database, journal, clock, log, folder } = options
  /** One thing at a time for each phone. */
  const turns = new Map<string, Promise<unknown>>()
  const inTurn = <T>(camera: string, work: () => Promise<T>): Promise<T> => {
    const mine = (turns.get(camera) ?? Promise.resolve()).then(work, work)
    turns.set(camera, mine)
    const forget = (): void => {
      if (turns.get(camera) === mine) turns.delete(camera)
    }
    mine.then(forget, forget)
    return mine
  }
  const partOf = (camera: string, piece: string): string => path.join(staged(folder, camera), `${piece}.part`)
  const have = (file: string): Promise<number> =>
    fs.stat(file).then(
      ({ size }) => size,
      () => 0,
    )

  /** Unfinished pieces of a phone; what it has given up is let go. */
  const waiting = async (camera: string): Promise<number> => {
    let count = 0
    for (const name of await fs.readdir(staged(folder, camera))) {
      const file = path.join(staged(folder, camera), name)
      const { mtimeMs } = await fs.stat(file)
      if (clock() - mtimeMs > GIVEN_UP_MS) await fs.rm(file, { force: true })
      else count++
    }
    return count
  }

  const known = async (camera: string, piece: string): Promise<PieceView | undefined> => {
    const [row] = await database.query<{ state: 'kept' | 'refused'; why: PieceRefusal | null }>(
      'select state, why from phone_piece where piece = $1 and camera = $2',
      [piece, camera],
    )
    return row && { piece, is: row.state, have: 0, why: row.why }
  }

  /** What is wrong with its times; undefined: nothing. */
  const objection = (
    officer: string,
    { startsAt, endsAt }: Pick<Asked, 'startsAt' | 'endsAt'>,
  ): PieceRefusal | undefined => {
    const now = clock()
    if (endsAt <= startsAt || endsAt - startsAt > PIECE_LIMITS.longestMs) return 'too-long'
    if (startsAt < now - PIECE_LIMITS.oldestMs) return 'too-old'
    const within = options
      .runs(officer)
      .some(({ from, to }) => startsAt >= from - EDGE_MS && endsAt <= (to ?? now) + EDGE_MS)
    return within ? undefined : 'outside-recording'
  }

  const ask = async (officer: string, piece: Asked): Promise<PieceView> => {
    const camera = phoneOf(officer)
    const before = await known(camera, piece.piece)
    if (before) return before
    const why = objection(officer, piece) ?? null
    if (why) return { piece: piece.piece, is: 'refused', have: 0, why }
    const is = verdictOf(await options.spans(camera, piece.startsAt, piece.endsAt), piece)
    return { piece: piece.piece, is, have: await have(partOf(camera, piece.piece)), why }
  }

  const put = async (
    officer: string,
    piece: string,
    part: { readonly offset: number; readonly sha256: string; readonly bytes: Buffer },
  ): Promise<Outcome<{ have: number }>> => {
    const camera = phoneOf(officer)
    const file = partOf(camera, piece)
    if (createHash('sha256').update(part.bytes).digest('hex') !== part.sha256) return refusal('hash')
    await fs.mkdir(staged(folder, camera), { recursive: true, mode: 0o700 })
    const already = await have(file)
    // Sent twice because an answer was lost.
    if (part.offset + part.bytes.length <= already) return done({ have: already })
    if (part.offset !== already)
      return refuse(409, 'wrong-offset', '请从已收到的位置继续。', 'Go on from where we have nothing.', {
        have: already,
      })
    if (already + part.bytes.length > PIECE_LIMITS.pieceBytes) return refusal('too-long')
    if (already === 0 && (await waiting(camera)) >= MOST_WAITING)
      return refuse(
        409,
        'too-many',
        '未完成的片段过多，请先完成。',
        'Too many pieces are unfinished; finish them first.',
      )
    await fs.appendFile(file, part.bytes, { mode: 0o600 })
    return done({ have: already + part.bytes.length })
  }

  const close = async (officer: string, by: string, piece: string, said: Closing): Promise<Outcome<PieceView>> => {
    const camera = phoneOf(officer)
    const before = await known(camera, piece)
    if (before) return done(before)
    const file = partOf(camera, piece)
    const about = { camera, piece, officer, by, startsAt: said.startsAt, endsAt: said.endsAt, sha256: said.sha256 }
    const reject = async (why: PieceRefusal, detail = ''): Promise<Outcome<PieceView>> => {
      const data = { ...about, why, detail: detail.slice(0, 400) }
      const seq = await record([
        [`refused/${piece}/${clock()}`, { kind: 'camera.piece-refused', observedAt: clock(), data }],
      ])
      if (seq === undefined) return cannotRecord
      await fs.rm(file, { force: true })
      await options.reached(seq)
      return refusal(why)
    }
    const why = objection(officer, said)
    if (why) return reject(why)
    const bytes = await fs.readFile(file).catch(() => Buffer.alloc(0))
    if (bytes.length !== said.bytes || createHash('sha256').update(bytes).digest('hex') !== said.sha256)
      return reject('hash', `${bytes.length} of ${said.bytes} bytes`)
    const made = await makeSegment(options.ffmpeg, file)
    if (made.is === 'unreadable') return reject('unreadable', made.detail)
    try {
      if (Math.abs(made.lengthMs - (said.endsAt - said.startsAt)) > PIECE_LIMITS.lengthMs)
        return await reject('length', `${made.lengthMs} ms instead of ${said.endsAt - said.startsAt}`)
      return await keep({ ...about, bytes: said.bytes, type: said.type, uncertaintyMs: said.uncertaintyMs }, made, file)
    } finally {
      await fs.rm(made.file, { force: true })
    }
  }

  const keep = async (
    brought: Omit<Extract<Observation, { kind: 'camera.piece-brought' }>['data'], 'segment'>,
    made: Extract<Made, { is: 'made' }>,
    part: string,
  ): Promise<Outcome<PieceView>> => {
    const { camera, piece, startsAt, endsAt } = brought
    const segment = await freeName(database, camera, startsAt)
    const { sha256, bytes, video, audio } = made
    const closed = { camera, segment, startsAt, endsAt, sha256, bytes, video, audio, complete: true }
    const seq = await record([
      [`brought/${piece}`, { kind: 'camera.piece-brought', observedAt: clock(), data: { ...brought, segment } }],
      [
        segment,
        {
          kind: 'segment.closed',
          observedAt: endsAt,
          data: { ...closed, late: true, recorder: null, recovered: false },
        },
      ],
    ])
    if (seq === undefined) return cannotRecord
    // After a crash from here on the next start puts it into its place (`settleLate`).
    await fs.mkdir(path.join(folder, camera), { recursive: true, mode: 0o700 })
    await fs.rename(made.file, path.join(folder, `${segment}.mp4`))
    await fs.rm(part, { force: true })
    await options.reached(seq)
    return done({ piece, is: 'kept', have: 0, why: null })
  }

  /** The last entry's number once they are durable; undefined when the journal takes nothing. */
  const record = async (entries: readonly (readonly [string, Observation])[]): Promise<number | undefined> => {
    try {
      const receipts = await journal.append(
        entries.map(([key, observation]) => ({ source: 'phone', key, observation })),
      )
      return receipts.at(-1)!.seq
    } catch (error) {
      log.error({ err: error, key: entries[0]![0] }, 'what a phone brought could not be journalled; it was refused')
      return undefined
    }
  }

  return {
    ask: async (officer: string, pieces: readonly Asked[]): Promise<Outcome<{ pieces: readonly PieceView[] }>> => {
      const views: PieceView[] = []
      for (const piece of pieces) views.push(await ask(officer, piece))
      return done({ pieces: views })
    },
    put: (officer: string, piece: string, part: Parameters<typeof put>[2]) =>
      inTurn(phoneOf(officer), () => put(officer, piece, part)),
    close: (officer: string, by: string, piece: string, said: Closing) =>
      inTurn(phoneOf(officer), () => close(officer, by, piece, said)),
  }
}
export type Pieces = ReturnType<typeof createPieces>

const refusal = (why: PieceRefusal) => refuse(422, why, words[why][0], words[why][1], { why })
