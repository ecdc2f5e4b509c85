import { minutes } from '../../domain/time.ts'
import { orders } from '../basis.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { lookRule, seenByLook } from '../patterns/look.ts'

/** Sensors at the post that show somebody within this time of the look outweigh it. */
const AROUND_MS = minutes(1)
/** What an undeclared device saw is believed this long here. */
const HOLD_MS = minutes(10)

/** 巡查看到无人在岗 (legal table N, duty-off-post, window-service). */
export const seenAbsent = lookRule({
  id: 'duty.seen-absent',
  title: { zh: '巡查看到应有人在岗的岗位无人', en: 'A look saw nobody at a post that was to be manned' },
  grade: 'C',
  citations: [orders, supervisionRegulation('第四条', '(八)文明执勤、文明执法和遵守警容风纪规定的情况；')],
  params: [{ from: '2013-01-01', value: {} }],
  limits: {
    zh: '只在值班安排此时有人在该岗位时判断；报告离岗并安排了替岗的不算，门禁、人数统计等显示有人的不算。一眼所见不等于长时间无人。',
    en: 'Only where the roster has somebody at the post at that time. Reported with a substitute does not count, nor does a look that doors or counters contradict. One glance is not a long absence.',
  },
  results: ['absent'],
  judge(looks, { register: { duty } }) {
    const seen = looks.find((l) => l.data.post !== null)
    const post = seen?.data.post
    if (!seen || !post) return { missing: 'video-patrol.looked post' }
    const { at } = seen
    const due = duty.atPost(seen.data.unit, post, at)
    if (due.length === 0) return undefined
    if (due.every((w) => duty.absenceAt(w.officer, at)?.data.substitute)) return undefined
    const { manned } = duty.manning(post, HOLD_MS)
    if (manned.some((m) => m.from <= at + AROUND_MS && m.to >= at - AROUND_MS)) return undefined
    return seenByLook(
      looks,
      due.map((w) => w.officer),
      { assigned: due.length },
    )
  },
})
