import { describe, expect, it } from 'vitest'
import { treatmentOutside as rule } from '../../../server/rules/detention/treatment-outside.ts'
import { officer } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (more: object = {}, when = '2026-03-02 09:00') =>
  given(rule, officer('2012-01-01 00:00', 'x1', 'auxiliary'), [
    when,
    'custody.taken-out',
    {
      person: 'p1',
      facility: 'jls-1',
      facilityKind: 'lockup',
      purpose: 'treatment',
      outing: 'out1',
      rank: 'facility-director',
      officers: ['o1'],
      ...more,
    },
  ]).until('2026-03-03 00:00')

describe('被拘留人患病需要出所治疗的，由拘留所所长批准，并派人民警察管理（拘留所条例第十八条）', () => {
  it('finds nothing when the director approved and an officer went along', () => expect(judged()).toEqual([]))
  it('opens without approval, or with that of someone without power', () => {
    expect(judged({ rank: null })).toMatchObject([{ since: at('2026-03-02 09:00'), facts: { approved: false } }])
    expect(judged({ rank: 'station-chief' })).toHaveLength(1)
  })
  it('opens when nobody went along, or auxiliaries only', () => {
    expect(judged({ officers: [] })).toMatchObject([{ facts: { police: 0 } }])
    expect(judged({ officers: ['x1'] })).toHaveLength(1)
  })
  it('is for lock-ups and treatment only, since 2012-04-01', () => {
    expect(judged({ rank: null, facilityKind: 'detention-house' })).toEqual([])
    expect(judged({ rank: null, purpose: 'court' })).toEqual([])
    expect(judged({ rank: null }, '2012-03-31 09:00')).toEqual([])
  })
})
