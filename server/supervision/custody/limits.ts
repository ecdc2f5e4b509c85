/**
 * Rules whose deadline is the end of the stay or the measure: until then somebody may be held, and after it no
 * longer. The others set a time for something to be done meanwhile.
 */
const ending: ReadonlySet<string> = new Set([
  'questioning.time-limit',
  'continued-questioning.time-limit',
  'continued-questioning.vulnerable-four-hours',
  'coercive-measure.criminal-summons-limit',
  'coercive-measure.compelled-appearance-limit',
  'coercive-measure.arrest-request',
  'coercive-measure.custody-months',
  'coercive-measure.bail-limit',
  'coercive-measure.residential-surveillance-limit',
  'coercive-measure.delivery-to-detention-house',
])

export const endsStay = (rule: string): boolean => ending.has(rule)
