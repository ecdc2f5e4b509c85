import { describe, expect, it } from 'vitest'
import { convictOutApproval as rule } from '../../../server/rules/release/convict-out-approval.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (purpose: string, more: object = {}, when = '2026-03-02 09:00') =>
  given(rule, [
    when,
    'custody.taken-out',
    {
      person: 'p1',
      facility: 'kss-1',
      facilityKind: 'detention-house',
      purpose,
      outing: 'x1',
      convict: true,
      rank: 'bureau-chief',
      guarantor: true,
      committeeMinutes: true,
      ...more,
    },
  ]).until('2026-03-03 00:00')

describe('提出、回家、探亲的手续（留所执行刑罚罪犯管理办法第五十三、五十五、六十八条，要旨）', () => {
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
  it.each(['identification', 'home-leave', 'home-visit'])('finds nothing for %s with everything in order', (purpose) =>
    expect(judged(purpose)).toEqual([]),
  )
  it('accepts the director for taking out, not for leave', () => {
    expect(judged('identification', { rank: 'facility-director' })).toEqual([])
    expect(judged('home-leave', { rank: 'facility-director' })).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { why: 'approval' } },
    ])
  })
  it('opens without guarantor or committee for a home visit, and says nothing where it is not stated', () => {
    expect(judged('home-visit', { guarantor: false })).toMatchObject([{ facts: { why: 'guarantor' } }])
    expect(judged('home-visit', { committeeMinutes: false })).toMatchObject([{ facts: { why: 'committee' } }])
    expect(judged('home-visit', { guarantor: null, committeeMinutes: null })).toEqual([])
  })
  it('does not mean others than convicts, nor days before the rules', () => {
    expect(judged('home-visit', { convict: false, rank: null })).toEqual([])
    expect(judged('home-visit', { rank: null }, '2013-11-22 09:00')).toEqual([])
  })
})
