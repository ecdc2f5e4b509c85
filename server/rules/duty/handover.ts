import { deedWithin } from '../patterns/deed-within.ts'
import { internalAffairs, unread } from '../patterns/elsewhere.ts'
import { endingWatches, handoverBegins, handoverDone, handoverKinds } from '../patterns/handover.ts'

/** 交接班 (legal table N, duty-handover). */
export const handover = deedWithin({
  id: 'duty.handover',
  title: { zh: '交接班没有双方签字的交接记录', en: 'A watch was not handed over with the signatures of both sides' },
  grade: 'C',
  citations: [
    internalAffairs('第一百四十条', '值班人员按时交接班并签字；未办结的事项由交班人员继续办理或者交代清楚。'),
  ],
  params: [{ from: '2021-12-28', value: { amount: 60, unit: 'minute' } }],
  localSettings: [
    {
      param: 'amount',
      title: { zh: '下班后补齐交接记录的时间', en: 'Time to complete the handover record' },
      unit: 'minute',
    },
  ],
  shipsOff: unread,
  limits: {
    zh: '只看同一岗位前后相接的值班；没有下一班的不看。双方各有一人签字即可，内容是否属实看不到。分钟数为本局设定。',
    en: 'Only watches at the same post that follow each other. One signature from each side is enough; whether the record is true it cannot see. The minutes are the bureau’s.',
  },
  consumes: handoverKinds,
  subject: endingWatches,
  begins: (file, { subject, register }) => handoverBegins(file, subject, register),
  done: (file, _begun, { subject, register }) => handoverDone(file, subject, register),
})
