import fs from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import type { Log } from '../storage/log.ts'
import type { Bytes } from '../video/bytes.ts'

/** A file or a part of one. Nothing of it is cached: it was shown to this reader, now, for this purpose. */
export const sendBytes = async (res: Response, bytes: Bytes, log: Log): Promise<void> => {
  const { type, file, start, end, total, partial, saveAs } = bytes
  res.status(partial ? 206 : 200)
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('Content-Type', type)
  res.setHeader('Accept-Ranges', 'bytes')
  res.setHeader('Content-Length', end - start + 1)
  if (partial) res.setHeader('Content-Range', `bytes ${start}-${end}/${total}`)
  if (saveAs !== undefined) res.setHeader('Content-Disposition', `attachment; filename="${saveAs}"`)
  try {
    await pipeline(fs.createReadStream(file, { start, end }), res)
  } catch (error) {
    // The reader went away, or the disk failed in the middle: what was promised is cut off, never made up.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE')
      log.warn({ err: error }, 'a file was cut off')
    res.destroy()
  }
}
