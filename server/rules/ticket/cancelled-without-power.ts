import { trafficProcedure } from '../patterns/enactments.ts'
import { changeWithGround, waiting, waitingDefault, waitingSettings } from '../patterns/ticket-change.ts'
import { belongsTo } from '../patterns/ticket-ways.ts'

export const cancelledWithoutPower = changeWithGround({
  id: 'ticket.cancelled-without-power',
  title: {
    zh: '违法信息由无权单位消除',
    en: 'A record was cancelled by a unit that has no power over it',
  },
  grade: 'A',
  citations: [
    trafficProcedure(
      '第二十二条',
      '违法行为发生地或者机动车登记地公安机关交通管理部门应当自核实之日起三日内予以消除：',
    ),
  ],
  paramSchema: waiting,
  params: [{ from: '2020-05-01', value: waitingDefault }],
  localSettings: waitingSettings,
  limits: {
    zh: '有权单位为违法行为发生地或者机动车登记地交管部门及其下属；操作单位以日志或者操作人所属单位为准，都没有的不可观测。',
    en: 'Empowered are the unit of the place and that of the vehicle’s registration, and what belongs to them; who acted goes by the log, or by the officer’s unit. Neither known: it cannot be observed.',
  },
  of: ['cancelled'],
  ground({ change, audits }, _, register) {
    const { unit, registeredWith } = change.data.fields
    const authorities = [unit, registeredWith].filter((one) => one !== null)
    const audit = audits.at(-1)?.data
    const officer = audit?.officer ?? audit?.accountOf
    const acting = audit?.unit ?? (officer ? register.officer(officer)?.unit : undefined)
    // Without a log entry nobody knows who acted; the missing ground is told by another rule.
    if (!acting || authorities.length === 0) return { is: 'unseen', unseen: 'the unit that acted' }
    return belongsTo(register, acting, authorities) ? { is: 'lawful' } : { is: 'missing', missing: 'power' }
  },
})
