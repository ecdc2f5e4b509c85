import { expect, it } from 'vitest'
import { coercionHandedIn as rule } from '../../../server/rules/ticket/coercion-handed-in.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const told = (when: string, kind: Moment[1], data: object, heard?: string): Moment => [when, kind, data, heard]

describeLimit('应当在扣留车辆后二十四小时内，将被扣留车辆交所属公安机关交通管理部门（第二十八条）', {
  rule,
  begins: (when, heard) => [
    told(when, 'coercion.applied', { coercion: 'k1', unit: 'traffic', kind: 'licence', officers: ['J07'] }, heard),
  ],
  done: (when) => told(when, 'coercion.handed-in', { coercion: 'k1', unit: 'traffic' }),
  begin: '2026-03-07 09:00',
  last: '2026-03-08 09:00',
  past: '2026-03-08 09:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-02 00:01',
  unmoved: [],
})

it.each(['towing', 'alcohol-test'])('%s leaves nothing to hand in', (kind) => {
  const applied = told('2026-03-07 09:00', 'coercion.applied', { coercion: 'k1', unit: 'traffic', kind })
  expect(given(rule, applied).until('2026-04-01 00:00')).toEqual([])
})

it('应当依法及时退还（第三十条）：what was given back before need not be handed in', () => {
  const applied = told('2026-03-07 09:00', 'coercion.applied', { coercion: 'k1', unit: 'traffic', kind: 'vehicle' })
  const returned = (when: string) => told(when, 'coercion.returned', { coercion: 'k1', unit: 'traffic' })
  expect(given(rule, applied, returned('2026-03-08 09:00')).until('2026-04-01 00:00')).toEqual([])
  expect(given(rule, applied, returned('2026-03-08 09:01')).until('2026-04-01 00:00')).toHaveLength(1)
})
