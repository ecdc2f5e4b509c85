import { common, type Stretch } from '../../domain/duty/spans.ts'
import type { Leave } from '../../domain/duty/state.ts'
import { internalAffairs, unread } from '../patterns/elsewhere.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'
import { leaveKinds } from '../patterns/watch.ts'

/** 主要领导与主持日常工作的副职同时外出 (legal table N, duty-leader-leave). */
export const leadersAway = noLongerThan({
  id: 'duty.leaders-away',
  title: {
    zh: '单位主要领导与主持日常工作的副职同时离开本地',
    en: 'The chief of a unit and the deputy in charge of daily work are out of the area together',
  },
  grade: 'B',
  citations: [
    internalAffairs('第八十二条', '主要领导与主持日常工作的副职原则上不同时离开本地；主要领导外出先向上级报告。'),
  ],
  paramSchema: toleranceOf,
  params: [{ from: '2021-12-28', value: { toleranceMinutes: 0 } }],
  shipsOff: unread,
  limits: {
    zh: '以任职和报批的假期、出差为准；是否离开本地要由假期登记写明，没有写明的不作判断。“原则上”留有例外，由人核查。',
    en: 'Goes by appointments and approved leave and travel; whether they leave the area must be stated, otherwise it does not judge. “In principle” leaves exceptions, for people to check.',
  },
  consumes: [...leaveKinds, 'leader.appointed'],
  subject: (o, { duty }) => (o.kind === 'leader.appointed' ? o.data.unit : duty.unitsLedBy(o.data.officer)),
  look(unit, _law, { now, register }) {
    const away = (office: 'chief' | 'daily') =>
      register.duty
        .appointments(unit)
        .filter(({ data }) => data.office === office)
        .flatMap(({ data, seq }) =>
          register.duty
            .leavesOf(data.officer)
            .flatMap((leave) =>
              common([during(leave)], [{ from: data.startsAt, to: data.endsAt ?? Number.POSITIVE_INFINITY }]).map(
                (s) => ({ ...s, leave, seqs: [seq, leave.seq], officer: data.officer }),
              ),
            ),
        )
    // Nobody is away together with himself: who is moved from one office to the other may hold both on paper.
    const pairs = away('chief')
      .flatMap((a) =>
        away('daily')
          .filter((b) => b.officer !== a.officer)
          .flatMap((b) => common([a], [b]).map((s) => ({ ...s, a, b }))),
      )
      .sort((one, other) => one.from - other.from)
    const certain = pairs.filter(({ a, b }) => a.leave.outOfArea === true && b.leave.outOfArea === true)
    const unsaid = pairs.some(({ a, b, from, to }) => from <= now && now < to && unclear(a.leave, b.leave))
    return {
      stretches: certain.map(({ from, to, a, b }) => ({
        from,
        to,
        unit,
        officers: [a.officer, b.officer],
        seen: [...a.seqs, ...b.seqs],
        facts: { chief: a.officer, daily: b.officer, leave: a.leave.kind, leaveOfDeputy: b.leave.kind },
      })),
      missing: unsaid ? 'leave.approved outOfArea' : undefined,
    }
  },
})

const during = (leave: Leave): Stretch => ({
  from: leave.startsAt,
  to: Math.min(leave.endsAt, leave.withdrawnAt ?? leave.endsAt),
})
const unclear = (a: Leave, b: Leave): boolean =>
  (a.outOfArea === null && b.outOfArea !== false) || (b.outOfArea === null && a.outOfArea !== false)
