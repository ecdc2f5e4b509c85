import { describe, expect, it } from 'vitest'
import { driverNotEntitled as rule } from '../../../server/rules/vehicle/driver-not-entitled.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2027-06-01 00:00'
const car: Moment = [
  '2025-01-01 00:00',
  'vehicle.registered',
  { vehicle: 'v1', plate: '云Y1警', unit: 's1', name: { zh: '车', en: 'Car' } },
]
const person = (more: object = {}): Moment => [
  '2025-01-01 00:00',
  'officer.registered',
  { officer: 'o1', name: '甲', unit: 's1', kind: 'officer', sex: null, rank: null, ...more },
]
const drives = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'vehicle.driven-by',
  { vehicle: 'v1', officer: 'o1', source: 'card', ...more },
  heard,
]
const aux = person({ kind: 'auxiliary' })

describe('警车驾驶人资格：2025年12月29日起辅警可以驾驶', () => {
  it('an auxiliary on the last day of the old rules, and on the first of the new', () => {
    expect(given(rule, car, aux, drives('2025-12-28 23:59')).until(far)).toMatchObject([
      {
        since: at('2025-12-28 23:59'),
        facts: { because: 'auxiliary', vehicle: 'v1' },
        concerns: { carrier: 'vehicle/v1', unit: 's1', officers: ['o1'] },
      },
    ])
    expect(given(rule, car, aux, drives('2025-12-29 00:00')).until(far)).toEqual([])
  })
  it('a police officer of the unit may, always', () => {
    expect(given(rule, car, person(), drives('2025-06-01 10:00')).until(far)).toEqual([])
    expect(given(rule, car, person(), drives('2026-06-01 10:00')).until(far)).toEqual([])
  })
  it('a stranger, or somebody of another unit, may not', () => {
    expect(given(rule, car, drives('2026-06-01 10:00')).until(far)).toMatchObject([{ facts: { because: 'stranger' } }])
    expect(given(rule, car, person({ unit: 's2' }), drives('2026-06-01 10:00')).until(far)).toMatchObject([
      { facts: { because: 'other-unit' } },
    ])
  })
  it('in the trial period since the new rules, to its last day; or not permitted', () => {
    const trial: Moment = ['2026-01-01 00:00', 'driver.registered', { officer: 'o1', trialUntil: '2026-06-01' }]
    expect(given(rule, car, person(), trial, drives('2026-06-01 23:59')).until(far)).toMatchObject([
      { facts: { because: 'trial-period' } },
    ])
    expect(given(rule, car, person(), trial, drives('2026-06-02 00:00')).until(far)).toEqual([])
    const not: Moment = ['2026-01-01 00:00', 'driver.registered', { officer: 'o1', permitted: false }]
    expect(given(rule, car, person(), not, drives('2026-06-02 00:00')).until(far)).toMatchObject([
      { facts: { because: 'not-permitted' } },
    ])
  })
  it('in uniform, but for guard duty; unseen is not judged', () => {
    expect(given(rule, car, person(), drives('2026-06-01 10:00', { uniform: false })).until(far)).toMatchObject([
      { facts: { because: 'not-in-uniform' } },
    ])
    expect(given(rule, car, person(), drives('2026-06-01 10:00', { uniform: null })).until(far)).toEqual([])
    const guard: Moment = [
      '2026-05-01 00:00',
      'dress.exempted',
      { officer: 'o1', unit: 's1', ground: 'guard', startsAt: at('2026-06-01 00:00'), endsAt: at('2026-06-02 00:00') },
    ]
    expect(given(rule, car, person(), guard, drives('2026-06-01 10:00', { uniform: false })).until(far)).toEqual([])
  })
  it('dates truly what is told late, by the law of the day it happened', () => {
    expect(given(rule, car, aux, drives('2025-12-28 10:00', {}, '2026-01-05 10:00')).until(far)).toMatchObject([
      { since: at('2025-12-28 10:00'), openedAt: at('2026-01-05 10:00') },
    ])
    expect(given(rule, drives('2006-11-28 10:00')).until(far)).toEqual([])
  })
})
