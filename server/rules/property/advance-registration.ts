import { z } from 'zod'
import { all } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure, penalties } from '../patterns/enactments.ts'
import { type Limit, limitSchema } from '../patterns/limit.ts'
import { byItem } from '../patterns/subjects.ts'

const schema = z.object({ policeProcedure: limitSchema, penaltyLaw: limitSchema })
type Law = { policeProcedure: Limit; penaltyLaw: Limit }
const kinds = ['property.seized', 'property.decided', 'property.released', 'property.disposed'] as const

/** 先行登记保存 (legal table J, prop-advance-7d): whose seven days they are is for the paper to say. */
export const advanceRegistration = dueWithin<(typeof kinds)[number], Law>({
  id: 'property.advance-registration',
  title: {
    zh: '先行登记保存的证据未在七日内作出处理决定',
    en: 'Nothing was decided within seven days on evidence registered in advance',
  },
  grade: 'B',
  citations: [
    adminProcedure(
      '第一百一十条',
      '对先行登记保存的证据，应当在七日内作出处理决定。逾期不作出处理决定的，视为自动解除。',
    ),
    penalties(
      '第五十六条',
      '在证据可能灭失或者以后难以取得的情况下，经行政机关负责人批准，可以先行登记保存，并应当在七日内及时作出处理决定',
    ),
    penalties('第八十五条', '本法中“二日”“三日”“五日”“七日”的规定是指工作日，不含法定节假日。'),
  ],
  paramSchema: schema,
  params: [
    {
      from: '2013-01-01',
      value: { policeProcedure: { amount: 7, unit: 'day' }, penaltyLaw: { amount: 7, unit: 'day' } },
    },
    {
      from: '2021-07-15',
      value: { policeProcedure: { amount: 7, unit: 'day' }, penaltyLaw: { amount: 7, unit: 'working-day' } },
    },
  ],
  limits: {
    zh: '文书引用行政案件程序规定的按自然日（末日逢节假日顺延），引用行政处罚法的2021年7月15日起按工作日，没有当年节假日表的不作判断。改为扣押的，视为已作处理决定。',
    en: 'Calendar days when the paper cites the police procedure (a last day off moves on), working days since 15 July 2021 when it cites the penalty law, which are not judged without the year’s holiday table. Turning it into a seizure is a decision.',
  },
  consumes: kinds,
  subject: byItem,
  begins(file) {
    const seized = all(file, 'property.seized').find((s) => s.data.how === 'advance-registration')
    if (!seized || seized.data.type === 'criminal') return undefined
    const { unit, officers, what, enactment } = seized.data
    return { at: seized.at, seen: [seized], unit, officers, facts: { what, enactment } }
  },
  limit: (law, begun) => (begun.facts?.enactment === 'penalty-law' ? law.penaltyLaw : law.policeProcedure),
  done: (file, begun) =>
    deed(
      file.find((s) =>
        s.kind === 'property.seized' ? s.at > begun.at && s.data.how !== 'advance-registration' : true,
      ),
    ),
})
