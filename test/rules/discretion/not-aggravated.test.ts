import { describe, expect, it } from 'vitest'
import { notAggravated as rule } from '../../../server/rules/discretion/not-aggravated.ts'
import { decided, inCase } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const again = (when: string, more: object = {}) => decided(when, { decision: 'd2', ...more })

describe('一年以内曾受过治安管理处罚的（第二十二条）', () => {
  it('eleven months since 2026', () =>
    expect(given(rule, decided('2026-01-10 09:00'), again('2026-12-09 09:00')).until('2031-01-01 00:00')).toMatchObject(
      [{ facts: { months: 12 } }],
    ))
  it('counted is lawful', () =>
    expect(
      given(rule, decided('2026-01-10 09:00'), again('2026-12-09 09:00', { aggravating: ['repeated'] })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('seven months before 2026 was too long ago', () =>
    expect(given(rule, decided('2025-03-10 09:00'), again('2025-10-09 09:00')).until('2031-01-01 00:00')).toEqual([]))
  it('the history query knows of one elsewhere', () =>
    expect(
      given(rule, decided('2026-06-10 09:00', { priorPenaltyAt: at('2026-01-10 09:00') })).until('2031-01-01 00:00'),
    ).toHaveLength(1))
  it('a revoked penalty is none', () =>
    expect(
      given(
        rule,
        decided('2026-01-10 09:00'),
        inCase('decision.revoked', { decision: 'd1', rank: 'bureau-chief' })('2026-02-01 09:00'),
        again('2026-12-09 09:00'),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
})

describe('六个月内（2012修正）、一年以内（2025修订）：到最后一日二十四时', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  it('six months until the last moment of 2025, twelve from the first of 2026', () => {
    const prior = decided('2025-06-30 09:00')
    expect(found(prior, again('2025-12-31 00:00'))).toMatchObject([{ evidence: [0, 1], facts: { months: 6 } }])
    expect(found(decided('2025-06-20 09:00'), again('2025-12-31 23:59'))).toEqual([])
    expect(found(decided('2025-06-20 09:00'), again('2026-01-01 00:00'))).toMatchObject([{ facts: { months: 12 } }])
  })
  it('the last moment of the year is in it, the next is not', () => {
    expect(found(decided('2026-01-10 09:00'), again('2027-01-11 00:00'))).toHaveLength(1)
    expect(found(decided('2026-01-10 09:00'), again('2027-01-11 00:01'))).toEqual([])
  })
  it('counts to the act: what was done before the first penalty is no repetition', () => {
    const act = (when: string) => again('2026-03-02 09:00', { offenceEndedAt: at(when) })
    expect(found(decided('2026-01-10 09:00'), act('2026-01-09 09:00'))).toEqual([])
    expect(found(decided('2026-01-10 09:00'), act('2026-01-10 09:00'))).toEqual([])
    expect(found(decided('2026-01-10 09:00'), act('2026-01-10 09:01'))).toHaveLength(1)
  })
  it('a decision not to punish, another person, another kind of case are no penalty before', () => {
    const later = again('2026-03-02 09:00')
    expect(found(decided('2026-01-10 09:00', { penalties: ['none'] }), later)).toEqual([])
    expect(found(decided('2026-01-10 09:00', { penalties: ['none', 'warning'] }), later)).toHaveLength(1)
    expect(found(decided('2026-01-10 09:00', { person: 'p2' }), later)).toEqual([])
    expect(found(decided('2026-01-10 09:00', { type: 'administrative' }), later)).toEqual([])
  })
  it('a query of the history that answers with a day after the act says nothing', () =>
    expect(found(decided('2026-06-10 09:00', { priorPenaltyAt: at('2026-06-10 09:00') }))).toEqual([]))
})

describe('从旧兼从轻（行政处罚法第三十七条）：an act before 2026 is held to the six months of its law', () => {
  const found = (prior: string, act: string) =>
    given(rule, decided(prior), again('2026-01-06 09:00', { offenceEndedAt: at(act) })).until('2031-01-01 00:00')
  it.each([
    ['2025-05-05 09:00', '2025-12-31 23:59', 0],
    ['2025-05-05 09:00', '2026-01-01 00:00', 1],
    ['2025-07-05 09:00', '2025-12-31 23:59', 1],
  ])('punished %s, again for an act of %s: %i', (prior, act, count) => expect(found(prior, act)).toHaveLength(count))
})

describe('a person punished three times', () => {
  const third = (when: string, more: object = {}) => decided(when, { decision: 'd3', ...more })
  const twice = [decided('2026-01-10 09:00'), again('2026-02-10 09:00')]
  it('the third is held against the others, also months after one was found', () =>
    expect(given(rule, ...twice, third('2026-04-20 09:00')).until('2031-01-01 00:00')).toMatchObject([
      { since: at('2026-02-10 09:00') },
      { since: at('2026-04-20 09:00'), facts: { priorAt: at('2026-02-10 09:00') } },
    ]))
  it('a third that was harsher does not undo the second', () =>
    expect(
      given(rule, ...twice, third('2026-02-20 09:00', { aggravating: ['repeated'] }))
        .events('2026-03-01 00:00')
        .map((e) => e.is),
    ).toEqual(['opened']))
})
