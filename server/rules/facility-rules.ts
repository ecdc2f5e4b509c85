import { directEntry } from './case-area/direct-entry.ts'
import { leftAloneInCaseArea } from './case-area/left-alone.ts'
import { takenOutUnapproved } from './case-area/taken-out-unapproved.ts'
import { arrestReceipt } from './coercive-measure/arrest-receipt.ts'
import { bailForfeitureApproval } from './coercive-measure/bail-forfeiture-approval.ts'
import { bailForfeitureRead } from './coercive-measure/bail-forfeiture-read.ts'
import { measureComplaint } from './coercive-measure/complaint-unanswered.ts'
import { deliveryAfterArrest } from './coercive-measure/delivery-after-arrest.ts'
import { depositReview } from './coercive-measure/deposit-review.ts'
import { deputyReported } from './coercive-measure/deputy-reported.ts'
import { legalAidMinor } from './coercive-measure/legal-aid-minor.ts'
import { legalAidNotice } from './coercive-measure/legal-aid-notice.ts'
import { continuedQuestioningDeathAppraisal } from './continued-questioning/death-appraisal.ts'
import { continuedQuestioningDeathConclusion } from './continued-questioning/death-conclusion.ts'
import { continuedQuestioningDeathFamily } from './continued-questioning/death-family.ts'
import { continuedQuestioningDeathProcuratorate } from './continued-questioning/death-procuratorate.ts'
import { continuedQuestioningFiledLate } from './continued-questioning/filed-late.ts'
import { continuedQuestioningIllnessFamily } from './continued-questioning/illness-family.ts'
import { continuedQuestioningIncident } from './continued-questioning/incident-unreported.ts'
import { continuedQuestioningMeals } from './continued-questioning/meals.ts'
import { continuedQuestioningNoGround } from './continued-questioning/no-ground.ts'
import type { AnyRule } from './define-rule.ts'
import { detentionBackTheSameDay } from './detention/back-the-same-day.ts'
import { confinementApproval } from './detention/confinement-approval.ts'
import { confinementLength } from './detention/confinement-length.ts'
import { houseStaff } from './detention/house-staff.ts'
import { lockupIntakePapers } from './detention/intake-papers.ts'
import { leaveOverstayed } from './detention/leave-overstayed.ts'
import { lockupCheck } from './detention/lockup-check.ts'
import { lockupStaff } from './detention/lockup-staff.ts'
import { detentionOffset } from './detention/offset.ts'
import { takenOutByTwo } from './detention/taken-out-by-two.ts'
import { womenByMen } from './detention/women-by-men.ts'
import { specialUnrecorded } from './interrogation/special-unrecorded.ts'
import { lockupRetention } from './recording/lockup-retention.ts'
import { houseComplaintForwarded } from './release/complaint-forwarded.ts'
import { convictBackTheSameDay } from './release/convict-back-the-same-day.ts'
import { convictOutApproval } from './release/convict-out-approval.ts'
import { familyVisitBack } from './release/family-visit-back.ts'
import { homeLeaveLength } from './release/home-leave-length.ts'
import { homeVisitLength } from './release/home-visit-length.ts'
import { armouryByTwo } from './restraint/armoury-by-two.ts'
import { casualtiesNotTold } from './restraint/casualties-not-told.ts'
import { casualtiesUnreported } from './restraint/casualties-unreported.ts'
import { soberingUnguarded } from './restraint/sobering-unguarded.ts'
import { weaponNotReturned } from './restraint/weapon-not-returned.ts'
import { wornTooLong } from './restraint/worn-too-long.ts'

/** Detention houses, lock-ups and armouries, and what must follow a measure or an incident, in the order the console lists them. */
export const facilityRules: readonly AnyRule[] = [
  continuedQuestioningNoGround,
  continuedQuestioningMeals,
  continuedQuestioningIncident,
  continuedQuestioningIllnessFamily,
  continuedQuestioningDeathFamily,
  continuedQuestioningDeathProcuratorate,
  continuedQuestioningDeathAppraisal,
  continuedQuestioningDeathConclusion,
  continuedQuestioningFiledLate,
  arrestReceipt,
  deliveryAfterArrest,
  deputyReported,
  legalAidNotice,
  legalAidMinor,
  bailForfeitureApproval,
  bailForfeitureRead,
  depositReview,
  measureComplaint,
  specialUnrecorded,
  lockupRetention,
  directEntry,
  leftAloneInCaseArea,
  takenOutUnapproved,
  armouryByTwo,
  casualtiesNotTold,
  casualtiesUnreported,
  soberingUnguarded,
  weaponNotReturned,
  wornTooLong,
  detentionBackTheSameDay,
  confinementApproval,
  confinementLength,
  houseStaff,
  lockupIntakePapers,
  leaveOverstayed,
  lockupCheck,
  lockupStaff,
  detentionOffset,
  takenOutByTwo,
  womenByMen,
  houseComplaintForwarded,
  convictBackTheSameDay,
  convictOutApproval,
  familyVisitBack,
  homeLeaveLength,
  homeVisitLength,
]
