import { joined, without } from '../../domain/duty/spans.ts'
import { days } from '../../domain/time.ts'
import { internalAffairs, unread } from '../patterns/elsewhere.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'
import { rosterKinds } from '../patterns/watch.ts'

/** 值班表未安排带班领导 (legal table N, duty-24h-leader). */
export const noLeaderAssigned = noLongerThan({
  id: 'duty.no-leader-assigned',
  title: { zh: '值班时段没有安排带班领导', en: 'A watch has no leader in charge assigned' },
  grade: 'B',
  citations: [internalAffairs('第一百三十五条', '公安机关实行二十四小时值班，由领导带班，安排适当警力。')],
  paramSchema: toleranceOf,
  params: [{ from: '2021-12-28', value: { toleranceMinutes: 0 } }],
  shipsOff: unread,
  limits: {
    zh: '只看安排了值班民警的时段；整段没有值班表的单位看不到。到时仍未安排才算，事先缺的可以补。',
    en: 'Only watches that have officers assigned; a unit without any roster is invisible. It counts when the time has come: a roster may be completed before.',
  },
  consumes: rosterKinds,
  subject: ({ data }) => data.unit,
  look(unit, _law, { now, register }) {
    const all = register.duty.ofUnit(unit).filter((w) => w.endsAt > now - days(1))
    const staffed = all.filter((w) => w.role === 'officer')
    const led = all.filter((w) => w.role === 'leader').map((w) => ({ from: w.startsAt, to: w.endsAt }))
    return {
      stretches: without(joined(staffed.map((w) => ({ from: w.startsAt, to: w.endsAt }))), led).map((s) => {
        const then = staffed.filter((w) => w.startsAt < s.to && w.endsAt > s.from)
        return {
          ...s,
          unit,
          officers: [],
          seen: then.flatMap((w) => w.seqs).slice(0, 16),
          facts: { unit, assigned: then.length, endsAt: s.to },
        }
      }),
    }
  },
})
