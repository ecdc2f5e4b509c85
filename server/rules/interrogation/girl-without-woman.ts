import { age, toldBy } from '../../domain/custody/people.ts'
import { actOf, actsOf, doorKinds, type RecordKind, recordKinds } from '../patterns/acts.ts'
import { all, type CaseFile } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { minorAge } from '../patterns/guardian.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const girlWithoutWoman = wrongWhen({
  id: 'interrogation.girl-without-woman',
  title: {
    zh: '讯问女性未成年犯罪嫌疑人没有女工作人员在场',
    en: 'A girl was interrogated with no woman of the staff present',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第二百八十一条', '讯问女性未成年犯罪嫌疑人，应当有女工作人员在场。'),
    criminalProcedure('第三百二十四条', '讯问女性未成年犯罪嫌疑人，应当有女工作人员在场。'),
  ],
  paramSchema: minorAge,
  params: [{ from: '2013-01-01', value: { underYears: 18 } }],
  limits: {
    zh: '性别、年龄以登记为准，不明时不作判断；在场人员以笔录、民警登记性别和门禁为准。',
    en: 'Sex and age are as registered; when unknown it does not judge. Presence goes by the record, the officers’ registered sex and the doors.',
  },
  consumes: [...recordKinds, ...doorKinds, 'person.described'],
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'interrogation'),
  judge(file, { underYears }, { register }) {
    const own = file as CaseFile<RecordKind>
    const act = actOf(own)
    if (!act?.data.person) return undefined
    const { custody } = register
    const facts = custody.person(act.data.person)
    const years = age(facts, act.started.at)
    if (facts?.values.sex === 'male') return undefined
    if (years === undefined || facts?.values.sex === undefined) return { missing: 'person.described sex and birthDate' }
    if (years >= underYears) return undefined
    const joined = all(own, 'act.joined')
    const officers = [...act.data.officers, ...joined.flatMap((j) => j.data.officer ?? [])]
    const others = [
      ...act.data.attendees,
      ...joined.flatMap((j) => (j.data.as ? [{ as: j.data.as, sex: j.data.sex }] : [])),
    ]
    const seen =
      act.data.room === null
        ? []
        : custody
            .presence(act.data.room)
            .filter((p) => p.from < (act.endedAt ?? Infinity) && (p.to ?? Infinity) > act.started.at)
    const woman =
      officers.some((o) => register.officer(o)?.sex === 'female') ||
      others.some((a) => a.as === 'female-staff') ||
      seen.some(
        (p) => (p.as === 'officer' || p.as === 'auxiliary') && (p.sex ?? register.officer(p.who)?.sex) === 'female',
      )
    if (woman) return undefined
    if (officers.some((o) => !register.officer(o)?.sex)) return { missing: 'officer.registered sex' }
    return {
      since: act.started.at,
      seen: [act.started, toldBy(facts, 'sex', 'birthDate')],
      unit: act.data.unit,
      officers,
      facts: { act: act.data.act, person: act.data.person, years },
    }
  },
})
