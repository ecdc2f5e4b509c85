import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure, criminalProcedure, criminalProcedureLaw, publicOrder2025 } from '../patterns/enactments.ts'
import { inChargeOf } from '../patterns/in-charge.ts'
import { type Limit, limitSchema } from '../patterns/limit.ts'
import { byItem } from '../patterns/subjects.ts'

const schema = z.object({ criminal: limitSchema, atOnceHours: z.number().positive() })
type Law = { criminal: Limit; atOnceHours: number }
const kinds = [
  'property.found-unrelated',
  'property.released',
  'property.disposed',
  'property.owner-announced',
] as const

/** 与案件无关的财物 (legal table J, prop-unrelated-3d). */
export const unrelatedNotReturned = dueWithin<(typeof kinds)[number], Law>({
  id: 'property.unrelated-not-returned',
  title: {
    zh: '查明与案件无关的财物没有按时退还',
    en: 'Property found unrelated to the case was not returned in time',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第一百四十五条', '经查明确实与案件无关的，应当在三日以内解除查封、扣押、冻结，予以退还。'),
    criminalProcedure(
      '第二百三十三条',
      '经查明确实与案件无关的，应当在三日以内解除查封、扣押，退还原主或者原邮电部门、网络服务单位；原主不明确的，应当采取公告方式告知原主认领。',
    ),
    publicOrder2025('第一百零五条', '经查明与案件无关或者经核实属于被侵害人或者他人合法财产的，应当登记后立即退还；'),
    adminProcedure('第一百一十五条', '（二）被采取证据保全的场所、设施、物品、财产与违法行为无关的；'),
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { criminal: { amount: 3, unit: 'day' }, atOnceHours: 24 } }],
  localSettings: [
    {
      param: 'atOnceHours',
      title: { zh: '“立即退还”的容许时间', en: 'What counts as returning at once' },
      unit: 'hour',
    },
  ],
  limits: {
    zh: '刑事案件三日（末日逢节假日顺延）；行政案件“立即”没有数字，为本局设定。原主不明已公告的，视为已经办理。',
    en: 'Three days in criminal cases (a last day off moves on); “at once” in others has no number and is a setting. When the owner is unknown, the public notice is enough.',
  },
  consumes: kinds,
  subject: byItem,
  begins(file, { register, subject }) {
    const found = first(file, 'property.found-unrelated')
    return (
      found && {
        at: found.at,
        seen: [found],
        unit: found.data.unit,
        officers: inChargeOf(register, subject),
        facts: { caseType: register.casework.item(subject)?.type ?? null },
      }
    )
  },
  // Of a case nobody told us of, the longer time is presumed.
  limit: (law, begun) =>
    begun.facts?.caseType === 'criminal' || begun.facts?.caseType === null
      ? law.criminal
      : { amount: law.atOnceHours, unit: 'hour' },
  done: (file) => deed(first(file, 'property.released', 'property.disposed', 'property.owner-announced')),
})
