import { describe, expect, it } from 'vitest'
import { deciderPower as rule } from '../../../server/rules/case/decider-power.ts'
import { decided, station } from '../../support/cases.ts'
import { given, type Moment } from '../../support/timeline.ts'

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

describe('治安管理处罚由县级以上地方人民政府公安机关决定；其中警告、一千元以下的罚款，可以由公安派出所决定（第一百零九条）', () => {
  const found = (when: string, more: object) => given(rule, station, decided(when, more)).until('2031-01-01 00:00')
  it.each(['none', 'warning', 'confiscation'])('a station may decide %s, with no fine at all', (penalty) =>
    expect(found('2026-03-02 09:00', { ...byStation, penalties: [penalty], fineYuan: null })).toEqual([]),
  )
  it('the new amount from the first moment of 2026, the old one until the last of 2025', () => {
    expect(found('2026-01-01 00:00', { ...byStation, fineYuan: 1000 })).toEqual([])
    expect(found('2026-01-01 00:00', { ...byStation, fineYuan: 1001 })).toHaveLength(1)
    expect(found('2025-12-31 23:59', { ...byStation, fineYuan: 1000 })).toHaveLength(1)
  })
  it('is judged by the day of the decision, however late it is heard of', () =>
    expect(
      given(rule, station, decided('2025-12-31 09:00', { ...byStation, fineYuan: 501 }, '2026-02-01 09:00')).until(
        '2031-01-01 00:00',
      ),
    ).toHaveLength(1))
  it('is about public order: another case has other powers', () =>
    expect(found('2026-03-02 09:00', { ...byStation, type: 'administrative', fineYuan: 5000 })).toEqual([]))
  it('a chief of a station who signs for the bureau has the power of a station, and no more', () => {
    expect(found('2026-03-02 09:00', { rank: 'station-chief', fineYuan: 1000 })).toEqual([])
    expect(found('2026-03-02 09:00', { rank: 'station-chief', fineYuan: 1001 })).toHaveLength(1)
    expect(found('2026-03-02 09:00', { rank: 'station-chief', penalties: ['detention'], fineYuan: null })).toHaveLength(
      1,
    )
    const bureau: Moment = [
      '2012-01-01 00:00',
      'unit.registered',
      { unit: 'bureau', name: { zh: '局', en: 'Bureau' }, kind: 'bureau', parent: null, place: null },
    ]
    const ofBureau = (more: object) => given(rule, bureau, decided('2026-03-02 09:00', more)).until('2031-01-01 00:00')
    expect(ofBureau({ rank: 'station-chief', fineYuan: 1000 })).toEqual([])
    expect(ofBureau({ rank: 'station-chief', fineYuan: 1001 })).toMatchObject([{ facts: { why: 'rank' } }])
    expect(ofBureau({ rank: 'station-chief', penalties: ['detention'], fineYuan: null })).toMatchObject([
      { facts: { why: 'rank' } },
    ])
    expect(ofBureau({ rank: 'officer', fineYuan: 100 })).toMatchObject([{ facts: { why: 'rank' } }])
  })
  it('and says who signed, of which unit, in which entry', () => {
    expect(found('2026-03-02 09:00', { ...byStation, fineYuan: 1001 })).toMatchObject([
      { evidence: [1], concerns: { unit: 'station-1', officers: ['o9'] } },
    ])
    expect(found('2026-03-02 09:00', { ...byStation, fineYuan: 1001, by: null })).toMatchObject([
      { concerns: { officers: [] } },
    ])
  })
})
