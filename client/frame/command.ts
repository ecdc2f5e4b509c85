import type { CarrierView, FindingView } from '../../server/contract/views.ts'
import { carrierName } from '../ui/carrier-name.ts'

/** Something the command bar can open or do. `words` is what a search is matched against. */
export interface Choice {
  readonly id: string
  readonly kind: 'unit' | 'finding' | 'page' | 'action'
  readonly label: string
  readonly hint: string
  readonly words: string
  readonly run: () => void
}

/** How many choices are shown. */
export const SHOWN = 12

/**
 * Choices in which every typed word occurs, best first: those that begin with the first word, then the
 * others, in the order given. Spaces, dots and case do not matter in plates and numbers.
 */
export const search = (choices: readonly Choice[], typed: string): readonly Choice[] => {
  const asked = typed.toLowerCase().split(/\s+/).map(bare).filter(Boolean)
  const [first] = asked
  if (first === undefined) return choices.filter((c) => c.kind === 'page' || c.kind === 'action').slice(0, SHOWN)
  const hits = choices.filter((c) => {
    const text = bare(`${c.label} ${c.words}`.toLowerCase())
    return asked.every((word) => text.includes(word))
  })
  const begins = (c: Choice): number => (bare(c.label.toLowerCase()).startsWith(first) ? 0 : 1)
  return hits.sort((a, b) => begins(a) - begins(b)).slice(0, SHOWN)
}

const bare = (s: string): string => s.replace(/[\s·.-]/g, '')

export const carrierChoice = (c: CarrierView, unit: string, open: (id: string) => void): Choice => ({
  id: c.id,
  kind: 'unit',
  label: carrierName(c),
  hint: [c.plate, unit].filter(Boolean).join(' · '),
  words: `${c.name} ${c.nameEn ?? ''} ${c.id} ${c.plate ?? ''} ${unit} ${c.device ?? ''}`,
  run: () => open(c.id),
})

export const findingChoice = (f: FindingView, title: string, hint: string, open: (id: string) => void): Choice => ({
  id: f.finding.id,
  kind: 'finding',
  label: title,
  hint,
  words: `${f.finding.id} ${f.finding.subject} ${hint}`,
  run: () => open(f.finding.id),
})
