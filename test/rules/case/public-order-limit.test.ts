import { describe, expect, it } from 'vitest'
import { publicOrderLimit as rule } from '../../../server/rules/case/public-order-limit.ts'
import { accepted, decided, filed, inCase, station } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const extended = inCase('case.period-extended', { rank: 'bureau-chief', endsAt: at('2026-05-02 00:00') })
const appraisal = (from: string, to?: string): Moment[] => [
  inCase('appraisal.begun', { appraisal: 'ap', kind: 'injury' })(from),
  ...(to === undefined ? [] : [inCase('appraisal.ended', { appraisal: 'ap' })(to)]),
]
const since = (...moments: Moment[]) =>
  given(rule, station, ...moments)
    .until('2027-01-01 00:00')
    .map((f) => f.since)

describe('自立案之日起不得超过三十日（2025年修订，第一百一十八条）', () => {
  it('thirty days from filing, the first not counted: lawful at the limit, wrong just past it with nobody reporting', () => {
    expect(given(rule, station, filed('2026-03-02 09:00')).until('2026-04-02 00:00')).toEqual([])
    expect(given(rule, station, filed('2026-03-02 09:00')).until('2026-04-02 00:01')).toMatchObject([
      { since: at('2026-04-02 00:00'), openedAt: at('2026-04-02 00:00') + 1 },
    ])
    expect(since(filed('2026-03-02 09:00'), decided('2026-04-01 23:00'))).toEqual([])
  })
  it('counts from acceptance before 2026 and allows one extension then', () => {
    expect(since(accepted('2025-10-13 09:00'), filed('2025-10-20 09:00'))).toEqual([at('2025-11-13 00:00')])
    expect(since(accepted('2026-03-02 09:00'), filed('2026-03-04 09:00'))).toEqual([at('2026-04-04 00:00')])
  })
  it('two extensions by the bureau for a station, each approved before expiry', () => {
    const one = extended('2026-03-30 09:00')
    expect(since(filed('2026-03-02 09:00'), one)).toEqual([at('2026-05-02 00:00')])
    const two = extended('2026-04-30 09:00', { endsAt: at('2026-06-02 00:00') })
    // 31 May is a Sunday: the period ends with Monday.
    expect(since(filed('2026-03-02 09:00'), one, two)).toEqual([at('2026-06-02 00:00')])
    const three = extended('2026-05-30 09:00', { endsAt: at('2026-07-02 00:00') })
    expect(since(filed('2026-03-02 09:00'), one, two, three)).toEqual([at('2026-06-02 00:00')])
    expect(since(filed('2026-03-02 09:00'), extended('2026-04-02 09:00'))).toEqual([at('2026-04-02 00:00')])
    expect(since(filed('2026-03-02 09:00'), extended('2026-03-30 09:00', { rank: 'station-chief' }))).toEqual([
      at('2026-04-02 00:00'),
    ])
  })
  it('a department of the bureau needs the bureau above', () => {
    const department: Moment = [station[0], station[1], { ...station[2], kind: 'department' }]
    const found = given(rule, department, filed('2026-03-02 09:00'), extended('2026-03-30 09:00')).until(
      '2027-01-01 00:00',
    )
    expect(found).toMatchObject([{ since: at('2026-04-02 00:00'), facts: { withoutPower: 1 } }])
  })
})
describe('鉴定的期间、听证的期间不计入', () => {
  it('the clock stands while an appraisal lasts, and its days are added', () => {
    expect(since(filed('2026-03-02 09:00'), ...appraisal('2026-03-10 09:00'))).toEqual([])
    expect(since(filed('2026-03-02 09:00'), ...appraisal('2026-03-10 09:00', '2026-03-17 16:00'))).toEqual([
      at('2026-04-09 00:00'),
    ])
  })
  it('a hearing counts since 2026 and did not before', () => {
    const heard = (from: string, to: string) => [
      inCase('hearing.requested', { decision: 'd1', person: 'p1' })(from),
      inCase('hearing.held', { decision: 'd1', startedAt: at(to) })(to),
    ]
    expect(since(filed('2026-03-02 09:00'), ...heard('2026-03-10 09:00', '2026-03-17 16:00'))).toEqual([
      at('2026-04-09 00:00'),
    ])
    expect(since(accepted('2025-10-13 09:00'), ...heard('2025-10-20 09:00', '2025-10-27 16:00'))).toEqual([
      at('2025-11-13 00:00'),
    ])
  })
  it('a pause that begins after the end revives nothing', () =>
    expect(since(filed('2026-03-02 09:00'), ...appraisal('2026-04-03 09:00', '2026-04-10 16:00'))).toEqual([
      at('2026-04-02 00:00'),
    ]))
})
describe('调解案件的办案期限从调解未达成协议之日起开始计算（第一百八十五条）', () => {
  it('begins anew, and stands while mediation goes on', () => {
    const mediation = inCase('mediation.begun')('2026-03-20 09:00')
    expect(since(filed('2026-03-02 09:00'), mediation)).toEqual([])
    const failed = inCase('mediation.failed', { how: 'no-agreement' })('2026-04-13 09:00')
    expect(since(filed('2026-03-02 09:00'), mediation, failed)).toEqual([at('2026-05-14 00:00')])
  })
})
describe('违反治安管理行为人不明或者逃跑，并向被侵害人说明情况（第一百六十五条）', () => {
  const stalled = inCase('case.stalled', { reason: 'offender-fled', victimTold: true })
  it('is lawful when the victim was told', () => {
    expect(since(filed('2026-03-02 09:00'), stalled('2026-03-30 09:00'))).toEqual([])
    expect(since(filed('2026-03-02 09:00'), stalled('2026-03-30 09:00', { victimTold: false }))).toHaveLength(1)
  })
  it('dates a case heard of late truly, and judges nothing before the law', () => {
    expect(since(filed('2026-03-02 09:00', {}, '2026-06-01 09:00'))).toEqual([at('2026-04-02 00:00')])
    expect(since(accepted('2006-02-28 09:00'))).toEqual([])
  })
})
