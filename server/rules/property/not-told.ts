import { endOfDays } from '../../domain/calendar.ts'
import { days } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { inChargeOf } from '../patterns/in-charge.ts'
import { limitFrom, limitSchema } from '../patterns/limit.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const kinds = ['property.period-extended', 'appraisal.begun', 'document.served'] as const

/** 延长、鉴定期间的书面告知 (legal table J, prop-adm-30d). */
export const extensionNotTold = wrongWhen({
  id: 'property.not-told',
  title: {
    zh: '延长扣押期限或者鉴定期间没有书面告知当事人',
    en: 'The party was not told in writing of a longer seizure or of appraisal time',
  },
  grade: 'C',
  citations: [
    adminProcedure('第一百一十二条', '延长扣押、扣留、查封期限的，应当及时书面告知当事人，并说明理由。'),
    adminProcedure(
      '第一百一十二条',
      '对物品需要进行鉴定的，鉴定期间不计入扣押、扣留、查封期间，但应当将鉴定的期间书面告知当事人。',
    ),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2013-01-01', 3, 'day'),
  localSettings: [{ param: 'amount', title: { zh: '“及时”告知的时间', en: 'What "in good time" means' }, unit: 'day' }],
  limits: {
    zh: '法律只说“及时”，天数是本地设定：登记为未告知的，到期仍无送达记录才报。没有写明是否告知的不作判断。刑事案件没有此项规定。',
    en: 'The law says "in good time"; the days are a local setting: what the record says was not told is reported when nothing was served by then. Where nothing is said, nothing is judged. Criminal cases have no such rule.',
  },
  consumes: kinds,
  subject: (o) =>
    o.kind === 'document.served'
      ? o.data.kind === 'seizure-extension'
        ? (o.data.about ?? undefined)
        : undefined
      : (o.data.item ?? undefined),
  remembersMs: days(800),
  judge(file, { amount }, { now, register, subject }) {
    if (register.casework.item(subject)?.type === 'criminal') return undefined
    let unsaid = false
    let soonest: { readonly dueAt: number; readonly startedAt: number } | undefined
    for (const said of all(file, 'property.period-extended', 'appraisal.begun')) {
      const told = said.kind === 'appraisal.begun' ? said.data.toldInWriting : said.data.told
      const served = all(file, 'document.served').find((d) => d.at >= said.at)
      const dueAt = endOfDays(said.at, amount)
      if (told === true || (served && served.at <= dueAt)) continue
      if (told === null) unsaid ||= served === undefined
      else if (now <= dueAt) soonest ??= { dueAt, startedAt: said.at }
      else
        return {
          since: dueAt,
          seen: served ? [said, served] : [said],
          unit: said.data.unit,
          officers: inChargeOf(register, subject),
          facts: { because: said.kind === 'appraisal.begun' ? 'appraisal' : 'extension' },
        }
    }
    return soonest ?? (unsaid ? { missing: 'whether the party was told' } : undefined)
  },
})
