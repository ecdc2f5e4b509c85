import { describe, expect, it } from 'vitest'
import { lockupIntakePapers as rule } from '../../../server/rules/detention/intake-papers.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const admitted = (when: string, more: object = {}): Moment => [
  when,
  'custody.admitted',
  { person: 'p1', facility: 'jls-1', facilityKind: 'lockup', papers: false, ...more },
]
const judged = (...moments: Moment[]) => given(rule, ...moments).until('2027-01-01 00:00')

describe('拘留所应当凭拘留决定机关的拘留决定文书及时收拘被拘留人（拘留所条例第九条）', () => {
  it('opens for each admission without the decision', () => {
    const found = judged(admitted('2026-03-02 09:00'), admitted('2026-04-02 09:00'))
    expect(found.map((f) => f.since)).toEqual([at('2026-03-02 09:00'), at('2026-04-02 09:00')])
    expect(found[0]?.concerns.unit).toBe('jls-1')
  })
  it('finds nothing with it, where the record says nothing, or at a detention house', () => {
    expect(judged(admitted('2026-03-02 09:00', { papers: true, bodyExam: false }))).toEqual([])
    expect(judged(admitted('2026-03-02 09:00', { papers: null }))).toEqual([])
    expect(judged(admitted('2026-03-02 09:00', { facilityKind: 'detention-house' }))).toEqual([])
  })
  it('began on 1 April 2012', () => {
    expect(judged(admitted('2012-03-31 23:59'))).toEqual([])
    expect(judged(admitted('2012-04-01 00:00'))).toHaveLength(1)
  })
})
