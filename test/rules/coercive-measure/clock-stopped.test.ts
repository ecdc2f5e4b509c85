import { describe, expect, it } from 'vitest'
import { custodyClockStopped as rule } from '../../../server/rules/coercive-measure/clock-stopped.ts'
import { measure } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const judged = (reason: string, rank = 'bureau-chief') =>
  given(rule, ['2026-04-01 00:00', 'measure.clock-stopped', { ...measure('arrest').of, reason, rank }]).until(
    '2026-06-01 00:00',
  )

describe('对犯罪嫌疑人作精神病鉴定的时间不计入办案期限，其他鉴定时间都应当计入（程序规定第二百五十七条）', () => {
  it('lets a psychiatric appraisal stop the clock', () => expect(judged('psychiatric-appraisal')).toEqual([]))
  it('opens for any other appraisal', () => expect(judged('other-appraisal')).toHaveLength(1))
  it('is a finding of its own each time', () => {
    const stopped = (when: string): Moment => [
      when,
      'measure.clock-stopped',
      { ...measure('arrest').of, reason: 'other-appraisal', rank: 'bureau-chief' },
    ]
    expect(
      given(rule, stopped('2026-04-01 00:00'), stopped('2026-04-20 00:00')).until('2026-06-01 00:00'),
    ).toMatchObject([{ since: at('2026-04-01 00:00') }, { since: at('2026-04-20 00:00') }])
  })
  it('lets an unknown identity stop it only when the county chief approved', () => {
    expect(judged('identity-unknown')).toEqual([])
    expect(judged('identity-unknown', 'department-chief')).toHaveLength(1)
  })
})
