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

describe('违法行为在二年内未被发现的，不再给予行政处罚；涉及公民生命健康安全、金融安全且有危害后果的，上述期限延长至五年（行政处罚法第三十六条）', () => {
  const found = (when: string, more: object) => given(rule, decided(when, more)).until('2031-01-01 00:00')
  const ended = { offenceEndedAt: at('2024-01-10 09:00') }
  it('the last moment of the last day is in time, the next is not', () => {
    const foundOn = (discovered: string) => ({
      offenceEndedAt: at('2026-01-10 09:00'),
      discoveredAt: at(discovered),
    })
    expect(found('2026-08-02 09:00', foundOn('2026-07-11 00:00'))).toEqual([])
    expect(found('2026-08-02 09:00', foundOn('2026-07-11 00:01'))).toMatchObject([
      { since: at('2026-08-02 09:00'), evidence: [0], concerns: { unit: 'station-1', officers: ['o9'] } },
    ])
  })
  it('two years for other cases, whatever the branch of a six-month bar says', () => {
    const other = { ...ended, type: 'administrative' }
    expect(found('2026-08-02 09:00', { ...other, discoveredAt: at('2026-01-11 00:00') })).toEqual([])
    expect(found('2026-08-02 09:00', { ...other, discoveredAt: at('2026-01-11 00:01') })).toMatchObject([
      { facts: { months: 24 } },
    ])
  })
  it('five years since 2021-07-15 and no day before, to the last moment', () => {
    const long = { type: 'administrative', longBar: true, offenceEndedAt: at('2016-07-15 09:00') }
    expect(found('2021-07-20 09:00', { ...long, discoveredAt: at('2021-07-16 00:00') })).toEqual([])
    expect(found('2021-07-20 09:00', { ...long, discoveredAt: at('2021-07-16 00:01') })).toMatchObject([
      { facts: { months: 60 } },
    ])
    const three = { ...long, discoveredAt: at('2019-07-15 09:00') }
    expect(found('2021-07-15 00:00', three)).toEqual([])
    expect(found('2021-07-14 23:59', three)).toMatchObject([{ facts: { months: 24 } }])
  })
  it('public order has six months even where life was hurt', () =>
    expect(found('2026-08-02 09:00', { ...late, longBar: true })).toMatchObject([{ facts: { months: 6 } }]))
  it('no penalty, a crime, or a time that nobody wrote down: nothing to judge', () => {
    expect(found('2026-08-02 09:00', { ...late, penalties: ['none'] })).toEqual([])
    expect(found('2026-08-02 09:00', { ...late, penalties: ['none', 'warning'] })).toHaveLength(1)
    expect(found('2026-08-02 09:00', { ...late, type: 'criminal' })).toEqual([])
    expect(found('2026-08-02 09:00', { ...late, offenceEndedAt: null })).toEqual([])
    expect(found('2026-08-02 09:00', { ...late, discoveredAt: null })).toEqual([])
  })
})

describe('在六个月以内、二年以内：2021年7月15日以前作出的决定也一样', () =>
  it.each([
    ['public-order', '2020-07-11 00:00', 6],
    ['administrative', '2022-01-11 00:00', 24],
  ])('%s', (type, last, months) => {
    const made = (discovered: number) =>
      given(
        rule,
        decided('2021-07-14 09:00', { type, offenceEndedAt: at('2020-01-10 09:00'), discoveredAt: discovered }),
      ).until('2031-01-01 00:00')
    expect(made(at(last))).toEqual([])
    expect(made(at(last) + 60_000)).toMatchObject([{ facts: { months } }])
  }))
