import { actUnobserved } from './case-area/act-unobserved.ts'
import { arrivalTimesDisagree } from './case-area/arrival-times-disagree.ts'
import { claimContradicted } from './case-area/claim-contradicted.ts'
import { coSuspects } from './case-area/co-suspects.ts'
import { equipmentDown } from './case-area/equipment-down.ts'
import { equipmentDownOccupied } from './case-area/equipment-down-occupied.ts'
import { mixedSexes } from './case-area/mixed-sexes.ts'
import { roomNotPatrolled } from './case-area/room-not-patrolled.ts'
import { safetyCheck } from './case-area/safety-check.ts'
import { caseworkRules } from './casework.ts'
import { arrestByTwo } from './coercive-measure/arrest-by-two.ts'
import { arrestRequest } from './coercive-measure/arrest-request.ts'
import { bailDeposit } from './coercive-measure/bail-deposit.ts'
import { bailLimit } from './coercive-measure/bail-limit.ts'
import { bailSupervision } from './coercive-measure/bail-supervision.ts'
import { chainedMeasures } from './coercive-measure/chained-measures.ts'
import { coerciveChainedSummons } from './coercive-measure/chained-summons.ts'
import { changeOfMeasureAnswer } from './coercive-measure/change-of-measure.ts'
import { custodyClockStopped } from './coercive-measure/clock-stopped.ts'
import { compelledAppearanceApproval } from './coercive-measure/compelled-appearance-approval.ts'
import { compelledAppearanceLimit } from './coercive-measure/compelled-appearance-limit.ts'
import { criminalSummonsLimit } from './coercive-measure/criminal-summons-limit.ts'
import { custodyMonths } from './coercive-measure/custody-months.ts'
import { deliveryToDetentionHouse } from './coercive-measure/delivery-to-detention-house.ts'
import { deputyPermission } from './coercive-measure/deputy-permission.ts'
import { designatedPlaceApproval } from './coercive-measure/designated-place-approval.ts'
import { dutyLawyerTold } from './coercive-measure/duty-lawyer.ts'
import { expiryWarning } from './coercive-measure/expiry-warning.ts'
import { extensionRequest } from './coercive-measure/extension-request.ts'
import { interrogationAfterArrest } from './coercive-measure/interrogation-after-arrest.ts'
import { interrogationAfterDetention } from './coercive-measure/interrogation-after-detention.ts'
import { lawyerPermission } from './coercive-measure/lawyer-permission.ts'
import { lawyerVisit } from './coercive-measure/lawyer-visit.ts'
import { legalAidForwarded } from './coercive-measure/legal-aid.ts'
import { measureApproval } from './coercive-measure/measure-approval.ts'
import { coerciveNotReleased } from './coercive-measure/not-released.ts'
import { notifyFamilyOfArrest } from './coercive-measure/notify-family-of-arrest.ts'
import { notifyFamilyOfDetention } from './coercive-measure/notify-family-of-detention.ts'
import { procuratorateDecision } from './coercive-measure/procuratorate-decision.ts'
import { custodyRecalculation } from './coercive-measure/recalculation.ts'
import { releaseSuggestionAnswer } from './coercive-measure/release-suggestion.ts'
import { residentialSurveillanceLimit } from './coercive-measure/residential-surveillance-limit.ts'
import { supplementaryInvestigation } from './coercive-measure/supplementary-investigation.ts'
import { surveillanceNotice } from './coercive-measure/surveillance-notice.ts'
import { surveillancePlace } from './coercive-measure/surveillance-place.ts'
import { continuedQuestioningBackToBack } from './continued-questioning/back-to-back.ts'
import { continuedQuestioningBedding } from './continued-questioning/bedding.ts'
import { continuedQuestioningBelongings } from './continued-questioning/belongings.ts'
import { continuedQuestioningBelongingsReturned } from './continued-questioning/belongings-returned.ts'
import { decidedByStation } from './continued-questioning/decided-by-station.ts'
import { continuedQuestioningExcluded } from './continued-questioning/excluded.ts'
import { continuedQuestioningExtensionApprover } from './continued-questioning/extension-approver.ts'
import { continuedQuestioningSkipsStep } from './continued-questioning/extension-skips-step.ts'
import { continuedQuestioning48Ground } from './continued-questioning/forty-eight-hours-ground.ts'
import { continuedQuestioningHeldInCustodyPlace } from './continued-questioning/held-in-custody-place.ts'
import { continuedQuestioningNoApproval } from './continued-questioning/no-approval.ts'
import { continuedQuestioningNonPolice } from './continued-questioning/non-police.ts'
import { continuedQuestioningNotReleased } from './continued-questioning/not-released.ts'
import { continuedQuestioningNotifyFamily } from './continued-questioning/notify-family.ts'
import { releasedAtNight } from './continued-questioning/released-at-night.ts'
import { continuedQuestioningStartsLate } from './continued-questioning/starts-late.ts'
import { continuedQuestioningTimeLimit } from './continued-questioning/time-limit.ts'
import { continuedQuestioningTwoOfficers } from './continued-questioning/two-officers.ts'
import { vulnerableFourHours } from './continued-questioning/vulnerable-four-hours.ts'
import { vulnerableInWaitingRoom } from './continued-questioning/vulnerable-in-waiting-room.ts'
import { waitingRoomPlace } from './continued-questioning/waiting-room-place.ts'
import { waitingRoomStandard } from './continued-questioning/waiting-room-standard.ts'
import type { AnyRule } from './define-rule.ts'
import { cellNotPatrolled } from './detention/cell-not-patrolled.ts'
import { complaintForwarded } from './detention/complaint-forwarded.ts'
import { examinationLimit } from './detention/examination-limit.ts'
import { leaveApproval } from './detention/leave-approval.ts'
import { leaveDecision } from './detention/leave-decision.ts'
import { detentionLongest } from './detention/longest.ts'
import { notToBeExecuted } from './detention/not-to-be-executed.ts'
import { detentionNotifyFamily } from './detention/notify-family.ts'
import { outdoorTime } from './detention/outdoor-time.ts'
import { detentionReleasedLate } from './detention/released-late.ts'
import { detentionSeparation } from './detention/separation.ts'
import { suspendDecision } from './detention/suspend-decision.ts'
import { treatmentOutside } from './detention/treatment-outside.ts'
import { wrongDetention } from './detention/wrong-detention.ts'
import { dutyRules } from './duty-rules.ts'
import { facilityRules } from './facility-rules.ts'
import { foreignerReport } from './inspection/foreigner-report.ts'
import { onTheSpotMeasureApproval } from './inspection/measure-approval.ts'
import { onTheSpotPenalty } from './inspection/on-the-spot-penalty.ts'
import { onTheSpotUnrecorded } from './inspection/on-the-spot-unrecorded.ts'
import { penaltyFiling } from './inspection/penalty-filing.ts'
import { sampleApproval } from './inspection/sample-approval.ts'
import { sampledTwice } from './inspection/sampled-twice.ts'
import { sceneByTwo } from './inspection/scene-by-two.ts'
import { searchApproval } from './inspection/search-approval.ts'
import { searchByTwo } from './inspection/search-by-two.ts'
import { searchUnsigned } from './inspection/search-unsigned.ts'
import { searchWithoutWarrant } from './inspection/search-without-warrant.ts'
import { searchWithoutWitness } from './inspection/search-without-witness.ts'
import { withoutCertificate } from './inspection/without-certificate.ts'
import { witnessUnsigned } from './inspection/witness-unsigned.ts'
import { womanCheckedByMan } from './inspection/woman-checked-by-man.ts'
import { girlWithoutWoman } from './interrogation/girl-without-woman.ts'
import { interrogationInterpreter } from './interrogation/interpreter.ts'
import { lineupNumbers } from './interrogation/lineup-numbers.ts'
import { lineupOfficers } from './interrogation/lineup-officers.ts'
import { interrogationMeals } from './interrogation/meals.ts'
import { minorVictim } from './interrogation/minor-victim.ts'
import { interrogationMinorWithoutGuardian } from './interrogation/minor-without-guardian.ts'
import { interrogationNotIndividually } from './interrogation/not-individually.ts'
import { interrogationPlace } from './interrogation/place.ts'
import { interrogationRecordingBroken } from './interrogation/recording-broken.ts'
import { rightsFirst } from './interrogation/rights-first.ts'
import { sameOfficerTwice } from './interrogation/same-officer-twice.ts'
import { twoInvestigators } from './interrogation/two-investigators.ts'
import { interrogationUnrecorded } from './interrogation/unrecorded.ts'
import { beatNotPatrolled } from './patrol/beat-not-patrolled.ts'
import { leavesBeat } from './patrol/leaves-beat.ts'
import { stopsTooLong } from './patrol/stops-too-long.ts'
import { questioningAuxiliary } from './questioning/auxiliary.ts'
import { questioningAuxiliaryTasks } from './questioning/auxiliary-tasks.ts'
import { questioningChainedSummons } from './questioning/chained-summons.ts'
import { questioningEvidenceExcluded } from './questioning/evidence-excluded.ts'
import { questioningForcedSummonsApproval } from './questioning/forced-summons-approval.ts'
import { questioningInterpreter } from './questioning/interpreter.ts'
import { questioningMeals } from './questioning/meals.ts'
import { questioningMinorWithoutGuardian } from './questioning/minor-without-guardian.ts'
import { questioningNotIndividually } from './questioning/not-individually.ts'
import { questioningNotifyFamily } from './questioning/notify-family.ts'
import { questioningOneOfficer } from './questioning/one-officer.ts'
import { questioningOralSummons } from './questioning/oral-summons.ts'
import { questioningOutsideCaseArea } from './questioning/outside-case-area.ts'
import { questioningRemoteUnrecorded } from './questioning/remote-unrecorded.ts'
import { questioningSummonsApproval } from './questioning/summons-approval.ts'
import { questioningTierGround } from './questioning/tier-ground.ts'
import { questioningTimeLimit } from './questioning/time-limit.ts'
import { questioningUnrecorded } from './questioning/unrecorded.ts'
import { radioEmergency } from './radio/emergency.ts'
import { radioGatewayLost } from './radio/gateway-lost.ts'
import { radioNeverAnswers } from './radio/never-answers.ts'
import { recordingAltered } from './recording/altered.ts'
import { bodyCameraRetention } from './recording/body-camera-retention.ts'
import { cameraDown } from './recording/camera-down.ts'
import { caseAreaRetention } from './recording/case-area-retention.ts'
import { recordingClockDrift } from './recording/clock-drift.ts'
import { dutyRoomRetention } from './recording/duty-room-retention.ts'
import { footageDeleted } from './recording/footage-deleted.ts'
import { gapWhileHeld } from './recording/gap-while-held.ts'
import { otherRetention } from './recording/other-retention.ts'
import { publicRetention } from './recording/public-retention.ts'
import { recorderDown } from './recording/recorder-down.ts'
import { acquittedNotReleased } from './release/acquitted-not-released.ts'
import { commutation } from './release/commutation.ts'
import { deliveredToPrison } from './release/delivered-to-prison.ts'
import { familyVisitOut } from './release/family-visit-out.ts'
import { handedOver } from './release/handed-over.ts'
import { intakePapers } from './release/intake-papers.ts'
import { notReleasedAtExpiry } from './release/not-released-at-expiry.ts'
import { recallDecision } from './release/recall-decision.ts'
import { temporaryOutside } from './release/temporary-outside.ts'
import { visitByTwo } from './release/visit-by-two.ts'
import { dangerPassed } from './restraint/danger-passed.ts'
import { facilityApproval } from './restraint/facility-approval.ts'
import { forceUnwarned } from './restraint/force-unwarned.ts'
import { soberNotLifted } from './restraint/sober-not-lifted.ts'
import { restraintStatusMatrix } from './restraint/status-matrix.ts'
import { weaponReport } from './restraint/weapon-report.ts'
import { cycleNotHeld } from './roll-call/cycle-not-held.ts'
import { excuseWithoutLeave } from './roll-call/excuse-without-leave.ts'
import { rollCallMissed } from './roll-call/missed.ts'
import { movingAsOne } from './roll-call/moving-as-one.ts'
import { repeatedMisses } from './roll-call/repeated-misses.ts'
import { rollCallUnreachable } from './roll-call/unreachable.ts'
import { rollCallWrongPlace } from './roll-call/wrong-place.ts'
import { rollCallWrongRadio } from './roll-call/wrong-radio.ts'
import { supervisionRulebook } from './supervision-rules.ts'
import { ticketRules } from './ticket-rules.ts'
import { outsideCounty } from './vehicle/outside-county.ts'
import { speeding } from './vehicle/speeding.ts'
import { trackerSilent } from './vehicle/tracker-silent.ts'
import { usedOffDuty } from './vehicle/used-off-duty.ts'

