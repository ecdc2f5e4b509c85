import { overlap } from '../../domain/custody/marks.ts'
import type { CustodyRegister, Presence } from '../../domain/custody/register.ts'
import type { Facts } from '../../domain/finding.ts'
import type { Instant } from '../../domain/time.ts'
import type { WrongStretch } from './stretches.ts'

/**
 * When people were in a room together who must be kept apart: `apart` says of two of them, at the moment they met,
 * what of it is wrong. Meetings that touch are one; the facts are those of the first.
 */
export const together = (
  held: readonly Presence[],
  apart: (a: Presence, b: Presence, at: Instant) => Facts | undefined,
  { room, unit }: { readonly room: string; readonly unit: string },
): WrongStretch[] => {
  const meetings = held
    .flatMap((a, i) =>
      held.slice(i + 1).flatMap((b) => {
        const both = a.who === b.who ? undefined : overlap(a, b)
        const what = both && apart(a, b, both.from)
        const [first, second] = a.from <= b.from ? [a.who, b.who] : [b.who, a.who]
        return what ? [{ both, facts: { ...what, room, first, second } }] : []
      }),
    )
    .sort((x, y) => x.both.from - y.both.from)
  const found: WrongStretch[] = []
  for (const { both, facts } of meetings) {
    const to = both.to ?? Number.POSITIVE_INFINITY
    const last = found.at(-1)
    if (last && both.from <= last.to)
      found[found.length - 1] = { ...last, to: Math.max(last.to, to), seen: [...last.seen, ...both.evidence] }
    else found.push({ from: both.from, to, seen: both.evidence, unit, facts })
  }
  return found
}

/** The cases of someone's measures and of the acts that name them: as a suspect, or in whatever role. */
export const casesOf = (custody: CustodyRegister, person: string, role: 'suspect' | 'any'): readonly string[] => [
  ...custody.measuresOf(person).flatMap((m) => m.case ?? []),
  ...custody.deedsOf('act.started', person).flatMap((id) => {
    const act = custody.act(id)
    return act?.case && (role === 'any' || act.personRole === 'suspect') ? [act.case] : []
  }),
]

/** Whether both are suspects of one case. */
export const ofOneCase = (custody: CustodyRegister, one: string, other: string): boolean => {
  const cases = casesOf(custody, one, 'suspect')
  return casesOf(custody, other, 'suspect').some((c) => cases.includes(c))
}
