import { z } from 'zod'
import type { MeasureKind } from '../../domain/observation/measure.ts'
import type { Register } from '../../domain/register.ts'
import { hours, type Instant } from '../../domain/time.ts'
import type { LocalSetting } from '../define-rule.ts'
import { all, type CaseFile, first } from './case-file.ts'
import type { Judgement } from './wrong-when.ts'

export const mealKinds = [
  'person.arrived',
  'measure.started',
  'care.given',
  'measure.ended',
  'person.departed',
] as const
export const mealSchema = z.object({ everyHours: z.number() })
export const mealSettings: readonly LocalSetting[] = [
  { param: 'everyHours', title: { zh: '两餐间隔', en: 'Time between meals' }, unit: 'hour' },
]

type File = CaseFile<(typeof mealKinds)[number]>

/**
 * A stay under measures of these kinds without a recorded meal for longer than the interval, from arrival, or from
 * where they began after another measure; silence means nothing without a source of care records.
 */
export const withoutMeal =
  (own: readonly MeasureKind[]) =>
  (
    file: File,
    { everyHours }: z.infer<typeof mealSchema>,
    { now, register: { custody } }: { readonly now: Instant; readonly register: Register },
  ): Judgement => {
    const started = all(file, 'measure.started').find((m) => own.includes(m.data.kind))
    const arrived = first(file, 'person.arrived')
    if (!started || !arrived) return undefined
    const after = all(file, 'measure.started').some((m) => m.at < started.at && !own.includes(m.data.kind))
    const from = after ? started.at : arrived.at
    const meals = all(file, 'care.given').filter((c) => c.data.care === 'meal')
    const left = all(file, 'person.departed', 'measure.ended').find(
      (l) => l.kind === 'person.departed' || own.includes(l.data.kind),
    )
    let fed = from
    let blind = false
    for (const at of [...meals.map((m) => m.at), left?.at ?? now]) {
      const long = at - fed > hours(everyHours)
      if (long && !custody.fedFromTo('care', fed, fed + hours(everyHours))) blind = true
      else if (long) {
        const facts = { everyHours, person: started.data.person }
        return { since: fed + hours(everyHours), seen: [arrived, started, ...meals], unit: started.data.unit, facts }
      }
      fed = Math.max(fed, at)
    }
    if (blind) return { missing: 'sensor.installed watches care' }
    const last = Math.max(from, meals.at(-1)?.at ?? from)
    return left ? undefined : { dueAt: last + hours(everyHours), startedAt: last }
  }
