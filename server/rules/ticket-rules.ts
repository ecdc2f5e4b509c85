import type { AnyRule } from './define-rule.ts'
import { actedOffDuty } from './ticket/acted-off-duty.ts'
import { alcoholAltered } from './ticket/alcohol-altered.ts'
import { alcoholEnteredLate } from './ticket/alcohol-entered-late.ts'
import { ticketAltered } from './ticket/altered.ts'
import { beforeImageMissing } from './ticket/before-image-missing.ts'
import { bloodResultTold } from './ticket/blood-result-told.ts'
import { bloodSamplesFew } from './ticket/blood-samples-few.ts'
import { bloodSent } from './ticket/blood-sent.ts'
import { bloodTakenAlone } from './ticket/blood-taken-alone.ts'
import { borrowedLogin } from './ticket/borrowed-login.ts'
import { cancelledByLeader } from './ticket/cancelled-by-leader.ts'
import { cancelledLate } from './ticket/cancelled-late.ts'
import { cancelledWithoutGround } from './ticket/cancelled-without-ground.ts'
import { cancelledWithoutPower } from './ticket/cancelled-without-power.ts'
import { cancelledWithoutProof } from './ticket/cancelled-without-proof.ts'
import { capturedAndReviewedByOne } from './ticket/captured-and-reviewed-by-one.ts'
import { cashTaken } from './ticket/cash-taken.ts'
import { coercionHandedIn } from './ticket/coercion-handed-in.ts'
import { coercionNotLifted } from './ticket/coercion-not-lifted.ts'
import { coercionReported } from './ticket/coercion-reported.ts'
import { decidedLate } from './ticket/decided-late.ts'
import { decidedWithoutPower } from './ticket/decided-without-power.ts'
import { decisionChanged } from './ticket/decision-changed.ts'
import { ticketDeleted } from './ticket/deleted.ts'
import { downgradedAtRoadside } from './ticket/downgraded-at-roadside.ts'
import { driverSwapped } from './ticket/driver-swapped.ts'
import { enteredLate } from './ticket/entered-late.ts'
import { generalProcedureTwoOfficers } from './ticket/general-procedure-two-officers.ts'
import { noticeFiled } from './ticket/notice-filed.ts'
import { notifiedLate } from './ticket/notified-late.ts'
import { objectionExamined } from './ticket/objection-examined.ts'
import { objectionForwardedLate } from './ticket/objection-forwarded-late.ts'
import { pointsForOthers } from './ticket/points-for-others.ts'
import { ticketQuota } from './ticket/quota.ts'
import { serialGap } from './ticket/serial-gap.ts'
import { simpleDecisionFiled } from './ticket/simple-decision-filed.ts'
import { simpleProcedureExceeded } from './ticket/simple-procedure-exceeded.ts'
import { streamGap } from './ticket/stream-gap.ts'
import { ticketTableEmptied } from './ticket/table-emptied.ts'
import { unusualTerminal } from './ticket/unusual-terminal.ts'
import { upheldNotCancelled } from './ticket/upheld-not-cancelled.ts'
import { vehicleCheckLate } from './ticket/vehicle-check-late.ts'

/** Traffic tickets: who may change them how, within what time, and what shows that they were. */
export const ticketRules: readonly AnyRule[] = [
  ticketAltered,
  cancelledWithoutGround,
  cancelledWithoutProof,
  cancelledWithoutPower,
  cancelledByLeader,
  driverSwapped,
  decisionChanged,
  decidedLate,
  decidedWithoutPower,
  ticketDeleted,
  ticketTableEmptied,
  cancelledLate,
  objectionForwardedLate,
  objectionExamined,
  upheldNotCancelled,
  notifiedLate,
  simpleDecisionFiled,
  noticeFiled,
  coercionReported,
  coercionHandedIn,
  coercionNotLifted,
  vehicleCheckLate,
  bloodTakenAlone,
  bloodSamplesFew,
  bloodSent,
  bloodResultTold,
  generalProcedureTwoOfficers,
  simpleProcedureExceeded,
  cashTaken,
  ticketQuota,
  beforeImageMissing,
  streamGap,
  downgradedAtRoadside,
  serialGap,
  enteredLate,
  capturedAndReviewedByOne,
  pointsForOthers,
  borrowedLogin,
  unusualTerminal,
  actedOffDuty,
  alcoholEnteredLate,
  alcoholAltered,
]
