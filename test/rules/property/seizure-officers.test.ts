import { describe, expect, it } from 'vitest'
import { seizureOfficers as rule } from '../../../server/rules/property/seizure-officers.ts'
import { seized } from '../../support/cases.ts'
import { officer } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

describe('执行查封、扣押的侦查人员不得少于二人（第二百二十九条）', () => {
  it('two are enough', () =>
    expect(given(rule, seized('2026-03-02 09:00', { type: 'criminal' })).until('2031-01-01 00:00')).toEqual([]))
  it('one is not, wherever', () =>
    expect(
      given(
        rule,
        seized('2026-03-02 09:00', { type: 'criminal', officers: ['o1'], place: 'standard-case-area' }),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { present: 1 } }]))
  it('an auxiliary does not count', () =>
    expect(
      given(
        rule,
        officer('2026-03-01 09:00', 'o2', 'auxiliary'),
        seized('2026-03-02 09:00', { type: 'criminal' }),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { present: 1 } }]))
  it('public order, one in a standard area since 2026: its recording is judged with the act', () =>
    expect(
      given(rule, seized('2026-03-02 09:00', { officers: ['o1'], place: 'standard-case-area' })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('not before 2026, nor on the scene', () =>
    expect(
      given(rule, seized('2025-12-31 09:00', { officers: ['o1'], place: 'standard-case-area' })).until(
        '2031-01-01 00:00',
      ),
    ).toHaveLength(1))
})

describe('since 2026 as before', () => {
  const end = '2031-01-01 00:00'
  it('two were enough in 2025', () => expect(given(rule, seized('2025-12-31 09:00')).until(end)).toEqual([]))
  it('what is recovered from a holder needs no two', () =>
    expect(given(rule, seized('2026-03-02 09:00', { how: 'recovery', officers: ['o1'] })).until(end)).toEqual([]))
})

describe('一名人民警察可以扣押：只在治安案件、规范场所、2026年起（治安管理处罚法第一百零八条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const one = { officers: ['o1'], place: 'standard-case-area' }
  it('from the first moment of 2026', () => {
    expect(found(seized('2026-01-01 00:00', one))).toEqual([])
    expect(found(seized('2025-12-31 23:59', one))).toMatchObject([
      { evidence: [0], concerns: { unit: 'station-1', officers: ['o1'] }, facts: { present: 1, least: 2 } },
    ])
  })
  it('not on the scene, not in another kind of case, not by an auxiliary', () => {
    expect(found(seized('2026-03-02 09:00', { ...one, place: 'scene' }))).toHaveLength(1)
    expect(found(seized('2026-03-02 09:00', { ...one, type: 'administrative' }))).toHaveLength(1)
    expect(found(officer('2026-03-01 09:00', 'o1', 'auxiliary'), seized('2026-03-02 09:00', one))).toMatchObject([
      { facts: { present: 0 } },
    ])
  })
  it.each(['sealing', 'advance-registration'])('%s needs two as well', (how) =>
    expect(found(seized('2026-03-02 09:00', { how, officers: ['o1'] }))).toHaveLength(1),
  )
  it('with its act on record the one-officer rule judges it, but never in a criminal case', () => {
    const act: Moment = [
      '2026-03-02 08:50',
      'act.started',
      {
        act: 'a1',
        kind: 'seizure',
        caseType: 'public-order',
        person: 'p1',
        unit: 'station-1',
        officers: ['o1'],
        place: 'scene',
      },
    ]
    expect(found(act, seized('2026-03-02 09:00', { officers: ['o1'], act: 'a1' }))).toEqual([])
    expect(found(act, seized('2026-03-02 09:00', { officers: ['o1'], act: 'a1', type: 'criminal' }))).toHaveLength(1)
    expect(found(act, seized('2026-03-02 09:00', { officers: ['o1'], act: 'a2' }))).toHaveLength(1)
    expect(found(act, seized('2026-03-02 09:00', { officers: ['o1'] }))).toHaveLength(1)
  })
  it('a paper that names nobody is not judged', () =>
    expect(found(seized('2026-03-02 09:00', { officers: [] }))).toEqual([]))
})

it('不得少于二人：one named twice is one', () =>
  expect(
    given(rule, seized('2026-03-02 09:00', { type: 'criminal', officers: ['o1', 'o1'] })).until('2031-01-01 00:00'),
  ).toMatchObject([{ facts: { present: 1 } }]))
