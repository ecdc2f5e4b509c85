import { describe, expect, it } from 'vitest'
import { selfKept as rule } from '../../../server/rules/property/self-kept.ts'
import { inCase, ofItem, seized } from '../../support/cases.ts'
import { officer } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const received = ofItem('property.received', { custodian: 'k1' })

describe('严禁由办案人员自行保管涉案财物（第一百八十八条）', () => {
  it('finds nothing with a custodian who is not on the case', () =>
    expect(given(rule, seized('2026-03-02 09:00'), received('2026-03-02 10:00')).until('2031-01-01 00:00')).toEqual([]))
  it('opens when whoever took it keeps it', () =>
    expect(
      given(rule, seized('2026-03-02 09:00'), received('2026-03-02 10:00', { custodian: 'o2' })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'case-officer' } }]))
  it('opens when somebody who is assigned later keeps it', () =>
    expect(
      given(
        rule,
        seized('2026-03-02 09:00'),
        received('2026-03-02 10:00', { custodian: 'o5' }),
        inCase('case.assigned', { officers: ['o5'] })('2026-03-03 09:00'),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'case-officer' } }]))
  it('an auxiliary is no police officer', () =>
    expect(
      given(
        rule,
        officer('2026-03-01 09:00', 'k1', 'auxiliary'),
        seized('2026-03-02 09:00'),
        received('2026-03-02 10:00'),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'auxiliary' } }]))
})

describe('办案人员是扣押的人，也是承办案件的人；归还之后的保管也是保管', () => {
  const returned = ofItem('property.returned', { custodian: 'o5' })
  it('whoever accepted the case, heard before or after', () => {
    const accepts = inCase('case.accepted', { type: 'public-order', acceptedBy: 'o5' })
    const kept = [seized('2026-03-02 09:00'), received('2026-03-02 10:00', { custodian: 'o5' })]
    const found = [accepts('2026-03-01 09:00'), ...kept]
    expect(given(rule, ...found).until('2031-01-01 00:00')).toMatchObject([
      { evidence: [1, 2], facts: { why: 'case-officer', what: 'knife' }, concerns: { officers: ['o5'] } },
    ])
    expect(given(rule, ...kept, accepts('2026-03-03 09:00')).until('2031-01-01 00:00')).toHaveLength(1)
  })
  it('after a loan it may not come back to them either', () =>
    expect(
      given(
        rule,
        seized('2026-03-02 09:00', { officers: ['o5'] }),
        received('2026-03-02 10:00'),
        returned('2026-03-04 09:00'),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ evidence: [0, 2] }]))
})

it('办案人员：whoever was replaced in the case before may keep its property', () => {
  const assigned = inCase('case.assigned')
  const before = [
    assigned('2026-03-01 09:00', { officers: ['k1'] }),
    assigned('2026-03-01 12:00', { officers: ['o5'] }),
  ]
  expect(
    given(rule, ...before, seized('2026-03-02 09:00'), received('2026-03-02 10:00')).until('2031-01-01 00:00'),
  ).toEqual([])
})
