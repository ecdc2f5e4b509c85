import path from 'node:path'
import type { Instant } from '../../domain/time.ts'

/** `<camera>/<YYYYMMDDTHHMMSSZ>.mp4` below the folder of recordings; the time is when it was begun, UTC. */
const name = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z(?:-\d+)?\.mp4$/

/** When a file was begun, to the second; undefined when it is not named like a segment. */
export const begunAt = (file: string): Instant | undefined => {
  const parts = name.exec(path.basename(file))
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second] = parts.map(Number)
  return Date.UTC(year!, month! - 1, day, hour, minute, second)
}

/** Whether its name says that a phone brought it afterwards: `<YYYYMMDDTHHMMSSZ>-<n>.mp4`. */
export const isBrought = (file: string): boolean => /Z-\d+\.mp4$/.test(file)

/** `<camera>/<YYYYMMDDTHHMMSSZ>`: how a segment is called in the journal. */
export const segmentOf = (camera: string, file: string): string => `${camera}/${path.basename(file, '.mp4')}`

/** Where the file of a segment lies. Throws on a name that would leave the folder. */
export const fileOf = (folder: string, segment: string): string => {
  const file = path.resolve(folder, `${segment}.mp4`)
  if (!file.startsWith(path.resolve(folder) + path.sep)) throw new Error(`${segment}: not the name of a segment`)
  return file
}
