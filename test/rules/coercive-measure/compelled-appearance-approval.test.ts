import { describe, expect, it } from 'vitest'
import { compelledAppearanceApproval as rule } from '../../../server/rules/coercive-measure/compelled-appearance-approval.ts'
import { measure } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const own = measure('compelled-appearance')
const started = own.starts('2026-03-02 09:00')

describe('需要拘传的，… 报县级以上公安机关负责人批准（程序规定第七十八条）', () => {
  it('finds nothing when the county chief approved before', () =>
    expect(given(rule, own.approved('2026-03-02 08:00', 'bureau-chief'), started).until('2026-03-03 00:00')).toEqual(
      [],
    ))
  it('opens without approval, with a late one, or one by the head of the case unit', () => {
    expect(given(rule, started).until('2026-03-03 00:00')).toHaveLength(1)
    expect(
      given(rule, started, own.approved('2026-03-02 09:01', 'bureau-chief')).until('2026-03-03 00:00'),
    ).toHaveLength(1)
    expect(
      given(rule, own.approved('2026-03-02 08:00', 'department-chief'), started).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { rank: 'department-chief' } }])
  })
  it('leaves the criminal summons to its own rule', () =>
    expect(given(rule, measure('criminal-summons').starts('2026-03-02 09:00')).until('2026-03-03 00:00')).toEqual([]))
})
