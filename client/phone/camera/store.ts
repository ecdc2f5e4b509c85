import { type Kept, roomFor, toDrop } from './bounds.ts'

/** A piece of recording on this phone: a file of its own, with the house's time. */
export interface Piece extends Kept {
  readonly officer: string
  readonly endsAt: number
  readonly uncertaintyMs: number
  readonly sha256: string
  readonly type: string
  readonly blob: Blob
}

const NAME = 'custodes-phone'
const PIECES = 'pieces'

const finished = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the phone’s store failed'))
  })

let opened: Promise<IDBDatabase> | undefined
const open = (): Promise<IDBDatabase> => {
  if (opened) return opened
  const asked = indexedDB.open(NAME, 1)
  asked.onupgradeneeded = () => asked.result.createObjectStore(PIECES, { keyPath: 'piece' })
  opened = finished(asked).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}
const pieces = async (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
  (await open()).transaction(PIECES, mode).objectStore(PIECES)

/** All pieces of an officer, oldest first; nobody else's on a phone that several use. */
export const piecesOf = async (officer: string): Promise<readonly Piece[]> => {
  const all: Piece[] = await finished((await pieces('readonly')).getAll())
  return all.filter((one) => one.officer === officer).sort((a, b) => a.startsAt - b.startsAt)
}
export const forget = async (piece: string): Promise<void> => {
  await finished((await pieces('readwrite')).delete(piece))
}
export const confirm = async (piece: Piece): Promise<void> => {
  await finished((await pieces('readwrite')).put({ ...piece, confirmed: true }))
}

/** Keeps a piece, and makes room for it; tells how many that nobody has were lost thereby. */
export const keep = async (piece: Piece): Promise<number> => {
  await finished((await pieces('readwrite')).put(piece))
  const all: Piece[] = await finished((await pieces('readonly')).getAll())
  const { quota } = (await navigator.storage?.estimate?.()) ?? {}
  const gone = toDrop(all, roomFor(quota))
  for (const one of gone) await forget(one.piece)
  return gone.filter(({ confirmed }) => !confirmed).length
}

/** After a recording: what the server has need not lie on a phone. */
export const forgetConfirmed = async (officer: string): Promise<void> => {
  for (const one of await piecesOf(officer)) if (one.confirmed) await forget(one.piece)
}
