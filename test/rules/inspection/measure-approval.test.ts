import { describe, expect, it } from 'vitest'
import { onTheSpotMeasureApproval as rule } from '../../../server/rules/inspection/measure-approval.ts'
import { measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const seizure = measure('property-seizure')
const applied = seizure.starts('2026-03-02 09:00', { onScene: true })

describe('应当在二十四小时内依法向其所属的公安机关负责人报告，并补办批准手续（程序规定第五十六条）', () => {
  it('finds nothing when approved at 24 hours sharp', () =>
    expect(
      given(rule, applied, seizure.approved('2026-03-03 09:00', 'station-chief')).until('2026-03-05 00:00'),
    ).toEqual([]))
  it('opens just past 24 hours with nobody reporting', () =>
    expect(given(rule, applied).until('2026-03-03 09:01')).toMatchObject([
      { since: at('2026-03-03 09:00'), openedAt: at('2026-03-03 09:00') + 1 },
    ]))
  it('neither pauses nor is prolonged: lifting the measure does not replace the approval', () =>
    expect(given(rule, applied, seizure.ends('2026-03-02 12:00', 'lifted')).until('2026-03-03 09:01')).toHaveLength(1))
  it('judges a late device by the time of the fact', () =>
    expect(
      given(rule, seizure.starts('2026-03-02 09:00', { onScene: true }, '2026-03-04 09:00')).until('2026-03-04 09:01'),
    ).toMatchObject([{ since: at('2026-03-03 09:00') }]))
  it('is about measures on the spot, since 2013', () => {
    expect(given(rule, seizure.starts('2026-03-02 09:00')).until('2026-03-05 00:00')).toEqual([])
    expect(given(rule, seizure.starts('2012-12-31 09:00', { onScene: true })).until('2013-01-05 00:00')).toEqual([])
    expect(given(rule, seizure.starts('2013-01-01 00:00', { onScene: true })).until('2013-01-05 00:00')).toHaveLength(1)
  })
})

describeLimit('二十四小时内，六种情形', {
  rule,
  begins: (when, heard) => [seizure.starts(when, { onScene: true }, heard)],
  done: (when) => seizure.approved(when, 'station-chief'),
  begin: '2026-03-02 10:00',
  last: '2026-03-03 10:00',
  past: '2026-03-03 10:01',
  tooEarly: '2012-12-31 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-02 00:01',
  unmoved: [seizure.ends('2026-03-02 12:00', 'lifted')],
})
