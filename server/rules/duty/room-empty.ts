import { z } from 'zod'
import { common, joined, type Stretch, without } from '../../domain/duty/spans.ts'
import type { Register } from '../../domain/register.ts'
import { days, type Instant, minutes } from '../../domain/time.ts'
import { orders } from '../basis.ts'
import { sensorKinds } from '../patterns/acts.ts'
import { discipline } from '../patterns/elsewhere.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'
import { absenceKinds, isBlind, presenceKinds, rosterKinds } from '../patterns/watch.ts'

/** What was seen of a post is kept for four days; older hours cannot be judged again. */
const LOOK_BACK_MS = days(2)

/** 值班室空岗 (legal table N, duty-24h-leader: nobody on duty). */
export const roomEmpty = noLongerThan({
  id: 'duty.room-empty',
  title: { zh: '值班室无人值守', en: 'Nobody is in the duty room' },
  grade: 'A',
  citations: [orders, discipline('第十二条', '（五）在值班、备勤、执勤时擅离岗位，造成不良后果的；')],
  paramSchema: toleranceOf.extend({ holdMinutes: z.number().min(1).max(1440) }),
  params: [{ from: '2013-01-01', value: { toleranceMinutes: 5, holdMinutes: 30 } }],
  localSettings: [
    { param: 'toleranceMinutes', title: { zh: '容许无人的时间', en: 'How long it may be empty' }, unit: 'minute' },
    {
      param: 'holdMinutes',
      title: { zh: '未登记感知设备的一次报告有效时长', en: 'How long one report of an undeclared device is believed' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '只看值班安排中列为岗位的房间。门禁、人数统计、摄像机、电台和人工报告任一显示有人即视为有人；没有任何感知可用的时间不作判断，责任在设备管理单位。尾随进出、不刷卡看不到；报告过离岗也不免除安排替岗。',
    en: 'Only rooms that the roster names as a post. Any source that shows somebody — door, counter, camera, radio, a person — counts as somebody. Where no source works it does not judge; that is the equipment owner’s. Whoever passes a door behind another it cannot see. A report of leaving does not excuse an empty room.',
  },
  consumes: [...rosterKinds, ...presenceKinds, ...absenceKinds, ...sensorKinds],
  subject: (o, register) => postsOf(o, register).filter((post) => register.custody.room(post)?.kind !== undefined),
  look(post, { holdMinutes }, { now, register }) {
    const { manned, observed } = register.duty.manning(post, minutes(holdMinutes))
    const required = requiredAt(register, post, now - LOOK_BACK_MS)
    const away = without(required, manned)
    const known = away.flatMap((s) => (s.from >= now ? [s] : common([s], observed)))
    const unit = register.duty.unitOfPost(post)
    return {
      stretches: known.map((s) => {
        const due = unit === undefined ? [] : register.duty.atPost(unit, post, s.from)
        return {
          ...s,
          unit,
          officers: [...new Set(due.map((w) => w.officer))],
          seen: [...due.flatMap((w) => w.seqs), ...seenBefore(register, post, s.from)],
          facts: {
            post,
            assigned: due.length,
            sources: sourcesAt(register, post, s.from).join(','),
            reported: due.some((w) => register.duty.absenceAt(w.officer, s.from) !== undefined),
          },
        }
      }),
      missing: isBlind(away, known, now) ? 'a door, counter, camera or radio at the post' : undefined,
    }
  },
})

type About = { readonly data: object }

/** The posts an observation is about. */
export const postsOf = ({ data }: About, { duty, custody }: Register): readonly string[] => {
  const read = data as {
    post?: string | null
    window?: string | null
    room?: string | null
    sensor?: string
    duty?: string | null
    officer?: string
  }
  const sensed = read.sensor === undefined ? undefined : custody.sensor(read.sensor)?.room
  const posts = [read.post, read.window, read.room, sensed, read.duty ? duty.assigned(read.duty)?.data.post : null]
  return [...new Set(posts.flatMap((p) => p ?? []))].filter((p) => duty.unitOfPost(p) !== undefined)
}

/** When somebody is to be at a post, from `from` on. */
const requiredAt = (register: Register, post: string, from: Instant): Stretch[] => {
  const unit = register.duty.unitOfPost(post)
  if (unit === undefined) return []
  return joined(
    register.duty
      .ofUnit(unit)
      .filter((w) => w.post === post && w.endsAt > from)
      .map((w) => ({ from: Math.max(w.startsAt, from), to: w.endsAt })),
  )
}

/** The newest word of each source before an instant, and who left the room last. */
const seenBefore = (register: Register, post: string, at: Instant): number[] => {
  const newest = new Map<string, number>()
  for (const m of register.duty.seenAt(post)) if (m.at <= at) newest.set(m.source, m.seq)
  const left = register.custody.presence(post).filter((p) => p.to !== undefined && p.to <= at)
  return [...newest.values(), ...(left.at(-1)?.evidence ?? [])]
}

const sourcesAt = (register: Register, post: string, at: Instant): string[] => {
  const told = register.duty.seenAt(post).filter((m) => m.at <= at)
  const door = register.custody.sees(post, 'badges', at, at) ? ['door'] : []
  return [...new Set([...told.map((m) => m.source.split(' ')[0]!), ...door])]
}
