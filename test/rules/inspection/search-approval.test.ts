import { describe, expect, it } from 'vitest'
import { searchApproval as rule } from '../../../server/rules/inspection/search-approval.ts'
import { act } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const search = act('search', { caseType: 'criminal', person: null, place: 'home' })
const approved = (when: string, rank: string, decision = 'approved', heard?: string): Moment => [
  when,
  'act.approved',
  { act: 'a1', rank, decision },
  heard,
]
const started = search.starts('2026-03-02 09:00')
const judged = (...moments: Moment[]) => given(rule, ...moments).until('2026-06-01 00:00')

describe('经县级以上公安机关负责人批准（程序规定第二百二十二条）', () => {
  it.each(['deputy-bureau-chief', 'bureau-chief', 'city-bureau', 'provincial-bureau'])('%s may', (rank) =>
    expect(judged(approved('2026-03-02 08:00', rank), started)).toEqual([]),
  )
  it.each(['officer', 'station-chief', 'department-chief', 'duty-chief'])('%s may not', (rank) =>
    expect(judged(approved('2026-03-02 08:00', rank), started)).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { rank }, concerns: { officers: ['o1', 'o2'] } },
    ]),
  )
  it('opens when it was refused, or approved afterwards', () => {
    expect(judged(approved('2026-03-02 08:00', 'bureau-chief', 'refused'), started)).toHaveLength(1)
    expect(judged(started, approved('2026-03-02 09:01', 'bureau-chief'))).toHaveLength(1)
    expect(judged(approved('2026-03-02 09:00', 'bureau-chief'), started)).toEqual([])
  })
  it('takes the finding back when the approval was only told late', () =>
    expect(
      given(
        rule,
        approved('2026-03-02 08:00', 'station-chief'),
        started,
        approved('2026-03-02 08:30', 'bureau-chief', 'approved', '2026-03-02 12:00'),
      )
        .events('2026-03-03 00:00')
        .map((e) => e.is),
    ).toEqual(['opened', 'ended']))
  it('does not judge a search without any approval on record: not approved and not sent look the same', () =>
    expect(given(rule, started).verdict('2026-03-03 00:00', 'a1')).toMatchObject({ is: 'unknown' }))
  it('judges nothing before 2013, and no other act or case', () => {
    const by = (kind: string, caseType: string, day: string) =>
      judged(approved(`${day} 08:00`, 'station-chief'), act(kind, { caseType }).starts(`${day} 09:00`))
    expect(by('search', 'criminal', '2012-12-31')).toEqual([])
    expect(by('search', 'criminal', '2013-01-01')).toHaveLength(1)
    expect(by('inspection', 'criminal', '2026-03-02')).toEqual([])
    expect(by('search', 'public-order', '2026-03-02')).toEqual([])
  })
})

describe('执行拘留、逮捕的时候，遇有下列紧急情况之一的，不用搜查证也可以进行搜查（第二百二十四条）', () => {
  it.each(['carried-weapon', 'dangerous-goods', 'hidden-evidence', 'other-suspects', 'sudden-emergency'])(
    '%s',
    (urgent) =>
      expect(
        judged(approved('2026-03-02 08:00', 'station-chief'), search.starts('2026-03-02 09:00', { urgent })),
      ).toEqual([]),
  )
})
