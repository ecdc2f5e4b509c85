import { describe, expect, it } from 'vitest'
import { decidedByStation as rule } from '../../../server/rules/continued-questioning/decided-by-station.ts'
import { measure } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

const cq = measure('continued-questioning')
const unit = (kind: string): Moment => [
  '2026-01-01 00:00',
  'unit.registered',
  { unit: 'station-1', name: { zh: '某单位', en: 'Unit' }, kind, parent: null, place: null },
]

describe('报公安派出所负责人审批决定继续盘问（规定第十三条）', () => {
  it('finds nothing when a station chief approves', () =>
    expect(
      given(
        rule,
        unit('station'),
        cq.starts('2026-03-02 09:00'),
        cq.approved('2026-03-02 09:10', 'station-chief'),
      ).until('2026-03-03 00:00'),
    ).toEqual([]))
  it('opens when someone else approves, above or below', () => {
    expect(
      given(rule, unit('station'), cq.approved('2026-03-02 09:10', 'officer')).until('2026-03-03 00:00'),
    ).toHaveLength(1)
    expect(
      given(rule, unit('station'), cq.approved('2026-03-02 09:10', 'department-chief')).until('2026-03-03 00:00'),
    ).toHaveLength(1)
  })
  it('opens when a department of the bureau uses it', () =>
    expect(given(rule, unit('department'), cq.starts('2026-03-02 09:00')).until('2026-03-03 00:00')).toHaveLength(1))
  it('does not count a refusal', () =>
    expect(
      given(rule, unit('station'), [
        '2026-03-02 09:10',
        'measure.decided',
        { ...cq.of, decision: 'refused', rank: 'deputy-bureau-chief' },
      ]).until('2026-03-03 00:00'),
    ).toEqual([]))
})
