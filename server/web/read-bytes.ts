import type { Readable } from 'node:stream'

/** A body as it comes; undefined when it is longer than `most`. Rejects when the sender breaks off. */
export const readBytes = async (body: Readable, most: number): Promise<Buffer<ArrayBuffer> | undefined> => {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of body as AsyncIterable<Buffer>) {
    length += piece.length
    // What is too long is read to its end, so that the answer is heard, but not kept.
    if (length <= most) pieces.push(piece)
    else if (length > most * 8) return undefined
  }
  return length > most ? undefined : Buffer.concat(pieces)
}
