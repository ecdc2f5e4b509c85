import { complaintLeaked } from './complaint/leaked.ts'
import { complaintNotAttended } from './complaint/not-attended.ts'
import { complaintNotFedBack } from './complaint/not-fed-back.ts'
import type { AnyRule } from './define-rule.ts'
import { petitionClosedLate } from './petition/closed-late.ts'
import { petitionNotTold } from './petition/not-told.ts'
import { petitionObjectionLate } from './petition/objection-late.ts'
import { petitionReviewLate } from './petition/review-late.ts'
import { inspectedAlone } from './supervision/inspected-alone.ts'
import { measureAppeal } from './supervision/measure-appeal.ts'
import { measureLength } from './supervision/measure-length.ts'
import { measureOverrun } from './supervision/measure-overrun.ts'
import { measureUnapproved } from './supervision/measure-unapproved.ts'
import { objectionUnanswered } from './supervision/objection-unanswered.ts'
import { onSpotMeasure } from './supervision/on-spot-measure.ts'
import { onSpotRecord } from './supervision/on-spot-record.ts'
import { overruledUnapproved } from './supervision/overruled-unapproved.ts'
import { withoutSign } from './supervision/without-sign.ts'

/** Rules that bind supervision itself, complaints and petitions, in the order the console lists them. */
export const supervisionRulebook: readonly AnyRule[] = [
  complaintLeaked,
  complaintNotAttended,
  complaintNotFedBack,
  petitionClosedLate,
  petitionNotTold,
  petitionObjectionLate,
  petitionReviewLate,
  inspectedAlone,
  measureAppeal,
  measureLength,
  measureOverrun,
  measureUnapproved,
  objectionUnanswered,
  onSpotMeasure,
  onSpotRecord,
  overruledUnapproved,
  withoutSign,
]
