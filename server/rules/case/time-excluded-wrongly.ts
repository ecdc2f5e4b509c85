import { z } from 'zod'
import { days } from '../../domain/time.ts'
import { all, evidence } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { byCase } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ hearingExcluded: z.boolean() })

/** 不计入期限 (legal table I, case-psa-excluded-time): what is deducted needs a record of what it was. */
export const timeExcludedWrongly = wrongWhen({
  id: 'case.time-excluded-wrongly',
  title: {
    zh: '办案期限扣除的时间没有法定依据或者记录',
    en: 'Time was not counted without a ground in law or a record of it',
  },
  grade: 'C',
  citations: [
    publicOrder2025('第一百一十八条', '为了查明案情进行鉴定的期间、听证的期间，不计入办理治安案件的期限。'),
    publicOrder2012('第九十九条', '为了查明案情进行鉴定的期间，不计入办理治安案件的期限。'),
    adminProcedure('第一百六十五条', '为了查明案情进行鉴定的期间，不计入办案期限。'),
  ],
  paramSchema: schema,
  params: [
    { from: '2006-03-01', value: { hearingExcluded: false } },
    { from: '2026-01-01', value: { hearingExcluded: true } },
  ],
  limits: {
    zh: '扣除以案件系统登记为准；与登记的鉴定、听证按案件对应。2026年以前听证期间照计。调解另有起算规定，不属扣除。',
    en: 'Goes by what the case system says it deducted and the appraisals and hearings it recorded for the case. Before 2026 a hearing’s time counted. Mediation begins the period anew and is no deduction.',
  },
  consumes: ['case.time-excluded', 'appraisal.begun', 'appraisal.ended', 'hearing.requested', 'hearing.held'],
  subject: byCase,
  lawAt: (file) => all(file, 'case.time-excluded')[0]?.data.from ?? file[0]!.at,
  remembersMs: days(800),
  judge(file, law) {
    for (const told of all(file, 'case.time-excluded')) {
      const { reason, from, to, unit } = told.data
      const wrong = (why: string, seen: readonly number[] = [], since = from) => ({
        since,
        seen: [told, seen],
        unit,
        facts: { why, reason, from, to },
      })
      if (reason === 'appraisal') {
        const begun = all(file, 'appraisal.begun').find(
          (a) => told.data.basis === null || a.data.appraisal === told.data.basis,
        )
        if (!begun) return wrong('no-record')
        const ended = all(file, 'appraisal.ended').find((e) => e.data.appraisal === begun.data.appraisal)
        if (from < begun.at) return wrong('begins-before', evidence(begun))
        if (ended && (to ?? told.at) > ended.at) return wrong('goes-on-after', evidence(begun, ended), ended.at)
        continue
      }
      if (reason === 'hearing') {
        if (!law.hearingExcluded) return wrong('not-in-law')
        if (!all(file, 'hearing.requested', 'hearing.held').length) return wrong('no-record')
        continue
      }
      if (reason !== 'mediation') return wrong('not-in-law')
    }
    return undefined
  },
})
