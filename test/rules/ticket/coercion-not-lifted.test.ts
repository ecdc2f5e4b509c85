import { describe, expect, it } from 'vitest'
import { coercionNotLifted as rule } from '../../../server/rules/ticket/coercion-not-lifted.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const of = (when: string, kind: Moment[1], more: object = {}, heard?: string): Moment => [
  when,
  kind,
  { coercion: 'k1', unit: 'traffic', ...more },
  heard,
]
const applied = (when: string, kind = 'vehicle', heard?: string) =>
  of(when, 'coercion.applied', { kind, officers: ['J07'] }, heard)
const reported = (when: string, more: object = {}, heard?: string) =>
  of(when, 'coercion.reported', { rank: 'department-chief', approved: false, ...more }, heard)

describeLimit('负责人认为不应当采取行政强制措施的，应当立即解除（第二十五条）', {
  rule,
  begins: (when, heard) => [applied(`${when.slice(0, 10)} 00:00`, 'vehicle', heard), reported(when, {}, heard)],
  done: (when) => of(when, 'coercion.returned'),
  begin: '2026-03-07 09:00',
  last: '2026-03-07 10:00',
  past: '2026-03-07 10:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-01 01:01',
})

describe('负责人认为不应当采取的', () => {
  const found = (kind: string, more: object) =>
    given(rule, applied('2026-03-07 09:00', kind), reported('2026-03-07 12:00', more)).until('2026-04-01 00:00')
  it('nothing has to be lifted when it was approved, or when somebody without the power was against it', () => {
    expect(found('vehicle', { approved: true })).toEqual([])
    expect(found('vehicle', { rank: 'officer' })).toEqual([])
    expect(found('vehicle', { rank: null })).toHaveLength(1)
  })
  it.each(['towing', 'alcohol-test'])('%s leaves nothing to give back', (kind) => expect(found(kind, {})).toEqual([]))
})
