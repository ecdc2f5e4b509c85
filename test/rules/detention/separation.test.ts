import { describe, expect, it } from 'vitest'
import { detentionSeparation as rule } from '../../../server/rules/detention/separation.ts'
import { enters, measure, person, room } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const cell = (facility: string) => room('2026-01-01 00:00', { kind: 'cell', facility })
const one = enters('2026-03-02 09:00', 'p1', 'held')
const two = enters('2026-03-02 10:00', 'p2', 'held')
const about = (who: string, said: object) => person('2026-01-01 00:00', { person: who, ...said })

describe('分别拘押、分别羁押（拘留所条例第十五条、看守所条例第十四条）', () => {
  it('opens for a man and a woman in one cell', () =>
    expect(
      given(rule, cell('lockup'), about('p1', { sex: 'male' }), about('p2', { sex: 'female' }), one, two).until(
        '2026-03-02 10:06',
      ),
    ).toMatchObject([{ since: at('2026-03-02 10:00'), facts: { what: 'sexes' } }]))
  it('opens for a minor and an adult', () =>
    expect(
      given(
        rule,
        cell('lockup'),
        about('p1', { birthDate: '2010-01-01' }),
        about('p2', { birthDate: '1990-01-01' }),
        one,
        two,
      ).until('2026-03-02 10:06'),
    ).toMatchObject([{ facts: { what: 'ages' } }]))
  it('opens for co-suspects in a detention house, not in a lock-up', () => {
    const of = (who: string) =>
      measure('criminal-detention', { measure: `m-${who}`, person: who, case: 'c1' }).starts('2026-03-01 00:00')
    expect(given(rule, cell('detention-house'), of('p1'), of('p2'), one, two).until('2026-03-02 10:06')).toMatchObject([
      { facts: { what: 'co-suspects' } },
    ])
    expect(given(rule, cell('lockup'), of('p1'), of('p2'), one, two).until('2026-03-02 10:06')).toEqual([])
  })
  it('finds nothing for five minutes of overlap, unknown people, or another kind of room', () => {
    expect(
      given(rule, cell('lockup'), about('p1', { sex: 'male' }), about('p2', { sex: 'female' }), one, two).until(
        '2026-03-02 10:05',
      ),
    ).toEqual([])
    expect(given(rule, cell('lockup'), one, two).until('2026-03-02 12:00')).toEqual([])
    expect(
      given(
        rule,
        room('2026-01-01 00:00', { kind: 'hall' }),
        about('p1', { sex: 'male' }),
        about('p2', { sex: 'female' }),
        one,
        two,
      ).until('2026-03-02 12:00'),
    ).toEqual([])
  })
})
