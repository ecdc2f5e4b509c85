import { z } from 'zod'
import { addMonths } from '../../domain/calendar.ts'
import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { limitSchema } from '../patterns/limit.ts'

export const deliveredToPrison = deedWithin({
  id: 'release.delivered-to-prison',
  title: {
    zh: '剩余刑期三个月以上的罪犯未在一个月以内送交监狱',
    en: 'A convict with more than three months to serve was not delivered to prison within a month',
  },
  grade: 'B',
  citations: [
    criminalProcedureLaw(
      '第二百六十四条',
      '对被判处有期徒刑的罪犯，在被交付执行刑罚前，剩余刑期在三个月以下的，由看守所代为执行。',
    ),
    criminalProcedure('第三百条', '应当在一个月以内将罪犯送交监狱执行。'),
  ],
  paramSchema: limitSchema.extend({ remainingMonths: z.number() }),
  params: [{ from: '2013-01-01', value: { amount: 1, unit: 'month', remainingMonths: 3 } }],
  limits: {
    zh: '1990年条例的“一年”已被取代；以接到执行通知书的登记时间和刑期终止日为准，拘役由看守所执行；此前已经释放的，不要求送交。',
    en: 'The “one year” of 1990 is superseded; goes by the recorded receipt and the end of the term. Criminal detention is served in the detention house; whoever was let go before needs no delivery.',
  },
  consumes: ['sentence.received', 'sentence.delivered', 'custody.released'],
  subject: (o) => ('sentence' in o.data ? o.data.sentence : undefined),
  begins(file, { paramsAt }) {
    const received = first(file, 'sentence.received')
    const law = received && paramsAt(received.at)
    if (!received || !law || received.data.kind !== 'imprisonment') return undefined
    const { endsAt, facility, person } = received.data
    // 以下 includes three months themselves.
    if (endsAt !== null && endsAt <= addMonths(received.at, law.remainingMonths)) return undefined
    return { at: received.at, seen: [received], unit: facility, facts: { endsAt, person } }
  },
  done(file, { at, facts }, { now, register: { custody } }) {
    const delivered = first(file, 'sentence.delivered')
    const mark = custody.custodyAt(String(facts?.person), now)
    // Nobody is left to be delivered of those let go before.
    return delivered ?? (mark?.kind === 'custody.released' && mark.at >= at ? { at: mark.at, seen: [] } : undefined)
  },
})
