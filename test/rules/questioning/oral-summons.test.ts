import { describe, expect, it } from 'vitest'
import { questioningOralSummons as rule } from '../../../server/rules/questioning/oral-summons.ts'
import { measure } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const judged = (more: object) =>
  given(rule, measure('summons-oral').starts('2026-03-02 09:00', more)).until('2026-03-03 00:00')

describe('对现场发现的违反治安管理行为人 … 可以口头传唤，但应当在询问笔录中注明（第九十六条）', () => {
  it('finds nothing for someone found on the scene and noted', () =>
    expect(judged({ onScene: true, notedInRecord: true })).toEqual([]))
  it('opens for someone not found on the scene, or not noted', () => {
    expect(judged({ onScene: false, notedInRecord: true })).toHaveLength(1)
    expect(judged({ onScene: true, notedInRecord: false })).toHaveLength(1)
  })
})
