import { describe, expect, it } from 'vitest'
import { measureLength as rule } from '../../../server/rules/supervision/measure-length.ts'
import { told } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const decided = (kind: string, days: number, when = '2026-03-02 09:00') =>
  told('officer-measure.decided', {
    officerMeasure: 'z1',
    kind,
    officer: 'o1',
    unit: 'station-1',
    days,
    decidedBy: 'supervision',
  })(when)
const found = (kind: string, days: number, when?: string) =>
  given(rule, decided(kind, days, when)).until('2031-01-01 00:00')

describe('停止执行职务的期限为10日以上60日以下；禁闭的期限为1日以上7日以下（第十二条）', () => {
  it.each([
    ['duty-suspension', 10],
    ['duty-suspension', 60],
    ['confinement', 1],
    ['confinement', 7],
  ])('a %s of %i days is lawful: 以上、以下 include the number', (kind, days) => expect(found(kind, days)).toEqual([]))
  it.each([
    ['duty-suspension', 9],
    ['duty-suspension', 61],
    ['confinement', 8],
  ])('a %s of %i days is not', (kind, days) =>
    expect(found(kind, days)).toMatchObject([
      { since: at('2026-03-02 09:00'), concerns: { unit: 'station-1', officers: ['o1'] }, facts: { kind, days } },
    ]),
  )
  it('is no law before 2011-10-01', () => expect(found('duty-suspension', 61, '2011-09-30 09:00')).toEqual([]))
})
