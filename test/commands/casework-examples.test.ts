import { describe } from 'vitest'
import { holdExamples } from './held-to.ts'

/** Journals written from docs/journal-format.md alone. */
const findings: Readonly<Record<string, readonly string[]>> = {
  // The promise is the bureau's: five minutes in town, urgent, from the order; the fifth itself is kept.
  'dispatch.as-promised': [],
  'dispatch.five-minutes-sharp': [],
  'dispatch.six-minutes': ['dispatch.arrival-late 2026-03-02 10:06:00'],
  // What the button says and the car's own positions contradict.
  'dispatch.arrived-on-paper': ['dispatch.arrival-contradicted 2026-03-02 10:03:00'],
  'dispatch.departed-on-paper': ['dispatch.not-moving 2026-03-02 10:04:00'],
  // 模拟报警: nobody went, and nothing is found.
  'dispatch.test-call': [],
  // 二十四小时内移交: the last minute is lawful; far away the day begins with the return.
  'property.handed-over-in-a-day': [],
  'property.handed-over-a-minute-late': ['property.handover-late 2026-03-03 10:00:00'],
  'property.far-away': [],
  // Six months from the call to collect, to the end of a short month.
  'property.unclaimed-on-the-last-day-of-february': ['property.unclaimed-too-soon 2026-02-28 17:00:00'],
  'property.unclaimed-after-six-months': [],
  'property.no-list': ['property.seizure-list 2026-03-02 10:00:00'],
  // 派出所: a fine of a thousand yuan is its own power, one more is not.
  'case.station-thousand-yuan': [],
  'case.station-thousand-and-one': ['case.decider-power 2026-03-04 09:00:00'],
  'case.hearing-not-told': ['case.hearing-not-told 2026-03-04 09:00:00'],
  'case.edited-after-approval': ['case.edited-after-approval 2026-03-03 09:00:00'],
  'discretion.inside-band': [],
  'discretion.outside-with-reason': [],
  // 减轻 goes below the band; an act of 2025 is not measured by the bands of the new law.
  'discretion.mitigated-below-the-band': [],
  'discretion.act-before-the-new-bands': [],
  'discretion.outside-no-reason': ['discretion.outside-band 2026-03-04 09:00:00'],
}

describe('journals of cases, property, calls and discretion, written by hand', () =>
  holdExamples('docs/examples/casework', findings))
