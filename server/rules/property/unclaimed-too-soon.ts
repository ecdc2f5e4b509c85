import { days } from '../../domain/time.ts'
import { all, first } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedure } from '../patterns/enactments.ts'
import { endOf, type Limit, limitFrom, limitSchema } from '../patterns/limit.ts'
import { byItem } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const kinds = ['property.owner-announced', 'property.decided', 'property.disposed'] as const

/** 无主财物 (legal table J, prop-unrelated-3d). */
export const unclaimedTooSoon = wrongWhen<(typeof kinds)[number], Limit>({
  id: 'property.unclaimed-too-soon',
  title: {
    zh: '通知或者公告认领未满六个月即作为无主财物上缴国库',
    en: 'Unclaimed property went to the treasury within six months of the notice',
  },
  grade: 'B',
  citations: [
    adminProcedure(
      '第一百九十七条',
      '在通知原主、当事人或者公告后六个月内，无人认领的，按无主财物处理，登记后上缴国库，或者依法变卖或者拍卖后，将所得款项上缴国库。',
    ),
    criminalProcedure(
      '第二百三十三条',
      '在通知原主或者公告后六个月以内，无人认领的，按照无主财物处理，登记后上缴国库。',
    ),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2013-01-01', 6, 'month'),
  limits: {
    zh: '只看已通知或者公告认领、其后没有另作处理决定而上缴国库的；易腐等依法提前变卖的不看。',
    en: 'Only what its owner was called to collect and what nothing else was decided on; early sales of what does not keep are left out.',
  },
  consumes: kinds,
  subject: byItem,
  remembersMs: days(400),
  judge(file, law, { register }) {
    const announced = first(file, 'property.owner-announced')
    if (!announced || all(file, 'property.decided').some((d) => d.at >= announced.at)) return undefined
    const end = endOf(announced.at, law, register.custody.holidays())!
    const gone = all(file, 'property.disposed').find((d) => d.data.how === 'treasury' && d.at >= announced.at)
    if (!gone || gone.at > end) return undefined
    const facts = { announcedAt: announced.at, endsAt: end, limit: law.amount, unit: law.unit }
    return { since: gone.at, seen: [announced, gone], unit: gone.data.unit, facts }
  },
})
