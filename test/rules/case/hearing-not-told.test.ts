import { describe, expect, it } from 'vitest'
import { hearingNotTold as rule } from '../../../server/rules/case/hearing-not-told.ts'
import { decided, inCase } from '../../support/cases.ts'
import { given, type Moment } from '../../support/timeline.ts'

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

describe('对个人处以二千元以上罚款，对单位处以一万元以上罚款（行政案件程序规定第一百二十三条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const other = (fineYuan: number, organisation = false) =>
    found(decided('2026-03-02 09:00', { type: 'administrative', fineYuan, organisation }))
  it('以上 includes the number, for a person and for an organisation', () => {
    expect(other(1999)).toEqual([])
    expect(other(2000)).toMatchObject([{ facts: { because: 'fine', fromYuan: 2000 } }])
    expect(other(9999, true)).toEqual([])
    expect(other(10_000, true)).toMatchObject([{ facts: { fromYuan: 10_000 } }])
  })
  it('in a public-order case an organisation has no amount of its own', () =>
    expect(found(decided('2026-03-02 09:00', { fineYuan: 4000, organisation: true }))).toMatchObject([
      { facts: { fromYuan: 4000 } },
    ]))
  it('the old amount until the last moment of 2025, by the day of the decision', () => {
    expect(found(decided('2025-12-31 23:59', { fineYuan: 1999 }))).toEqual([])
    expect(found(decided('2025-12-31 23:59', { fineYuan: 2000 }))).toMatchObject([{ facts: { fromYuan: 2000 } }])
    expect(found(decided('2026-01-01 00:00', { fineYuan: 2000 }))).toEqual([])
    const late = toldOf('2026-03-05 09:00')
    expect(found(decided('2025-12-31 09:00', { fineYuan: 2000 }, '2026-03-01 09:00'), late)).toHaveLength(1)
    expect(found(toldOf('2025-12-30 09:00'), decided('2026-01-01 00:00', { fineYuan: 2000 }))).toEqual([])
  })
  it.each(['licence-revoked', 'business-closed'])('%s always', (penalty) =>
    expect(found(decided('2026-03-02 09:00', { penalties: [penalty], fineYuan: null }))).toMatchObject([
      { evidence: [0], concerns: { unit: 'station-1', officers: ['o9'] }, facts: { why: 'not-told' } },
    ]),
  )
  it('a minor under article 23 since 2026, in public order only', () => {
    const minor = { penalties: ['detention'], fineYuan: null, minorDetained: true }
    expect(found(decided('2026-01-01 00:00', minor))).toMatchObject([{ facts: { because: 'minor', why: 'not-told' } }])
    expect(found(decided('2025-12-31 23:59', minor))).toEqual([])
    expect(found(decided('2026-03-02 09:00', { ...minor, type: 'administrative' }))).toEqual([])
    expect(found(decided('2026-03-02 09:00', { ...minor, minorDetained: false }))).toEqual([])
    expect(found(toldOf('2026-02-20 09:00', { guardianTold: true }), decided('2026-03-02 09:00', minor))).toEqual([])
    expect(found(toldOf('2026-02-20 09:00', { guardianTold: null }), decided('2026-03-02 09:00', minor))).toEqual([])
  })
  it('for an adult no guardian has to be told', () =>
    expect(
      found(toldOf('2026-02-20 09:00', { guardianTold: false }), decided('2026-03-02 09:00', { fineYuan: 4000 })),
    ).toEqual([]))
  it('told at the very moment is told; told afterwards is not', () => {
    expect(found(toldOf('2026-03-02 09:00'), decided('2026-03-02 09:00', { fineYuan: 4000 }))).toEqual([])
    expect(found(decided('2026-03-02 09:00', { fineYuan: 4000 }), toldOf('2026-03-02 09:01'))).toMatchObject([
      { evidence: [0], facts: { why: 'not-told' } },
    ])
  })
  it('is not about crimes', () =>
    expect(found(decided('2026-03-02 09:00', { type: 'criminal', fineYuan: 90_000 }))).toEqual([]))
})
