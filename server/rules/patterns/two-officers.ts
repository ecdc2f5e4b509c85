import { z } from 'zod'
import { seconds } from '../../domain/time.ts'
import type { LocalSetting, Moment } from '../define-rule.ts'
import type { RecordKind } from './acts.ts'
import { actOf, doorKinds, recordKinds, sensorKinds } from './acts.ts'
import type { CaseFile } from './case-file.ts'
import { shortage } from './officers.ts'
import type { Judgement } from './wrong-when.ts'

export const headcount = z.object({ least: z.number().int().positive(), toleranceSeconds: z.number().nonnegative() })
export const headcountSettings: readonly LocalSetting[] = [
  {
    param: 'toleranceSeconds',
    title: { zh: '短暂离开的容许时间', en: 'How long an officer may step out' },
    unit: 'second',
  },
]
export const headcountConsumes = [...recordKinds, ...doorKinds, ...sensorKinds] as const

/** Fewer police officers than the law asks for, at any time of the act. */
export const tooFewOfficers = (
  file: CaseFile<RecordKind>,
  { least, toleranceSeconds }: z.infer<typeof headcount>,
  { now, register }: Moment<unknown>,
): Judgement => {
  const act = actOf(file)
  if (!act) return undefined
  const { found, growing, sure } = shortage(file, register, now, least, seconds(toleranceSeconds))
  if (found)
    return {
      since: found.from,
      seen: found.seen,
      unit: act.data.unit,
      officers: found.officers,
      facts: {
        act: act.data.act,
        present: found.officers.length,
        least,
        shownBy: found.shownBy,
        until: found.to ?? null,
        room: act.data.room,
      },
    }
  if (growing !== undefined) return { dueAt: growing + seconds(toleranceSeconds), startedAt: growing }
  return sure ? undefined : { missing: 'room.entered of officers' }
}
