import { actsOf, doorKinds, recordKinds } from '../patterns/acts.ts'
import { attendanceSettings } from '../patterns/attendance.ts'
import { criminalProcedure, criminalProcedureLaw, minors } from '../patterns/enactments.ts'
import { minorAttended, withoutGuardian } from '../patterns/guardian.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const interrogationMinorWithoutGuardian = wrongWhen({
  id: 'interrogation.minor-without-guardian',
  title: {
    zh: '讯问未成年犯罪嫌疑人时法定代理人、合适成年人未到场',
    en: 'A minor was interrogated with no legal representative or appropriate adult present',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第二百八十一条',
      '对于未成年人刑事案件，在讯问和审判的时候，应当通知未成年犯罪嫌疑人、被告人的法定代理人到场。',
    ),
    criminalProcedure('第三百二十三条', '讯问未成年犯罪嫌疑人，应当通知未成年犯罪嫌疑人的法定代理人到场。'),
    minors('第一百一十条', '应当依法通知其法定代理人或者其成年亲属、所在学校的代表等合适成年人到场'),
  ],
  paramSchema: minorAttended,
  params: [{ from: '2013-01-01', value: { underYears: 18, toleranceSeconds: 120 } }],
  localSettings: attendanceSettings,
  limits: {
    zh: '年龄以所报出生日期为准，没有出生日期时不作判断；未成年被害人、证人的询问同样适用。笔录、门禁都没有记载的短暂离开看不到；离开期间是否停止讯问看不到，由人核查。',
    en: 'Age is reckoned from the reported birth date; without one it does not judge. Holds for minor victims and witnesses too. A moment away that neither record nor doors tell is not seen, nor whether the questions paused meanwhile: a person has to look.',
  },
  consumes: [...recordKinds, ...doorKinds, 'person.described'],
  keeps: recordKinds,
  subject: actsOf((a) => a.caseType === 'criminal' && (a.kind === 'interrogation' || a.kind === 'questioning')),
  judge: (file, law, moment) => withoutGuardian(file as Parameters<typeof withoutGuardian>[0], law, moment),
})
