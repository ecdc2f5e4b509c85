import { describe, expect, it } from 'vitest'
import { detentionSeparation as rule } from '../../../server/rules/detention/separation.ts'
import { enters, leaves, measure, person, room } from '../../support/custody.ts'
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
  it('ends a minute after they are parted, and finds the next mixing of the same cell', () => {
    const day = given(
      rule,
      cell('lockup'),
      about('p1', { sex: 'male', birthDate: '1990-01-01' }),
      about('p2', { sex: 'female' }),
      about('p3', { birthDate: '2010-01-01' }),
      one,
      two,
      leaves('2026-03-02 10:30', 'p2', 'held'),
      enters('2026-03-02 14:00', 'p3', 'held'),
    ).events('2026-03-02 15:00')
    expect(day.flatMap((e) => (e.is === 'opened' ? [[e.finding.since, e.finding.facts.what]] : []))).toEqual([
      [at('2026-03-02 10:00'), 'sexes'],
      [at('2026-03-02 14:00'), 'ages'],
    ])
    expect(day.flatMap((e) => (e.is === 'ended' ? [e.at] : []))).toEqual([at('2026-03-02 10:31')])
  })
  it('reckons age when they meet, not when the first came in', () =>
    expect(
      given(
        rule,
        cell('lockup'),
        about('p1', { birthDate: '2008-02-25' }),
        about('p2', { birthDate: '1990-01-01' }),
        enters('2026-02-20 09:00', 'p1', 'held'),
        two,
      ).until('2026-03-02 12:00'),
    ).toEqual([]))
})
