import { z } from 'zod'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { byMeasureAndInstant } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const custodyClockStopped = wrongWhen({
  id: 'coercive-measure.clock-stopped',
  title: { zh: '违法扣除、停止计算羁押期限', en: 'Time was deducted from custody without a ground in law' },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第二百五十七条',
      '对犯罪嫌疑人作精神病鉴定的时间不计入办案期限，其他鉴定时间都应当计入办案期限。',
    ),
    criminalProcedure(
      '第一百五十二条',
      '经县级以上公安机关负责人批准，侦查羁押期限自查清其身份之日起计算，但不得停止对其犯罪行为的侦查取证。',
    ),
    criminalProcedureLaw('第一百六十条', '侦查羁押期限自查清其身份之日起计算，但是不得停止对其犯罪行为的侦查取证。'),
  ],
  paramSchema: z.object({ approvers: ranks }),
  params: [{ from: '2013-01-01', value: { approvers: bureauChiefs } }],
  limits: {
    zh: '刑事案件只有精神病鉴定不计入；行政案件的鉴定期间规则相反，不在本规则内。',
    en: 'In criminal cases only psychiatric appraisal is excluded; administrative cases follow the opposite rule and are not judged here.',
  },
  consumes: ['measure.clock-stopped'],
  subject: byMeasureAndInstant('arrest', 'criminal-detention', 'bail', 'residential-surveillance'),
  judge(file, { approvers }) {
    const stop = first(file, 'measure.clock-stopped')!
    const { reason, rank, by, unit, person } = stop.data
    if (reason === 'psychiatric-appraisal' || (reason === 'identity-unknown' && approvers.includes(rank)))
      return undefined
    return { since: stop.at, seen: [stop], unit, officers: by ? [by] : [], facts: { reason, rank, person } }
  },
})
