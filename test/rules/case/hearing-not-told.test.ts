import { describe, expect, it } from 'vitest'
import { hearingNotTold as rule } from '../../../server/rules/case/hearing-not-told.ts'
import { decided, inCase } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const toldOf = inCase('hearing.told', { decision: 'd1', person: 'p1' })

describe('处四千元以上罚款前应当告知有权要求举行听证（第一百一十七条）', () => {
  it('4000 since 2026; 以上 includes the number', () =>
    expect(given(rule, decided('2026-03-02 09:00', { fineYuan: 4000 })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { because: 'fine' } },
    ]))
  it('3999 needs none since 2026', () =>
    expect(given(rule, decided('2026-03-02 09:00', { fineYuan: 3999 })).until('2031-01-01 00:00')).toEqual([]))
  it('2000 before', () =>
    expect(given(rule, decided('2025-12-31 09:00', { fineYuan: 2000 })).until('2031-01-01 00:00')).toHaveLength(1))
  it('finds nothing when it was told', () =>
    expect(
      given(rule, toldOf('2026-02-20 09:00'), decided('2026-03-02 09:00', { fineYuan: 4000 })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('a revoked licence always', () =>
    expect(
      given(rule, decided('2026-03-02 09:00', { penalties: ['licence-revoked'], fineYuan: null })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { because: 'licence-revoked' } }]))
  it('a minor who may be detained, and the guardian', () =>
    expect(
      given(
        rule,
        toldOf('2026-02-20 09:00', { guardianTold: false }),
        decided('2026-03-02 09:00', { penalties: ['detention'], fineYuan: null, minorDetained: true }),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'guardian-not-told' } }]))
  it('another case: 2000 for a person, 10000 for an organisation', () =>
    expect(
      given(rule, decided('2026-03-02 09:00', { type: 'administrative', fineYuan: 9999, organisation: true })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
})
