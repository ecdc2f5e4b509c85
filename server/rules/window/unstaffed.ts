import { z } from 'zod'
import { common, without } from '../../domain/duty/spans.ts'
import { days, minutes } from '../../domain/time.ts'
import { orders } from '../basis.ts'
import { postsOf } from '../duty/room-empty.ts'
import { sensorKinds } from '../patterns/acts.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'
import { isBlind, presenceKinds, rosterKinds } from '../patterns/watch.ts'

/** What was seen of a window is kept for four days; older hours cannot be judged again. */
const LOOK_BACK_MS = days(2)
const LOOK_AHEAD_MS = days(1)

/** 窗口在岗 (legal table N, window-service: manned in the posted hours). */
export const windowUnstaffed = noLongerThan({
  id: 'window.unstaffed',
  title: { zh: '公示办公时间内窗口无人', en: 'Nobody is at a service window in its posted hours' },
  grade: 'C',
  citations: [orders, supervisionRegulation('第四条', '(八)文明执勤、文明执法和遵守警容风纪规定的情况；')],
  paramSchema: toleranceOf.extend({ holdMinutes: z.number().min(1).max(1440) }),
  params: [{ from: '2013-01-01', value: { toleranceMinutes: 10, holdMinutes: 30 } }],
  localSettings: [
    { param: 'toleranceMinutes', title: { zh: '容许无人的时间', en: 'How long it may be unmanned' }, unit: 'minute' },
    {
      param: 'holdMinutes',
      title: { zh: '未登记感知设备的一次报告有效时长', en: 'How long one report of an undeclared device is believed' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '以本局公示的办公时间为准；当年节假日表没有公布的，工作日也不作判断。排队系统、人数统计、摄像机、人工任一显示有人即视为有人；没有任何感知可用的时间不作判断。窗口有人不等于在办事。',
    en: 'Goes by the hours the bureau posted; without the year’s holidays it does not judge even a weekday. Any source that shows somebody counts; where none works it does not judge. Somebody at the window need not be serving.',
  },
  consumes: [...rosterKinds, ...presenceKinds, ...sensorKinds, 'window.hours-posted', 'calendar.published'],
  subject: (o, register) =>
    o.kind === 'calendar.published'
      ? register.duty.windows()
      : postsOf(o, register).filter((post) => register.duty.windows().includes(post)),
  look(window, { holdMinutes }, { now, register: { duty } }) {
    const { open, untold } = duty.openTimes(window, now - LOOK_BACK_MS, now + LOOK_AHEAD_MS)
    const { manned, observed } = duty.manning(window, minutes(holdMinutes))
    const away = without(open, manned)
    const known = away.flatMap((s) => (s.from >= now ? [s] : common([s], observed)))
    const unit = duty.unitOfPost(window)
    const unsure = untold.some((s) => s.from <= now && now < s.to)
    return {
      stretches: known.map((s) => {
        const due = unit === undefined ? [] : duty.atPost(unit, window, s.from)
        const posted = duty.window(window, s.from)
        const newest = duty.seenAt(window).filter((m) => m.at <= s.from)
        return {
          ...s,
          unit,
          officers: [...new Set(due.map((w) => w.officer))],
          seen: [...(posted ? [posted.seq] : []), ...due.flatMap((w) => w.seqs), ...newest.slice(-3).map((m) => m.seq)],
          facts: {
            window,
            assigned: due.length,
            sources: [...new Set(newest.slice(-3).map((m) => m.source.split(' ')[0]!))].join(','),
          },
        }
      }),
      missing: unsure
        ? 'calendar.published'
        : isBlind(away, known, now)
          ? 'a queue system, counter or camera at the window'
          : undefined,
    }
  },
})
