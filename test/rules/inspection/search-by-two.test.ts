import { describe, expect, it } from 'vitest'
import { searchByTwo as rule } from '../../../server/rules/inspection/search-by-two.ts'
import { act, officer } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const search = act('search', { caseType: 'criminal', room: null, place: 'home' })
const judged = (more: object = {}, day = '2026-03-02') =>
  given(
    rule,
    officer('2012-01-01 00:00', 'x2', 'auxiliary'),
    search.starts(`${day} 09:00`, more),
    search.ends(`${day} 10:00`),
  ).until('2026-06-01 00:00')

describe('执行搜查的侦查人员不得少于二人（程序规定第二百二十三条）', () => {
  it('opens for one, and for one with an auxiliary', () => {
    expect(judged({ officers: ['o1'] })).toMatchObject([
      { since: at('2026-03-02 09:00'), concerns: { unit: 'station-1', officers: ['o1'] } },
    ])
    expect(judged({ officers: ['o1', 'x2'] })).toHaveLength(1)
  })
  it('finds nothing for two, in other acts, in administrative cases, or before 2013', () => {
    expect(judged()).toEqual([])
    expect(judged({ officers: ['o1'], kind: 'inspection' })).toEqual([])
    expect(judged({ officers: ['o1'], caseType: 'administrative' })).toEqual([])
    expect(judged({ officers: ['o1'] }, '2012-12-31')).toEqual([])
  })
})
