import { z } from 'zod'
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

/** A stay without a recorded meal for longer than the interval; silence means nothing without a source of care records. */
export const withoutMeal = (
  file: CaseFile<(typeof mealKinds)[number]>,
  { everyHours }: z.infer<typeof mealSchema>,
  { now, register: { custody } }: { readonly now: Instant; readonly register: Register },
): Judgement => {
  const started = first(file, 'measure.started')
  const arrived = first(file, 'person.arrived')
  if (!started || !arrived) return undefined
  const meals = all(file, 'care.given').filter((c) => c.data.care === 'meal')
  const left = first(file, 'person.departed', 'measure.ended')
  let fed = arrived.at
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
  const last = meals.at(-1)?.at ?? arrived.at
  return left ? undefined : { dueAt: last + hours(everyHours), startedAt: last }
}
