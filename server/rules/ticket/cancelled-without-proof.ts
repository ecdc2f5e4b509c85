import { trafficProcedure } from '../patterns/enactments.ts'
import { changeWithGround, waitingSettings } from '../patterns/ticket-change.ts'
import { groundGiven, grounds, groundsDefault, hasProof, objectionUpheld } from '../patterns/ticket-ways.ts'

export const cancelledWithoutProof = changeWithGround({
  id: 'ticket.cancelled-without-proof',
  title: {
    zh: '违法信息消除有事由而无证明材料',
    en: 'A record was cancelled on a ground without anything that proves it',
  },
  grade: 'A',
  citations: [
    trafficProcedure(
      '第二十二条',
      '有下列情形之一并经核实的，违法行为发生地或者机动车登记地公安机关交通管理部门应当自核实之日起三日内予以消除：',
    ),
    trafficProcedure(
      '第二十二条',
      '（三）违法行为人或者机动车所有人、管理人提供证据证明机动车因救助危难或者紧急避险造成的违法行为；',
    ),
  ],
  paramSchema: grounds,
  params: [{ from: '2020-05-01', value: groundsDefault }],
  localSettings: waitingSettings,
  limits: {
    zh: '只看有无证明文件，不看内容；没有事由的另有规则。',
    en: 'Whether there is a file, not what is in it; a missing ground is for another rule.',
  },
  of: ['cancelled'],
  ground(one, { mostGround }) {
    if (groundGiven(one, mostGround) === undefined || objectionUpheld(one) || hasProof(one)) return { is: 'lawful' }
    return { is: 'missing', missing: 'proof' }
  },
})
