import { describe, expect, it } from 'vitest'
import { withoutSign as rule } from '../../../server/rules/supervision/without-sign.ts'
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

describe('应当佩带督察标志或者出示督察证件（第十七条）', () => {
  it.each([true, null])('identified: %s opens nothing', (identified) => expect(found({ identified })).toEqual([]))
  it('neither worn nor shown', () =>
    expect(found({ identified: false })).toMatchObject([
      { since: at('2026-03-02 09:00'), concerns: { officers: ['d1', 'd2'], unit: null } },
    ]))
  it('is no law before 2011-10-01', () => expect(found({ identified: false }, '2011-09-30 09:00')).toEqual([]))
})
