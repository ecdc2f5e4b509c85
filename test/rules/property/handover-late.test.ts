import { describe, expect, it } from 'vitest'
import { handoverLate as rule } from '../../../server/rules/property/handover-late.ts'
import { ofItem, seized } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const received = ofItem('property.received', { custodian: 'k1' })

describeLimit('提取涉案财物后的二十四小时内移交管理人员（第一百九十条）', {
  rule,
  begins: (when, heard) => [seized(when, {}, heard)],
  done: (when) => received(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-03 09:00',
  past: '2026-03-03 09:01',
  tooEarly: '2018-12-31 09:00',
  lawBegins: '2019-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('its three exceptions', () => {
  const until = '2026-03-10 00:00'
  it('taken far away: 24 hours from the return', () => {
    const far = seized('2026-03-02 09:00', { remote: true })
    const back = ofItem('property.brought-back')('2026-03-04 09:00')
    expect(given(rule, far, back, received('2026-03-05 09:00')).until(until)).toEqual([])
    expect(given(rule, far, back).until(until)).toMatchObject([
      { since: at('2026-03-05 09:00'), facts: { exception: 'remote' } },
    ])
  })
  it('examined first, with the department head’s leave: 24 hours from the end of it', () => {
    const leave = ofItem('property.approved', { what: 'examine-first', rank: 'department-chief' })
    const examined = ofItem('property.examined', { of: 'test' })('2026-03-03 08:00')
    expect(
      given(rule, seized('2026-03-02 09:00'), leave('2026-03-02 10:00'), examined, received('2026-03-04 08:00')).until(
        until,
      ),
    ).toEqual([])
    const officers = leave('2026-03-02 10:00', { rank: 'officer' })
    expect(
      given(rule, seized('2026-03-02 09:00'), officers, examined, received('2026-03-04 08:00')).until(until),
    ).toMatchObject([{ since: at('2026-03-03 09:00') }])
  })
  it('dealt with within 24 hours: nothing to hand over', () =>
    expect(
      given(
        rule,
        seized('2026-03-02 09:00'),
        ofItem('property.released', { to: 'owner', collector: 'rightful', receipt: true })('2026-03-03 08:00'),
      ).until(until),
    ).toEqual([]))
  it('the officer’s own word is no receipt', () =>
    expect(
      given(
        rule,
        seized('2026-03-02 09:00'),
        ofItem('property.handed-over', { by: 'o1', to: 'k1' })('2026-03-02 10:00'),
      ).until(until),
    ).toHaveLength(1))
})

describe('what is handed over, and when', () => {
  it('criminal cases have twenty-four hours too, as the bureau set', () => {
    const criminal = seized('2026-03-02 09:00', { type: 'criminal' })
    expect(given(rule, criminal).until('2026-03-03 09:00')).toEqual([])
    expect(given(rule, criminal).until('2026-03-03 09:01')).toMatchObject([{ since: at('2026-03-03 09:00') }])
  })
  it('what cannot be moved stays where it is', () =>
    expect(given(rule, seized('2026-03-02 09:00', { movable: false })).until('2026-03-10 00:00')).toEqual([]))
})

describe('除外的三种情形，每一种都有条件（第一百九十条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2026-03-20 00:00')
  const taken = seized('2026-03-02 09:00')
  const leave = ofItem('property.approved', { what: 'examine-first', rank: 'department-chief' })
  const examined = ofItem('property.examined', { of: 'test' })
  it.each(['seizure', 'sample', 'extraction', 'recovery'])('%s is handed over', (how) =>
    expect(found(seized('2026-03-02 09:00', { how }))).toMatchObject([
      { evidence: [0], facts: { exception: 'none' }, concerns: { unit: 'station-1', officers: ['o1', 'o2'] } },
    ]),
  )
  it.each(['sealing', 'advance-registration', 'vehicle-held'])('%s is not', (how) =>
    expect(found(seized('2026-03-02 09:00', { how }))).toEqual([]),
  )
  it('leave to examine first counts to the last moment of the day, for this purpose, and granted', () => {
    expect(found(taken, leave('2026-03-03 09:00'))).toEqual([])
    expect(found(leave('2026-03-02 08:00'), taken)).toEqual([])
    expect(found(taken, leave('2026-03-03 09:01'))).toHaveLength(1)
    expect(found(taken, leave('2026-03-02 10:00', { what: 'borrow' }))).toHaveLength(1)
    expect(found(taken, leave('2026-03-02 10:00', { decision: 'refused' }))).toHaveLength(1)
    expect(found(taken, leave('2026-03-02 10:00', { rank: 'officer' }))).toHaveLength(1)
  })
  it('twenty-four hours from the end of the examination, to the moment', () => {
    const done = [leave('2026-03-02 10:00'), examined('2026-03-04 08:00')]
    expect(found(taken, ...done, received('2026-03-05 08:00'))).toEqual([])
    expect(found(taken, ...done)).toMatchObject([
      { since: at('2026-03-05 08:00'), evidence: [0, 1, 2], facts: { exception: 'examine-first' } },
    ])
  })
  it('an examination of before does not shorten the day', () =>
    expect(found(leave('2026-03-01 10:00'), examined('2026-03-02 08:00'), taken)).toMatchObject([
      { since: at('2026-03-03 09:00') },
    ]))
  it('far away: nothing runs until it was brought back; then both entries are the evidence', () => {
    const far = seized('2026-03-02 09:00', { remote: true })
    expect(found(far)).toEqual([])
    expect(found(far, ofItem('property.brought-back')('2026-03-04 09:00'))).toMatchObject([{ evidence: [0, 1] }])
  })
  it('what is near is not made far by a word of its return', () =>
    expect(found(taken, ofItem('property.brought-back')('2026-03-04 09:00'))).toMatchObject([
      { since: at('2026-03-03 09:00') },
    ]))
  it('given back or disposed of within the day: nothing to hand over; a moment later it is late', () => {
    const disposed = ofItem('property.disposed', { how: 'destroyed' })
    expect(found(taken, disposed('2026-03-03 09:00'))).toEqual([])
    expect(found(taken, disposed('2026-03-03 09:01'))).toHaveLength(1)
  })
})

it('处理完毕的，相关手续附卷保存：without its papers it was not dealt with', () => {
  const found = (papers: boolean) =>
    given(
      rule,
      seized('2026-03-02 09:00'),
      ofItem('property.disposed', { how: 'destroyed', papers })('2026-03-02 20:00'),
    ).until('2026-03-10 00:00')
  expect(found(false)).toMatchObject([{ since: at('2026-03-03 09:00') }])
  expect(found(true)).toEqual([])
})
