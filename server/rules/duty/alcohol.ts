import { z } from 'zod'
import type { Register } from '../../domain/register.ts'
import { hours, type Instant } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { discipline, internalAffairs, unread } from '../patterns/elsewhere.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 值班备勤饮酒 (legal table N, duty-alcohol). */
export const alcohol = wrongWhen({
  id: 'duty.alcohol',
  title: {
    zh: '值班、备勤前或者期间检出酒精',
    en: 'Alcohol was found before or during a watch or standby',
  },
  grade: 'A',
  citations: [
    internalAffairs('第一百四十一条', '值班备勤前十二小时内至值班备勤结束不得饮酒。'),
    discipline(
      '第二十三条',
      '工作时间饮酒或者在公共场所酗酒滋事的，给予警告、记过或者记大过处分；造成后果的，给予降级或者撤职处分；造成严重后果的，给予开除处分。',
    ),
    discipline('第二十三条', '携带枪支饮酒、酒后驾驶机动车，造成严重后果的，给予开除处分。'),
  ],
  paramSchema: z.object({
    beforeHours: z.number().positive(),
    toleranceMgPer100ml: z.number().min(0).max(100),
  }),
  params: [{ from: '2021-12-28', value: { beforeHours: 12, toleranceMgPer100ml: 5 } }],
  localSettings: [
    {
      param: 'toleranceMgPer100ml',
      title: { zh: '检测仪误差容许值（毫克/100毫升）', en: 'Error of the tester that is tolerated (mg/100 ml)' },
      unit: 'count',
    },
  ],
  shipsOff: unread,
  limits: {
    zh: '只有检测结果，没有检测就看不到。上班前检出的酒精可能是十二小时以前所饮，须核查饮酒时间；上班以后才安排的值班，不追究此前。携枪、驾车时检出不论是否值班。拒绝检测只作不可判断。',
    en: 'It sees results of tests only. What is found before a watch may have been drunk earlier than twelve hours before it: when is to be asked. A watch that was assigned after the test does not count backwards. With a weapon or before driving it counts whether on duty or not. A test that was declined leaves the question open.',
  },
  consumes: ['alcohol.tested'],
  subject: ({ data }) => data.test,
  judge(file, { beforeHours, toleranceMgPer100ml }, { register }) {
    const test = all(file, 'alcohol.tested').at(-1)
    if (!test) return undefined
    const { officer, unit, mgPer100ml, result, context, device } = test.data
    const because = occasion(register, officer, test.at, hours(beforeHours), context)
    if (because === undefined) return undefined
    if (result !== 'valid' || mgPer100ml === null) return { missing: 'a valid reading of alcohol.tested' }
    if (mgPer100ml <= toleranceMgPer100ml) return undefined
    return {
      since: test.at,
      seen: [test, because.seqs],
      unit,
      officers: [officer],
      facts: {
        test: test.data.test,
        officer,
        mgPer100ml,
        device,
        context,
        because: because.is,
        duty: because.duty,
        startsAt: because.startsAt,
      },
    }
  },
})

interface Occasion {
  readonly is: 'on-duty' | 'before-duty' | 'with-weapon' | 'before-driving'
  readonly duty: string | null
  readonly startsAt: Instant | null
  readonly seqs: readonly number[]
}

/** Why this officer must be sober at `at`; undefined when nothing known asks for it. */
const occasion = (
  register: Register,
  officer: string,
  at: Instant,
  beforeMs: number,
  context: string,
): Occasion | undefined => {
  const duties = register.duty
    .ofOfficer(officer)
    .map((w) => ({ id: w.duty, startsAt: w.startsAt, endsAt: w.endsAt, knownAt: w.assignedAt, seqs: w.seqs }))
  const shifts = register
    .shiftsWith(officer)
    .map((s) => ({ id: s.shift, startsAt: s.startsAt, endsAt: s.endsAt, knownAt: Number.NEGATIVE_INFINITY, seqs: [] }))
  const all = [...duties, ...shifts]
  const on = all.find((w) => w.startsAt <= at && at <= w.endsAt)
  if (on) return { is: 'on-duty', duty: on.id, startsAt: on.startsAt, seqs: on.seqs }
  // Whoever did not know of the watch yet could not keep from drinking for it.
  const next = all.find((w) => at < w.startsAt && at >= w.startsAt - beforeMs && w.knownAt <= at)
  if (next) return { is: 'before-duty', duty: next.id, startsAt: next.startsAt, seqs: next.seqs }
  if (context === 'with-weapon' || context === 'before-driving')
    return { is: context, duty: null, startsAt: null, seqs: [] }
  return undefined
}
