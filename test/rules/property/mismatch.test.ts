import { describe, expect, it } from 'vitest'
import { propertyMismatch as rule } from '../../../server/rules/property/mismatch.ts'
import { ofItem, seized } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const received = ofItem('property.received', { custodian: 'k1' })
const checked = ofItem('property.checked', { by: 'k1' })

describe('不得使用、挪用、调换或者损毁（第一百八十七条）', () => {
  it('finds nothing when weight and seal are the same', () =>
    expect(
      given(
        rule,
        seized('2026-03-02 09:00', { weightG: 100, seal: 's' }),
        received('2026-03-02 10:00', { weightG: 100.5, seal: 's' }),
        checked('2026-03-09 09:00', { weightG: 100, seal: 's' }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('weight', () =>
    expect(
      given(rule, seized('2026-03-02 09:00', { weightG: 100 }), received('2026-03-02 10:00', { weightG: 90 })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'weight-differs' } }]))
  it('another seal on the shelf', () =>
    expect(
      given(rule, received('2026-03-02 10:00', { seal: 's' }), checked('2026-03-09 09:00', { seal: 't' })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'other-seal' } }]))
  it('a broken seal, a photograph that differs', () =>
    expect(
      given(rule, received('2026-03-02 10:00', { seal: 's' }), checked('2026-03-09 09:00', { sealBroken: true })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'seal-broken' } }]))
  it('missing, unless it is out', () =>
    expect(
      given(rule, received('2026-03-02 10:00'), checked('2026-03-09 09:00', { present: false })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'missing' } }]))
  it('lent', () =>
    expect(
      given(
        rule,
        received('2026-03-02 10:00'),
        ofItem('property.borrowed', { by: 'o1', purpose: 'test' })('2026-03-08 09:00'),
        checked('2026-03-09 09:00', { present: false }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('a sample that a test consumed', () =>
    expect(
      given(
        rule,
        received('2026-03-02 10:00', { weightG: 100 }),
        ofItem('property.borrowed', { by: 'o1', purpose: 'test' })('2026-03-08 09:00'),
        ofItem('property.returned', { custodian: 'k1', weightG: 80 })('2026-03-09 09:00'),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
})
