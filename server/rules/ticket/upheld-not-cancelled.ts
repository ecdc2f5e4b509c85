import { isOver } from '../../domain/ticket/change.ts'
import { nameIn } from '../../domain/ticket/register.ts'
import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'
import { limitFrom } from '../patterns/limit.ts'

type Kind = 'ticket.objection-decided' | 'ticket.changed' | 'ticket.decision-revoked'

/** 异议成立的，予以消除 (legal table L, tr-objection-5d): the article gives the examination five days and the deed no number. */
export const upheldNotCancelled = deedWithin<Kind>({
  id: 'ticket.upheld-not-cancelled',
  title: { zh: '异议成立而违法信息未消除', en: 'An objection was upheld and the record not cancelled' },
  grade: 'B',
  citations: [
    trafficProcedure(
      '第五条',
      '违法行为发生地公安机关交通管理部门应当在五日内予以审查，异议成立的，予以消除；异议不成立的，告知当事人。',
    ),
  ],
  params: limitFrom('2020-05-01', 3, 'working-day'),
  localSettings: [
    {
      param: 'amount',
      title: { zh: '异议成立后消除的工作日', en: 'Working days to cancel what was upheld' },
      unit: 'day',
    },
  ],
  limits: {
    zh: '异议成立后多久消除没有数字，为本局设定，默认比照第二十二条的三个工作日；无节假日表的年份不可观测。异议只就部分事实成立而改正的，仍按未消除提示，由人核查。',
    en: 'How soon after it was upheld has no number and is a setting, by default the three working days of article 22; not observable in a year without a calendar. One that was upheld in part, and the record put right instead, is shown all the same, for people to check.',
  },
  consumes: ['ticket.objection-decided', 'ticket.changed', 'ticket.decision-revoked'],
  subject: (o) => (o.kind === 'ticket.changed' && !isOver(o.data) ? undefined : nameIn(o.data.system, o.data.ticket)),
  begins(file) {
    const upheld = all(file, 'ticket.objection-decided').find((d) => d.data.upheld)
    if (!upheld) return undefined
    const { unit, officers, ticket } = upheld.data
    return { at: upheld.at, seen: [upheld], unit, officers, facts: { ticket } }
  },
  done: (file) => first(file, 'ticket.changed', 'ticket.decision-revoked'),
})
