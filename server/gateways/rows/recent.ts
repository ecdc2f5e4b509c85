import type { Journal } from '../../journal/journal.ts'
import { told } from './chain.ts'

export interface KnownRow {
  readonly seq: number
  /** Canonical JSON of what was told. */
  readonly canonical: string
}

const MOST = 50_000
/** Asked of the journal at once. */
const ASKED = 5_000

/** Which changes are in the journal already: the newest in memory, older ones as the journal has them. */
export const createRecent = (journal: Journal, source: string) => {
  /** The seq of each; what was told is read again when it is told again. */
  const seqs = new Map<string, number>()

  const remember = (identity: string, seq: number): void => {
    seqs.delete(identity)
    seqs.set(identity, seq)
    if (seqs.size > MOST) seqs.delete(seqs.keys().next().value!)
  }

  return {
    remember,
    /** Of these, those that are known. `ask`: whether the journal may have what memory has not. */
    known: async (
      identities: readonly string[],
      ask: (identity: string) => boolean,
    ): Promise<ReadonlyMap<string, KnownRow>> => {
      const found = new Map<string, number>()
      const unsure: string[] = []
      for (const identity of identities) {
        const seq = seqs.get(identity)
        if (seq !== undefined) found.set(identity, seq)
        else if (ask(identity)) unsure.push(identity)
      }
      for (let i = 0; i < unsure.length; i += ASKED)
        for (const [identity, seq] of await journal.known(source, unsure.slice(i, i + ASKED))) found.set(identity, seq)
      if (found.size === 0) return new Map()
      const stored = await journal.inspect([...found.values()])
      const bySeq = new Map(
        stored.flatMap(({ entry }) =>
          entry.observation.kind === 'row.changed' ? [[entry.seq, told(entry.observation.data)] as const] : [],
        ),
      )
      return new Map([...found].map(([identity, seq]) => [identity, { seq, canonical: bySeq.get(seq) ?? '' }]))
    },
  }
}
