import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { discipline, internalAffairs, unread } from '../patterns/elsewhere.ts'

/** 重大事项报告 (legal table N, big-event-report). */
export const majorEventUnreported = deedWithin({
  id: 'duty.major-event-unreported',
  title: { zh: '重大事项未在规定时限内报告', en: 'A major event was not reported in time' },
  grade: 'A',
  citations: [
    internalAffairs('第八十一条', '发生民警伤亡、重大涉枪案件、重大涉警舆情等重大事项，应当在规定时限内报告。'),
    discipline(
      '第十二条',
      '（二）对管辖范围内发生的应当上报的重大治安案件、刑事案件、特大道路交通事故和群体性或者突发性事件等隐瞒不报或者谎报的；',
    ),
  ],
  params: [{ from: '2021-12-28', value: { amount: 60, unit: 'minute' } }],
  localSettings: [{ param: 'amount', title: { zh: '报告时限', en: 'Time to report' }, unit: 'minute' }],
  shipsOff: unread,
  limits: {
    zh: '从单位获知时起算；单位自己没有登记的事项看不到。时限由本局设定；内容是否属实看不到。',
    en: 'Counted from when the unit came to know; what the unit did not register is invisible. The time is the bureau’s to set. Whether the report was true it cannot see.',
  },
  consumes: ['major-event.occurred', 'major-event.reported'],
  subject: ({ data }) => data.event,
  begins(file) {
    const occurred = first(file, 'major-event.occurred')
    return (
      occurred && {
        at: occurred.at,
        seen: [occurred],
        unit: occurred.data.unit,
        facts: { event: occurred.data.event, of: occurred.data.of, title: occurred.data.title },
      }
    )
  },
  done: (file) => first(file, 'major-event.reported'),
})
