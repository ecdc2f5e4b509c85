import { describe, expect, it } from 'vitest'
import { twoInvestigators as rule } from '../../../server/rules/interrogation/two-investigators.ts'
import { act, enters, leaves, officer, records, sensor } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const talk = act('interrogation', { caseType: 'criminal' })
const alone = act('interrogation', { caseType: 'criminal', officers: ['o1'] })

describe('讯问的时候，侦查人员不得少于二人（刑诉法第一百一十八条）', () => {
  it('opens for one, in 2026 too, in a standard case area and recorded throughout', () =>
    expect(
      given(
        rule,
        sensor('2026-01-01 00:00', ['recording']),
        records('2026-03-02 08:50'),
        alone.starts('2026-03-02 09:00'),
      ).until('2026-03-02 10:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:00'), facts: { present: 1 } }]))
  it('does not count an auxiliary', () =>
    expect(
      given(rule, officer('2026-01-01 00:00', 'o2', 'auxiliary'), talk.starts('2026-03-02 09:00')).until(
        '2026-03-02 10:00',
      ),
    ).toHaveLength(1))
  it('finds nothing for two', () =>
    expect(
      given(rule, talk.starts('2026-03-02 09:00'), talk.ends('2026-03-02 10:00')).until('2026-03-03 00:00'),
    ).toEqual([]))
  it('opens when the record says that the second left, and dates it from there', () =>
    expect(
      given(rule, talk.starts('2026-03-02 09:00'), talk.leaves('2026-03-02 09:20', 'o2')).until('2026-03-02 10:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:20'), facts: { shownBy: 'record' } }]))
  it('tolerates by the record what it tolerates by the door, and no session by one from beginning to end', () => {
    const back = (when: string) =>
      given(
        rule,
        talk.starts('2026-03-02 09:00'),
        talk.leaves('2026-03-02 09:20', 'o2'),
        talk.joins(when, 'o2'),
        talk.ends('2026-03-02 10:00'),
      ).until('2026-03-03 00:00')
    expect(back('2026-03-02 09:22')).toEqual([])
    expect(back('2026-03-02 09:22:01')).toMatchObject([{ since: at('2026-03-02 09:20') }])
    expect(
      given(rule, alone.starts('2026-03-02 09:00'), alone.ends('2026-03-02 09:01')).until('2026-03-03 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:00') }])
  })
  it('opens when a badge leaves for more than two minutes though the record says nothing', () => {
    const day = [
      enters('2026-03-02 08:58', 'o1', 'officer'),
      enters('2026-03-02 08:58', 'o2', 'officer'),
      talk.starts('2026-03-02 09:00'),
      leaves('2026-03-02 09:20', 'o2', 'officer'),
    ]
    expect(given(rule, ...day).until('2026-03-02 09:22')).toEqual([])
    expect(given(rule, ...day).until('2026-03-02 09:23')).toMatchObject([
      { since: at('2026-03-02 09:20'), facts: { shownBy: 'doors' } },
    ])
    expect(given(rule, ...day, enters('2026-03-02 09:21', 'o3', 'officer')).until('2026-03-02 10:00')).toEqual([])
  })
  it('judges late what a door tells late', () => {
    const day = [
      enters('2026-03-02 08:58', 'o1', 'officer'),
      enters('2026-03-02 08:58', 'o2', 'officer'),
      talk.starts('2026-03-02 09:00'),
      talk.ends('2026-03-02 10:00'),
    ]
    expect(
      given(rule, ...day, leaves('2026-03-02 09:20', 'o2', 'officer', {}, '2026-03-02 10:30')).until(
        '2026-03-02 11:00',
      ),
    ).toMatchObject([{ since: at('2026-03-02 09:20') }])
  })
  it('says nothing of a time before the rule', () =>
    expect(given(rule, alone.starts('2012-12-31 09:00')).until('2013-01-02 00:00')).toEqual([]))
})
