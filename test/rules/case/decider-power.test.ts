import { describe, expect, it } from 'vitest'
import { deciderPower as rule } from '../../../server/rules/case/decider-power.ts'
import { decided, station } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const byStation = { decidedBy: 'station-1', rank: 'station-chief' }

describe('一千元以下的罚款，可以由公安派出所决定（第一百零九条）', () => {
  it('a station may fine 1000 since 2026 and 500 before', () =>
    expect(
      given(
        rule,
        station,
        decided('2026-03-02 09:00', { ...byStation, fineYuan: 1000 }),
        decided('2025-12-31 09:00', { ...byStation, decision: 'd2', fineYuan: 500 }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('one yuan more is beyond its power', () =>
    expect(
      given(rule, station, decided('2026-03-02 09:00', { ...byStation, fineYuan: 1001 })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'too-high' } }]))
  it('the old limit holds until the last day of 2025', () =>
    expect(
      given(rule, station, decided('2025-12-31 23:59', { ...byStation, fineYuan: 501 })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'too-high' } }]))
  it('detention is for the county bureau', () =>
    expect(
      given(
        rule,
        station,
        decided('2026-03-02 09:00', { ...byStation, penalties: ['detention'], fineYuan: null, detentionDays: 5 }),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'not-a-station-penalty' } }]))
  it('and there for a chief', () =>
    expect(
      given(rule, decided('2026-03-02 09:00', { penalties: ['detention'], detentionDays: 5, rank: 'officer' })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'rank' } }]))
  it('finds nothing when the bureau decides', () =>
    expect(
      given(rule, decided('2026-03-02 09:00', { penalties: ['detention'], detentionDays: 5 })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
})
