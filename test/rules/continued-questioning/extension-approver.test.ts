import { describe, expect, it } from 'vitest'
import { continuedQuestioningExtensionApprover as rule } from '../../../server/rules/continued-questioning/extension-approver.ts'
import { measure } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const cq = measure('continued-questioning')
const extended = (hours: number, rank: string) =>
  given(rule, cq.extended('2026-03-02 20:00', hours, 'hour', rank)).until('2026-03-03 00:00')

describe('值班负责人审批二十四小时，主管负责人审批四十八小时（规定第十七条）', () => {
  it.each([
    [24, 'duty-chief'],
    [24, 'deputy-bureau-chief'],
    [48, 'deputy-bureau-chief'],
    [48, 'bureau-chief'],
    [18, 'duty-chief'],
    [36, 'deputy-bureau-chief'],
  ])('lets %i hours be approved by %s', (hours, rank) => expect(extended(hours, rank)).toEqual([]))
  it.each([
    [24, 'station-chief'],
    [24, 'department-chief'],
    [48, 'duty-chief'],
    [48, 'station-chief'],
    [36, 'duty-chief'],
    [18, 'station-chief'],
    [72, 'bureau-chief'],
  ])('opens when %i hours are approved by %s', (hours, rank) =>
    expect(extended(hours, rank)).toMatchObject([{ since: at('2026-03-02 20:00'), facts: { toHours: hours, rank } }]),
  )
})
