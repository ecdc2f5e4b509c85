import { describe, expect, it } from 'vitest'
import { noReceipt as rule } from '../../../server/rules/case/no-receipt.ts'
import { inCase } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const reported = inCase('case.reported', { type: 'public-order', by: 'window' })

describe('并将受案回执交报案人（第六十一条）', () => {
  it('opens when none was given', () =>
    expect(given(rule, reported('2026-03-02 09:00', { receipt: false })).until('2031-01-01 00:00')).toHaveLength(1))
  it('finds nothing when it was, and judges nothing that is not stated', () =>
    expect(
      given(rule, reported('2026-03-02 09:00', { receipt: true }), reported('2026-03-02 09:00')).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('is not about cases that the police found', () =>
    expect(
      given(rule, reported('2026-03-02 09:00', { receipt: false, by: 'found' })).until('2031-01-01 00:00'),
    ).toEqual([]))
})

describe('交报案人、控告人、举报人、扭送人（第六十一条）', () =>
  it('a case that an agency handed over has none', () => {
    const none = { receipt: false, by: 'transfer' }
    expect(given(rule, reported('2026-03-02 09:00', none)).until('2031-01-01 00:00')).toEqual([])
    expect(given(rule, reported('2026-03-02 09:00', { receipt: false })).until('2031-01-01 00:00')).toMatchObject([
      { evidence: [0] },
    ])
  }))

it('交报案人、控告人、举报人、扭送人：a suspect who comes in is none of them', () =>
  expect(
    given(rule, reported('2026-03-02 09:00', { receipt: false, by: 'surrender' })).until('2031-01-01 00:00'),
  ).toEqual([]))
