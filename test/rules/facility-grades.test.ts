import { describe, expect, it } from 'vitest'
import type { Grade } from '../../server/domain/finding.ts'
import { facilityRules } from '../../server/rules/facility-rules.ts'

/** How grave each duty is: A wakes somebody up. Written down once more, so that nobody changes it in passing. */
const graded: Readonly<Record<Grade, readonly string[]>> = {
  A: [
    'case-area.left-alone',
    'case-area.taken-out-unapproved',
    'coercive-measure.delivery-after-arrest',
    'coercive-measure.deputy-reported',
    'continued-questioning.death-appraisal',
    'continued-questioning.incident-unreported',
    'detention.back-the-same-day',
    'detention.confinement-approval',
    'detention.confinement-length',
    'detention.house-staff',
    'detention.leave-overstayed',
    'detention.taken-out-by-two',
    'detention.women-by-men',
    'release.convict-back-the-same-day',
    'release.convict-out-approval',
    'release.family-visit-back',
    'release.home-leave-length',
    'release.home-visit-length',
    'restraint.armoury-by-two',
    'restraint.casualties-not-told',
    'restraint.casualties-unreported',
    'restraint.sobering-unguarded',
    'restraint.weapon-not-returned',
    'restraint.worn-too-long',
  ],
  B: [
    'case-area.direct-entry',
    'coercive-measure.bail-forfeiture-approval',
    'coercive-measure.legal-aid-minor',
    'continued-questioning.death-conclusion',
    'continued-questioning.no-ground',
    'detention.lockup-check',
    'detention.lockup-staff',
    'interrogation.special-unrecorded',
    'recording.lockup-retention',
    'release.complaint-forwarded',
  ],
  C: [
    'coercive-measure.arrest-receipt',
    'coercive-measure.bail-forfeiture-read',
    'coercive-measure.deposit-review',
    'coercive-measure.legal-aid-notice',
    'continued-questioning.filed-late',
    'detention.offset',
  ],
}

describe('the grade of each duty of facilities, incidents and defence', () => {
  it.each(['A', 'B', 'C'] as const)('grade %s', (grade) =>
    expect(
      facilityRules
        .filter((rule) => rule.grade === grade)
        .map((rule) => rule.id)
        .sort(),
    ).toEqual([...graded[grade]].sort()),
  )
})
