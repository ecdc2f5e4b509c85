import { z } from 'zod'
import { nameIn } from '../../domain/ticket/register.ts'
import { first } from '../patterns/case-file.ts'
import { trafficLaw, trafficProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const simpleProcedureExceeded = wrongWhen({
  id: 'ticket.simple-procedure-exceeded',
  title: { zh: '超出简易程序范围的处罚按简易程序作出', en: 'A penalty beyond the simple procedure was decided by it' },
  grade: 'B',
  citations: [
    trafficProcedure('第四十三条', '对违法行为人处以警告或者二百元以下罚款的，可以适用简易程序。'),
    trafficProcedure(
      '第四十三条',
      '对违法行为人处以二百元（不含）以上罚款、暂扣或者吊销机动车驾驶证的，应当适用一般程序。',
    ),
    trafficLaw(
      '第一百零七条',
      '对道路交通违法行为人予以警告、二百元以下罚款，交通警察可以当场作出行政处罚决定，并出具行政处罚决定书。',
    ),
  ],
  paramSchema: z.object({ mostYuan: z.number() }),
  params: [{ from: '2020-05-01', value: { mostYuan: 200 } }],
  limits: {
    zh: '以决定书登记的文书种类、处罚种类和金额为准。',
    en: 'Goes by the document, the penalties and the amount on record.',
  },
  consumes: ['ticket.step-taken'],
  subject: (o) =>
    o.data.step === 'decided' && o.data.kind === 'simple' ? nameIn(o.data.system, o.data.ticket) : undefined,
  remembersMs: 1,
  judge(file, { mostYuan }) {
    const decided = first(file, 'ticket.step-taken')
    if (!decided) return undefined
    const { amountYuan, penalties, unit, officers, ticket } = decided.data
    const beyond = penalties.some((one) => one !== 'warning' && one !== 'fine')
    if (!beyond && (amountYuan ?? 0) <= mostYuan) return undefined
    return { since: decided.at, seen: [decided], unit, officers, facts: { ticket, fineYuan: amountYuan, mostYuan } }
  },
})
