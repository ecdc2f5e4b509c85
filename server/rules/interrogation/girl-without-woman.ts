import { age, toldBy } from '../../domain/custody/people.ts'
import { seconds } from '../../domain/time.ts'
import { actOf, actsOf, doorKinds, namedAt, type RecordKind, recordKinds } from '../patterns/acts.ts'
import { attendanceSettings, attendeesAt, firstLack, inside, seenAtDoors } from '../patterns/attendance.ts'
import type { CaseFile } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { minorAttended } from '../patterns/guardian.ts'
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
  paramSchema: minorAttended,
  params: [{ from: '2013-01-01', value: { underYears: 18, toleranceSeconds: 120 } }],
  localSettings: attendanceSettings,
  limits: {
    zh: '性别、年龄以登记为准，不明时不作判断；在场人员以笔录、民警登记性别和门禁为准。笔录、门禁都没有记载的短暂离开看不到；离开期间是否停止讯问看不到，由人核查。',
    en: 'Sex and age are as registered; when unknown it does not judge. Presence goes by the record, the officers’ registered sex and the doors. A moment away that neither tells is not seen, nor whether the questions paused meanwhile: a person has to look.',
  },
  consumes: [...recordKinds, ...doorKinds, 'person.described'],
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'interrogation'),
  judge(file, law, { now, register }) {
    const own = file as CaseFile<RecordKind>
    const act = actOf(own)
    if (!act?.data.person) return undefined
    const facts = register.custody.person(act.data.person)
    const years = age(facts, act.started.at)
    if (facts?.values.sex === 'male') return undefined
    if (years === undefined || facts?.values.sex === undefined) return { missing: 'person.described sex and birthDate' }
    if (years >= law.underYears) return undefined
    const sexOf = (officer: string) => register.officer(officer)?.sex
    const doors = seenAtDoors(
      own,
      register,
      (p) => (p.as === 'officer' || p.as === 'auxiliary') && (p.sex ?? sexOf(p.who)) === 'female',
    )
    let unknownSex = false
    const { found, growing } = firstLack(own, doors, now, law, (at) => {
      if (doors.some((p) => inside(p, at)) || attendeesAt(own, at, ['female-staff']) > 0) return 'yes'
      const named = namedAt(own, act.started, at)
      const women = named.filter((o) => sexOf(o) === 'female')
      if (women.some((o) => doors.every((p) => p.who !== o))) return 'yes'
      if (named.some((o) => !sexOf(o))) {
        unknownSex = true
        return 'yes'
      }
      return women.length > 0 ? 'not-by-doors' : 'not-on-record'
    })
    if (growing !== undefined) return { dueAt: growing + seconds(law.toleranceSeconds), startedAt: growing }
    if (!found) return unknownSex ? { missing: 'officer.registered sex' } : undefined
    return {
      since: found.from,
      seen: [...found.seen, toldBy(facts, 'sex', 'birthDate')],
      unit: act.data.unit,
      officers: namedAt(own, act.started, found.from),
      facts: {
        act: act.data.act,
        person: act.data.person,
        years,
        ...(found.whole ? {} : { shownBy: found.shownBy, until: found.to ?? null }),
      },
    }
  },
})
