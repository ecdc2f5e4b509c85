import { all } from '../patterns/case-file.ts'
import { continuedQuestioning } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const continuedQuestioningBelongings = wrongWhen({
  id: 'continued-questioning.belongings',
  title: {
    zh: '送入候问室时未制作经签名的暂存物品清单',
    en: 'A person was put in the waiting room without a signed list of belongings',
  },
  grade: 'C',
  citations: [
    continuedQuestioning(
      '第三十二条',
      '将被盘问人送入候问室时，对其随身携带的物品，公安机关应当制作《暂存物品清单》，经被盘问人签名或者捺指印确认后妥为保管，不得侵吞、挪用或者损毁。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2004-10-01'),
  limits: {
    zh: '没有登记过的物品管理数据来源时不作判断。',
    en: 'Without a declared source of belongings records it does not judge.',
  },
  consumes: ['room.entered', 'belongings.listed'],
  subject: (o, register) =>
    o.kind === 'belongings.listed'
      ? o.data.stay
      : o.data.as === 'held'
        ? register.custody.openStaysOf(o.data.who).map((s) => s.stay)
        : undefined,
  judge(file, _, { register: { custody } }) {
    const entered = all(file, 'room.entered').find(
      (e) =>
        custody.room(e.data.room)?.kind === 'waiting-room' &&
        custody.measuresAt(e.data.who, e.at).some((m) => m.kind === 'continued-questioning'),
    )
    if (!entered) return undefined
    const listed = all(file, 'belongings.listed').find((l) => l.data.signed && l.at <= entered.at)
    if (listed) return undefined
    if (!custody.feeds('belongings', entered.at)) return { missing: 'sensor.installed watches belongings' }
    return {
      since: entered.at,
      seen: [entered],
      unit: custody.room(entered.data.room)?.unit,
      facts: { room: entered.data.room },
    }
  },
})
