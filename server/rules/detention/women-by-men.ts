import { z } from 'zod'
import { all } from '../patterns/case-file.ts'
import { lockups } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const womenByMen = wrongWhen({
  id: 'detention.women-by-men',
  title: {
    zh: '由男性民警直接管理女性被拘留人',
    en: 'Women in the lock-up were looked after by a man',
  },
  grade: 'A',
  citations: [lockups('第十五条', '对女性被拘留人的直接管理应当由女性人民警察进行。')],
  paramSchema: z.object({ least: z.number() }),
  params: [{ from: '2012-04-01', value: { least: 1 } }],
  limits: {
    zh: '男性进入关押女性的监室、同时没有女性民警在内的才报；在门外巡视不算。性别以人员登记为准，不明的不作判断。',
    en: 'Reported when a man enters a cell that holds a woman while no woman officer is inside; a look from outside is not meant. Sexes are as registered; unknown ones are not judged.',
  },
  consumes: ['room.entered'],
  subject: ({ data, observedAt }, { custody }) =>
    data.as === 'officer' && custody.room(data.room)?.kind === 'cell' ? `${data.room}/${observedAt}` : undefined,
  judge(file, { least }, { register }) {
    const { custody } = register
    for (const entered of all(file, 'room.entered')) {
      const { room, who, sex } = entered.data
      const registered = custody.room(room)
      if (registered?.facility !== 'lockup' || (sex ?? register.officer(who)?.sex) !== 'male') continue
      const inside = custody.presence(room).filter((p) => p.from <= entered.at && (p.to ?? entered.at) >= entered.at)
      const women = (as: 'held' | 'officer') =>
        inside.filter(
          (p) =>
            p.as === as &&
            (p.sex ?? (as === 'held' ? custody.person(p.who)?.values.sex : register.officer(p.who)?.sex)) === 'female',
        )
      const held = women('held')[0]
      if (!held || women('officer').length >= least) continue
      return {
        since: entered.at,
        seen: [entered, held.evidence],
        unit: registered.unit,
        officers: [who],
        facts: { room, person: held.who },
      }
    }
    return undefined
  },
})
