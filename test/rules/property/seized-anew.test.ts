import { describe, expect, it } from 'vitest'
import type { AnyRule } from '../../../server/rules/define-rule.ts'
import { advanceRegistration } from '../../../server/rules/property/advance-registration.ts'
import { handoverLate } from '../../../server/rules/property/handover-late.ts'
import { periodOver } from '../../../server/rules/property/period-over.ts'
import { seizureApproval } from '../../../server/rules/property/seizure-approval.ts'
import { seizureList } from '../../../server/rules/property/seizure-list.ts'
import { seizureOfficers } from '../../../server/rules/property/seizure-officers.ts'
import { trafficNotHandedIn } from '../../../server/rules/property/traffic-not-handed-in.ts'
import { ofItem, seized } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const approved = ofItem('property.approved', { what: 'seizure', rank: 'station-chief' })
const released = ofItem('property.released', { to: 'owner', collector: 'rightful', receipt: true })
const registered = [approved('2026-03-02 09:00'), seized('2026-03-02 10:00', { how: 'advance-registration' })]
const since = (rule: AnyRule, ...moments: Moment[]) =>
  given(rule, ...registered, ...moments)
    .until('2026-06-01 00:00')
    .map((f) => f.since)

describe('先行登记保存的证据转为扣押：what the law asks of a seizure is asked of this one too', () => {
  it('approval: the one of the registration is not that of the seizure', () => {
    expect(since(seizureApproval, seized('2026-03-09 10:00'))).toEqual([at('2026-03-09 10:00')])
    expect(since(seizureApproval, approved('2026-03-09 09:00'), seized('2026-03-09 10:00'))).toEqual([])
  })
  it('two officers, and a list', () => {
    expect(since(seizureOfficers, seized('2026-03-09 10:00', { officers: ['o1'] }))).toEqual([at('2026-03-09 10:00')])
    expect(since(seizureList, seized('2026-03-09 10:00', { list: null }))).toEqual([at('2026-03-09 10:00')])
  })
  it('thirty days of its own, and a day to hand it over', () => {
    expect(since(periodOver, seized('2026-03-09 10:00'), released('2026-04-08 17:00'))).toEqual([])
    expect(since(periodOver, seized('2026-03-09 10:00'), released('2026-04-09 09:00'))).toEqual([
      at('2026-04-09 00:00'),
    ])
    expect(since(handoverLate, seized('2026-03-09 10:00'))).toEqual([at('2026-03-10 10:00')])
  })
  it('decided in time, also when it is given back long after the seven days', () =>
    expect(since(advanceRegistration, seized('2026-03-09 10:00'), released('2026-03-20 09:00'))).toEqual([]))
  it('the same registration told again is no other', () =>
    expect(since(seizureApproval, seized('2026-03-03 10:00', { how: 'advance-registration' }))).toEqual([]))
})

describe('seized in an administrative case, then in a criminal one', () => {
  const first = seized('2026-03-02 10:00')
  const found = (...moments: Moment[]) => given(periodOver, first, ...moments).until('2026-06-01 00:00')
  it('the thirty days are over with it', () => {
    expect(found(seized('2026-03-20 10:00', { type: 'criminal' }))).toEqual([])
    expect(found()).toHaveLength(1)
  })
})

it('a car taken as evidence and then held in traffic is handed in within a day of that', () =>
  expect(since(trafficNotHandedIn, seized('2026-03-09 10:00', { how: 'vehicle-held' }))).toEqual([
    at('2026-03-10 10:00'),
  ]))
