import { z } from 'zod'
import { nameIn } from '../../domain/ticket/register.ts'
import { first } from '../patterns/case-file.ts'
import { penalties, trafficProcedure } from '../patterns/enactments.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const generalProcedureTwoOfficers = wrongWhen({
  id: 'ticket.general-procedure-two-officers',
  title: {
    zh: '一般程序处罚决定少于两名交通警察',
    en: 'A decision by general procedure was made by fewer than two officers',
  },
  grade: 'B',
  citations: [
    trafficProcedure('第四十八条', '适用一般程序作出处罚决定，应当由两名以上交通警察按照下列程序实施:'),
    penalties('第四十二条', '执法人员不得少于两人，法律另有规定的除外。'),
  ],
  paramSchema: z.object({ least: z.number().int() }),
  params: [{ from: '2020-05-01', value: { least: 2 } }],
  limits: {
    zh: '以决定书登记的签名人为准，辅警不计；没有登记签名人的不可观测。',
    en: 'Goes by the signers on record; auxiliaries do not count. Nobody on record: it cannot be observed.',
  },
  consumes: ['ticket.step-taken'],
  subject: (o) =>
    o.data.step === 'decided' && o.data.kind === 'general' ? nameIn(o.data.system, o.data.ticket) : undefined,
  remembersMs: 1,
  judge(file, { least }, { register }) {
    const decided = first(file, 'ticket.step-taken')
    if (!decided) return undefined
    const { unit, ticket } = decided.data
    const officers = [...new Set(decided.data.officers)]
    if (officers.length === 0) return { missing: 'signers of the decision' }
    const police = officers.filter((one) => !isAuxiliary(register, one))
    if (police.length >= least) return undefined
    return { since: decided.at, seen: [decided], unit, officers, facts: { ticket, present: police.length, least } }
  },
})
