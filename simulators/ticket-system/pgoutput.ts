/**
 * Messages of PostgreSQL's own output plugin `pgoutput`, protocol version 1 (documentation of PostgreSQL 15, 55.9
 * Logical Replication Message Formats). Integers are big-endian; text ends with a zero byte.
 *
 *   B  lsn 8 · time 8 (µs since 2000) · xid 4           C  flags 1 · commit lsn 8 · end lsn 8 · time 8
 *   R  oid 4 · schema · name · identity 1 · n 2 · n × (flags 1 · name · type 4 · modifier 4)
 *   I  oid 4 · 'N' tuple       U  oid 4 · ['K'|'O' tuple] · 'N' tuple       D  oid 4 · 'K'|'O' tuple
 *   T  n 4 · options 1 · n × oid 4
 *   tuple: n 2 · n × ('n' null | 'u' unchanged and not sent | 't' length 4 · text)
 */
export type Cell = string | null | undefined
export interface Relation {
  readonly schema: string
  readonly name: string
  /** `f`: the whole row stands before a change. */
  readonly identity: string
  readonly columns: readonly { readonly name: string; readonly isKey: boolean; readonly type: number }[]
}
export type Output =
  | { readonly is: 'begin'; readonly at: number; readonly xid: number }
  | { readonly is: 'commit'; readonly commitLsn: bigint; readonly endLsn: bigint }
  | { readonly is: 'relation'; readonly oid: number; readonly relation: Relation }
  | {
      readonly is: 'insert' | 'update' | 'delete'
      readonly oid: number
      readonly old: readonly Cell[] | null
      readonly new: readonly Cell[] | null
    }
  | { readonly is: 'truncate'; readonly oids: readonly number[] }
  | { readonly is: 'other' }

/** 2000-01-01, from which PostgreSQL counts, in milliseconds since 1970. */
const EPOCH_MS = 946_684_800_000

/** Reads one message. `undefined` stands for a value that was not sent. */
export const readOutput = (bytes: Buffer): Output => {
  let at = 1
  const byte = (): string => String.fromCharCode(bytes[at++]!)
  const skip = (length: number): number => {
    at += length
    return at - length
  }
  const int16 = (): number => bytes.readInt16BE(skip(2))
  const int32 = (): number => bytes.readUInt32BE(skip(4))
  const int64 = (): bigint => bytes.readBigUInt64BE(skip(8))
  const text = (): string => {
    const end = bytes.indexOf(0, at)
    const read = bytes.toString('utf8', at, end)
    at = end + 1
    return read
  }
  const tuple = (): Cell[] =>
    Array.from({ length: int16() }, () => {
      const form = byte()
      if (form === 'n') return null
      if (form === 'u') return undefined
      const length = int32()
      const begins = skip(length)
      return bytes.toString('utf8', begins, at)
    })
  switch (String.fromCharCode(bytes[0]!)) {
    case 'B': {
      int64()
      return { is: 'begin', at: EPOCH_MS + Number(int64() / 1000n), xid: int32() }
    }
    case 'C':
      byte()
      return { is: 'commit', commitLsn: int64(), endLsn: int64() }
    case 'R': {
      const [oid, schema, name, identity] = [int32(), text(), text(), byte()]
      const columns = Array.from({ length: int16() }, () => {
        const [flags, column, type] = [byte(), text(), int32()]
        int32()
        return { name: column, isKey: flags.charCodeAt(0) === 1, type }
      })
      return { is: 'relation', oid, relation: { schema, name, identity, columns } }
    }
    case 'I': {
      const oid = int32()
      byte()
      return { is: 'insert', oid, old: null, new: tuple() }
    }
    case 'U': {
      const oid = int32()
      const old = byte() === 'N' ? null : tuple()
      if (old) byte()
      return { is: 'update', oid, old, new: tuple() }
    }
    case 'D': {
      const oid = int32()
      byte()
      return { is: 'delete', oid, old: tuple(), new: null }
    }
    case 'T': {
      const count = int32()
      byte()
      return { is: 'truncate', oids: Array.from({ length: count }, int32) }
    }
    default:
      return { is: 'other' }
  }
}
