import { z } from 'zod'
import { days } from '../../domain/time.ts'
import { defineRule } from '../define-rule.ts'
import { all, type CaseFile, evidence, filed, last } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { byItem } from '../patterns/subjects.ts'
import { about, by, idle, over } from '../patterns/verdicts.ts'

const kinds = ['property.borrowed', 'property.returned', 'property.released', 'property.disposed'] as const
type Kind = (typeof kinds)[number]
const schema = z.object({ returnDays: z.number().positive() })

/** 调用归还 (legal table J, prop-borrow-return). */
export const notReturned = defineRule<CaseFile<Kind>, z.infer<typeof schema>, Kind>({
  id: 'property.not-returned',
  title: { zh: '调用的涉案财物没有及时归还', en: 'Borrowed case property was not returned in time' },
  grade: 'B',
  citations: [
    adminProcedure(
      '第一百九十条',
      '因询问、鉴定、辨认、检验、检查等办案需要，经办案部门负责人批准，办案人民警察可以调用涉案财物，并及时归还。',
    ),
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { returnDays: 3 } }],
  localSettings: [
    {
      param: 'returnDays',
      title: { zh: '没有登记归还时间时的期限', en: 'Time to return when none was registered' },
      unit: 'day',
    },
  ],
  limits: {
    zh: '以登记的归还时间为准；没有登记的，“及时”按本局设定，自借出之时按每日二十四小时计。依法移送、发还的不再要求归还。',
    en: 'Goes by the registered time of return; where none was, what is timely is a setting, counted from the loan in days of 24 hours. What was handed on or given back by law need not return.',
  },
  consumes: kinds,
  subject: byItem,
  initial: [],
  evolve: filed,
  evaluate(file, { now, paramsAt }) {
    const out = last(file, 'property.borrowed')
    if (!out) return idle(file, now)
    const law = paramsAt(out.at)
    if (!law) return over(now)
    const back = all(file, 'property.returned', 'property.released', 'property.disposed').find((b) => b.at >= out.at)
    const { dueAt, unit, by: officer, purpose } = out.data
    return by(
      { startedAt: out.at, dueAt: dueAt ?? out.at + days(law.returnDays), doneAt: back?.at, now },
      {
        evidence: evidence(out, back),
        facts: { purpose, registered: dueAt !== null },
        concerns: about(unit, [officer]),
      },
    )
  },
})
