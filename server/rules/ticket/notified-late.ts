import { nameIn } from '../../domain/ticket/register.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'

const steps: readonly string[] = ['captured', 'entered', 'notified', 'accepted', 'decided']

export const notifiedLate = deedWithin({
  id: 'ticket.notified-late',
  title: { zh: '违法信息录入后五日内未告知', en: 'Nobody was told of a record within five days of its entry' },
  grade: 'C',
  citations: [
    trafficProcedure(
      '第二十条',
      '违法行为发生地公安机关交通管理部门应当在违法行为信息录入道路交通违法信息管理系统后五日内，按照机动车备案信息中的联系方式，通过移动互联网应用程序、手机短信或者邮寄等方式将违法时间、地点、事实通知违法行为人或者机动车所有人、管理人，并告知其在三十日内接受处理。',
    ),
    trafficProcedure('第八十一条', '本规定所称的“二日”“三日”“五日”“七日”“十日”“十五日”，是指工作日，不包括节假日。'),
  ],
  params: [{ from: '2020-05-01', value: { amount: 5, unit: 'working-day' } }],
  limits: {
    zh: '只看交通技术监控记录；以登记的告知或者当事人已来处理为准，是否送达由人核查。',
    en: 'Records of cameras only; told counts as recorded, or when the party came in; whether it arrived is for people to check.',
  },
  consumes: ['ticket.step-taken'],
  subject: (o) =>
    steps.includes(o.data.step) && (o.data.kind === null || o.data.kind === 'camera')
      ? nameIn(o.data.system, o.data.ticket)
      : undefined,
  begins(file) {
    // What a camera has captured is a record of one, whether or not the entry says so again.
    const ofCamera = file.some((s) => s.data.kind === 'camera' || s.data.step === 'captured')
    const begun = ofCamera ? file.find((s) => s.data.step === 'entered') : undefined
    return (
      begun && {
        at: begun.at,
        seen: [begun],
        unit: begun.data.unit,
        officers: begun.data.officers,
        facts: { ticket: begun.data.ticket },
      }
    )
  },
  done: (file) => file.find((s) => ['notified', 'accepted', 'decided'].includes(s.data.step)),
})
