import type { Presence } from '../../domain/custody/register.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import { actOf, namedAt, type RecordKind } from './acts.ts'
import { all, type CaseFile, type Seen } from './case-file.ts'

/** A stretch of an act with too few police officers. */
export interface Shortage {
  readonly from: Instant
  readonly to: Instant | undefined
  readonly officers: readonly string[]
  /** Said by the record itself, or shown by the doors against the record. */
  readonly shownBy: 'record' | 'doors'
  readonly seen: readonly (Seen<RecordKind> | readonly number[])[]
}

export const isAuxiliary = (register: Register, officer: string): boolean =>
  register.officer(officer)?.kind === 'auxiliary'

/**
 * The first stretch of the act with fewer than `least` police officers. The record names who was there; a
 * door may show that one was not: a badge seen leaving, or never seen while the badge reader worked
 * throughout. Auxiliaries do not count. `sure` tells whether doors confirmed the number all along.
 */
export const shortage = (
  file: CaseFile<RecordKind>,
  register: Register,
  now: Instant,
  least: number,
  toleranceMs: number,
): { readonly found: Shortage | undefined; readonly growing: Instant | undefined; readonly sure: boolean } => {
  const act = actOf(file)
  if (!act) return { found: undefined, growing: undefined, sure: false }
  const { started } = act
  const end = act.endedAt ?? now
  const { room } = started.data
  const presence =
    room === null
      ? []
      : register.custody
          .presence(room)
          .filter((p) => p.from < end && (p.to === undefined || p.to > started.at - toleranceMs))
  const badges = presence.filter((p) => p.as === 'officer' || p.as === 'auxiliary')
  const seenAt = (who: string, at: Instant): boolean =>
    badges.some((p) => p.who === who && p.from <= at && (p.to === undefined || at < p.to))
  const reader = room !== null && register.custody.sees(room, 'badges', started.at, end)

  const count = (at: Instant) => {
    const named = namedAt(file, started, at).filter((o) => !isAuxiliary(register, o))
    const shown = badges
      .filter((p) => p.as === 'officer' && !isAuxiliary(register, p.who) && seenAt(p.who, at))
      .map((p) => p.who)
    const absent = (o: string): boolean => !seenAt(o, at) && (reader || badges.some((p) => p.who === o))
    const possible = new Set([...shown, ...named.filter((o) => !absent(o))])
    return { possible: [...possible], named: named.length, sure: new Set(shown).size >= least }
  }

  const moments = [started.at, ...changes(file, badges)]
    .filter((t) => t === started.at || (t > started.at && (act.endedAt === undefined ? t <= end : t < end)))
    .sort((a, b) => a - b)
  let sure = true
  let open: { from: Instant; officers: string[]; byRecord: boolean } | undefined
  const stretches: { from: Instant; to: Instant | undefined; officers: string[]; byRecord: boolean }[] = []
  for (const at of [...new Set(moments)]) {
    const { possible, named, sure: confirmed } = count(at)
    sure &&= confirmed
    // A record that names nobody says nothing of how many there were.
    const unnamed = started.data.officers.length === 0 && badges.length === 0 && !reader
    const short = possible.length < least && !unnamed
    if (short && !open) open = { from: at, officers: possible, byRecord: named < least }
    if (!short && open) {
      stretches.push({ ...open, to: at })
      open = undefined
    }
  }
  if (open) stretches.push({ ...open, to: act.endedAt })

  const seen = [...all(file, 'act.started', 'act.joined', 'act.left'), badges.flatMap((p) => p.evidence)]
  // Stepping out is tolerated whoever tells it; a short session by too few from its beginning to its end is not.
  const throughout = (s: (typeof stretches)[number]): boolean =>
    s.byRecord && s.from === started.at && s.to !== undefined && s.to === act.endedAt
  const wrong = stretches.find((s) => throughout(s) || (s.to ?? now) - s.from > toleranceMs)
  const found = wrong && {
    from: wrong.from,
    to: wrong.to,
    officers: wrong.officers,
    shownBy: wrong.byRecord ? ('record' as const) : ('doors' as const),
    seen,
  }
  return { found, growing: wrong || act.endedAt !== undefined ? undefined : open?.from, sure }
}

const changes = (file: CaseFile<RecordKind>, badges: readonly Presence[]): Instant[] => [
  ...all(file, 'act.joined', 'act.left').map((s) => s.at),
  ...badges.flatMap((p) => (p.to === undefined ? [p.from] : [p.from, p.to])),
]
