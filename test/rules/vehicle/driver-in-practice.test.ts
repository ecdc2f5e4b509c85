import { describe, expect, it } from 'vitest'
import { driverInPractice as rule } from '../../../server/rules/vehicle/driver-in-practice.ts'
import { roster } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2027-06-01 00:00'
const file = (more: object = {}, told = '2026-01-01 00:00', heard?: string): Moment => [
  told,
  'driver.registered',
  { officer: 'o1', licensedOn: '2025-03-10', ...more },
  heard,
]
const drives = (when: string, heard?: string): Moment => [
  when,
  'vehicle.driven-by',
  { vehicle: 'v1', officer: 'o1', source: 'card' },
  heard,
]

describe('初次申领机动车驾驶证后的12个月为实习期……在实习期内不得驾驶……执行任务的警车（实施条例第二十二条）', () => {
  it('the last moment of the twelve months is in them, the next is not', () => {
    expect(given(rule, ...roster, file(), drives('2026-03-09 23:59:59')).until(far)).toMatchObject([
      {
        since: at('2026-03-09 23:59:59'),
        facts: { vehicle: 'v1', practiceUntil: at('2026-03-10 00:00') },
        concerns: { carrier: 'vehicle/v1', unit: 's1', officers: ['o1'] },
      },
    ])
    expect(given(rule, ...roster, file(), drives('2026-03-10 00:00')).until(far)).toEqual([])
  })
  it('goes by the day stated where the file states it', () => {
    const until = file({ practiceUntil: '2026-04-30' })
    expect(given(rule, ...roster, until, drives('2026-04-30 23:00')).until(far)).toHaveLength(1)
    expect(given(rule, ...roster, until, drives('2026-05-01 00:00')).until(far)).toEqual([])
  })
  it('a month without that day ends at its last', () =>
    expect(given(rule, ...roster, file({ licensedOn: '2024-02-29' }), drives('2025-02-28 12:00')).until(far)).toEqual(
      [],
    ))
  it('says nothing without a file, and judges when it is told afterwards', () => {
    expect(given(rule, ...roster, drives('2026-03-05 10:00')).until(far)).toEqual([])
    expect(
      given(rule, ...roster, drives('2026-03-05 10:00'), file({}, '2026-01-01 00:00', '2026-03-06 10:00')).until(far),
    ).toMatchObject([{ since: at('2026-03-05 10:00'), openedAt: at('2026-03-06 10:00') }])
  })
  it('dates truly what is told late, and judges from May 2004', () => {
    expect(given(rule, ...roster, file(), drives('2026-03-05 10:00', '2026-04-01 10:00')).until(far)).toMatchObject([
      { since: at('2026-03-05 10:00'), openedAt: at('2026-04-01 10:00') },
    ])
    const old = file({ licensedOn: '2004-01-10' }, '2004-01-11 00:00')
    expect(given(rule, old, drives('2004-04-30 23:00')).until(far)).toEqual([])
    expect(
      given(rule, drives('2004-05-01 00:00'), file({ licensedOn: '2004-01-10' }, '2004-05-01 00:01')).until(far),
    ).toHaveLength(1)
  })
})

describe('each time somebody is at the wheel by itself', () => {
  const drivesWhat = (vehicle: string, when: string, officer = 'o1'): Moment => [
    when,
    'vehicle.driven-by',
    { vehicle, officer, source: 'face' },
  ]
  const left: Moment = ['2026-02-01 11:00', 'vehicle.driver-left', { vehicle: 'v1', officer: 'o1' }]
  const since = (...moments: Moment[]) =>
    given(rule, ...roster, file(), ...moments)
      .until(far)
      .map((f) => f.since)
  it('recognised again and again it is one, until they leave or another drives', () => {
    const [ten, later, noon] = ['2026-02-01 10:00', '2026-02-01 10:30', '2026-02-01 12:00']
    expect(since(drivesWhat('v1', ten), drivesWhat('v1', later))).toEqual([at(ten)])
    expect(since(drivesWhat('v1', ten), left, drivesWhat('v1', noon))).toEqual([at(ten), at(noon)])
    expect(since(drivesWhat('v1', ten), drivesWhat('v1', later, 'o2'), drivesWhat('v1', noon))).toEqual([
      at(ten),
      at(noon),
    ])
    expect(since(drivesWhat('v1', ten), drivesWhat('v2', later))).toEqual([at(ten), at(later)])
  })
  it('a file that is told later reaches all of them', () => {
    const [one, two] = [drivesWhat('v1', '2026-02-01 10:00'), drivesWhat('v2', '2026-02-02 10:00')]
    const events = given(rule, ...roster, one, two, file({}, '2026-02-03 10:00')).events(far)
    expect(events.map((e) => e.is)).toEqual(['opened', 'opened'])
    const corrected = file({ licensedOn: '2020-01-01' }, '2026-02-04 10:00')
    expect(
      given(rule, ...roster, one, two, file({}, '2026-02-03 10:00'), corrected)
        .events(far)
        .map((e) => e.is),
    ).toEqual(['opened', 'opened', 'ended', 'ended'])
  })
})