/** The rulebook: every duty this system watches, in the order the console lists them. */
export const rulebook: readonly AnyRule[] = [
  leavesBeat,
  stopsTooLong,
  beatNotPatrolled,
  trackerSilent,
  speeding,
  usedOffDuty,
  radioEmergency,
  radioGatewayLost,
  radioNeverAnswers,
  outsideCounty,
  continuedQuestioningBackToBack,
  continuedQuestioningBedding,
  continuedQuestioningBelongings,
  decidedByStation,
  continuedQuestioningExcluded,
  continuedQuestioningExtensionApprover,
  continuedQuestioningSkipsStep,
  continuedQuestioning48Ground,
  continuedQuestioningHeldInCustodyPlace,
  continuedQuestioningNoApproval,
  continuedQuestioningNonPolice,
  continuedQuestioningNotReleased,
  continuedQuestioningNotifyFamily,
  releasedAtNight,
  continuedQuestioningStartsLate,
  continuedQuestioningTimeLimit,
  continuedQuestioningTwoOfficers,
  vulnerableFourHours,
  vulnerableInWaitingRoom,
  waitingRoomPlace,
  waitingRoomStandard,
  questioningAuxiliaryTasks,
  questioningAuxiliary,
  questioningChainedSummons,
  questioningEvidenceExcluded,
  questioningForcedSummonsApproval,
  questioningInterpreter,
  questioningMeals,
  questioningMinorWithoutGuardian,
  questioningNotIndividually,
  questioningNotifyFamily,
  questioningOneOfficer,
  questioningOralSummons,
  questioningOutsideCaseArea,
  questioningRemoteUnrecorded,
  questioningSummonsApproval,
  questioningTierGround,
  questioningTimeLimit,
  questioningUnrecorded,
  foreignerReport,
  onTheSpotMeasureApproval,
  onTheSpotPenalty,
  onTheSpotUnrecorded,
  penaltyFiling,
  sampleApproval,
  sampledTwice,
  sceneByTwo,
  searchApproval,
  searchByTwo,
  searchUnsigned,
  searchWithoutWarrant,
  searchWithoutWitness,
  withoutCertificate,
  witnessUnsigned,
  womanCheckedByMan,
  arrestByTwo,
  arrestRequest,
  bailDeposit,
  bailLimit,
  bailSupervision,
  chainedMeasures,
  coerciveChainedSummons,
  changeOfMeasureAnswer,
  custodyClockStopped,
  compelledAppearanceApproval,
  compelledAppearanceLimit,
  criminalSummonsLimit,
  custodyMonths,
  deliveryToDetentionHouse,
  deputyPermission,
  dutyLawyerTold,
  expiryWarning,
  extensionRequest,
  interrogationAfterArrest,
  interrogationAfterDetention,
  lawyerPermission,
  lawyerVisit,
  legalAidForwarded,
  measureApproval,
  coerciveNotReleased,
  notifyFamilyOfArrest,
  notifyFamilyOfDetention,
  procuratorateDecision,
  custodyRecalculation,
  releaseSuggestionAnswer,
  residentialSurveillanceLimit,
  supplementaryInvestigation,
  surveillanceNotice,
  surveillancePlace,
  designatedPlaceApproval,
  girlWithoutWoman,
  interrogationInterpreter,
  lineupNumbers,
  lineupOfficers,
  minorVictim,
  interrogationMinorWithoutGuardian,
  interrogationNotIndividually,
  interrogationPlace,
  interrogationRecordingBroken,
  rightsFirst,
  sameOfficerTwice,
  twoInvestigators,
  interrogationUnrecorded,
  recordingAltered,
  recordingClockDrift,
  footageDeleted,
  cameraDown,
  recorderDown,
  gapWhileHeld,
  caseAreaRetention,
  dutyRoomRetention,
  otherRetention,
  bodyCameraRetention,
  actUnobserved,
  arrivalTimesDisagree,
  claimContradicted,
  equipmentDown,
  roomNotPatrolled,
  safetyCheck,
  dangerPassed,
  facilityApproval,
  forceUnwarned,
  soberNotLifted,
  restraintStatusMatrix,
  weaponReport,
  complaintForwarded,
  examinationLimit,
  leaveDecision,
  detentionLongest,
  notToBeExecuted,
  detentionNotifyFamily,
  outdoorTime,
  detentionReleasedLate,
  suspendDecision,
  wrongDetention,
  acquittedNotReleased,
  commutation,
  deliveredToPrison,
  familyVisitOut,
  handedOver,
  intakePapers,
  notReleasedAtExpiry,
  recallDecision,
  temporaryOutside,
  visitByTwo,
  coSuspects,
  equipmentDownOccupied,
  mixedSexes,
  detentionSeparation,
  cellNotPatrolled,
  leaveApproval,
  treatmentOutside,
  interrogationMeals,
  publicRetention,
  continuedQuestioningBelongingsReturned,
  rollCallMissed,
  repeatedMisses,
  rollCallWrongPlace,
  rollCallWrongRadio,
  movingAsOne,
  rollCallUnreachable,
  excuseWithoutLeave,
  cycleNotHeld,
  ...caseworkRules,
  ...ticketRules,
  ...dutyRules,
  ...facilityRules,
  ...supervisionRulebook,
]
