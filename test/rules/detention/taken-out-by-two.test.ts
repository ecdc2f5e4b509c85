import { describe, expect, it } from 'vitest'
import { takenOutByTwo as rule } from '../../../server/rules/detention/taken-out-by-two.ts'
import { officer } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (more: object = {}, when = '2026-03-02 09:00') =>
  given(rule, officer('2010-01-01 00:00', 'x1', 'auxiliary'), [
    when,
    'custody.taken-out',
    {
      person: 'p1',
      facility: 'jls-1',
      facilityKind: 'lockup',
      purpose: 'interrogation',
      outing: 'out1',
      rank: 'bureau-chief',
      officers: ['o1', 'o2'],
      ...more,
    },
  ]).until('2026-03-03 00:00')

describe('提解被拘留人（拘留所条例实施办法第五十五条，要旨）', () => {
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
  it('finds nothing with two officers and approval, or for another purpose', () => {
    expect(judged()).toEqual([])
    expect(judged({ officers: [], purpose: 'leave' })).toEqual([])
  })
  it('opens with one officer, one and an auxiliary, or without approval', () => {
    expect(judged({ officers: ['o1'] })).toMatchObject([{ since: at('2026-03-02 09:00'), facts: { police: 1 } }])
    expect(judged({ officers: ['o1', 'x1'] })).toHaveLength(1)
    expect(judged({ rank: 'facility-director' })).toHaveLength(1)
  })
  it('judges nothing before its day', () => expect(judged({ rank: null }, '2012-12-13 09:00')).toEqual([]))
})
