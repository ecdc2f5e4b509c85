import { z } from 'zod'
import { approverRanks } from '../../domain/observation/measure.ts'
import { trafficProcedure } from '../patterns/enactments.ts'
import { changeWithGround, waiting, waitingDefault, waitingSettings } from '../patterns/ticket-change.ts'

const leaders = ['department-chief', 'duty-chief', 'deputy-bureau-chief', 'bureau-chief', 'city-bureau'] as const

export const cancelledByLeader = changeWithGround({
  id: 'ticket.cancelled-by-leader',
  title: {
    zh: '违法信息由领导亲自消除',
    en: 'A record was cancelled by a leader in person',
  },
  grade: 'A',
  citations: [
    trafficProcedure(
      '第二十二条',
      '违法行为发生地或者机动车登记地公安机关交通管理部门应当自核实之日起三日内予以消除：',
    ),
    trafficProcedure(
      '第六十四条',
      '公安机关交通管理部门所属的交警队、车管所及重点业务岗位应当建立值日警官和法制员制度，防止和纠正执法中的错误和不当行为。',
    ),
  ],
  paramSchema: waiting.extend({ leaders: z.array(z.enum(approverRanks)) }),
  params: [{ from: '2020-05-01', value: { ...waitingDefault, leaders: [...leaders] } }],
  localSettings: waitingSettings,
  limits: {
    zh: '规定把消除权给单位，没有给任何领导个人；以日志登记的操作人职级为准，未登记的不作判断。是否只是代为录入由人核查。',
    en: 'The text gives the power to the unit and to no leader in person. Goes by the rank of the one who acted as logged, and says nothing where none is. Whether it was mere typing is for people to check.',
  },
  of: ['cancelled'],
  ground({ audits }, { leaders: ranks }) {
    const led = audits.some(({ data }) => data.rank !== null && ranks.includes(data.rank))
    return led ? { is: 'missing', missing: 'own-decision-of-the-unit' } : { is: 'lawful' }
  },
})
