import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { crc32, type ZipFile } from '../../protocols/zip/codec.ts'

/** Where the contents of a file of an archive come from: ranges of a file (start and end, both included), or bytes. */
export type Contents =
  | { readonly file: string; readonly ranges: readonly (readonly [start: number, end: number])[] }
  | { readonly bytes: Buffer }

export interface Part {
  readonly name: string
  readonly contents: Contents
}
export interface MeasuredPart extends Part, ZipFile {
  readonly sha256: string
}

const PIECE = 1024 * 1024

/** The contents piece by piece. Throws what the disk does. */
export async function* piecesOf(contents: Contents): AsyncGenerator<Buffer> {
  if ('bytes' in contents) {
    yield contents.bytes
    return
  }
  for (const [start, end] of contents.ranges)
    yield* fs.createReadStream(contents.file, { start, end, highWaterMark: PIECE }) as AsyncIterable<Buffer>
}

/** Reads the contents once for their size, hash and checksum. `read` is told of each piece. */
export const measure = async (part: Part, read: (bytes: number) => void): Promise<MeasuredPart> => {
  const hash = createHash('sha256')
  let [size, crc] = [0, 0]
  for await (const piece of piecesOf(part.contents)) {
    hash.update(piece)
    crc = crc32(piece, crc)
    size += piece.length
    read(piece.length)
  }
  return { ...part, size, crc, sha256: hash.digest('hex') }
}
