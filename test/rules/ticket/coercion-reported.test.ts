import { describe, expect, it } from 'vitest'
import { coercionReported as rule } from '../../../server/rules/ticket/coercion-reported.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const told = (when: string, kind: Moment[1], data: object, heard?: string): Moment => [when, kind, data, heard]

describeLimit('应当在二十四小时内 … 报告，并补办批准手续（第二十五条）', {
  rule,
  begins: (when, heard) => [
    told(when, 'coercion.applied', { coercion: 'k1', unit: 'traffic', kind: 'vehicle', officers: ['J07'] }, heard),
  ],
  done: (when) =>
    told(when, 'coercion.reported', { coercion: 'k1', unit: 'traffic', rank: 'department-chief', approved: true }),
  begin: '2026-03-07 09:00',
  last: '2026-03-08 09:00',
  past: '2026-03-08 09:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-02 00:01',
  unmoved: [],
})

describe('现场采取的才须补办；拖移车辆不在其列', () =>
  it('what was approved beforehand, and towing, have no report of their own', () => {
    const applied = (more: object): Moment =>
      told('2026-03-07 09:00', 'coercion.applied', {
        coercion: 'k1',
        unit: 'traffic',
        kind: 'vehicle',
        officers: ['J07'],
        ...more,
      })
    const found = (more: object) => given(rule, applied(more)).until('2026-03-20 00:00')
    expect(found({})).toMatchObject([{ evidence: [0], concerns: { unit: 'traffic', officers: ['J07'] } }])
    expect(found({ onSpot: false })).toEqual([])
    expect(found({ kind: 'towing' })).toEqual([])
  }))

it('向所属公安机关交通管理部门负责人报告：an officer’s approval is none; a head’s refusal is a report', () => {
  const found = (more: object) =>
    given(
      rule,
      told('2026-03-07 09:00', 'coercion.applied', { coercion: 'k1', unit: 'traffic', kind: 'vehicle' }),
      told('2026-03-07 12:00', 'coercion.reported', { coercion: 'k1', unit: 'traffic', approved: true, ...more }),
    ).until('2026-03-20 00:00')
  expect(found({ rank: 'officer' })).toHaveLength(1)
  expect(found({ rank: null })).toEqual([])
  expect(found({ rank: 'department-chief', approved: false })).toEqual([])
})
