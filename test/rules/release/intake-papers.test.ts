import { describe, expect, it } from 'vitest'
import { intakePapers as rule } from '../../../server/rules/release/intake-papers.ts'
import { given } from '../../support/timeline.ts'

const judged = (more: object) =>
  given(rule, [
    '2026-03-02 09:00',
    'custody.admitted',
    { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', papers: true, bodyExam: true, ...more },
  ]).until('2026-03-03 00:00')

describe('没有上述凭证 … 不予收押; 应当进行健康和体表检查（看守所条例第九条、第十条）', () => {
  it('opens without papers, or without the examination', () => {
    expect(judged({ papers: false })).toHaveLength(1)
    expect(judged({ bodyExam: false })).toHaveLength(1)
  })
  it('finds nothing with both, and does not judge what is not recorded', () => {
    expect(judged({})).toEqual([])
    expect(judged({ papers: null })).toEqual([])
    expect(judged({ papers: false, facilityKind: 'lockup' })).toEqual([])
  })
})
