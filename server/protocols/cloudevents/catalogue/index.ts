import type { EventType } from '../event-type.ts'
import { actEvents } from './act.ts'
import { caseEvents } from './case.ts'
import { custodyEvents } from './custody.ts'
import { dutyEvents } from './duty.ts'
import { measureEvents } from './measure.ts'
import { noticeEvents } from './notice.ts'
import { personEvents } from './person.ts'
import { roomEvents } from './room.ts'

/** Every type of event that business systems may send, in the order in which docs/intake.md lists them. */
export const catalogue: readonly EventType[] = [
  ...caseEvents,
  ...personEvents,
  ...measureEvents,
  ...actEvents,
  ...noticeEvents,
  ...custodyEvents,
  ...roomEvents,
  ...dutyEvents,
]

export const eventTypeByName: ReadonlyMap<string, EventType> = new Map(catalogue.map((one) => [one.type, one]))
