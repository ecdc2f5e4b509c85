import { describe, expect, it } from 'vitest'
import { notDiscussed as rule } from '../../../server/rules/case/not-discussed.ts'
import { decided, inCase } from '../../support/cases.ts'
import { given, type Moment } from '../../support/timeline.ts'

const discussed = inCase('case.discussed', { decision: 'd1', rank: 'bureau-chief' })

describe('公安机关负责人应当集体讨论决定（第一百一十三条）', () => {
  it('opens without', () =>
    expect(given(rule, decided('2026-03-02 09:00', { situations: ['grave'] })).until('2031-01-01 00:00')).toHaveLength(
      1,
    ))
  it('finds nothing when the chiefs discussed it before', () =>
    expect(
      given(rule, discussed('2026-03-01 09:00'), decided('2026-03-02 09:00', { situations: ['grave'] })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('not when it was a station chief, or afterwards', () =>
    expect(
      given(
        rule,
        discussed('2026-03-01 09:00', { rank: 'station-chief' }),
        decided('2026-03-02 09:00', { situations: ['grave'] }),
        discussed('2026-03-03 09:00'),
      ).until('2031-01-01 00:00'),
    ).toHaveLength(1))
})

describe('对情节复杂或者重大违法行为给予行政处罚，行政机关负责人应当集体讨论决定（行政处罚法第五十七条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const grave = decided('2026-03-02 09:00', { situations: ['grave'] })
  it('at the very moment is before the decision, a moment later is not', () => {
    expect(found(discussed('2026-03-02 09:00'), grave)).toEqual([])
    expect(found(grave, discussed('2026-03-02 09:01'))).toMatchObject([
      { evidence: [0], facts: { rank: null }, concerns: { officers: ['o9'] } },
    ])
  })
  it('from 2021-07-15 by the day of the decision; not for crimes, nor where nothing is grave', () => {
    expect(found(decided('2021-07-14 23:59', { situations: ['grave'] }))).toEqual([])
    expect(found(decided('2021-07-15 00:00', { situations: ['grave'] }))).toHaveLength(1)
    const station = discussed('2021-07-14 09:00', { rank: 'station-chief' })
    expect(found(station, decided('2021-07-15 09:00', { situations: ['grave'] }))).toMatchObject([
      { evidence: [0, 1], facts: { rank: 'station-chief' } },
    ])
    expect(found(decided('2026-03-02 09:00', { situations: ['grave'], type: 'criminal' }))).toEqual([])
    expect(found(decided('2026-03-02 09:00', { situations: ['complex'] }))).toEqual([])
  })
})

it('集体讨论：one person alone discusses nothing', () => {
  const found = (members: number | null) =>
    given(
      rule,
      discussed('2026-03-01 09:00', { members }),
      decided('2026-03-02 09:00', { situations: ['grave'] }),
    ).until('2031-01-01 00:00')
  expect(found(1)).toHaveLength(1)
  expect(found(2)).toEqual([])
  expect(found(null)).toEqual([])
})
