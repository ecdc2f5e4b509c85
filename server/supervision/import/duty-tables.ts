import { z } from 'zod'
import * as f from './field.ts'
import { say } from './problem.ts'
import type { TableShape } from './table.ts'

const table = <T>(
  columns: Readonly<Record<string, readonly string[]>>,
  schema: z.ZodType<T>,
  optional: readonly string[] = [],
): TableShape<T> => ({ columns, schema, optional })

const span = { startsAt: f.time, endsAt: f.time }
const inOrder = (v: { startsAt: number; endsAt: number }): boolean => v.endsAt > v.startsAt
const outOfOrder = { path: ['endsAt'], error: say('结束应晚于开始', 'the end should be later than the start') }

/** `09:00-12:00`; `24:00` ends the day. */
const STRETCH = /^(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/
interface Hours {
  readonly from: string
  readonly to: string
}

const stretches = (words: readonly string[]): Hours[] | undefined => {
  const found = words.map((word) => {
    const match = STRETCH.exec(word)
    const [from = '', to = ''] = [match?.[1], match?.[2]].map((t) => t?.padStart(5, '0'))
    return TIME.test(from) && TIME.test(to) && from < to ? { from, to } : undefined
  })
  return found.some((h) => h === undefined) ? undefined : (found as Hours[])
}
const parts = (text: string): string[][] =>
  text
    .split(/[;；]/)
    .map((part) => part.trim().split(/\s+/))
    .filter((words) => words[0] !== '')

/** `1-5 08:30-12:00 14:30-18:00；6 09:00-12:00`: days of the week, Monday is 1, and their hours. */
const weekly = z.string().transform((text, context) => {
  const days = parts(text).flatMap(([days = '', ...words]) => {
    const match = /^([1-7])(?:-([1-7]))?$/.exec(days)
    const hours = stretches(words)
    const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])]
    if (!match || !hours || hours.length === 0 || from > to) return [undefined]
    return Array.from({ length: to - from + 1 }, (_, i) => ({ day: from + i, hours }))
  })
  const sound = days.filter((d) => d !== undefined)
  if (sound.length === days.length && new Set(sound.map((d) => d.day)).size === sound.length) return sound
  context.addIssue({
    code: 'custom',
    message: say(
      '应如 1-5 08:30-12:00 14:30-18:00；6 09:00-12:00',
      'should be such as 1-5 08:30-12:00 14:30-18:00; 6 09:00-12:00',
    ),
  })
  return z.NEVER
})

/** `2026-01-20 休；2026-02-14 09:00-12:00`: single days, closed or with other hours. */
const exceptions = z.string().transform((text, context) => {
  const days = parts(text).map(([day = '', ...words]) => {
    const closed = words.length === 1 && (words[0] === '休' || words[0] === 'closed')
    const hours = closed ? [] : stretches(words)
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && hours && (closed || hours.length > 0)
      ? { day, hours, reason: '' }
      : undefined
  })
  const sound = days.filter((d) => d !== undefined)
  if (sound.length === days.length) return sound
  context.addIssue({
    code: 'custom',
    message: say(
      '应如 2026-01-20 休；2026-02-14 09:00-12:00',
      'should be such as 2026-01-20 closed; 2026-02-14 09:00-12:00',
    ),
  })
  return z.NEVER
})

/** The tables about duty: who has which post when, leave, who leads, and the hours that windows post. */
export const dutyTables = {
  duties: table(
    {
      id: ['值班'],
      unit: ['单位'],
      role: ['角色'],
      officer: ['人员'],
      post: ['岗位'],
      startsAt: ['开始'],
      endsAt: ['结束'],
      backup: ['备岗人'],
    },
    z
      .object({
        id: f.id,
        unit: f.id,
        role: f.word({
          leader: ['带班领导'],
          officer: ['值班民警'],
          standby: ['备勤'],
          window: ['窗口'],
          command: ['指挥调度'],
          guard: ['看守', '门卫'],
          patrol: ['巡逻'],
          handover: ['交接'],
          other: ['其他'],
        }),
        officer: f.id,
        post: f.optional(f.id),
        ...span,
        backup: f.optional(f.id).optional(),
      })
      .refine(inOrder, outOfOrder),
    ['backup'],
  ),
  leave: table(
    {
      id: ['假期'],
      officer: ['人员'],
      kind: ['类别'],
      startsAt: ['开始'],
      endsAt: ['结束'],
      by: ['批准人'],
      outOfArea: ['离开本地'],
    },
    z
      .object({
        id: f.id,
        officer: f.id,
        kind: f.word({
          annual: ['年休假'],
          sick: ['病假'],
          'official-trip': ['出差', '公出'],
          training: ['培训'],
          other: ['其他'],
        }),
        ...span,
        by: f.optional(f.id).optional(),
        // An empty cell says nothing, which is not the same as no.
        outOfArea: f
          .word<'yes' | 'no' | 'unsaid'>({ yes: ['是'], no: ['否'], unsaid: [''] })
          .transform((w) => (w === 'unsaid' ? null : w === 'yes'))
          .optional(),
      })
      .refine(inOrder, outOfOrder),
    ['by', 'outOfArea'],
  ),
  leaders: table(
    { id: ['任职'], officer: ['人员'], unit: ['单位'], office: ['职务'], startsAt: ['开始'], endsAt: ['结束'] },
    z.object({
      id: f.id,
      officer: f.id,
      unit: f.id,
      office: f.word({
        chief: ['主要领导'],
        daily: ['主持日常工作的副职'],
        political: ['政治主官'],
        deputy: ['其他副职', '副职'],
      }),
      startsAt: f.time,
      endsAt: f.optional(f.time),
    }),
  ),
  windows: table(
    {
      id: ['窗口'],
      unit: ['单位'],
      name: ['名称'],
      nameEn: ['英文名称', '英文'],
      weekly: ['办公时间'],
      holidaysClosed: ['节假日休息'],
      exceptions: ['例外'],
    },
    z.object({
      id: f.id,
      unit: f.id,
      name: f.filled,
      nameEn: f.optionalText.optional(),
      weekly,
      holidaysClosed: f.yesOrNo,
      exceptions: exceptions.optional(),
    }),
    ['nameEn', 'exceptions'],
  ),
} as const
