import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { internalAffairs, unread } from '../patterns/elsewhere.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const armouryByTwo = wrongWhen({
  id: 'restraint.armoury-by-two',
  title: { zh: '枪弹库（柜）未由二人同时开启', en: 'An armoury was opened by fewer than two officers' },
  grade: 'A',
  citations: [internalAffairs('第一百七十九条', '枪弹库（室、柜）实行双人双锁，由二人同时开启。')],
  paramSchema: z.object({ least: z.number() }),
  params: [{ from: '2021-12-28', value: { least: 2 } }],
  shipsOff: unread,
  limits: {
    zh: '以智能枪柜或者门禁登记的开启人为准，辅警不计；枪弹分离、库房二十四小时值守由岗位规则和人核查。',
    en: 'Goes by whose keys or cards the cabinet or door registers, auxiliaries not counted; keeping arms and ammunition apart, and the guard round the clock, are for the rules on posts and for people.',
  },
  consumes: ['armoury.opened'],
  subject: ({ data }) => data.opening,
  judge(file, { least }, { register }) {
    const opened = first(file, 'armoury.opened')
    if (!opened) return undefined
    const police = new Set(opened.data.officers.filter((o) => !isAuxiliary(register, o)))
    if (police.size >= least) return undefined
    const { unit, officers, armoury } = opened.data
    return { since: opened.at, seen: [opened], unit, officers, facts: { armoury, police: police.size } }
  },
})
