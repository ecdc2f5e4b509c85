import { daysBetween, endOfDays } from '../../domain/calendar.ts'
import { all, first, type Seen } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { petitionRules } from '../patterns/enactments.ts'
import { type Limit, limitFrom } from '../patterns/limit.ts'
import { byRequest } from '../patterns/subjects.ts'

type Kind = 'petition.review-asked' | 'petition.review-heard' | 'petition.review-decided'

/** Days that hearings took, each once; one that begins when the period is over prolongs nothing. */
const daysHeard = (hearings: readonly Seen<'petition.review-heard'>[], from: number, period: number) => {
  let taken = 0
  let covered = Number.NEGATIVE_INFINITY
  for (const { data } of hearings.toSorted((a, b) => a.data.from - b.data.from)) {
    if (data.from > endOfDays(from, period + taken)) break
    const begins = Math.max(data.from, covered)
    taken += Math.max(0, daysBetween(begins, data.to) + 1)
    covered = Math.max(covered, endOfDays(data.to, 0))
  }
  return taken
}

/** 复查、复核 (legal table O, pet-60d). */
export const petitionReviewLate = deedWithin<Kind, Limit>({
  id: 'petition.review-late',
  title: {
    zh: '信访复查、复核未在三十日内提出意见',
    en: 'The review of a petition was not decided within thirty days',
  },
  grade: 'B',
  citations: [
    petitionRules('第三十五条', '收到复查请求的机关、单位应当自收到复查请求之日起30日内提出复查意见，并予以书面答复。'),
    petitionRules('第三十六条', '收到复核请求的机关、单位应当自收到复核请求之日起30日内提出复核意见。'),
    petitionRules('第三十六条', '听证所需时间不计算在前款规定的期限内。'),
  ],
  params: limitFrom('2022-05-01', 30, 'day'),
  limits: {
    zh: '按日历日计，收到当日不计，末日逢节假日不顺延；复核听证占用的每一日不计。是否在收到答复三十日内请求由人核查。',
    en: 'Calendar days, the first not counted, a last day off does not move on; each day a hearing of the re-check takes is left out. Whether it was asked for within thirty days of the answer is for people to check.',
  },
  consumes: ['petition.review-asked', 'petition.review-heard', 'petition.review-decided'],
  subject: byRequest,
  begins(file, { paramsAt }) {
    const asked = first(file, 'petition.review-asked')
    const law = asked && paramsAt(asked.at)
    if (!law) return undefined
    const { step, unit } = asked.data
    const heard = step === 're-check' ? all(file, 'petition.review-heard') : []
    const excludedDays = daysHeard(heard, asked.at, law.amount)
    return { at: asked.at, seen: [asked, ...heard], unit, facts: { step, excludedDays } }
  },
  limitOf: (law, { facts }) => ({ amount: law.amount + Number(facts?.excludedDays), unit: law.unit }),
  done: (file) => first(file, 'petition.review-decided'),
})
