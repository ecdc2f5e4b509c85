import { z } from 'zod'
import { endOfMonths } from '../../domain/calendar.ts'
import { days } from '../../domain/time.ts'
import { all, first } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const extensionRequest = wrongWhen({
  id: 'coercive-measure.extension-request',
  title: {
    zh: '延长侦查羁押期限未在届满七日前送请',
    en: 'An extension of custody was not requested seven days before expiry',
  },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第一百四十八条',
      '经县级以上公安机关负责人批准后，在期限届满七日前送请同级人民检察院转报上一级人民检察院批准延长一个月。',
    ),
    criminalProcedure(
      '第一百四十九条',
      '经县级以上公安机关负责人批准，在期限届满七日前送请同级人民检察院层报省、自治区、直辖市人民检察院批准，延长二个月：',
    ),
    criminalProcedure(
      '第一百五十条',
      '经县级以上公安机关负责人批准，在期限届满七日前送请同级人民检察院层报省、自治区、直辖市人民检察院批准，再延长二个月。',
    ),
  ],
  paramSchema: z.object({
    daysBefore: z.number(),
    ladder: z.array(z.object({ fromMonths: z.number(), toMonths: z.number() })),
  }),
  params: [
    {
      from: '2013-01-01',
      value: {
        daysBefore: 7,
        ladder: [
          { fromMonths: 2, toMonths: 3 },
          { fromMonths: 3, toMonths: 5 },
          { fromMonths: 5, toMonths: 7 },
        ],
      },
    },
  ],
  limits: {
    zh: '只看实际送请或者获批的延长；不需要延长的案件无此义务。重新计算、停止计算的案件由人核查。',
    en: 'Only extensions requested or granted; a case that needs none has no such duty. Recalculated or stopped terms are for people to check.',
  },
  consumes: [
    'measure.started',
    'measure.extension-requested',
    'measure.extended',
    'measure.recalculated',
    'measure.clock-stopped',
  ],
  remembersMs: days(400),
  subject: byMeasure('arrest'),
  judge(file, { daysBefore, ladder }) {
    const started = first(file, 'measure.started')
    if (!started || first(file, 'measure.recalculated', 'measure.clock-stopped')) return undefined
    for (const { fromMonths, toMonths } of ladder) {
      const is = (s: { data: { total: { amount: number; unit: string } } }) =>
        s.data.total.unit === 'month' && s.data.total.amount === toMonths
      const latest = endOfMonths(started.at, fromMonths) - days(daysBefore)
      const asked = all(file, 'measure.extension-requested').find(is)
      const granted = all(file, 'measure.extended').find(is)
      const wrong = asked ? (asked.at > latest ? asked : undefined) : granted
      if (wrong)
        return {
          since: latest,
          seen: [started, wrong],
          unit: started.data.unit,
          facts: { toMonths, latest, requestedAt: asked?.at ?? null, person: started.data.person },
        }
    }
    return undefined
  },
})
