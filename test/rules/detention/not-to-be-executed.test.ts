import { describe, expect, it } from 'vitest'
import { notToBeExecuted as rule } from '../../../server/rules/detention/not-to-be-executed.ts'
import { person } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const judged = (said: object, more: object = {}, when = '2026-03-02 09:00') =>
  given(rule, person('2020-01-01 00:00', said), [
    when,
    'custody.admitted',
    { person: 'p1', facility: 'jls-1', facilityKind: 'lockup', ...more },
  ]).until('2027-01-01 00:00')

describe('不执行行政拘留处罚（治安管理处罚法第二十三条）', () => {
  it.each([
    ['fifteen', { birthDate: '2010-06-01' }],
    ['seventy', { birthDate: '1956-01-01' }],
    ['pregnant', { pregnant: true }],
    ['nursing', { nursing: true }],
  ])('opens for someone %s', (_, said) => expect(judged(said)).toHaveLength(1))
  it('opens for seventeen only at a first offence', () => {
    expect(judged({ birthDate: '2008-06-01' }, { detentionRepeat: false })).toHaveLength(1)
    expect(judged({ birthDate: '2008-06-01' }, { detentionRepeat: true })).toEqual([])
    expect(judged({ birthDate: '2008-06-01' })).toEqual([])
  })
  it('knows from 2026 the exception of grave cases, never for pregnant women', () => {
    expect(judged({ birthDate: '2010-06-01' }, { detentionGrave: true })).toEqual([])
    expect(judged({ birthDate: '2010-06-01' }, { detentionGrave: true }, '2025-12-31 09:00')).toHaveLength(1)
    expect(judged({ pregnant: true }, { detentionGrave: true })).toHaveLength(1)
  })
  it('opens for a child under fourteen, however grave（不满十四周岁的人违反治安管理的，不予处罚）', () =>
    expect(judged({ birthDate: '2012-06-01' }, { detentionGrave: true })).toMatchObject([
      { facts: { because: 'child' } },
    ]))
  it('judges each admission by itself, and late when the age is told late', () => {
    const admitted = (when: string): Moment => [
      when,
      'custody.admitted',
      { person: 'p1', facility: 'jls-1', facilityKind: 'lockup' },
    ]
    expect(
      given(
        rule,
        admitted('2026-03-02 09:00'),
        admitted('2026-03-12 09:00'),
        person('2026-03-12 10:00', { birthDate: '2010-06-01' }),
      )
        .until('2027-01-01 00:00')
        .map((f) => f.since),
    ).toEqual([at('2026-03-02 09:00'), at('2026-03-12 09:00')])
  })
  it('finds nothing for an adult, or in a detention house', () => {
    expect(judged({ birthDate: '1990-01-01' })).toEqual([])
    expect(judged({ pregnant: true }, { facilityKind: 'detention-house' })).toEqual([])
  })
})
