import type { EventType } from '../event-type.ts'
import { actEvents } from './act.ts'
import { caseEvents } from './case.ts'
import { caseIntakeEvents } from './case-intake.ts'
import { caseProgressEvents } from './case-progress.ts'
import { complaintEvents } from './complaint.ts'
import { custodyEvents } from './custody.ts'
import { decisionEvents } from './decision.ts'
import { discretionEvents } from './discretion.ts'
import { dispatchEvents } from './dispatch.ts'
import { dutyEvents } from './duty.ts'
import { facilityEvents } from './facility.ts'
import { measureEvents } from './measure.ts'
import { noticeEvents } from './notice.ts'
import { patrolEvents } from './patrol.ts'
import { personEvents } from './person.ts'
import { petitionEvents } from './petition.ts'
import { postDutyEvents } from './post-duty.ts'
import { propertyEvents } from './property.ts'
import { roomEvents } from './room.ts'
import { supervisionDecisionEvents } from './supervision-decision.ts'
import { ticketEvents } from './ticket.ts'

/** Every type of event that business systems may send, in the order in which docs/intake.md lists them. */
export const catalogue: readonly EventType[] = [
  ...caseIntakeEvents,
  ...caseEvents,
  ...caseProgressEvents,
  ...decisionEvents,
  ...propertyEvents,
  ...dispatchEvents,
  ...personEvents,
  ...measureEvents,
  ...actEvents,
  ...noticeEvents,
  ...custodyEvents,
  ...facilityEvents,
  ...roomEvents,
  ...dutyEvents,
  ...postDutyEvents,
  ...patrolEvents,
  ...ticketEvents,
  ...discretionEvents,
  ...complaintEvents,
  ...petitionEvents,
  ...supervisionDecisionEvents,
]

export const eventTypeByName: ReadonlyMap<string, EventType> = new Map(catalogue.map((one) => [one.type, one]))
