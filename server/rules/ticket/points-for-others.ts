import { z } from 'zod'
import type { Register } from '../../domain/register.ts'
import { changeOf } from '../../domain/ticket/change.ts'
import { pseudonymOf } from '../../domain/ticket/pseudonym.ts'
import { days } from '../../domain/time.ts'
import { all, type Seen } from '../patterns/case-file.ts'
import { pointsRules, trafficProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const pointsForOthers = wrongWhen({
  id: 'ticket.points-for-others',
  title: {
    zh: '多辆车的违法记分集中记在一人名下',
    en: 'Points for violations with many vehicles were charged to one driver',
  },
  grade: 'A',
  citations: [
    pointsRules('第三十三条', '（五）串通他人代替实际机动车驾驶人接受交通违法行为处罚和记分的；'),
    pointsRules(
      '第三十三条',
      '未严格审核当事人提供的证据材料，导致他人代替实际机动车驾驶人接受交通违法行为处罚和记分，情节严重的。',
    ),
    trafficProcedure(
      '第二十一条',
      '经核查能够确定实际驾驶人的，公安机关交通管理部门可以在道路交通违法信息管理系统中将其记录为实际驾驶人的违法行为信息。',
    ),
  ],
  paramSchema: z.object({ mostPlates: z.number().int().min(1).max(50), withinDays: z.number().min(1).max(40) }),
  params: [{ from: '2022-04-01', value: { mostPlates: 3, withinDays: 30 } }],
  localSettings: [
    {
      param: 'mostPlates',
      title: { zh: '一人接受记分的车辆数上限', en: 'Most vehicles for which one driver bears points' },
      unit: 'count',
    },
    { param: 'withinDays', title: { zh: '统计天数', en: 'Within how many days' }, unit: 'day' },
  ],
  limits: {
    zh: '只看监控记录处理时记在该驾驶人名下且记分大于零的，车辆以号牌区分；已按规定核查确定为实际驾驶人并有证明的不计。数量和天数为本局设定：多车集中只是线索，租赁、单位用车由人核查，无号牌的不计。',
    en: 'Only records of cameras charged to the driver with points, told apart by plate; where the driver was established with proof it is not counted. Number and days are the bureau’s: many vehicles are a lead and no more — hire cars and a firm’s fleet are for people to check. A record without a plate is not counted.',
  },
  consumes: ['ticket.changed'],
  subject(o, { tickets }) {
    const fields = whole(o.data, tickets)
    if (fields.kind !== 'camera' || fields.driver === null || fields.plate === null || (fields.points ?? 0) <= 0)
      return undefined
    // The moment at which the points become this driver's: a new driver, or the decision.
    const new_ = o.data.op === 'issued' ? fields.status === 'decided' : becameTheirs(o.data)
    return new_ ? `driver/${pseudonymOf(fields.driver)}` : undefined
  },
  remembersMs: days(40),
  judge(file, { mostPlates, withinDays }, { register: { tickets } }) {
    const charged = all(file, 'ticket.changed')
      .map(({ data, ...one }) => ({ ...one, data: { ...data, fields: whole(data, tickets) } }))
      .filter(
        ({ data }) =>
          !tickets
            .waysOf(data.system, data.ticket)
            .some(
              (w) =>
                w.kind === 'ticket.driver-identified' &&
                w.data.driver === data.fields.driver &&
                w.data.proofs.length > 0,
            ),
      )
    for (const [i, last] of charged.entries()) {
      const within = charged.slice(0, i + 1).filter((one) => one.at > last.at - days(withinDays))
      const plates = firstOfEach(within)
      if (plates.length <= mostPlates) continue
      return {
        since: last.at,
        seen: plates,
        unit: last.data.fields.unit ?? tickets.ownerOf(last.data.system),
        facts: {
          ticket: last.data.ticket,
          tickets: new Set(within.map((one) => one.data.ticket)).size,
          plates: plates.length,
          limit: mostPlates,
          days: withinDays,
          points: within.reduce((sum, one) => sum + (one.data.fields.points ?? 0), 0),
          missing: 'driver-identified',
        },
      }
    }
    return undefined
  },
})

type Changed = Seen<'ticket.changed'>

/** The fields with what the change leaves out because it was told before. */
const whole = (
  { system, ticket, fields }: Changed['data'],
  tickets: Register['tickets'],
): Changed['data']['fields'] => ({
  ...fields,
  ...tickets.rowOf(system, ticket),
  ...Object.fromEntries(Object.entries(fields).filter(([, told]) => told !== null)),
})

/** A change that names no fields tells of a driver or a decision only when it is about them. */
const becameTheirs = (data: Changed['data']): boolean =>
  data.op === 'changed' &&
  (data.changes.length === 0
    ? data.fields.driver !== null || data.fields.status === 'decided'
    : changeOf(data, 'driver') !== undefined || changeOf(data, 'status')?.after === 'decided')

/** The first record of each plate. */
const firstOfEach = (records: readonly Changed[]): readonly Changed[] =>
  [...new Map(records.toReversed().map((one) => [one.data.fields.plate, one])).values()].toReversed()
