import {
  footageKinds,
  incidentKinds,
  incidentOf,
  incidentStretch,
  incidentsOf,
  unrecorded,
} from '../patterns/body-camera.ts'
import { onSiteVideo, unread } from '../patterns/elsewhere.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'
import { isBlind } from '../patterns/watch.ts'

/** 全过程不间断记录 (legal table K, bwc-continuous). */
export const interrupted = noLongerThan({
  id: 'body-camera.interrupted',
  title: { zh: '现场执法记录中断未作说明', en: 'The recording of an incident was broken off without an explanation' },
  grade: 'B',
  citations: [onSiteVideo('第二条', '对现场执法活动进行全过程视音频同步记录；因客观原因中断的，重新开始时说明。')],
  paramSchema: toleranceOf,
  params: [{ from: '2016-07-01', value: { toleranceMinutes: 1 } }],
  localSettings: [
    {
      param: 'toleranceMinutes',
      title: { zh: '换机、换电等容许中断', en: 'Interruption that is tolerated' },
      unit: 'minute',
    },
  ],
  shipsOff: unread,
  limits: {
    zh: '出警民警中任一人在摄录即不算中断；说明过的中断不计，说明是否属实看不到。重新开始时才说明的，线索先出现，说明后结束。没有报来停止摄录的，视为一直在录。记录仪平台中断的时间、记录仪因故障停止而同组又无其他记录仪的时间不作判断；没电、存满不算故障。',
    en: 'While one camera of the crew records nothing is broken off. An explained interruption is not counted; whether the explanation is true it cannot see. An explanation given only on restarting ends a finding that has opened meanwhile. A camera that nobody said stopped is taken to record on. It does not judge a time in which the platform was down, or a camera had stopped by a fault and the crew had no other; a flat battery or a full store is no fault.',
  },
  consumes: [...incidentKinds, ...footageKinds],
  subject: incidentsOf,
  look(subject, _law, { now, register }) {
    const incident = incidentOf(subject, register)
    if (!incident || incident.crew.length === 0) return { stretches: [] }
    const { gaps, known, begunAt } = unrecorded(incident, register, now)
    const later = (g: { readonly from: number }): boolean => g.from >= begunAt
    return {
      stretches: known.filter(later).map((g) => incidentStretch(incident, g, register)),
      missing: isBlind(gaps.filter(later), known.filter(later), now)
        ? 'sensor.installed watches body-cameras'
        : undefined,
    }
  },
})
