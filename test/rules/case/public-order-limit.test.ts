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

describe('新旧法之间：2026年起作出的延长、进行的听证按新法办理', () => {
  const old = accepted('2025-12-10 09:00')
  const hearing = (from: string, to: string) => [
    inCase('hearing.requested', { decision: 'd1', person: 'p1' })(from),
    inCase('hearing.held', { decision: 'd1', startedAt: at(to) })(to),
  ]
  it('a case accepted on the last day of 2025 counts from acceptance, on the first of 2026 from filing', () => {
    expect(since(accepted('2025-12-31 23:59'), filed('2026-01-04 09:00'))).toEqual([at('2026-01-31 00:00')])
    expect(since(accepted('2026-01-01 00:00'), filed('2026-01-04 09:00'))).toEqual([at('2026-02-04 00:00')])
    expect(since(accepted('2026-03-02 09:00'))).toEqual([at('2026-04-02 00:00')])
  })
  it('thirty days, one extension while everything is approved in 2025', () => {
    const early = accepted('2025-09-01 09:00')
    expect(since(early)).toEqual([at('2025-10-02 00:00')])
    const one = extended('2025-09-30 09:00', { endsAt: at('2025-10-31 00:00') })
    const two = extended('2025-10-30 09:00', { endsAt: at('2025-11-29 00:00') })
    expect(since(early, one)).toEqual([at('2025-10-31 00:00')])
    expect(since(early, one, two)).toEqual([at('2025-10-31 00:00')])
  })
  it('a second extension once one of them was approved in 2026', () => {
    const one = extended('2025-12-31 09:00', { endsAt: at('2026-02-07 00:00') })
    const two = extended('2026-02-06 09:00', { endsAt: at('2026-03-10 00:00') })
    expect(since(old, one)).toEqual([at('2026-02-07 00:00')])
    expect(since(old, one, two)).toEqual([at('2026-03-10 00:00')])
    const first = extended('2026-01-01 00:00', { endsAt: at('2026-02-07 00:00') })
    expect(since(old, first, two)).toEqual([at('2026-03-10 00:00')])
  })
  it('a hearing asked for from 2026-01-01 is not counted, one of the day before is', () => {
    expect(since(old, ...hearing('2026-01-01 00:00', '2026-01-05 09:00'))).toEqual([at('2026-01-14 00:00')])
    expect(since(old, ...hearing('2025-12-31 23:59', '2026-01-05 09:00'))).toEqual([at('2026-01-10 00:00')])
  })
  it.each(['deputy-bureau-chief', 'bureau-chief', 'city-bureau', 'provincial-bureau'])(
    'for a station a %s may approve, before and since',
    (rank) => {
      expect(since(filed('2026-03-02 09:00'), extended('2026-03-30 09:00', { rank }))).toEqual([at('2026-05-02 00:00')])
      const until2025 = { rank, endsAt: at('2025-10-31 00:00') }
      expect(since(accepted('2025-09-01 09:00'), extended('2025-09-30 09:00', until2025))).toEqual([
        at('2025-10-31 00:00'),
      ])
    },
  )
  it('a unit that nobody registered may be a station', () =>
    expect(
      given(rule, filed('2026-03-02 09:00'), extended('2026-03-30 09:00')).until('2026-05-02 00:01'),
    ).toMatchObject([{ since: at('2026-05-02 00:00') }]))
})

describe('什么使期限终了，什么不', () => {
  const begun = filed('2026-03-02 09:00')
  const stalled = inCase('case.stalled', { reason: 'offender-unknown', victimTold: true })
  const mediation = inCase('mediation.begun')
  const failed = inCase('mediation.failed', { how: 'no-agreement' })
  it.each([
    ['case.closed', { result: 'withdrawn' }],
    ['case.transferred', { to: 'station-2' }],
    ['mediation.agreed', { kept: true }],
  ] as const)('%s at the last moment', (kind, data) =>
    expect(since(begun, inCase(kind, data)('2026-04-02 00:00'))).toEqual([]),
  )
  it('an agreement that was not kept, or of which nobody knows, does not', () => {
    const agreed = inCase('mediation.agreed')
    expect(since(begun, agreed('2026-03-20 09:00', { kept: false }))).toHaveLength(1)
    expect(since(begun, agreed('2026-03-20 09:00', { kept: null }))).toHaveLength(1)
  })
  it('nor does a stop for another reason, even one the victim was told of', () => {
    expect(since(begun, stalled('2026-03-30 09:00', { reason: 'other' }))).toHaveLength(1)
    expect(since(begun, stalled('2026-03-30 09:00', { victimTold: null }))).toEqual([])
  })
  it('what ended before the period began anew is no end of it', () =>
    expect(
      since(begun, mediation('2026-03-10 09:00'), stalled('2026-03-11 09:00'), failed('2026-04-01 09:00')),
    ).toEqual([at('2026-05-02 00:00')]))
  it('mediation must begin in time, the last moment included', () => {
    expect(since(begun, mediation('2026-04-02 00:00'))).toEqual([])
    expect(since(begun, mediation('2026-04-02 00:01'), failed('2026-04-13 09:00'))).toEqual([at('2026-04-02 00:00')])
    expect(since(begun, mediation('2026-04-02 00:00'), failed('2026-04-13 09:00'))).toEqual([at('2026-05-14 00:00')])
    expect(since(begun, failed('2026-03-13 09:00'))).toEqual([at('2026-04-14 00:00')])
  })
  it('a second mediation of the new period stands it still again', () =>
    expect(
      since(begun, mediation('2026-03-10 09:00'), failed('2026-03-13 09:00'), mediation('2026-04-01 09:00')),
    ).toEqual([]))
  it('an extension of the time before mediation failed does not lengthen the time after', () =>
    expect(
      since(begun, extended('2026-03-05 09:00'), mediation('2026-03-10 09:00'), failed('2026-03-13 09:00')),
    ).toEqual([at('2026-04-14 00:00')]))
  it('what is decided while an appraisal is out is over', () =>
    expect(since(begun, ...appraisal('2026-03-10 09:00'), decided('2026-03-12 09:00'))).toEqual([]))
  it('a crime is not judged here, by the last word on its kind', () => {
    expect(since(filed('2026-03-02 09:00', { type: 'criminal' }))).toEqual([])
    expect(since(begun, filed('2026-03-10 09:00', { type: 'criminal' }))).toEqual([])
  })
})
