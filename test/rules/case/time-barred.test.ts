import { describe, expect, it } from 'vitest'
import { timeBarred as rule } from '../../../server/rules/case/time-barred.ts'
import { decided } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const late = { offenceEndedAt: at('2026-01-10 09:00'), discoveredAt: at('2026-07-11 09:00') }

describe('在六个月以内没有被公安机关发现的，不再处罚（第二十五条）', () => {
  it('discovered on the last day', () =>
    expect(
      given(rule, decided('2026-08-02 09:00', { ...late, discoveredAt: at('2026-07-10 23:00') })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('a day later', () =>
    expect(given(rule, decided('2026-08-02 09:00', late)).until('2031-01-01 00:00')).toMatchObject([
      { facts: { months: 6 } },
    ]))
  it('the victim had reported in time', () =>
    expect(
      given(rule, decided('2026-08-02 09:00', { ...late, refusedInTime: true })).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('two years for other cases', () =>
    expect(
      given(rule, decided('2026-08-02 09:00', { ...late, type: 'administrative' })).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('five where life or finance was hurt', () =>
    expect(
      given(
        rule,
        decided('2026-08-02 09:00', {
          type: 'administrative',
          offenceEndedAt: at('2022-01-10 09:00'),
          discoveredAt: at('2026-07-11 09:00'),
          longBar: true,
        }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
})
