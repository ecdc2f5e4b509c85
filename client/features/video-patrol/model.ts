import { type LookResult, type LookRow, lookResults, type PatrolView } from '../../../server/contract/video-patrol.ts'

/** The key of each result: 1 is good. */
export const keyOf = (result: LookResult): string => String(lookResults.indexOf(result) + 1)

/** What is chosen after a key: good and cannot-see stand alone, everything else can be seen together. */
export const chosenAfter = (chosen: readonly LookResult[], key: LookResult): readonly LookResult[] => {
  if (chosen.includes(key)) return chosen.filter((one) => one !== key)
  if (key === 'good' || key === 'cannot-see') return [key]
  return [...chosen.filter((one) => one !== 'good' && one !== 'cannot-see'), key]
}

/** Whether what is chosen can be saved as it is. */
export const canSave = (chosen: readonly LookResult[], note: string): boolean =>
  chosen.length > 0 && (chosen[0] === 'good' || chosen[0] === 'cannot-see' || note.trim().length >= 2)

/** The camera that is to be looked at: the one asked for while it waits, else the first that does. */
export const currentStop = (patrol: PatrolView, asked: string | undefined) =>
  patrol.stops.find((s) => s.camera === asked && s.state === 'waiting') ??
  patrol.stops.find((s) => s.state === 'waiting')

/** How far a patrol is. */
export const progressOf = ({ stops }: PatrolView) => ({
  all: stops.length,
  done: stops.filter((s) => s.state !== 'waiting').length,
  good: stops.filter((s) => s.results.includes('good')).length,
  bad: stops.filter((s) => s.results.some((r) => r !== 'good' && r !== 'cannot-see')).length,
  unseen: stops.filter((s) => s.results.includes('cannot-see')).length,
  skipped: stops.filter((s) => s.state === 'skipped').length,
})

/** `3/4`, with the share where the base is large enough to say anything; a dash where there is none. */
export const shareOf = (n: number, of: number, few = 10): string =>
  of === 0 ? '—' : of < few ? `${n}/${of}` : `${n}/${of} · ${Math.round((n / of) * 100)}%`

export const isBad = (row: Pick<LookRow, 'results'>): boolean =>
  row.results.some((r) => r !== 'good' && r !== 'cannot-see')
