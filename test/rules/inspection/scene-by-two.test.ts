import { describe, expect, it } from 'vitest'
import { sceneByTwo as rule } from '../../../server/rules/inspection/scene-by-two.ts'
import { act, officer } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const scene = act('scene-investigation', { caseType: 'criminal', place: 'scene', room: null, person: null })
const judged = (more: object, ...moments: Moment[]) =>
  given(rule, scene.starts('2026-03-02 09:00', more), ...moments, scene.ends('2026-03-02 10:00'))
    .until('2026-06-01 00:00')
    .map((f) => f.since)

describe('公安机关对案件现场进行勘查，侦查人员不得少于二人（程序规定第二百一十五条）', () => {
  it('opens for one, and for one with an auxiliary', () => {
    expect(judged({ officers: ['o1'] })).toEqual([at('2026-03-02 09:00')])
    expect(judged({}, officer('2026-01-01 00:00', 'o2', 'auxiliary'))).toEqual([at('2026-03-02 09:00')])
  })
  it('finds nothing for two; opens when one leaves for longer than two minutes', () => {
    expect(judged({})).toEqual([])
    const away = (back: string) => judged({}, scene.leaves('2026-03-02 09:20', 'o2'), scene.joins(back, 'o2'))
    expect(away('2026-03-02 09:22')).toEqual([])
    expect(away('2026-03-02 09:22:01')).toEqual([at('2026-03-02 09:20')])
  })
  it('leaves other acts and cases to other rules, and what was before 2013', () => {
    expect(judged({ officers: ['o1'], kind: 'inspection' })).toEqual([])
    expect(judged({ officers: ['o1'], caseType: 'public-order' })).toEqual([])
    const early = (when: string) => given(rule, scene.starts(when, { officers: ['o1'] })).until('2014-01-01 00:00')
    expect([early('2012-12-31 23:00').length, early('2013-01-01 00:00').length]).toEqual([0, 1])
  })
})
