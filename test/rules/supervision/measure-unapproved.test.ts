import { describe, expect, it } from 'vitest'
import { measureUnapproved as rule } from '../../../server/rules/supervision/measure-unapproved.ts'
import { told } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = { officerMeasure: 'z1', kind: 'duty-suspension', officer: 'o1', unit: 'station-1' }
const decided = told('officer-measure.decided', { ...of, days: 15, decidedBy: 'supervision' })
const approved = told('officer-measure.approved', { ...of, as: 'supervision-chief' })
const started = told('officer-measure.started', of)
const found = (...moments: readonly Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')

describe('由督察机构作出决定，报本级公安机关督察长批准后执行（第十二条）', () => {
  it('decided by supervision, approved by its chief, then carried out', () =>
    expect(found(decided('2026-03-02 09:00'), approved('2026-03-02 10:00'), started('2026-03-02 10:00'))).toEqual([]))
  it('a decision that is not carried out needs no approval yet', () =>
    expect(found(decided('2026-03-02 09:00'))).toEqual([]))
  it('carried out before it was approved', () =>
    expect(found(decided('2026-03-02 09:00'), started('2026-03-02 10:00'), approved('2026-03-02 10:01'))).toMatchObject(
      [{ since: at('2026-03-02 10:00'), facts: { why: 'not-approved' }, concerns: { officers: ['o1'] } }],
    ))
  it('approved by somebody else than the chief of supervision', () =>
    expect(
      found(decided('2026-03-02 09:00'), approved('2026-03-02 10:00', { as: 'other' }), started('2026-03-02 11:00')),
    ).toMatchObject([{ facts: { why: 'not-approved' } }]))
  it('decided by somebody else than supervision, or by nobody on record', () => {
    const rest = [approved('2026-03-02 10:00'), started('2026-03-02 11:00')]
    const why = 'not-decided-by-supervision'
    expect(found(decided('2026-03-02 09:00', { decidedBy: 'other' }), ...rest)).toMatchObject([{ facts: { why } }])
    expect(found(...rest)).toMatchObject([{ facts: { why } }])
  })
  it('is no law before 2011-10-01', () => expect(found(started('2011-09-30 09:00'))).toEqual([]))
})
