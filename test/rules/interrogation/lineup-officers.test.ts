import { describe, expect, it } from 'vitest'
import { lineupOfficers as rule } from '../../../server/rules/interrogation/lineup-officers.ts'
import { act } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const judged = (more: object) =>
  given(rule, act('identification', { caseType: 'criminal', ...more }).starts('2026-03-02 09:00')).until(
    '2026-03-02 10:00',
  )

describe('主持辨认的侦查人员不得少于二人（程序规定第二百五十九条）', () => {
  it('opens for one in a criminal case', () => expect(judged({ officers: ['o1'] })).toHaveLength(1))
  it('finds nothing for two, and leaves public-order cases to their exception', () => {
    expect(judged({})).toEqual([])
    expect(judged({ officers: ['o1'], caseType: 'public-order' })).toEqual([])
  })
})
