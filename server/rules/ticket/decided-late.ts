import type { z } from 'zod'
import type { ObservationOf } from '../../domain/observation/index.ts'
import { nameIn } from '../../domain/ticket/register.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'
import { type Limit, limitSchema } from '../patterns/limit.ts'

type Penalty = 'fine' | 'suspension' | 'revocation'
/** The law names a time for each; the gravest of a decision sets it. */
const penaltyOf = ({ penalties, amountYuan }: ObservationOf<'ticket.step-taken'>['data']): Penalty | undefined => {
  const gravest = (['revocation', 'suspension', 'fine'] as const).find((one) => penalties.includes(one))
  return gravest ?? (penalties.length === 0 && amountYuan !== null ? 'fine' : undefined)
}

const law = limitSchema.extend({ fine: limitSchema, suspension: limitSchema })
type Law = z.infer<typeof law>

export const decidedLate = deedWithin<'ticket.step-taken', Law>({
  id: 'ticket.decided-late',
  title: { zh: '一般程序处罚决定超过时限', en: 'A decision by general procedure was made late' },
  grade: 'C',
  citations: [
    trafficProcedure(
      '第五十一条',
      '对违法行为事实清楚，需要按照一般程序处以罚款的，应当自违法行为人接受处理之时起二十四小时内作出处罚决定；处以暂扣机动车驾驶证的，应当自违法行为人接受处理之日起三日内作出处罚决定；处以吊销机动车驾驶证的，应当自违法行为人接受处理或者听证程序结束之日起七日内作出处罚决定，',
    ),
    trafficProcedure('第八十一条', '本规定所称的“二日”“三日”“五日”“七日”“十日”“十五日”，是指工作日，不包括节假日。'),
  ],
  paramSchema: law,
  params: [
    {
      from: '2020-05-01',
      value: {
        ...{ amount: 7, unit: 'working-day' },
        fine: { amount: 24, unit: 'hour' },
        suspension: { amount: 3, unit: 'working-day' },
      },
    },
  ],
  limits: {
    zh: '只看一般程序。作出决定以前不知处罚种类，以最长的七个工作日为准；作出后按处罚种类核对。交通肇事构成犯罪等待判决的、事实不清的看不出，由人核查。',
    en: 'General procedure only. Before there is a decision nobody knows the penalty, so the longest time counts; afterwards the penalty’s own. A case that waits for a criminal judgment, or whose facts are not clear, cannot be told; that is for people to check.',
  },
  consumes: ['ticket.step-taken'],
  subject: (o) =>
    ['accepted', 'hearing-requested', 'heard', 'decided'].includes(o.data.step)
      ? nameIn(o.data.system, o.data.ticket)
      : undefined,
  begins(file) {
    const accepted = file.find((one) => one.data.step === 'accepted')
    const decided = file.find((one) => one.data.step === 'decided')
    if (!accepted || (decided?.data.kind ?? accepted.data.kind) !== 'general') return undefined
    const penalty = decided ? penaltyOf(decided.data) : 'undecided'
    if (penalty === undefined) return undefined
    const heard = file.findLast((one) => one.data.step === 'heard' && one.at > accepted.at)
    const hearable = penalty === 'revocation' || penalty === 'undecided'
    const asked = file.findLast((one) => one.data.step === 'hearing-requested' && one.at > accepted.at)
    // Seven days run from the end of the hearing; while one is to be held they have not begun.
    if (hearable && asked && asked.at > (heard?.at ?? Number.NEGATIVE_INFINITY)) return undefined
    const from = heard && hearable ? heard : accepted
    const { unit, ticket } = accepted.data
    return { at: from.at, seen: from === accepted ? [accepted] : [accepted, from], unit, facts: { ticket, penalty } }
  },
  limitOf: (times, { facts }): Limit =>
    facts?.penalty === 'fine' ? times.fine : facts?.penalty === 'suspension' ? times.suspension : times,
  done: (file) => file.find((one) => one.data.step === 'decided'),
})
