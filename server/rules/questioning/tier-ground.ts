import { all } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { byMeasure } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'
import { questioningMeasures } from './clock.ts'
import { allows, tierOf, tierParams, tiers } from './tier.ts'

export const questioningTierGround = wrongWhen({
  id: 'questioning.tier-ground',
  title: { zh: '不具备法定情形而延长询问查证时间', en: 'Questioning was prolonged to a tier whose ground is missing' },
  grade: 'A',
  citations: [
    publicOrder2025(
      '第九十七条',
      '涉案人数众多、违反治安管理行为人身份不明的，询问查证的时间不得超过十二小时；情况复杂，依照本法规定可能适用行政拘留处罚的，询问查证的时间不得超过二十四小时。',
    ),
    publicOrder2012('第八十三条', '情况复杂，依照本法规定可能适用行政拘留处罚的，询问查证的时间不得超过二十四小时。'),
    adminProcedure('第六十九条', '案情复杂，违法行为依法可能适用行政拘留处罚的，询问查证的时间不得超过二十四小时。'),
  ],
  paramSchema: tiers,
  params: tierParams,
  limits: {
    zh: '只对照登记的事由：24小时一档须情况复杂并且可能适用行政拘留，12小时一档自2026年起才有。登记未载明事由时不作判断。',
    en: 'Compares the recorded grounds only: 24 hours need a complex case and possible administrative detention, 12 hours exist since 2026. Without recorded grounds it does not judge.',
  },
  consumes: ['measure.extended'],
  subject: byMeasure(...questioningMeasures),
  judge(file, law) {
    for (const e of all(file, 'measure.extended')) {
      const tier = tierOf(law, e.data.total)
      if (tier && e.data.grounds.length === 0) return { missing: 'measure.extended grounds' }
      if (!tier || !allows(tier, e.data.grounds))
        return {
          since: e.at,
          seen: [e],
          unit: e.data.unit,
          officers: e.data.by ? [e.data.by] : [],
          facts: { toHours: e.data.total.amount, grounds: e.data.grounds.join(','), person: e.data.person },
        }
    }
    return undefined
  },
})
