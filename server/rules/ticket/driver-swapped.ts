import { pointsRules, trafficProcedure } from '../patterns/enactments.ts'
import { changeWithGround, waiting, waitingDefault, waitingSettings } from '../patterns/ticket-change.ts'
import { objectionUpheld } from '../patterns/ticket-ways.ts'

export const driverSwapped = changeWithGround({
  id: 'ticket.driver-swapped',
  title: {
    zh: '违法信息的驾驶人被变更而未经核查确定',
    en: 'The driver of a record was changed without having been established',
  },
  grade: 'A',
  citations: [
    trafficProcedure(
      '第二十一条',
      '经核查能够确定实际驾驶人的，公安机关交通管理部门可以在道路交通违法信息管理系统中将其记录为实际驾驶人的违法行为信息。',
    ),
    pointsRules('第三十三条', '（五）串通他人代替实际机动车驾驶人接受交通违法行为处罚和记分的；'),
    pointsRules(
      '第三十三条',
      '未严格审核当事人提供的证据材料，导致他人代替实际机动车驾驶人接受交通违法行为处罚和记分，情节严重的。',
    ),
  ],
  paramSchema: waiting,
  params: [{ from: '2020-05-01', value: waitingDefault }],
  localSettings: waitingSettings,
  limits: {
    zh: '看决定前驾驶人由一人改为另一人（含清空）；核查结论以登记的实际驾驶人和证明材料为准，没有证明材料的不算；是否真实由人核查。',
    en: 'A driver replaced by another, or taken out, before the decision. Goes by the driver established on record and what shows it, and a driver established by nothing is not; whether it is true is for people to check.',
  },
  of: ['driver'],
  ground(one) {
    const { driver } = one.change.data.fields
    const found = one.ways.filter((w) => w.kind === 'ticket.driver-identified' && w.data.driver === driver)
    const established = found.some((w) => 'proofs' in w.data && w.data.proofs.length > 0)
    const logged = one.audits.some(
      ({ data }) => data.action === 'change-driver' && data.proofs.length > 0 && data.document !== null,
    )
    if (driver !== null && (established || logged)) return { is: 'lawful' }
    if (objectionUpheld(one)) return { is: 'lawful' }
    if (driver !== null && found.length > 0) return { is: 'missing', missing: 'proof' }
    return { is: 'missing', missing: one.audits.length === 0 ? 'audit' : 'driver-identified' }
  },
})
