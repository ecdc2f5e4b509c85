import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import { directoryOf, localHead } from '../../protocols/zip/codec.ts'
import { type MeasuredPart, piecesOf } from './parts.ts'

/**
 * Writes an archive of parts that were measured before. What is written is measured again on the way: a file that
 * changed in between is an error, not an archive. Returns its size and hash once it is durable.
 */
export const pack = async (
  parts: readonly MeasuredPart[],
  file: string,
  signal: AbortSignal,
  written: (bytes: number) => void,
): Promise<{ readonly bytes: number; readonly sha256: string }> => {
  const out = fs.createWriteStream(file, { mode: 0o600, flush: true })
  const failed = once(out, 'error').then(([error]) => {
    throw error as Error
  })
  failed.catch(() => undefined)
  const hash = createHash('sha256')
  let bytes = 0
  const write = async (piece: Buffer): Promise<void> => {
    signal.throwIfAborted()
    hash.update(piece)
    bytes += piece.length
    written(piece.length)
    if (!out.write(piece)) await Promise.race([once(out, 'drain'), failed])
  }
  try {
    for (const part of parts) {
      await write(localHead(part))
      const own = createHash('sha256')
      for await (const piece of piecesOf(part.contents)) {
        own.update(piece)
        await write(piece)
      }
      if (own.digest('hex') !== part.sha256) throw new Error(`${part.name}: changed while the archive was being made`)
    }
    await write(directoryOf(parts))
    out.end()
    await Promise.race([once(out, 'close'), failed])
    return { bytes, sha256: hash.digest('hex') }
  } catch (error) {
    out.destroy()
    throw error
  }
}
