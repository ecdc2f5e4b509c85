import { describe, expect, it } from 'vitest'
import { materialsAskedLate as rule } from '../../../server/rules/case/materials-asked-late.ts'
import { inCase } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const reported = inCase('case.reported', { type: 'criminal', by: 'transfer' })
const asked = inCase('case.materials-asked', { from: 'x' })
const found = (when: string, more: object = {}, begun = '2026-03-06 09:00') =>
  given(rule, reported(begun, more), asked(when)).until('2031-01-01 00:00')

describe('应当在接受案件后二十四小时以内通知 … 补正（第一百八十条）', () => {
  it('the twenty-fourth hour is in time, a minute later is not, week-end or not', () => {
    expect(found('2026-03-07 09:00')).toEqual([])
    expect(found('2026-03-07 09:01')).toMatchObject([
      { since: at('2026-03-07 09:00'), evidence: [0, 1], concerns: { unit: 'station-1' } },
    ])
  })
  it('only what an agency handed over, and only crimes', () => {
    expect(found('2026-03-09 09:00', { by: 'window' })).toEqual([])
    expect(found('2026-03-09 09:00', { type: 'public-order' })).toEqual([])
  })
  it('that nobody asked is not judged, nor anything from before the rule', () => {
    expect(given(rule, reported('2026-03-06 09:00')).until('2031-01-01 00:00')).toEqual([])
    expect(found('2013-01-05 09:00', {}, '2012-12-31 09:00')).toEqual([])
    expect(found('2013-01-05 09:00', {}, '2013-01-01 09:00')).toHaveLength(1)
  })
  it('asked before anything was handed over is another matter; the first asking counts', () => {
    expect(found('2026-03-05 09:00')).toEqual([])
    const again = [asked('2026-03-06 20:00'), asked('2026-03-09 09:00')]
    expect(given(rule, reported('2026-03-06 09:00'), ...again).until('2031-01-01 00:00')).toEqual([])
  })
  it('heard in another order it is the same', () =>
    expect(
      given(rule, asked('2026-03-09 09:00'), reported('2026-03-06 09:00', {}, '2026-03-09 10:00')).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ since: at('2026-03-07 09:00') }]))
  it('dates it truly when it is heard of late', () =>
    expect(
      given(
        rule,
        reported('2026-03-06 09:00', {}, '2026-04-01 09:00'),
        asked('2026-03-09 09:00', {}, '2026-04-01 09:00'),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ since: at('2026-03-07 09:00'), openedAt: at('2026-04-01 09:00') }]))
})

it('认为行政执法机关移送的案件材料不全的：handed over without a word of its kind, it is what it was accepted as', () => {
  const late = (type: string) =>
    given(
      rule,
      reported('2026-03-06 09:00', { type: null }),
      inCase('case.accepted', { type })('2026-03-06 10:00'),
      asked('2026-03-07 09:01'),
    ).until('2031-01-01 00:00')
  expect(late('criminal')).toMatchObject([{ since: at('2026-03-07 09:00'), evidence: [0, 2] }])
  expect(late('public-order')).toEqual([])
})
