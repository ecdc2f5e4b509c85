import { actsOf, doorKinds, recordKinds } from '../patterns/acts.ts'
import { attendance, attendanceSettings } from '../patterns/attendance.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { withoutInterpreter } from '../patterns/interpreter.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const questioningInterpreter = wrongWhen({
  id: 'questioning.interpreter',
  title: {
    zh: '询问聋哑人或者不通晓当地语言的人未配备翻译',
    en: 'A deaf person, or someone of another language, was questioned without an interpreter',
  },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百零一条',
      '询问聋哑的违反治安管理行为人、被侵害人或者其他证人，应当有通晓手语等交流方式的人提供帮助，并在笔录上注明。',
    ),
    publicOrder2025(
      '第一百零一条',
      '询问不通晓当地通用的语言文字的违反治安管理行为人、被侵害人或者其他证人，应当配备翻译人员，并在笔录上注明。',
    ),
    publicOrder2012(
      '第八十六条',
      '询问聋哑的违反治安管理行为人、被侵害人或者其他证人，应当有通晓手语的人提供帮助，并在笔录上注明。',
    ),
    adminProcedure('第七十六条', '询问聋哑人，应当有通晓手语的人提供帮助'),
  ],
  paramSchema: attendance,
  params: [{ from: '2006-03-01', value: { toleranceSeconds: 120 } }],
  localSettings: attendanceSettings,
  limits: {
    zh: '以人员登记和笔录所载在场人员为准；未登记聋哑、语言情况的不作判断。笔录、门禁都没有记载的短暂离开看不到；离开期间是否停止询问看不到，由人核查。',
    en: 'Goes by the registered facts and those present on the record; without such facts it does not judge. A moment away that neither record nor doors tell is not seen, nor whether the questions paused meanwhile: a person has to look.',
  },
  consumes: [...recordKinds, ...doorKinds, 'person.described'],
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'questioning' && a.caseType !== 'criminal'),
  judge: (file, law, moment) => withoutInterpreter(file as Parameters<typeof withoutInterpreter>[0], law, moment),
})
