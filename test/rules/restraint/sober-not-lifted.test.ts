import { describe, expect, it } from 'vitest'
import { soberNotLifted as rule } from '../../../server/rules/restraint/sober-not-lifted.ts'
import { measure } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = measure('protective-restraint')
const begun = own.starts('2026-03-02 02:00')
const sober: Moment = ['2026-03-02 06:00', 'person.sobered', { person: 'p1' }]

describe('确认醉酒人酒醒后，应当立即解除约束（程序规定第五十八条）', () => {
  it('opens a quarter of an hour (local) after sobriety, not at it', () => {
    expect(given(rule, begun, sober).until('2026-03-02 06:15')).toEqual([])
    expect(given(rule, begun, sober).until('2026-03-02 06:16')).toMatchObject([{ since: at('2026-03-02 06:15') }])
  })
  it('finds nothing when lifted in time, or while the person is still drunk', () => {
    expect(given(rule, begun, sober, own.ends('2026-03-02 06:10', 'lifted')).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, begun).until('2026-03-03 00:00')).toEqual([])
  })
})
