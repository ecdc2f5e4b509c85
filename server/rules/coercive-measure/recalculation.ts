import { z } from 'zod'
import { endOfDays } from '../../domain/calendar.ts'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { byMeasureAndInstant } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const custodyRecalculation = wrongWhen({
  id: 'coercive-measure.recalculation',
  title: {
    zh: '重新计算侦查羁押期限未在五日以内报批或者批准人无权',
    en: 'Custody was recalculated later than five days after discovery, or without a competent approval',
  },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第一百五十一条',
      '在侦查期间，发现犯罪嫌疑人另有重要罪行的，应当自发现之日起五日以内报县级以上公安机关负责人批准后，重新计算侦查羁押期限，制作变更羁押期限通知书，送达看守所，并报批准逮捕的人民检察院备案。',
    ),
    criminalProcedureLaw('第一百六十条', '自发现之日起依照本法第一百五十六条的规定重新计算侦查羁押期限。'),
  ],
  paramSchema: z.object({ withinDays: z.number(), approvers: ranks }),
  params: [{ from: '2013-01-01', value: { withinDays: 5, approvers: bureauChiefs } }],
  limits: {
    zh: '罪行是否“另有重要”由人核查；送达看守所、报检察院备案另查。',
    en: 'Whether the crime is another important one is for people to verify, as are service and filing.',
  },
  consumes: ['measure.recalculated'],
  subject: byMeasureAndInstant('arrest'),
  judge(file, { withinDays, approvers }) {
    const done = first(file, 'measure.recalculated')!
    const { discoveredAt, rank, by, unit, person } = done.data
    const latest = endOfDays(discoveredAt, withinDays)
    const competent = approvers.includes(rank)
    if (competent && done.at <= latest) return undefined
    return {
      since: competent ? latest : done.at,
      seen: [done],
      unit,
      officers: by ? [by] : [],
      facts: { discoveredAt, latest, rank, person },
    }
  },
})
