import { acceptanceLate } from './case/acceptance-late.ts'
import { agencyReview } from './case/agency-review.ts'
import { appraisalNotServed } from './case/appraisal-not-served.ts'
import { appraisedAgain } from './case/appraised-again.ts'
import { cashFineBanked } from './case/cash-fine-banked.ts'
import { cashFineGround } from './case/cash-fine-ground.ts'
import { cashFineHandedIn } from './case/cash-fine-handed-in.ts'
import { cashFineReceipt } from './case/cash-fine-receipt.ts'
import { deciderPower } from './case/decider-power.ts'
import { decisionNotServed } from './case/decision-not-served.ts'
import { editedAfterApproval } from './case/edited-after-approval.ts'
import { explanationLate } from './case/explanation-late.ts'
import { fastTrackExcluded } from './case/fast-track-excluded.ts'
import { fastTrackLate } from './case/fast-track-late.ts'
import { filingLate } from './case/filing-late.ts'
import { filingOrder } from './case/filing-order.ts'
import { hearingDenied } from './case/hearing-denied.ts'
import { hearingLate } from './case/hearing-late.ts'
import { hearingNotTold } from './case/hearing-not-told.ts'
import { hearingNotice } from './case/hearing-notice.ts'
import { injuryNotAppraised } from './case/injury-not-appraised.ts'
import { legalReview } from './case/legal-review.ts'
import { materialsAskedLate } from './case/materials-asked-late.ts'
import { noReceipt } from './case/no-receipt.ts'
import { nonFilingNotice } from './case/non-filing-notice.ts'
import { nonFilingReview } from './case/non-filing-review.ts'
import { notDiscussed } from './case/not-discussed.ts'
import { reportNotRegistered } from './case/not-registered.ts'
import { penaltyLimit } from './case/penalty-limit.ts'
import { publicOrderLimit } from './case/public-order-limit.ts'
import { recusalLate } from './case/recusal-late.ts'
import { reviewerUnqualified } from './case/reviewer-unqualified.ts'
import { sealedRecord } from './case/sealed-record.ts'
import { timeBarred } from './case/time-barred.ts'
import { timeExcludedWrongly } from './case/time-excluded-wrongly.ts'
import { transferLate } from './case/transfer-late.ts'
import { victimNotServed } from './case/victim-not-served.ts'
import type { AnyRule } from './define-rule.ts'
import { downgraded } from './discretion/downgraded.ts'
import { letterUnanswered } from './discretion/letter-unanswered.ts'
import { notAggravated } from './discretion/not-aggravated.ts'
import { notMitigated } from './discretion/not-mitigated.ts'
import { outsideBand } from './discretion/outside-band.ts'
import { staleBand } from './discretion/stale-band.ts'
import { arrivalContradicted } from './dispatch/arrival-contradicted.ts'
import { arrivalLate } from './dispatch/arrival-late.ts'
import { callUnanswered } from './dispatch/call-unanswered.ts'
import { feedbackLate } from './dispatch/feedback-late.ts'
import { notAcknowledged } from './dispatch/not-acknowledged.ts'
import { notMoving } from './dispatch/not-moving.ts'
import { orderLate } from './dispatch/order-late.ts'
import { orderRefused } from './dispatch/refused.ts'
import { testUnapproved } from './dispatch/test-unapproved.ts'
import { advanceRegistration } from './property/advance-registration.ts'
import { borrowedUnapproved } from './property/borrowed-unapproved.ts'
import { propertyComplaint } from './property/complaint-unanswered.ts'
import { freezeApprover } from './property/freeze-approver.ts'
import { freezeTerm } from './property/freeze-term.ts'
import { freezeUnrelated } from './property/freeze-unrelated.ts'
import { givenBackWrongly } from './property/given-back-wrongly.ts'
import { handoverLate } from './property/handover-late.ts'
import { propertyLedger } from './property/ledger.ts'
import { propertyMismatch } from './property/mismatch.ts'
import { propertyMisused } from './property/misused.ts'
import { notReturned } from './property/not-returned.ts'
import { extensionNotTold } from './property/not-told.ts'
import { papersLate } from './property/papers-late.ts'
import { periodOver } from './property/period-over.ts'
import { seizedBeforeFiling } from './property/seized-before-filing.ts'
import { seizureApproval } from './property/seizure-approval.ts'
import { seizureList } from './property/seizure-list.ts'
import { seizureOfficers } from './property/seizure-officers.ts'
import { selfKept } from './property/self-kept.ts'
import { trafficNotHandedIn } from './property/traffic-not-handed-in.ts'
import { unclaimedTooSoon } from './property/unclaimed-too-soon.ts'
import { unrelatedNotReturned } from './property/unrelated-not-returned.ts'
import { victimNotReturned } from './property/victim-not-returned.ts'

/** Rules on cases, property, calls and discretion: the part of the rulebook that the case systems feed. */
export const caseworkRules: readonly AnyRule[] = [
  acceptanceLate,
  agencyReview,
  appraisalNotServed,
  appraisedAgain,
  cashFineBanked,
  cashFineGround,
  cashFineHandedIn,
  cashFineReceipt,
  deciderPower,
  decisionNotServed,
  editedAfterApproval,
  explanationLate,
  fastTrackExcluded,
  fastTrackLate,
  filingLate,
  filingOrder,
  hearingDenied,
  hearingLate,
  hearingNotTold,
  hearingNotice,
  injuryNotAppraised,
  legalReview,
  materialsAskedLate,
  noReceipt,
  nonFilingNotice,
  nonFilingReview,
  notDiscussed,
  reportNotRegistered,
  penaltyLimit,
  publicOrderLimit,
  recusalLate,
  reviewerUnqualified,
  sealedRecord,
  timeBarred,
  timeExcludedWrongly,
  transferLate,
  victimNotServed,
  advanceRegistration,
  borrowedUnapproved,
  propertyComplaint,
  freezeApprover,
  freezeTerm,
  freezeUnrelated,
  givenBackWrongly,
  handoverLate,
  propertyLedger,
  propertyMismatch,
  propertyMisused,
  notReturned,
  extensionNotTold,
  papersLate,
  periodOver,
  seizedBeforeFiling,
  seizureApproval,
  seizureList,
  seizureOfficers,
  selfKept,
  trafficNotHandedIn,
  unclaimedTooSoon,
  unrelatedNotReturned,
  victimNotReturned,
  arrivalContradicted,
  arrivalLate,
  callUnanswered,
  feedbackLate,
  notAcknowledged,
  notMoving,
  orderLate,
  orderRefused,
  testUnapproved,
  downgraded,
  letterUnanswered,
  notAggravated,
  notMitigated,
  outsideBand,
  staleBand,
]
