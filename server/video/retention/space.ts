import fs from 'node:fs/promises'

export interface Room {
  readonly freeBytes: number
  readonly totalBytes: number
}

/** What the disk under a folder has, for those who are not root. Rejects when it cannot be asked. */
export const roomOn = async (folder: string): Promise<Room> => {
  const { bavail, blocks, bsize } = await fs.statfs(folder)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}

export type SpaceState = 'ok' | 'making-room' | 'full'

export interface SpaceLimits {
  /** Below this nothing is written: the journal on the same disk must be able to say why. */
  readonly stopBelowBytes: number
  /** Below this the policy makes room. */
  readonly makeRoomBelowBytes: number
}

/**
 * The state that follows from what is free. Between the two limits it recovers only at the upper one, so that a disk
 * at the edge does not start and stop recordings in turn.
 */
export const spaceState = (before: SpaceState, { freeBytes }: Room, limits: SpaceLimits): SpaceState => {
  if (freeBytes < limits.stopBelowBytes) return 'full'
  if (freeBytes >= limits.makeRoomBelowBytes) return 'ok'
  // Full until half of the way up.
  const recovered = freeBytes >= (limits.stopBelowBytes + limits.makeRoomBelowBytes) / 2
  return before === 'full' && !recovered ? 'full' : 'making-room'
}
