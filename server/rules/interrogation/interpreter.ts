import { actsOf, doorKinds, recordKinds } from '../patterns/acts.ts'
import { attendance, attendanceSettings } from '../patterns/attendance.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { withoutInterpreter } from '../patterns/interpreter.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const interrogationInterpreter = wrongWhen({
  id: 'interrogation.interpreter',
  title: {
    zh: '讯问聋、哑或者不通晓当地语言的犯罪嫌疑人未配备翻译',
    en: 'A deaf suspect, or one of another language, was interrogated without an interpreter',
  },
  grade: 'B',
  citations: [
    criminalProcedureLaw(
      '第一百二十一条',
      '讯问聋、哑的犯罪嫌疑人，应当有通晓聋、哑手势的人参加，并且将这种情况记明笔录。',
    ),
    criminalProcedure('第二百零四条', '讯问不通晓当地语言文字的犯罪嫌疑人，应当配备翻译人员。'),
  ],
  paramSchema: attendance,
  params: [{ from: '2013-01-01', value: { toleranceSeconds: 120 } }],
  localSettings: attendanceSettings,
  limits: {
    zh: '以人员登记和笔录所载在场人员为准；未登记聋哑、语言情况的不作判断。笔录、门禁都没有记载的短暂离开看不到；离开期间是否停止讯问看不到，由人核查。',
    en: 'Goes by the registered facts and those present on the record; without such facts it does not judge. A moment away that neither record nor doors tell is not seen, nor whether the questions paused meanwhile: a person has to look.',
  },
  consumes: [...recordKinds, ...doorKinds, 'person.described'],
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'interrogation'),
  judge: (file, law, moment) => withoutInterpreter(file as Parameters<typeof withoutInterpreter>[0], law, moment),
})
