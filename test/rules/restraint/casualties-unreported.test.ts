import { describe, expect, it } from 'vitest'
import { casualtiesUnreported as rule } from '../../../server/rules/restraint/casualties-unreported.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const shot = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'force.used',
  { use: 'u1', unit: 'station-1', officers: ['o1'], kind: 'firearm', warned: true, casualties: true, ...more },
  heard,
]

describeLimit('造成犯罪分子或者无辜人员伤亡的 … 立即 … 报告（警械条例第十二条；三十分钟为本地设定）', {
  rule,
  begins: (when, heard) => [shot(when, {}, heard)],
  done: (when) => [when, 'force.reported', { use: 'u1', unit: 'station-1', written: false }],
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:30',
  past: '2026-03-02 10:31',
  tooEarly: '1996-01-15 10:00',
  lawBegins: '1996-01-16 00:00',
  lawPast: '1996-01-16 00:31',
  unmoved: [['2026-03-02 10:05', 'force.reported', { use: 'u2', unit: 'station-1', written: false }]],
})

describe('伤亡', () => {
  it('is what this is about: not a shot without any, nor a baton', () => {
    expect(given(rule, shot('2026-03-02 10:00', { casualties: false })).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, shot('2026-03-02 10:00', { kind: 'baton' })).until('2026-03-03 00:00')).toEqual([])
  })
})
