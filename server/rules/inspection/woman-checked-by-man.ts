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
import { wrongWhen } from '../patterns/wrong-when.ts'

const allowed = z.object({
  /** Whether a doctor who is a man may do it, by kind of check and type of case. */
  doctor: z.array(z.enum(['public-order', 'administrative', 'criminal'])),
})

export const womanCheckedByMan = wrongWhen({
  id: 'inspection.woman-checked-by-man',
  title: {
    zh: '由男性或者其他不得检查的人检查、搜查妇女的身体',
    en: 'A woman’s body was checked or searched by a man, or by someone else who may not',
  },
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
    zh: '检查人、被检查人的性别以登记为准，不明时不作判断；入所检查和搜查一律须由女性进行；拘留所入所检查（案件类别非刑事）须由女性人民警察进行。采集样本不是检查身体，不在此列。',
    en: 'Sexes are as registered; when unknown it does not judge. Intake checks and searches are for women in every case; a lock-up’s intake, told by a case type other than criminal, for policewomen. Taking a sample is no check of the body.',
  },
  consumes: ['body.checked', 'person.described'],
  keeps: ['body.checked'],
  subject: (o, { custody }) =>
    o.kind === 'body.checked' ? `${o.data.act}/${o.data.person}` : custody.deedsOf('body.checked', o.data.person),
  judge(file, law, { register: { custody }, paramsAt }) {
    for (const check of all(file, 'body.checked')) {
      const { kind, caseType, examinerSex, examinerIs, unit, person } = check.data
      const facts = custody.person(person)
      // Taking a sample is no check of the body: the law asks for approval, not for a woman.
      if (kind === 'sample' || facts?.values.sex === 'male') continue
      const doctors = (paramsAt(check.at) ?? law).doctor
      if (examinerIs === 'doctor' && kind === 'check' && doctors.includes(caseType)) continue
      // 对女性被拘留人的人身检查应当由女性人民警察进行: a lock-up's own intake, which no criminal case brings about.
      const policeOnly = kind === 'intake' && caseType !== 'criminal'
      if (examinerSex === 'female' && (!policeOnly || examinerIs === 'officer')) continue
      if (facts?.values.sex === undefined || (examinerSex === null && !(policeOnly && examinerIs !== 'officer')))
        return { missing: 'sex of the person or of the examiner' }
      return {
        since: check.at,
        seen: [check, toldBy(facts, 'sex')],
        unit,
        facts: { act: check.data.act, kind, examinerIs, person },
      }
    }
    return undefined
  },
})
