import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { type Limit, limitFrom, limitSchema } from '../patterns/limit.ts'
import { byItem } from '../patterns/subjects.ts'

const kinds = ['property.seized', 'property.registered', 'property.received', 'property.released'] as const

/** 查封、先行登记保存财物的登记 (legal table J, prop-register-24h). */
export const papersLate = dueWithin<(typeof kinds)[number], Limit>({
  id: 'property.papers-late',
  title: {
    zh: '查封、先行登记保存的财物未在二十四小时内送交登记',
    en: 'Sealed or registered property was not reported to the custodian within 24 hours',
  },
  grade: 'C',
  citations: [
    adminProcedure(
      '第一百九十条',
      '对查封、冻结、先行登记保存的涉案财物，应当在采取措施后的二十四小时内，将法律文书复印件及涉案财物的情况送交涉案财物管理人员予以登记。',
    ),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2013-01-01', 24, 'hour'),
  limits: {
    zh: '以台账登记且文书复印件已送交为准；只看行政案件。冻结的登记由人核查。',
    en: 'An entry in the ledger with copies of the papers counts; administrative cases only. Frozen accounts are for people to check.',
  },
  consumes: kinds,
  subject: byItem,
  begins(file) {
    const seized = first(file, 'property.seized')
    if (!seized || seized.data.type === 'criminal') return undefined
    const { how, movable, unit, officers, what } = seized.data
    if (movable && how !== 'sealing' && how !== 'advance-registration') return undefined
    return { at: seized.at, seen: [seized], unit, officers, facts: { what, kind: how } }
  },
  limit: (law) => law,
  done: (file) =>
    deed(
      all(file, 'property.registered', 'property.received', 'property.released').find(
        (r) => r.kind !== 'property.registered' || r.data.papers,
      ),
    ),
})
