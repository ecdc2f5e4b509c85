import { describe, expect, it } from 'vitest'
import { continuedQuestioningSkipsStep as rule } from '../../../server/rules/continued-questioning/extension-skips-step.ts'
import { measure } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const cq = measure('continued-questioning')
const to48 = cq.extended('2026-03-03 08:00', 48, 'hour', 'deputy-bureau-chief')

describe('不得决定将继续盘问时限直接从十二小时延长至四十八小时（规定第十七条）', () => {
  it('opens on the jump, at the moment of the decision', () =>
    expect(given(rule, to48).until('2026-03-04 00:00')).toMatchObject([{ since: at('2026-03-03 08:00') }]))
  it('opens also on a jump to fewer than forty-eight hours, and not within the step of twenty-four', () => {
    const to = (hours: number) =>
      given(rule, cq.extended('2026-03-02 20:00', hours, 'hour', 'deputy-bureau-chief')).until('2026-03-04 00:00')
    expect(to(36)).toMatchObject([{ facts: { toHours: 36 } }])
    expect(to(18)).toEqual([])
  })
  it('finds nothing with the step of 24 hours before', () =>
    expect(
      given(rule, cq.extended('2026-03-02 20:00', 24, 'hour', 'duty-chief'), to48).until('2026-03-04 00:00'),
    ).toEqual([]))
  it('opens when the step of 24 hours is dated after it', () =>
    expect(
      given(rule, to48, cq.extended('2026-03-03 08:30', 24, 'hour', 'duty-chief')).until('2026-03-04 00:00'),
    ).toHaveLength(1))
})
