import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { type Limit, limitFrom, limitSchema } from '../patterns/limit.ts'

const kinds = ['case.request-made', 'case.request-answered', 'case.filed'] as const

/** 检察院通知立案 (legal table I, intake-no-case-notice-3d). */
export const filingOrder = dueWithin<(typeof kinds)[number], Limit>({
  id: 'case.filing-order',
  title: {
    zh: '检察院通知立案后未在十五日以内立案',
    en: 'A case that the procuratorate ordered to be filed was not filed within fifteen days',
  },
  grade: 'A',
  citations: [
    criminalProcedure(
      '第一百八十二条',
      '人民检察院通知公安机关立案的，公安机关应当在收到通知书后十五日以内立案，并将立案决定书复印件送达人民检察院。',
    ),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2013-01-01', 15, 'day'),
  limits: {
    zh: '以刑事立案或者登记为已办理的答复为立案，答复不立案的不算；立案决定书是否送达检察院由人核查。',
    en: 'A criminal filing, or an answer on record as done, counts; an answer that refuses does not. Whether the copy reached the procuratorate is for people to check.',
  },
  consumes: kinds,
  subject: (o) => (o.kind === 'case.request-made' && o.data.kind !== 'file-as-ordered' ? undefined : o.data.case),
  begins(file) {
    const made = first(file, 'case.request-made')
    if (!made) return undefined
    const { unit, kind, person, request } = made.data
    return { at: made.at, seen: [made], unit, facts: { request, kind, person } }
  },
  limit: (law) => law,
  done(file, begun) {
    const filed = all(file, 'case.filed').find((f) => f.data.type === 'criminal')
    const answered = all(file, 'case.request-answered').find(
      ({ data }) => data.request === begun.facts?.request && !['refused', 'explained'].includes(data.result),
    )
    return deed([filed, answered].filter((one) => one !== undefined).toSorted((a, b) => a.at - b.at)[0])
  },
})
