import { isOver } from '../../domain/ticket/change.ts'
import { nameIn } from '../../domain/ticket/register.ts'
import { all } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'

export const cancelledLate = deedWithin({
  id: 'ticket.cancelled-late',
  title: { zh: '违法信息核实后三日内未消除', en: 'A verified record was not cancelled within three days' },
  grade: 'C',
  citations: [
    trafficProcedure(
      '第二十二条',
      '违法行为发生地或者机动车登记地公安机关交通管理部门应当自核实之日起三日内予以消除：',
    ),
    trafficProcedure('第八十一条', '本规定所称的“二日”“三日”“五日”“七日”“十日”“十五日”，是指工作日，不包括节假日。'),
  ],
  params: [{ from: '2020-05-01', value: { amount: 3, unit: 'working-day' } }],
  limits: {
    zh: '以系统告知的核实时间和状态变更时间为准；三日为工作日，无节假日表的年份不可观测。',
    en: 'Goes by the time of verification and of the change of status as told; three working days, not observable in a year without a calendar.',
  },
  consumes: ['ticket.step-taken', 'ticket.changed'],
  subject: (o) =>
    o.kind === 'ticket.step-taken'
      ? o.data.step === 'verified'
        ? nameIn(o.data.system, o.data.ticket)
        : undefined
      : isOver(o.data)
        ? nameIn(o.data.system, o.data.ticket)
        : undefined,
  begins(file) {
    const begun = all(file, 'ticket.step-taken').find((s) => s.data.step === 'verified')
    return (
      begun && {
        at: begun.at,
        seen: [begun],
        unit: begun.data.unit,
        officers: begun.data.officers,
        facts: { ticket: begun.data.ticket },
      }
    )
  },
  done: (file) => all(file, 'ticket.changed').find((s) => isOver(s.data)),
})
