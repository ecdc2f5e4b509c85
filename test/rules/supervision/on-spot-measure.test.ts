import { describe, expect, it } from 'vitest'
import { onSpotMeasure as rule } from '../../../server/rules/supervision/on-spot-measure.ts'
import { told } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const taken = told('on-site.measure-taken', {
  deed: 'c1',
  inspectors: ['d1', 'd2'],
  officer: 'o1',
  unit: 'station-1',
  measure: 'vehicle-held',
  ground: 'misuse',
  identified: true,
  record: 'r1',
  receipt: 'q1',
})
const found = (more: object, when = '2026-03-02 09:00') => given(rule, taken(when, more)).until('2031-01-01 00:00')

describe('可以采取下列措施，当场处置（第十一条）', () => {
  it.each([
    ['corrected', 'appearance'],
    ['corrected', 'other'],
    ['weapon-held', 'misuse'],
    ['restraint-held', 'misuse'],
    ['vehicle-held', 'misuse'],
    ['insignia-held', 'misuse'],
    ['removed', 'grave'],
    ['removed', 'obstruction'],
  ])('%s for %s is lawful', (measure, ground) => expect(found({ measure, ground })).toEqual([]))
  it.each([
    ['vehicle-held', 'appearance'],
    ['weapon-held', 'grave'],
    ['removed', 'appearance'],
    ['removed', 'misuse'],
    ['other', 'grave'],
  ])('%s for %s is not', (measure, ground) =>
    expect(found({ measure, ground })).toMatchObject([
      { since: at('2026-03-02 09:00'), concerns: { unit: 'station-1', officers: ['o1'] }, facts: { measure, ground } },
    ]),
  )
  it('is no law before 2011-10-01', () => expect(found({ measure: 'other' }, '2011-09-30 09:00')).toEqual([]))
})
