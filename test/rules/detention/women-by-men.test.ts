import { describe, expect, it } from 'vitest'
import { womenByMen as rule } from '../../../server/rules/detention/women-by-men.ts'
import { enters, leaves, officer, person, room } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const base = [
  room('2012-01-01 00:00', { kind: 'cell', facility: 'lockup' }),
  officer('2012-01-01 00:00', 'o1'),
  officer('2012-01-01 00:00', 'o2', 'officer', 'female'),
  person('2012-01-01 00:00', { sex: 'female' }),
]
const judged = (...moments: readonly Moment[]) => given(rule, ...base, ...moments).until('2026-04-01 00:00')
const woman = enters('2026-03-02 08:00', 'p1', 'held')

describe('对女性被拘留人的直接管理应当由女性人民警察进行（拘留所条例第十五条）', () => {
  it('opens when a man goes into a cell with a woman', () =>
    expect(judged(woman, enters('2026-03-02 09:00', 'o1', 'officer'))).toMatchObject([
      { since: at('2026-03-02 09:00'), concerns: { officers: ['o1'] } },
    ]))
  it('finds nothing when a woman officer goes in, or is inside with him', () => {
    expect(judged(woman, enters('2026-03-02 09:00', 'o2', 'officer'))).toEqual([])
    expect(
      judged(woman, enters('2026-03-02 08:59', 'o2', 'officer'), enters('2026-03-02 09:00', 'o1', 'officer')),
    ).toEqual([])
  })
  it('finds nothing in an empty cell, one of men, or of a detention house', () => {
    expect(
      judged(woman, leaves('2026-03-02 08:30', 'p1', 'held'), enters('2026-03-02 09:00', 'o1', 'officer')),
    ).toEqual([])
    expect(
      judged(enters('2026-03-02 08:00', 'p2', 'held', { sex: 'male' }), enters('2026-03-02 09:00', 'o1', 'officer')),
    ).toEqual([])
    expect(
      judged(
        room('2026-01-01 00:00', { kind: 'cell', facility: 'detention-house' }),
        woman,
        enters('2026-03-02 09:00', 'o1', 'officer'),
      ),
    ).toEqual([])
  })
  it('does not judge an officer whose sex nobody registered', () =>
    expect(judged(woman, enters('2026-03-02 09:00', 'o9', 'officer'))).toEqual([]))
  it('judges nothing before the regulation', () =>
    expect(judged(enters('2012-03-01 08:00', 'p1', 'held'), enters('2012-03-01 09:00', 'o1', 'officer'))).toEqual([]))
})
