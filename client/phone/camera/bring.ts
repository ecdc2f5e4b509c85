import { PIECE_LIMITS, type PieceView } from '../../../server/contract/phone.ts'
import { language } from '../../i18n/language.ts'
import { addressOf, RequestError, request } from '../../live/request.ts'
import { hexOf } from './local.ts'
import { confirm, forget, type Piece, piecesOf } from './store.ts'

export interface Bringing {
  /** Pieces that the server does not have for sure. */
  readonly waiting: number
  readonly waitingBytes: number
  /** What the server said of one that it did not take; empty: it took all. */
  readonly words: string
}

/** What ended just now may still be on its way into a file of the server's. */
const SETTLED_MS = 12_000
/** What the server can be expected to have by now. */
const OVERDUE_MS = 30_000
const AT_ONCE = 50
/** Bytes that arrive with another hash are sent this often. */
const TRIES = 3

/** Asks what is missing and brings it, oldest first; whatever fails is tried at the next call. */
export const bringLate = async (
  officer: string,
  now: number,
  tell: (part: Partial<Bringing>) => void,
): Promise<void> => {
  const all = await piecesOf(officer)
  const waiting = all.filter(({ confirmed }) => !confirmed)
  const overdue = (pieces: readonly Piece[]) => sumOf(pieces.filter((p) => !p.confirmed && p.endsAt < now - OVERDUE_MS))
  tell(overdue(all))
  const some = waiting.filter(({ endsAt }) => endsAt < now - SETTLED_MS).slice(0, AT_ONCE)
  if (some.length === 0) return
  const { pieces } = await request('POST /api/phone/pieces', {
    body: {
      pieces: some.map(({ piece, startsAt, endsAt, bytes, sha256 }) => ({ piece, startsAt, endsAt, bytes, sha256 })),
    },
  })
  for (const view of pieces) {
    const piece = some.find((one) => one.piece === view.piece)
    if (!piece) continue
    await settle(piece, view, tell)
    tell(overdue(await piecesOf(officer)))
  }
}

const sumOf = (pieces: readonly Piece[]) => ({
  waiting: pieces.length,
  waitingBytes: pieces.reduce((sum, { bytes }) => sum + bytes, 0),
})

const settle = async (piece: Piece, view: PieceView, tell: (part: Partial<Bringing>) => void): Promise<void> => {
  if (view.is === 'recorded' || view.is === 'kept') return confirm(piece)
  if (view.is === 'refused') {
    tell({ words: view.why ?? '' })
    return forget(piece.piece)
  }
  if (view.is === 'needed') await bring(piece, view.have, tell)
}

const bring = async (piece: Piece, have: number, tell: (part: Partial<Bringing>) => void): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      await send(piece, tries === 1 ? have : 0)
      const { startsAt, endsAt, bytes, sha256, type, uncertaintyMs } = piece
      const body = { startsAt, endsAt, bytes, sha256, type, uncertaintyMs }
      const view = await request('POST /api/phone/pieces/:id/close', { params: { id: piece.piece }, body })
      if (view.is === 'kept' || view.is === 'recorded') await confirm(piece)
      return
    } catch (error) {
      if (!(error instanceof RequestError) || error.status !== 422) throw error
      tell({ words: error.message })
      if (error.refusal?.error === 'hash' && tries < TRIES) continue
      // It would be refused for ever; the server has journalled what was wrong with it.
      return forget(piece.piece)
    }
  }
}

/** Sends from where the server has nothing. */
const send = async (piece: Piece, from: number): Promise<void> => {
  const bytes = await piece.blob.arrayBuffer()
  for (let offset = from; offset < bytes.byteLength; ) {
    const part = bytes.slice(offset, offset + PIECE_LIMITS.partBytes)
    const sha256 = hexOf(await crypto.subtle.digest('SHA-256', part))
    const route = 'PUT /api/phone/pieces/:id'
    const address = addressOf(route, { params: { id: piece.piece }, query: { offset, sha256 } })
    const response = await fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: part,
    })
    const answer = await response.json().catch(() => undefined)
    if (response.ok) offset = answer.have
    else if (response.status === 409 && answer?.error === 'wrong-offset') offset = answer.detail.have
    else throw new RequestError(response.status, answer?.message?.[language.get()] ?? `${response.status}`, answer)
  }
}
