import { trafficProcedure } from '../patterns/enactments.ts'
import { changeWithGround, waiting, waitingDefault, waitingSettings } from '../patterns/ticket-change.ts'

export const ticketDeleted = changeWithGround({
  id: 'ticket.deleted',
  title: { zh: '罚单记录被删除或者改号', en: 'A ticket was deleted or given another number' },
  grade: 'A',
  citations: [
    trafficProcedure('第六十八条', '公安机关交通管理部门应当使用道路交通违法信息管理系统对违法行为信息进行管理。'),
    trafficProcedure('第七十六条', '在处理违法行为过程中形成的其他文书应当一并存入案卷。'),
  ],
  paramSchema: waiting,
  params: [{ from: '2020-05-01', value: waitingDefault }],
  localSettings: waitingSettings,
  limits: {
    zh: '规定只有消除、撤销，没有删除；草稿和未审核的采集记录不看。按保存期限清理的由人核查。',
    en: 'The texts know cancelling and revoking, and no deletion. Drafts and unreviewed captures are left out; clearing by retention period is for people to check.',
  },
  of: ['deleted'],
  ground: ({ change }) => ({
    is: 'missing',
    missing: change.data.renumberedTo === null ? 'lawful-way' : `renumbered ${change.data.renumberedTo}`,
  }),
})
