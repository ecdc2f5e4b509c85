import { z } from 'zod'
import { toldBy } from '../../domain/custody/people.ts'
import { all } from '../patterns/case-file.ts'
import {
  adminProcedure,
  criminalProcedure,
  criminalProcedureLaw,
  lockups,
  publicOrder2012,
  publicOrder2025,
} from '../patterns/enactments.ts'
import { byPerson } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const allowed = z.object({
  /** Whether a doctor who is a man may do it, by kind of check and type of case. */
  doctor: z.array(z.enum(['public-order', 'administrative', 'criminal'])),
})

export const womanCheckedByMan = wrongWhen({
  id: 'inspection.woman-checked-by-man',
  title: { zh: '由男性检查、搜查妇女的身体', en: 'A woman’s body was checked or searched by a man' },
  grade: 'A',
  citations: [
    publicOrder2025('第一百零三条', '检查妇女的身体，应当由女性工作人员或者医师进行。'),
    publicOrder2012('第八十七条', '检查妇女的身体，应当由女性工作人员进行。'),
    adminProcedure('第八十四条', '检查妇女的身体，应当由女性工作人员进行。'),
    criminalProcedureLaw('第一百三十二条', '检查妇女的身体，应当由女工作人员或者医师进行。'),
    criminalProcedureLaw('第一百三十九条', '搜查妇女的身体，应当由女工作人员进行。'),
    criminalProcedure('第一百五十五条', '对女性的人身检查，应当由女工作人员进行。'),
    lockups('第十一条', '对女性被拘留人的人身检查应当由女性人民警察进行。'),
  ],
  paramSchema: allowed,
  params: [
    { from: '2006-03-01', value: { doctor: ['criminal'] } },
    { from: '2026-01-01', value: { doctor: ['criminal', 'public-order'] } },
  ],
  limits: {
    zh: '检查人、被检查人的性别以登记为准，不明时不作判断；入所检查和搜查一律须由女性进行。',
    en: 'Sexes are as registered; when unknown it does not judge. Intake checks and searches are for women in every case.',
  },
  consumes: ['body.checked', 'person.described'],
  keeps: ['body.checked'],
  subject: byPerson,
  lawAt: (file) => all(file, 'body.checked').at(-1)?.at ?? file[0]!.at,
  judge(file, law, { register: { custody }, subject, paramsAt }) {
    const facts = custody.person(subject)
    for (const check of all(file, 'body.checked')) {
      const { kind, caseType, examinerSex, examinerIs, unit } = check.data
      const doctors = (paramsAt(check.at) ?? law).doctor
      const doctorMay = kind === 'check' && doctors.includes(caseType)
      if (examinerIs === 'doctor' && doctorMay) continue
      if (facts?.values.sex === 'male' || examinerSex === 'female') continue
      if (facts?.values.sex === undefined || examinerSex === null)
        return { missing: 'sex of the person or of the examiner' }
      return {
        since: check.at,
        seen: [check, toldBy(facts, 'sex')],
        unit,
        facts: { act: check.data.act, kind, examinerIs, person: subject },
      }
    }
    return undefined
  },
})
