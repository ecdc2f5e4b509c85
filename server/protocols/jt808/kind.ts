import { bytesOf, EMPTY, type Field } from '../bytes.ts'
import type { FaultKind } from './fault.ts'
import type { Header } from './header.ts'

export type Edition = Header['edition']

/** What a body's reader can say beside the body itself. */
export interface Reading {
  readonly edition: Edition
  /** Something was wrong, but the rest could be read. */
  remark(fault: FaultKind, detail: string): void
}

/** Why a body could not be read: what was found and what would be right. */
export interface Unreadable {
  readonly unreadable: string
}
export const unreadable = (detail: string): Unreadable => ({ unreadable: detail })

/** One message: how its body is read and written. `type` names it in code and in what `decode` prints. */
export interface Kind<B extends { readonly type: string }> {
  readonly id: number
  readonly type: string
  /** Never throws; lengths are checked before anything is sliced. */
  readonly read: (body: Buffer, reading: Reading) => B | Unreadable
  readonly write: (body: B, edition: Edition) => Buffer
}

/** Says how long a body must be, or nothing when it is long enough. */
export const shorterThan = (body: Buffer, size: number, what: string): Unreadable | undefined =>
  body.length < size ? unreadable(`${what} needs ${size} bytes, the body has ${body.length}`) : undefined

/** A message whose body is one table of fixed fields. Bytes behind it are some maker's and do no harm. */
export const table = <T extends string, V extends object>(
  id: number,
  type: T,
  fields: Field<V>,
): Kind<{ readonly type: T } & V> => ({
  id,
  type,
  read: (body) => shorterThan(body, fields.size, type) ?? { type, ...fields.read(body, 0) },
  write: (body) => bytesOf(fields, body),
})

/** A message without a body; some devices append battery or signal bytes, which are kept as they are. */
export const bare = <T extends string>(id: number, type: T): Kind<{ readonly type: T; readonly extra: Buffer }> => ({
  id,
  type,
  read: (body) => ({ type, extra: body.length === 0 ? EMPTY : body }),
  write: (body) => body.extra,
})
