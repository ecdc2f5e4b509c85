import type { Entry } from '../../domain/entry.ts'
import type { DataOf, ObservationKind } from '../../domain/observation/index.ts'
import { hours, type Instant } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'

/** What the register does not keep and a day's board shows. */
const kinds = [
  'duty.handed-over',
  'alcohol.tested',
  'body-camera.uploaded',
  'conference.joined',
  'conference.left',
] as const satisfies readonly ObservationKind[]

export interface Mark<K extends (typeof kinds)[number]> {
  readonly at: Instant
  readonly seq: number
  readonly data: DataOf<K>
}

/** Marks by kind, oldest first by their own clock. */
export interface Marks {
  readonly handovers: readonly Mark<'duty.handed-over'>[]
  readonly tests: readonly Mark<'alcohol.tested'>[]
  readonly uploads: readonly Mark<'body-camera.uploaded'>[]
  readonly joined: readonly Mark<'conference.joined'>[]
  readonly left: readonly Mark<'conference.left'>[]
}

const PAGE = 5_000
/** A test of twelve hours before a watch counts, and a handover may be written hours before the change. */
const BEFORE_MS = hours(14)

/** The marks that bear on a day, as far as they had been recorded by `at`. */
export const readMarks = async (
  journal: Pick<Journal, 'read'>,
  { from, at }: { readonly from: Instant; readonly at: Instant },
): Promise<Marks> => {
  const found: Entry[] = []
  for (let after = -1; ; ) {
    const entries = await journal.read({ after, kinds, from: from - BEFORE_MS, until: at, limit: PAGE })
    found.push(...entries)
    if (entries.length < PAGE) break
    after = entries.at(-1)!.seq
  }
  const of = <K extends (typeof kinds)[number]>(kind: K): readonly Mark<K>[] =>
    found
      .flatMap(({ seq, observation: o }) =>
        o.kind === kind ? [{ at: o.observedAt, seq, data: o.data as DataOf<K> }] : [],
      )
      .sort((a, b) => a.at - b.at)
  return {
    handovers: of('duty.handed-over'),
    tests: of('alcohol.tested'),
    uploads: of('body-camera.uploaded'),
    joined: of('conference.joined'),
    left: of('conference.left'),
  }
}
