import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { DataOf, Observation } from '../../domain/observation/index.ts'
import { fileOf } from '../segments/names.ts'

export interface FolderVerification {
  readonly sound: boolean
  /** Segments that should be there and were read. */
  readonly segments: number
  /** In the order of the journal; the first is the first. */
  readonly problems: readonly { readonly segment: string; readonly seq: number; readonly what: 'changed' | 'missing' }[]
}

type Sealed = DataOf<'segment.closed'> & { readonly seq: number }

/**
 * What should lie in the folder of recordings, as the journal tells: every segment that was closed and neither deleted
 * nor told as missing since. What is held is not taken away by a deletion around it.
 */
export const createExpectation = () => {
  const sealed = new Map<string, Sealed>()
  const holds = new Map<string, DataOf<'footage.held'>>()
  const held = (s: Sealed): boolean =>
    [...holds.values()].some((h) => h.camera === s.camera && h.from < s.endsAt && h.to > s.startsAt)
  return {
    apply: (seq: number, o: Observation): void => {
      if (o.kind === 'segment.closed') sealed.set(o.data.segment, { ...o.data, seq })
      else if (o.kind === 'footage.held') holds.set(o.data.hold, o.data)
      else if (o.kind === 'footage.hold-released') holds.delete(o.data.hold)
      else if (o.kind === 'recording.verified' && o.data.result === 'missing') sealed.delete(o.data.recording)
      else if (o.kind === 'footage.deleted')
        for (const s of [...sealed.values()])
          if (
            s.camera === o.data.recorder &&
            s.startsAt >= o.data.from &&
            s.startsAt < o.data.to &&
            s.endsAt <= o.data.to &&
            !held(s)
          )
            sealed.delete(s.segment)
    },
    all: (): readonly Sealed[] => [...sealed.values()].sort((a, b) => a.seq - b.seq),
  }
}

/** Reads every segment that should be there and holds it against the hash that was journalled. */
export const verifyFolder = async (folder: string, expected: readonly Sealed[]): Promise<FolderVerification> => {
  const problems: FolderVerification['problems'][number][] = []
  for (const { segment, seq, sha256 } of expected) {
    const file = fileOf(folder, segment)
    if (!fs.existsSync(file)) {
      problems.push({ segment: path.posix.normalize(segment), seq, what: 'missing' })
      continue
    }
    const hash = createHash('sha256')
    for await (const piece of fs.createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(piece as Buffer)
    if (hash.digest('hex') !== sha256) problems.push({ segment, seq, what: 'changed' })
  }
  return { sound: problems.length === 0, segments: expected.length, problems }
}
