import { z } from 'zod'
import { nameIn } from '../../domain/ticket/register.ts'
import { first } from '../patterns/case-file.ts'
import { trafficProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const decidedWithoutPower = wrongWhen({
  id: 'ticket.decided-without-power',
  title: {
    zh: '吊销驾驶证由无权机关决定',
    en: 'A licence was revoked by an authority without the power',
  },
  grade: 'A',
  citations: [
    trafficProcedure('第六条', '对违法行为人处以吊销机动车驾驶证处罚的，由设区的市公安机关交通管理部门作出处罚决定。'),
  ],
  paramSchema: z.object({ powerless: z.array(z.enum(['county', 'other'])) }),
  params: [{ from: '2020-05-01', value: { powerless: ['county'] } }],
  limits: {
    zh: '以登记的决定机关级别为准，没有登记的不可观测；只看吊销驾驶证。行政拘留由公安局决定，级别登记不能说明是哪个机关，不看。',
    en: 'Goes by the level of the authority on record; none on record cannot be observed. Revocation only: for detention the level does not tell which authority it was.',
  },
  consumes: ['ticket.step-taken'],
  subject: (o) =>
    o.data.step === 'decided' && o.data.penalties.includes('revocation')
      ? nameIn(o.data.system, o.data.ticket)
      : undefined,
  remembersMs: 1,
  judge(file, { powerless }) {
    const decided = first(file, 'ticket.step-taken')
    if (!decided) return undefined
    const { by, unit, officers, ticket } = decided.data
    if (by === null) return { missing: 'level of the authority that decided' }
    if (!(powerless as readonly string[]).includes(by)) return undefined
    return { since: decided.at, seen: [decided], unit, officers, facts: { ticket, by, missing: 'power' } }
  },
})
