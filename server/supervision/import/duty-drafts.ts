import type { Add } from './case-area-drafts.ts'
import type { CountyData } from './read-files.ts'

/** What the tables of duty say: who leads, whose leave, which hours, and then who has which post. */
export const addDuties = (data: CountyData, add: Add): void => {
  for (const { value: v } of data.leaders)
    add('leader.appointed', `${v.unit} ${v.id}`, {
      appointment: v.id,
      officer: v.officer,
      unit: v.unit,
      office: v.office,
      startsAt: v.startsAt,
      endsAt: v.endsAt,
    })
  for (const { value: v } of data.leave)
    add('leave.approved', `${v.officer} ${v.id}`, {
      leave: v.id,
      officer: v.officer,
      kind: v.kind,
      startsAt: v.startsAt,
      endsAt: v.endsAt,
      by: v.by ?? null,
      outOfArea: v.outOfArea ?? null,
    })
  for (const { value: v } of data.windows)
    add('window.hours-posted', v.id, {
      window: v.id,
      unit: v.unit,
      name: { zh: v.name, en: v.nameEn || v.name },
      weekly: v.weekly,
      holidaysClosed: v.holidaysClosed,
      exceptions: v.exceptions ?? [],
    })
  for (const { value: v } of data.duties)
    add('duty.assigned', v.id, {
      duty: v.id,
      unit: v.unit,
      role: v.role,
      officer: v.officer,
      post: v.post,
      startsAt: v.startsAt,
      endsAt: v.endsAt,
      backup: v.backup ?? null,
    })
}
