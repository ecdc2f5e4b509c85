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

/** 应当现场执法记录的活动 (legal table K, bwc-mandatory-activities: after a call or an order of 110). */
export const notRecording = noLongerThan({
  id: 'body-camera.not-recording',
  title: { zh: '到达现场后未开始执法记录', en: 'Nobody recorded after arriving at an incident' },
  grade: 'B',
  citations: [onSiteVideo('第四条', '接受群众报警或者110指令后处警等六类现场执法活动，应当进行现场执法视音频记录。')],
  paramSchema: toleranceOf,
  params: [{ from: '2016-07-01', value: { toleranceMinutes: 3 } }],
  localSettings: [
    {
      param: 'toleranceMinutes',
      title: { zh: '到场后开始摄录的时间', en: 'Time to begin recording after arrival' },
      unit: 'minute',
    },
  ],
  shipsOff: unread,
  limits: {
    zh: '六类活动中只看按指令处警一类；以到达和办结之间、出警民警中任一人的记录仪在摄录为准，画面拍到什么看不到。经批准不摄录、已说明的中断不计；记录仪平台未登记或者中断的时间、记录仪故障而同组又无其他记录仪的时间不作判断。',
    en: 'Of the six kinds of activity only answering an order is looked at. One camera of the crew between arrival and closing is enough; what it shows it cannot see. Exemptions and explained interruptions are not counted. It does not judge a time in which no camera platform was declared, or it was down, nor one in which a camera was broken and the crew had no other.',
  },
  consumes: [...incidentKinds, ...footageKinds],
  subject: incidentsOf,
  look(subject, _law, { now, register }) {
    const incident = incidentOf(subject, register)
    if (!incident || incident.crew.length === 0) return { stretches: [] }
    const { gaps, known, begunAt } = unrecorded(incident, register, now)
    return {
      // Until somebody began: what breaks off later is another duty's.
      stretches: known.filter((g) => g.from < begunAt).map((g) => incidentStretch(incident, g, register)),
      missing: isBlind(gaps, known, now) ? 'sensor.installed watches body-cameras' : undefined,
    }
  },
})
