import { z } from 'zod'
import type { DataOf } from '../../domain/observation/index.ts'
import type { Rule } from '../define-rule.ts'
import { type CaseFile, last } from './case-file.ts'
import { wrongWhen } from './wrong-when.ts'

export const staffing = z.object({ least: z.number(), leader: z.boolean() })
type Staffing = z.infer<typeof staffing>
type StaffingRule = Rule<CaseFile<'facility.staffed'>, Staffing, 'facility.staffed'>

/** How many police are on duty in a facility, or a duty zone of it, and who leads: the newest record holds. */
export const staffed = (
  rule: Pick<StaffingRule, 'id' | 'title' | 'grade' | 'citations' | 'limits' | 'params'> &
    Partial<Pick<StaffingRule, 'shipsOff'>> & { readonly facility: DataOf<'facility.staffed'>['facilityKind'] },
): StaffingRule => {
  const { facility: kind, ...head } = rule
  return wrongWhen({
    ...head,
    paramSchema: staffing,
    consumes: ['facility.staffed'],
    subject: ({ data }) => (data.facilityKind === kind ? `${data.facility}/${data.zone ?? 'all'}` : undefined),
    lawAt: (file) => file.at(-1)!.at,
    judge(file, { least, leader }) {
      const newest = last(file, 'facility.staffed')
      if (!newest) return undefined
      const { police: named, leader: leads, facility, zone } = newest.data
      const police = new Set(named)
      const short = police.size < least
      const leaderless = leader && leads === null
      if (!short && !leaderless) return undefined
      const whole = (s: typeof newest): boolean =>
        new Set(s.data.police).size >= least && !(leader && s.data.leader === null)
      const begun = file.slice(file.findLastIndex((s) => whole(s)) + 1)[0]!
      return {
        since: begun.at,
        seen: begun.seq === newest.seq ? [newest] : [begun, newest],
        unit: facility,
        facts: { zone, police: police.size, least, leaderless },
      }
    },
  })
}
