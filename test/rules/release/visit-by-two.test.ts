import { describe, expect, it } from 'vitest'
import { visitByTwo as rule } from '../../../server/rules/release/visit-by-two.ts'
import { officer } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const judged = (officers: string[], permit = true) =>
  given(rule, officer('2026-01-01 00:00', 'x2', 'auxiliary'), [
    '2026-03-02 09:00',
    'custody.visited',
    { visit: 'v1', person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', officers, permit },
  ]).until('2026-03-03 00:00')

describe('必须持有提讯证或者提票。提讯人员不得少于二人（看守所条例第十九条）', () => {
  it('opens for one, for one named twice, for one and an auxiliary, and without a permit', () => {
    expect(judged(['o1'])).toHaveLength(1)
    expect(judged(['o1', 'x2'])).toHaveLength(1)
    expect(judged(['o1', 'o1'])).toHaveLength(1)
    expect(judged(['o1', 'o2'], false)).toHaveLength(1)
  })
  it('finds nothing for two with a permit', () => expect(judged(['o1', 'o2'])).toEqual([]))
})
