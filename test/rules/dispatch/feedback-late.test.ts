import { describe, expect, it } from 'vitest'
import { feedbackLate as rule } from '../../../server/rules/dispatch/feedback-late.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const done = told('dispatch.closed', { order: 'x1', carriers: ['vehicle/v1'], result: 'done' })
const back = told('dispatch.fed-back', { order: 'x1', incident: 'i1', unit: 's1', outcome: 'handled' })

describeLimit('并将处理情况在接报案登记中注明（第六十一条）', {
  rule,
  begins: (when, heard) => [done(when, {}, heard)],
  done: (when) => back(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-02 10:00',
  past: '2026-03-02 10:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('未结束的自到场起算；模拟报警不计', () => {
  const arrived = told('dispatch.arrived', { order: 'x1', carrier: 'vehicle/v1' })
  const call = told('call.received', { incident: 'i1', channel: '110' })
  const order = told('dispatch.ordered', {
    order: 'x1',
    incident: 'i1',
    carriers: ['vehicle/v1'],
    place: null,
    urgent: true,
    unit: 's1',
  })
  const scene = [call('2026-03-02 09:00'), order('2026-03-02 09:01'), arrived('2026-03-02 09:05')]
  it('four hours from the arrival, one from the end once it is over', () => {
    expect(given(rule, ...scene).until('2026-03-02 13:05')).toEqual([])
    expect(given(rule, ...scene).until('2026-03-02 13:06')).toMatchObject([
      { since: at('2026-03-02 13:05'), evidence: [2], concerns: { unit: 's1' } },
    ])
    expect(given(rule, ...scene, back('2026-03-02 13:05')).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, ...scene, done('2026-03-02 12:30')).until('2026-03-02 13:30')).toEqual([])
    expect(given(rule, ...scene, done('2026-03-02 12:30')).until('2026-03-02 13:31')).toMatchObject([
      { since: at('2026-03-02 13:30') },
    ])
  })
  it('an end that comes after the four hours does not undo that they were over', () => {
    const late = [...scene, back('2026-03-02 13:06'), done('2026-03-02 14:00')]
    expect(
      given(rule, ...late)
        .events('2026-03-03 00:00')
        .flatMap((e) => (e.is === 'opened' || e.is === 'ended' ? [e.is] : [])),
    ).toEqual(['opened'])
    expect(given(rule, ...scene, back('2026-03-02 13:05'), done('2026-03-02 14:00')).until('2026-03-03 00:00')).toEqual(
      [],
    )
  })
  it('a test call asks for none', () =>
    expect(given(rule, call('2026-03-02 09:00', { test: true }), ...scene.slice(1)).until('2026-03-03 00:00')).toEqual(
      [],
    ))
  it('one report tells of a call, for those as well who were called off on the way', () => {
    const other = order('2026-03-02 09:11', { order: 'x2', carriers: ['vehicle/v2'] })
    const told2 = back('2026-03-02 09:40', { order: 'x2' })
    const off = done('2026-03-02 09:10')
    expect(given(rule, ...scene.slice(0, 2), off, other, told2).until('2026-03-02 12:00')).toEqual([])
    expect(given(rule, ...scene.slice(0, 2), off, other).until('2026-03-02 12:00')).toHaveLength(1)
    expect(given(rule, ...scene, off, other, told2).until('2026-03-02 12:00')).toHaveLength(1)
  })
  it('whoever declined has nothing to report', () => {
    const declined = told('dispatch.refused', { order: 'x1', unit: 's1', reason: 'no' })('2026-03-02 09:02')
    expect(given(rule, ...scene.slice(0, 2), declined, done('2026-03-02 09:03')).until('2026-03-02 12:00')).toEqual([])
  })
})

it('whoever had been there owes a report, also when he then declined', () => {
  const x1 = { order: 'x1' }
  const there = told('dispatch.arrived', { ...x1, carrier: 'vehicle/v1' })('2026-03-02 09:05')
  const declined = told('dispatch.refused', { ...x1, unit: 's1', reason: 'no' })('2026-03-02 09:06')
  expect(given(rule, there, declined).until('2026-03-02 13:06')).toMatchObject([{ since: at('2026-03-02 13:05') }])
})
