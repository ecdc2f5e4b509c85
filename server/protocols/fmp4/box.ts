/** A box of ISO/IEC 14496-12: where its contents lie in the bytes it was read from. */
export interface Box {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** The head of a box: size(4) type(4), and largesize(8) when size is 1. `size` 0: to the end of the file. */
export interface BoxHead {
  readonly type: string
  readonly headBytes: number
  /** Of the whole box, head included; 0: to the end of the file. */
  readonly size: number
}

/** No head is longer. */
export const MOST_HEAD_BYTES = 16

/** Reads a head; `short`: more bytes are needed, `bad`: no box begins here. */
export const boxHead = (bytes: Uint8Array, at: number): BoxHead | 'short' | 'bad' => {
  if (at + 8 > bytes.length) return 'short'
  const view = viewOf(bytes)
  const type = String.fromCharCode(bytes[at + 4]!, bytes[at + 5]!, bytes[at + 6]!, bytes[at + 7]!)
  // Four printable characters: junk is told from a box that we merely do not know.
  if (!/^[\x20-\x7e©]{4}$/.test(type)) return 'bad'
  const size = view.getUint32(at)
  if (size === 0) return { type, headBytes: 8, size: 0 }
  if (size !== 1) return size < 8 ? 'bad' : { type, headBytes: 8, size }
  if (at + 16 > bytes.length) return 'short'
  const large = view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12)
  return large < 16 || !Number.isSafeInteger(large) ? 'bad' : { type, headBytes: 16, size: large }
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The boxes that lie one after another in `[start, end)`; stops at the first that does not fit. */
export const boxesIn = (bytes: Uint8Array, start: number, end: number): Box[] => {
  const found: Box[] = []
  let at = start
  while (at + 8 <= end) {
    const head = boxHead(bytes, at)
    if (typeof head === 'string') break
    const size = head.size === 0 ? end - at : head.size
    if (at + size > end) break
    found.push({ type: head.type, start: at + head.headBytes, end: at + size })
    at += size
  }
  return found
}

/** The first box along a path of types. */
export const boxAt = (bytes: Uint8Array, parent: Box, ...path: readonly string[]): Box | undefined => {
  let box: Box | undefined = parent
  for (const type of path) {
    box = boxesIn(bytes, box.start, box.end).find((b) => b.type === type)
    if (!box) return undefined
  }
  return box
}
