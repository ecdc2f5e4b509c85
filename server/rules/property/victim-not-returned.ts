import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure, criminalProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { inChargeOf } from '../patterns/in-charge.ts'
import { byItem } from '../patterns/subjects.ts'

const schema = z.object({ returnDays: z.number().positive() })
const kinds = ['property.owner-clear', 'property.released', 'property.disposed'] as const

/** 发还被害人 (legal table J, prop-victim-return). */
export const victimNotReturned = dueWithin<(typeof kinds)[number], z.infer<typeof schema>>({
  id: 'property.victim-not-returned',
  title: { zh: '权属明确的被害人财物没有及时发还', en: 'A victim’s own property was not given back in time' },
  grade: 'B',
  citations: [
    adminProcedure('第一百九十二条', '应当在登记、拍照或者录像和估价后，及时发还被侵害人。'),
    criminalProcedure(
      '第二百三十四条',
      '应当在登记、拍照或者录音录像和估价后，报经县级以上公安机关负责人批准，开具发还清单返还',
    ),
    publicOrder2025('第一百三十九条', '（五）违反规定使用或者不及时返还被侵害人财物的；'),
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { returnDays: 10 } }],
  localSettings: [
    {
      param: 'returnDays',
      title: { zh: '“及时发还”的容许时间', en: 'What counts as giving back in time' },
      unit: 'day',
    },
  ],
  limits: {
    zh: '自登记“权属明确且无争议、不影响办案”起算；“及时”没有数字，为本局设定。',
    en: 'Counts from the entry that ownership is clear and the case does not need it; “in time” has no number and is a setting.',
  },
  consumes: kinds,
  subject: byItem,
  begins(file, { register, subject }) {
    const clear = first(file, 'property.owner-clear')
    return (
      clear && {
        at: clear.at,
        seen: [clear],
        unit: clear.data.unit,
        officers: inChargeOf(register, subject),
        facts: { person: clear.data.owner },
      }
    )
  },
  limit: (law) => ({ amount: law.returnDays, unit: 'day' }),
  done: (file) => deed(first(file, 'property.released', 'property.disposed')),
})
