import type { CarrierState, CarrierView, FindingView, Grade, UnitView } from '../../../server/contract/views.ts'
import { byUrgency, isOpen } from '../../finding/waiting.ts'

export interface Filter {
  readonly text: string
  readonly state: CarrierState | undefined
  readonly unit: string | undefined
}
export const noFilter: Filter = { text: '', state: undefined, unit: undefined }

const stateRank: Readonly<Record<CarrierState, number>> = { silent: 0, 'last-known': 1, live: 2, 'off-duty': 3 }

/** Whether a carrier is one of those asked for: by name, plate or number, by state, by unit. */
export const fits = (c: CarrierView, f: Filter): boolean => {
  const text = f.text.trim().toLowerCase()
  const found =
    text === '' ||
    [c.name, c.nameEn ?? '', c.plate ?? '', c.id, c.device ?? ''].some((s) => s.toLowerCase().includes(text))
  return found && (f.state === undefined || c.state === f.state) && (f.unit === undefined || c.unit === f.unit)
}

/** Those asked for: with open findings first, then the silent, then by name, so that a row stays where it is. */
export const listed = (
  carriers: Iterable<CarrierView>,
  f: Filter,
  marks: ReadonlyMap<string, Grade>,
): readonly CarrierView[] =>
  [...carriers]
    .filter((c) => fits(c, f))
    .sort(
      (a, b) =>
        Number(marks.has(b.id)) - Number(marks.has(a.id)) ||
        stateRank[a.state] - stateRank[b.state] ||
        a.name.localeCompare(b.name, 'zh-CN', { numeric: true }),
    )

export const countByState = (carriers: Iterable<CarrierView>): Readonly<Record<CarrierState, number>> => {
  const n = { live: 0, 'last-known': 0, silent: 0, 'off-duty': 0 }
  for (const c of carriers) n[c.state]++
  return n
}

/** The gravest grade of the open, active findings on each carrier. */
export const marksOf = (findings: Iterable<FindingView>): ReadonlyMap<string, Grade> => {
  const marks = new Map<string, Grade>()
  for (const f of findings) {
    const { carrier } = f.finding.concerns
    if (carrier === null || !f.active || !isOpen(f)) continue
    const known = marks.get(carrier)
    if (known === undefined || f.finding.grade < known) marks.set(carrier, f.finding.grade)
  }
  return marks
}

/** Open findings, most urgent first. */
export const waiting = (findings: Iterable<FindingView>): readonly FindingView[] =>
  [...findings].filter(isOpen).sort(byUrgency)

/** Beats that somebody patrols now. */
export const mannedBeats = (carriers: Iterable<CarrierView>): ReadonlySet<string> =>
  new Set([...carriers].flatMap((c) => (c.shift?.beat == null || c.state === 'off-duty' ? [] : [c.shift.beat])))

/** The units that own something on the list, for the filter. */
export const unitsWith = (
  carriers: Iterable<CarrierView>,
  units: ReadonlyMap<string, UnitView>,
): readonly UnitView[] => {
  const ids = new Set([...carriers].map((c) => c.unit))
  return [...units.values()].filter((u) => ids.has(u.id))
}

/** Which of eight directions a heading is: 0 north, then clockwise. */
export const compass = (headingDeg: number): number => Math.round(headingDeg / 45) % 8

/** Instants of one carrier by both clocks (I5): how old the fix is, how old the news of it, and how far apart. */
export const freshness = (c: CarrierView, now: number) => ({
  observedAgo: c.observedAt === null ? null : now - c.observedAt,
  recordedAgo: c.recordedAt === null ? null : now - c.recordedAt,
  lag: c.observedAt === null || c.recordedAt === null ? null : c.recordedAt - c.observedAt,
})
/** Below this, two clocks agree well enough not to be worth a word. */
export const WORTH_SAYING_MS = 10_000
