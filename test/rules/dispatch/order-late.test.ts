import { describe, expect, it } from 'vitest'
import { orderLate as rule } from '../../../server/rules/dispatch/order-late.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { order } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const call = told('call.received', { incident: 'i1', channel: '110', urgency: 'ordinary' })

describeLimit('对公民的报警案件，应当及时查处（第二十一条）', {
  rule,
  begins: (when, heard) => [call(when, {}, heard)],
  done: (when) => order(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-02 09:03',
  past: '2026-03-02 09:04',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('from the end of the call; urgent calls have two minutes', () =>
  it('counts so', () => {
    const long = call('2026-03-02 09:00', { urgency: 'urgent', endedAt: at('2026-03-02 09:02') })
    expect(given(rule, long).until('2026-03-02 09:04')).toEqual([])
    expect(given(rule, long).until('2026-03-02 09:05')).toHaveLength(1)
    expect(given(rule, call('2026-03-02 09:00', { test: true })).until('2026-03-02 12:00')).toEqual([])
    expect(given(rule, call('2026-03-02 09:00', { urgency: 'not-police' })).until('2026-03-02 12:00')).toEqual([])
  }))

describe('a correction of the urgency: judged by what stood when the moment passed', () => {
  const put = told('incident.reclassified', { incident: 'i1' })
  const as = (urgency: string, ...rest: readonly Moment[]) =>
    given(rule, call('2026-03-02 09:00', { urgency }), ...rest).until('2026-03-02 12:00')
  it('made before its time was over it counts, from the end of the call as ever', () => {
    expect(as('ordinary', put('2026-03-02 09:01', { urgency: 'urgent' }), order('2026-03-02 09:02:30'))).toMatchObject([
      { since: at('2026-03-02 09:02'), facts: { urgency: 'urgent' } },
    ])
    expect(as('urgent', put('2026-03-02 09:01', { urgency: 'ordinary' }), order('2026-03-02 09:03'))).toEqual([])
    expect(as('urgent', put('2026-03-02 09:01', { urgency: 'not-police' }))).toEqual([])
  })
  it('made when its own time was over it leaves the time before', () => {
    const late = put('2026-03-02 09:02:20', { urgency: 'urgent' })
    expect(as('ordinary', late, order('2026-03-02 09:03'))).toEqual([])
    expect(as('ordinary', late, order('2026-03-02 09:03:30'))).toMatchObject([{ since: at('2026-03-02 09:03') }])
  })
  it('made afterwards it neither accuses nor acquits', () => {
    const ordered = order('2026-03-02 09:02:30')
    expect(as('ordinary', ordered, put('2026-03-02 10:00', { urgency: 'urgent' }))).toEqual([])
    for (const urgency of ['ordinary', 'not-police'])
      expect(
        given(rule, call('2026-03-02 09:00', { urgency: 'urgent' }), ordered, put('2026-03-02 10:00', { urgency }))
          .events('2026-03-02 12:00')
          .some((e) => e.is === 'ended'),
      ).toBe(false)
  })
  it('made in time and heard of late it dates the finding anew', () =>
    expect(
      as('urgent', put('2026-03-02 09:01', { urgency: 'ordinary' }, '2026-03-02 10:00')).map((f) => f.since),
    ).toEqual([at('2026-03-02 09:02'), at('2026-03-02 09:03')]))
  it('counts what was not the police’s from when it became so', () => {
    const became = put('2026-03-02 09:10', { urgency: 'urgent' })
    expect(as('not-police', became, order('2026-03-02 09:12'))).toEqual([])
    expect(as('not-police', became)).toMatchObject([{ since: at('2026-03-02 09:12') }])
  })
  it('is taken, too, when heard before the call, and kept when the call is sent again', () => {
    const put1 = put('2026-03-02 09:01', { urgency: 'ordinary' })
    const ordered = order('2026-03-02 09:03')
    const urgent = call('2026-03-02 09:00', { urgency: 'urgent' }, '2026-03-02 09:20')
    expect(given(rule, put1, urgent, ordered).until('2026-03-02 12:00').at(-1)).toBeUndefined()
  })
})

describe('whoever must order is the command centre', () =>
  it('is charged to it, where there is one', () => {
    const centre = (unit: string): Moment => [
      '2026-01-01 00:00',
      'unit.registered',
      { unit, name: { zh: '指挥中心', en: 'Centre' }, kind: 'command-centre', parent: null, place: null },
    ]
    const charged = (...centres: readonly Moment[]) =>
      given(rule, ...centres, call('2026-03-02 09:00', { unit: 's1' })).until('2026-03-02 12:00')[0]!.concerns.unit
    expect(charged(centre('cc'))).toBe('cc')
    expect(charged(centre('cc'), centre('cc2'))).toBeNull()
    expect(charged()).toBeNull()
  }))

describe('what the finding shows', () => {
  const unit = (id: string, kind: string): Moment => [
    '2026-03-01 00:00',
    'unit.registered',
    { unit: id, name: { zh: id, en: id }, kind, parent: null, place: null },
  ]
  const put = told('incident.reclassified', { incident: 'i1' })
  it('is charged to the one command centre, not to other units, nor when there are two', () => {
    const of = (...units: readonly Moment[]) =>
      given(rule, ...units, call('2026-03-02 09:00'))
        .until('2026-03-02 12:00')
        .map((f) => f.concerns.unit)
    expect(of(unit('s1', 'station'), unit('cc', 'command-centre'))).toEqual(['cc'])
    expect(of(unit('cc', 'command-centre'), unit('c2', 'command-centre'))).toEqual([null])
    expect(of(unit('s1', 'station'))).toEqual([null])
  })
  it('the call, and the correction under which it was late, no other', () => {
    const corrected = [
      call('2026-03-02 09:00'),
      put('2026-03-02 09:00:30', { area: 'rural' }),
      put('2026-03-02 09:01', { urgency: 'urgent' }),
    ]
    expect(given(rule, ...corrected).until('2026-03-02 12:00')).toMatchObject([{ evidence: [0, 2] }])
    expect(given(rule, call('2026-03-02 09:00')).until('2026-03-02 12:00')).toMatchObject([
      { evidence: [0], facts: { endKnown: false } },
    ])
    const ended = call('2026-03-02 09:00', { endedAt: at('2026-03-02 09:01') })
    expect(given(rule, ended).until('2026-03-02 12:00')).toMatchObject([{ facts: { endKnown: true } }])
  })
  it('what was settled on the telephone and fed back needs no order', () => {
    const back = told('dispatch.fed-back', { order: 'x1', incident: 'i1', unit: 's1', outcome: 'handled' })
    expect(given(rule, call('2026-03-02 09:00'), back('2026-03-02 09:03')).until('2026-03-02 12:00')).toEqual([])
  })
})
