import { actsOf, doorKinds, recordKinds } from '../patterns/acts.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { withoutInterpreter } from '../patterns/interpreter.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
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
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '以人员登记和笔录所载在场人员为准；未登记聋哑、语言情况的不作判断。',
    en: 'Goes by the registered facts and those present on the record; without such facts it does not judge.',
  },
  consumes: [...recordKinds, ...doorKinds, 'person.described'],
  keeps: recordKinds,
  subject: actsOf((a) => a.kind === 'interrogation'),
  judge: (file, _, { register }) => withoutInterpreter(file as Parameters<typeof withoutInterpreter>[0], register),
})
