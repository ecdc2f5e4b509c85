import { actsOf, doorKinds, recordKinds } from '../patterns/acts.ts'
import { attendanceSettings } from '../patterns/attendance.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { minorAttended, withoutGuardian } from '../patterns/guardian.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const questioningMinorWithoutGuardian = wrongWhen({
  id: 'questioning.minor-without-guardian',
  title: {
    zh: '询问未成年违反治安管理行为人时监护人等合适成年人未到场',
    en: 'A minor was questioned with no guardian or other appropriate adult present',
  },
  grade: 'A',
  citations: [
    publicOrder2025('第九十八条', '询问不满十八周岁的违反治安管理行为人，应当通知其父母或者其他监护人到场；'),
    publicOrder2025('第九十八条', '确实无法通知或者通知后未到场的，应当在笔录中注明。'),
    publicOrder2012('第八十四条', '询问不满十六周岁的违反治安管理行为人，应当通知其父母或者其他监护人到场。'),
    adminProcedure('第七十五条', '询问未成年人时，应当通知其父母或者其他监护人到场'),
  ],
  paramSchema: minorAttended,
  params: [
    { from: '2006-03-01', value: { underYears: 16, toleranceSeconds: 120 } },
    { from: '2026-01-01', value: { underYears: 18, toleranceSeconds: 120 } },
  ],
  localSettings: attendanceSettings,
  limits: {
    zh: '年龄以所报出生日期为准，没有出生日期时不作判断；2026年以前程序规定第七十五条的“未成年人”按治安管理处罚法的十六周岁执行，由人核查。笔录、门禁都没有记载的短暂离开看不到；离开期间是否停止询问看不到，由人核查。',
    en: 'Age is reckoned from the reported birth date; without one it does not judge. Before 2026 it holds to the sixteen years of the statute. A moment away that neither record nor doors tell is not seen, nor whether the questions paused meanwhile: a person has to look.',
  },
  consumes: [...recordKinds, ...doorKinds, 'person.described'],
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'questioning' && a.caseType !== 'criminal'),
  judge: (file, law, moment) => withoutGuardian(file as Parameters<typeof withoutGuardian>[0], law, moment),
})
