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
