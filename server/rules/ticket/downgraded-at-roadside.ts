import { z } from 'zod'
import type { DataOf } from '../../domain/observation/index.ts'
import { pseudonymOf } from '../../domain/ticket/pseudonym.ts'
import { chinaDate, days, type Instant, minutes } from '../../domain/time.ts'
import { all, type Seen } from '../patterns/case-file.ts'
import { roadsideNorm, trafficProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** A document was made out: a draft is none until it becomes one. */
const isDocument = ({ op, fields, changes }: DataOf<'ticket.changed'>): boolean =>
  fields.status !== 'draft' &&
  (op === 'issued' || (op === 'changed' && changes.some((one) => one.field === 'status' && one.before === 'draft')))

/** What is not stated is held against nobody. */
const allowed = ({ foundOnSpot, minor, corrected, points }: DataOf<'roadside.warned'>): boolean =>
  foundOnSpot !== false && minor !== false && corrected !== false && (points ?? 0) === 0

const kinds = ['roadside.stop-seen', 'roadside.warned', 'ticket.changed'] as const
type Kind = (typeof kinds)[number]
/** Two clocks may differ by so much. */
const BEFORE_MS = minutes(2)

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
    zh: '按号牌把拦停与文书对应，警告没有登记号牌的按拦停编号；草稿不算文书；只有看到违法行为的拦停才要求文书，口头警告须具备当场发现、轻微、已纠正、无记分，未登记的条件不作不利认定。没有拦停登记而警告不具备上述条件的，单独认定。同一号牌一日只作一项。',
    en: 'Stop and ticket are matched by plate, a warning without plate by the stop it names; a draft is no ticket. Only a stop at which a violation was seen asks for one; a verbal warning must be on the spot, minor, corrected and without points, and what is not stated is not held against anyone. One that is told without its stop and does not fulfil this stands alone. A plate has one finding a day.',
  },
  consumes: kinds,
  subject(o, register) {
    const plate =
      o.kind === 'ticket.changed'
        ? isDocument(o.data) && o.data.fields.kind !== 'camera' && o.data.fields.plate
        : (o.data.plate ?? (o.kind === 'roadside.warned' && o.data.stop && register.tickets.plateOf(o.data.stop)))
    if (!plate) return undefined
    // A day of one plate is judged together with what may belong to it from the days beside it.
    const beside = o.kind === 'roadside.stop-seen' ? [-BEFORE_MS, 0, days(1)] : [-days(1), 0, BEFORE_MS]
    const near = new Set(beside.map((ms) => chinaDate(o.observedAt + ms)))
    return [...near].map((day) => `plate/${pseudonymOf(plate)}/${day}`)
  },
  judge(file, { withinMinutes }, { now, subject }) {
    const dueAfter = (at: Instant): Instant => at + minutes(withinMinutes)
    const follows = (one: Seen<Kind>, stop: Seen<Kind>): boolean =>
      one.at >= stop.at - BEFORE_MS && one.at <= dueAfter(stop.at)
    const stops = all(file, 'roadside.stop-seen').filter((one) => one.data.violationCode !== null)
    const warnings = all(file, 'roadside.warned')
    const tickets = all(file, 'ticket.changed')
    // A warning that the law does not allow says by itself that a violation was seen.
    const alone = warnings.filter((one) => !allowed(one.data) && !stops.some((stop) => follows(one, stop)))
    const ofTheDay = [...stops, ...alone].filter((one) => subject.endsWith(chinaDate(one.at)))
    for (const stop of ofTheDay) {
      if (tickets.some((one) => follows(one, stop))) continue
      const warned = stop.kind === 'roadside.warned' ? stop : warnings.find((one) => follows(one, stop))
      const { officers, unit, violationCode, stop: id, plate } = stop.data
      if (warned && allowed(warned.data)) continue
      // Also after a warning that was not allowed the ticket may still follow.
      if (now <= dueAfter(stop.at)) return { dueAt: dueAfter(stop.at), startedAt: stop.at }
      return {
        since: stop.at,
        seen: warned && warned !== stop ? [stop, warned] : [stop],
        unit,
        officers,
        facts: { stop: id, plate, violationCode, missing: warned ? 'conditions-of-a-warning' : 'ticket' },
      }
    }
    return undefined
  },
})
