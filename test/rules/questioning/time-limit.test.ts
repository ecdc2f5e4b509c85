import { describe, expect, it } from 'vitest'
import { questioningTimeLimit as rule } from '../../../server/rules/questioning/time-limit.ts'
import { arrives, departs, measure } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const summons = measure('summons-written')
const restraint = measure('protective-restraint', { measure: 'm2' })
const day = [arrives('2026-03-02 09:00'), summons.starts('2026-03-02 09:00')]

describe('询问查证的时间不得超过八小时（治安管理处罚法第九十七条）', () => {
  it('finds nothing when the person leaves at eight hours sharp', () =>
    expect(given(rule, ...day, departs('2026-03-02 17:00')).until('2026-03-03 00:00')).toEqual([]))
  it('opens a finding the moment the limit passes, with nobody reporting anything', () =>
    expect(given(rule, ...day).until('2026-03-02 17:01')).toMatchObject([
      { since: at('2026-03-02 17:00'), openedAt: at('2026-03-02 17:00') + 1, evidence: [0, 1] },
    ]))
  it('does not count time under restraint（程序规定第五十八条）', () => {
    const drunk = [restraint.starts('2026-03-02 09:30'), restraint.ends('2026-03-02 11:30')]
    expect(given(rule, ...day, ...drunk).until('2026-03-02 19:00')).toEqual([])
    expect(given(rule, ...day, ...drunk).until('2026-03-02 19:01')[0]?.since).toBe(at('2026-03-02 19:00'))
  })
  it('stops the clock while a restraint lasts, even one begun on the last lawful moment', () =>
    expect(given(rule, ...day, restraint.starts('2026-03-02 17:00')).until('2026-03-03 09:00')).toEqual([]))
  it('runs on when a person is only taken out to identify a scene', () =>
    expect(
      given(rule, ...day, departs('2026-03-02 10:00', { how: 'taken-out' })).until('2026-03-02 17:01'),
    ).toHaveLength(1))
  it('counts a summons after continued questioning in the same stay from its own beginning', () => {
    const cq = measure('continued-questioning', { measure: 'm0' })
    const chain = [
      arrives('2026-03-02 09:00'),
      cq.starts('2026-03-02 09:00'),
      cq.ends('2026-03-02 12:00', 'changed'),
      summons.starts('2026-03-02 12:00'),
    ]
    expect(given(rule, ...chain).until('2026-03-02 20:00')).toEqual([])
    expect(given(rule, ...chain).until('2026-03-02 20:01')).toHaveLength(1)
  })
  it('withdraws nothing and dates the breach correctly when the device was offline', () => {
    const late = [
      arrives('2026-03-02 09:00', {}, '2026-03-02 20:00'),
      summons.starts('2026-03-02 09:00', {}, '2026-03-02 20:00'),
    ]
    expect(given(rule, ...late).until('2026-03-02 20:00')).toMatchObject([
      { since: at('2026-03-02 17:00'), openedAt: at('2026-03-02 20:00') },
    ])
  })
  it('does not judge what is no questioning: criminal summons, continued questioning', () =>
    expect(
      given(rule, arrives('2026-03-02 09:00'), measure('criminal-summons').starts('2026-03-02 09:00')).until(
        '2026-03-05 00:00',
      ),
    ).toEqual([]))
})

describe('涉案人数众多、身份不明的十二小时；可能适用行政拘留的二十四小时', () => {
  const to = (hours: number, grounds: string[], when = '2026-03-02 12:00') =>
    summons.extended(when, hours, 'hour', 'station-chief', { grounds })
  it('allows twelve hours for an unidentified person from 2026', () => {
    expect(given(rule, ...day, to(12, ['identity-unknown'])).until('2026-03-02 21:00')).toEqual([])
    expect(given(rule, ...day, to(12, ['identity-unknown'])).until('2026-03-02 21:01')).toHaveLength(1)
  })
  it('allows twenty-four where administrative detention may follow, and not merely because the case is complex', () => {
    const lawful = given(rule, ...day, to(24, ['complex', 'detention-possible']))
    expect(lawful.until('2026-03-03 09:00')).toEqual([])
    expect(lawful.until('2026-03-03 09:01')).toHaveLength(1)
    expect(given(rule, ...day, to(24, ['complex'])).until('2026-03-02 17:01')).toHaveLength(1)
    expect(given(rule, ...day, to(24, ['detention-possible'])).until('2026-03-02 17:01')).toHaveLength(1)
  })
  it('gives no more than the grounds carry, and never more than twenty-four hours', () => {
    expect(given(rule, ...day, to(24, ['many-involved'])).until('2026-03-02 21:00')).toEqual([])
    expect(given(rule, ...day, to(24, ['many-involved'])).until('2026-03-03 09:00')).toMatchObject([
      { since: at('2026-03-02 21:00') },
    ])
    expect(given(rule, ...day, to(36, ['complex', 'detention-possible'])).until('2026-03-04 09:00')).toMatchObject([
      { since: at('2026-03-03 09:00') },
    ])
    expect(given(rule, ...day, to(20, ['complex', 'detention-possible'])).until('2026-03-03 05:00')).toEqual([])
  })
  it('takes a ground that was on the papers from the beginning', () =>
    expect(
      given(
        rule,
        arrives('2026-03-02 09:00'),
        summons.starts('2026-03-02 09:00', { grounds: ['many-involved'] }),
      ).until('2026-03-02 21:00'),
    ).toEqual([]))
  it('does not let a late extension end the finding', () => {
    const late = to(24, ['complex', 'detention-possible'], '2026-03-02 17:30')
    expect(
      given(rule, ...day, late)
        .events('2026-03-02 18:00')
        .map((e) => e.is),
    ).not.toContain('ended')
  })
  it('does not count an extension decided when the time was over', () =>
    expect(
      given(rule, ...day, to(24, ['complex', 'detention-possible'], '2026-03-02 17:30')).until('2026-03-02 18:00'),
    ).toHaveLength(1))
})

describe('2025-12-31 → 2026-01-01: the tier of twelve hours begins', () => {
  const night = [arrives('2025-12-31 23:00'), summons.starts('2025-12-31 23:00')]
  const many = summons.extended('2026-01-01 02:00', 12, 'hour', 'station-chief', { grounds: ['many-involved'] })
  it('judges an arrival on the last day of 2025 by the old law', () => {
    expect(given(rule, ...night, many).until('2026-01-01 07:00')).toEqual([])
    expect(given(rule, ...night, many).until('2026-01-01 07:01')).toHaveLength(1)
  })
  it('keeps 24 hours under both laws', () => {
    const detention = summons.extended('2026-01-01 02:00', 24, 'hour', 'station-chief', {
      grounds: ['complex', 'detention-possible'],
    })
    expect(given(rule, ...night, detention).until('2026-01-01 23:00')).toEqual([])
    expect(given(rule, ...night, detention).until('2026-01-01 23:01')).toHaveLength(1)
  })
  it('judges an arrival one second into 2026 by the new law', () => {
    const after = [arrives('2026-01-01 00:00'), summons.starts('2026-01-01 00:00'), many]
    expect(given(rule, ...after).until('2026-01-01 12:00')).toEqual([])
    expect(given(rule, ...after).until('2026-01-01 12:01')).toHaveLength(1)
  })
  it('says nothing of a time before the law', () =>
    expect(
      given(rule, arrives('2006-02-28 09:00'), summons.starts('2006-02-28 09:00')).until('2006-03-02 00:00'),
    ).toEqual([]))
})
