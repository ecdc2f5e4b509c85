import { z } from 'zod'
import { isCalendarDay, minutes } from '../../domain/time.ts'
import { datumOf } from './datum.ts'
import { say } from './problem.ts'

/** The cells of tables: text in, meaning out, and a complaint in both languages when there is none. */
export const filled = z.string().min(1, say('不能为空', 'must not be empty')).max(200)
export const id = filled
  .max(128)
  .regex(
    /^[\p{L}\p{N}_.:@/-]+$/u,
    say('编号只能含字母、数字、汉字和 _ . : @ / -', 'an id has letters, digits and _ . : @ / - only'),
  )
export const optional = <T>(schema: z.ZodType<T, string>) => z.union([z.literal('').transform(() => null), schema])
export const optionalText = z.string().transform((s) => (s === '' ? null : s))

const number = (from: number, to: number, zh: string, en: string) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, say(`应为数字（${zh}）`, `should be a number (${en})`))
    .transform(Number)
    .refine(
      (n) => n >= from && n <= to,
      say(`应在${from}到${to}之间（${zh}）`, `should lie between ${from} and ${to} (${en})`),
    )
export const longitude = number(-180, 180, '经度，度', 'longitude, degrees')
export const latitude = number(-90, 90, '纬度，度', 'latitude, degrees')

/** One of our words, under any of the names people use for it. */
export const word = <W extends string>(words: Readonly<Record<W, readonly string[]>>) => {
  const known = new Map(
    (Object.entries(words) as [W, readonly string[]][]).flatMap(([w, names]) =>
      [w, ...names].map((n) => [n, w] as const),
    ),
  )
  const list = (Object.entries(words) as [W, readonly string[]][]).map(([w, [zh]]) => zh ?? w)
  return z.string().transform((text, context): W => {
    const found = known.get(text)
    if (found !== undefined) return found
    context.addIssue({
      code: 'custom',
      message: say(`应为：${list.join('、')}`, `should be one of: ${Object.keys(words).join(', ')}`),
    })
    return z.NEVER
  })
}
export const yesOrNo = word<'yes' | 'no'>({
  yes: ['是', '1', 'true', 'Y', 'y'],
  no: ['否', '', '0', 'false', 'N', 'n'],
}).transform((w) => w === 'yes')

/** `vehicle/C01`, `officer/P01`, or in Chinese 车/C01, 人/P01. */
export const carrier = z
  .string()
  .transform((s) => s.replace(/^(车辆?)\//, 'vehicle/').replace(/^(人员?|民警)\//, 'officer/'))
  .pipe(
    z
      .string()
      .regex(
        /^(vehicle|officer)\/.{1,64}$/,
        say('应为 vehicle/编号 或 officer/编号', 'should be vehicle/<id> or officer/<id>'),
      ),
  )
export const carriers = z
  .string()
  .transform((s) => s.split(/[\s;；、]+/).filter((x) => x !== ''))
  .pipe(z.array(carrier).min(1, say('至少一个承载者', 'at least one carrier')))
export const ids = z
  .string()
  .transform((s) => s.split(/[\s;；、]+/).filter((x) => x !== ''))
  .pipe(z.array(id))

const CHINA_TIME = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/
/** ISO 8601 with offset, or a date and time as people write them, which are China's (UTC+8). In ms. */
export const time = z.string().transform((text, context): number => {
  const local = CHINA_TIME.exec(text)
  const at = local
    ? chinaInstant(local.slice(1).map((n) => Number(n ?? 0)))
    : /[Zz]|[+-]\d\d:?\d\d$/.test(text) && isCalendarDay(text.slice(0, 10))
      ? Date.parse(text)
      : Number.NaN
  if (!Number.isNaN(at)) return at
  context.addIssue({
    code: 'custom',
    message: say(
      '应为时间，如 2026-03-01 08:00（北京时间）',
      'should be a time such as 2026-03-01 08:00 (China) or 2026-03-01T00:00:00Z',
    ),
  })
  return z.NEVER
})

/** NaN when the calendar has no such moment: 31 June is refused, not moved to July. */
const chinaInstant = ([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]): number => {
  const utc = Date.UTC(year, month - 1, day, hour, minute, second)
  const back = new Date(utc)
  const same =
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    back.getUTCHours() === hour &&
    minute < 60 &&
    second < 60
  return same ? utc - minutes(480) : Number.NaN
}

/** `HH:MM`, as minutes after midnight. */
export const timeOfDay = z.string().transform((text, context): number => {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text)
  const [hour, minute] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 99)]
  if (hour < 24 && minute < 60) return hour * 60 + minute
  context.addIssue({ code: 'custom', message: say('应为时刻，如 08:00', 'should be a time of day such as 08:00') })
  return z.NEVER
})

export const datum = z.string().transform((text, context) => {
  const found = text === '' ? 'wgs84' : datumOf(text)
  if (found) return found
  context.addIssue({
    code: 'custom',
    message: say('坐标系应为 wgs84、cgcs2000、gcj02 或 bd09', 'datum should be wgs84, cgcs2000, gcj02 or bd09'),
  })
  return z.NEVER
})
