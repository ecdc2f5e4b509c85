import type { EvidenceView } from '../contract/views.ts'
import type { Observation } from '../domain/observation/index.ts'
import type { Journal } from '../journal/journal.ts'
import { keepsBytes, maskedData } from './tickets/mask.ts'

/** Journal entries with their bytes and hash, newest last; what the journal does not have is left out. */
export const evidenceOf = async (journal: Journal, seqs: readonly number[]): Promise<EvidenceView[]> => {
  if (seqs.length === 0) return []
  const stored = await journal.inspect(seqs)
  return (
    [...stored]
      // A name is nobody's evidence; there is one way to it, and that is journalled (routes/custody.ts).
      .filter(({ entry }) => entry.observation.kind !== 'person.named')
      .sort((a, b) => a.entry.seq - b.entry.seq)
      .map(({ entry, source, raw, hash }) => ({
        seq: entry.seq,
        kind: entry.observation.kind,
        observedAt: entry.observation.observedAt,
        recordedAt: entry.recordedAt,
        source,
        data: shown(entry.observation),
        rawHex: raw && !keepsBytes(entry.observation.kind) ? Buffer.from(raw).toString('hex') : null,
        hash,
      }))
  )
}

/** Without what supervisors wrote for each other: it leaves by one route only (routes/roll-call.ts). */
const shown = (observation: Observation): EvidenceView['data'] => {
  if (observation.kind !== 'roll-call.answered-on-behalf') return maskedData(observation)
  const { privateNote: _, ...rest } = observation.data
  return rest
}
