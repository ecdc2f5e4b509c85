import { describe, expect, it } from 'vitest'
import { downgraded as rule } from '../../../server/rules/discretion/downgraded.ts'
import { decided, filed, inCase } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const opinion = inCase('appraisal.ended', { appraisal: 'ap', injury: 'minor-injury' })

describe('不得以治安管理处罚代替刑事处罚（第八条）', () => {
  it('minor injury punished as public order', () =>
    expect(
      given(rule, opinion('2026-03-01 09:00'), decided('2026-03-02 09:00')).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { because: 'minor-injury' } }]))
  it('slight injury is public order', () =>
    expect(
      given(rule, opinion('2026-03-01 09:00', { injury: 'slight-injury' }), decided('2026-03-02 09:00')).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('turned into a criminal case', () =>
    expect(
      given(
        rule,
        opinion('2026-03-01 09:00'),
        filed('2026-03-01 12:00', { type: 'criminal' }),
        decided('2026-03-02 09:00'),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('value at the filing line', () =>
    expect(
      given(
        rule,
        opinion('2026-03-01 09:00', { injury: null, reachesFilingLine: true }),
        decided('2026-03-02 09:00'),
      ).until('2031-01-01 00:00'),
    ).toHaveLength(1))
})

describe('构成犯罪的，应当移送：以作出决定时的鉴定意见为准（行政处罚法第八条、第五十七条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const made = decided('2026-03-02 09:00')
  it('an opinion of the very moment counts, one afterwards does not, nor one that is no evidence', () => {
    expect(found(opinion('2026-03-02 09:00'), made)).toMatchObject([
      { evidence: [0, 1], since: at('2026-03-02 09:00'), concerns: { officers: ['o9'] } },
    ])
    expect(found(made, opinion('2026-03-02 09:01'))).toEqual([])
    expect(found(opinion('2026-03-01 09:00', { evidence: false }), made)).toEqual([])
  })
  it('a grave injury too; the last opinion counts', () => {
    expect(found(opinion('2026-03-01 09:00', { injury: 'grave-injury' }), made)).toHaveLength(1)
    expect(found(opinion('2026-02-20 09:00'), opinion('2026-03-01 09:00', { injury: 'slight-injury' }), made)).toEqual(
      [],
    )
  })
  it('a value below the line is none; a case handed on is not replaced; from 2021-07-15', () => {
    expect(found(opinion('2026-03-01 09:00', { injury: null, reachesFilingLine: false }), made)).toEqual([])
    expect(
      found(opinion('2026-03-01 09:00'), inCase('case.transferred', { to: 'x' })('2026-03-01 10:00'), made),
    ).toEqual([])
    expect(found(opinion('2021-07-15 00:00'), decided('2021-07-15 00:01'))).toHaveLength(1)
    expect(found(opinion('2021-07-14 23:58'), decided('2021-07-14 23:59'))).toEqual([])
  })
})

it('以对同一人的最后意见为准：a slight injury of one does not undo another’s', () => {
  const begun = inCase('appraisal.begun', { kind: 'injury' })
  const found = (second: string) =>
    given(
      rule,
      begun('2026-02-20 09:00', { appraisal: 'ap', person: 'v1' }),
      begun('2026-02-20 10:00', { appraisal: 'aq', person: second }),
      opinion('2026-02-25 09:00'),
      opinion('2026-03-01 09:00', { appraisal: 'aq', injury: 'slight-injury' }),
      decided('2026-03-02 09:00'),
    ).until('2031-01-01 00:00')
  expect(found('v2')).toMatchObject([{ facts: { because: 'minor-injury' } }])
  expect(found('v1')).toEqual([])
})

it('of two persons in one case the second was punished after the opinion, though the first was before it', () =>
  expect(
    given(
      rule,
      decided('2026-03-02 09:00'),
      opinion('2026-03-03 09:00'),
      decided('2026-03-04 09:00', { decision: 'd2', person: 'p2' }),
    ).until('2031-01-01 00:00'),
  ).toMatchObject([{ since: at('2026-03-04 09:00'), evidence: [1, 2] }]))
