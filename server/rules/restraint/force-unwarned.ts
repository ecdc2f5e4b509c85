import { z } from 'zod'
import { forceKinds } from '../../domain/observation/restraint.ts'
import { first } from '../patterns/case-file.ts'
import { restraintsAndWeapons } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const forceUnwarned = wrongWhen({
  id: 'restraint.force-unwarned',
  title: { zh: '未经警告使用驱逐性、制服性警械', en: 'Batons, gas or the like were used without a warning' },
  grade: 'A',
  citations: [
    restraintsAndWeapons(
      '第七条',
      '人民警察遇有下列情形之一，经警告无效的，可以使用警棍、催泪弹、高压水枪、特种防暴枪等驱逐性、制服性警械：',
    ),
  ],
  paramSchema: z.object({ kinds: z.array(z.enum(forceKinds)) }),
  params: [{ from: '1996-01-16', value: { kinds: ['baton', 'tear-gas', 'water-cannon', 'riot-gun'] } }],
  limits: {
    zh: '以使用报告所载为准，未载明是否警告的不作判断；是否以制止为限度由人核查。',
    en: 'Goes by the report; when it does not say whether a warning was given the rule does not judge. Proportion is for people to verify.',
  },
  consumes: ['force.used'],
  subject: ({ data }) => data.use,
  judge(file, { kinds }) {
    const used = first(file, 'force.used')
    if (!used || !kinds.includes(used.data.kind)) return undefined
    if (used.data.warned === null) return { missing: 'force.used warned' }
    return used.data.warned
      ? undefined
      : {
          since: used.at,
          seen: [used],
          unit: used.data.unit,
          officers: used.data.officers,
          facts: { kind: used.data.kind },
        }
  },
})
