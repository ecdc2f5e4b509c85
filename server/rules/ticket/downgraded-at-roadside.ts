import { z } from 'zod'
import type { DataOf } from '../../domain/observation/index.ts'
import { pseudonymOf } from '../../domain/ticket/pseudonym.ts'
import { minutes } from '../../domain/time.ts'
import { all, first } from '../patterns/case-file.ts'
import { roadsideNorm, trafficProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** A document was made out: a draft is none until it becomes one. */
const isDocument = ({ op, fields, changes }: DataOf<'ticket.changed'>): boolean =>
  fields.status !== 'draft' &&
  (op === 'issued' || (op === 'changed' && changes.some((one) => one.field === 'status' && one.before === 'draft')))

export const downgradedAtRoadside = wrongWhen({
  id: 'ticket.downgraded-at-roadside',
  title: { zh: '现场查获违法行为而未开具文书', en: 'A violation was seen at the roadside and no ticket followed' },
  grade: 'B',
  citations: [
    trafficProcedure(
      '第四十二条',
      '交通警察对于当场发现的违法行为，认为情节轻微、未影响道路通行和安全的，口头告知其违法行为的基本事实、依据，向违法行为人提出口头警告，纠正违法行为后放行。',
    ),
    roadsideNorm(
      '第四十三条',
      '对《道路交通安全法》规定可以给予警告、无记分的违法行为、未造成影响道路通行和安全的后果且违法行为人已经消除违法状态的，可以认定为轻微违法行为。',
    ),
    roadsideNorm(
      '第四十四条',
      '对轻微违法行为，口头告知其违法行为的基本事实、依据，纠正违法行为并予以口头警告后放行。',
    ),
  ],
  paramSchema: z.object({ withinMinutes: z.number().min(1).max(1440) }),
  params: [{ from: '2020-05-01', value: { withinMinutes: 30 } }],
  localSettings: [
    {
      param: 'withinMinutes',
      title: { zh: '拦停后开具文书的时间', en: 'Time for a ticket to follow a stop' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '按号牌把拦停与文书对应，草稿不算文书；只有看到违法行为的拦停才要求文书，口头警告须具备当场发现、轻微、已纠正、无记分，未登记的条件不作不利认定。',
    en: 'Stop and ticket are matched by plate; a draft is no ticket. Only a stop at which a violation was seen asks for one; a verbal warning must be on the spot, minor, corrected and without points, and what is not stated is not held against anyone.',
  },
  consumes: ['roadside.stop-seen', 'roadside.warned', 'ticket.changed'],
  subject(o) {
    if (o.kind === 'ticket.changed')
      return isDocument(o.data) && o.data.fields.plate && o.data.fields.kind !== 'camera'
        ? `plate/${pseudonymOf(o.data.fields.plate)}`
        : undefined
    return o.data.plate ? `plate/${pseudonymOf(o.data.plate)}` : undefined
  },
  judge(file, { withinMinutes }, { now }) {
    for (const stop of all(file, 'roadside.stop-seen')) {
      if (stop.data.violationCode === null) continue
      const dueAt = stop.at + minutes(withinMinutes)
      const near = (at: number): boolean => at >= stop.at - minutes(2) && at <= dueAt
      if (all(file, 'ticket.changed').some((one) => near(one.at))) continue
      const warned = all(file, 'roadside.warned').find((one) => near(one.at))
      const { officers, unit, violationCode, stop: id, plate } = stop.data
      if (warned) {
        const { foundOnSpot, minor, corrected, points } = warned.data
        if (foundOnSpot !== false && minor !== false && corrected !== false && (points ?? 0) === 0) continue
      } else if (now <= dueAt) return { dueAt, startedAt: stop.at }
      const missing = warned ? 'conditions-of-a-warning' : 'ticket'
      return {
        since: stop.at,
        seen: warned ? [stop, warned] : [stop],
        unit,
        officers,
        facts: { stop: id, plate, violationCode, missing },
      }
    }
    return first(file, 'roadside.stop-seen') && undefined
  },
})
