import { describe, expect, it } from 'vitest'
import { cancelledWithoutPower as rule } from '../../../server/rules/ticket/cancelled-without-power.ts'
import { audited, changes } from '../../support/tickets.ts'
import { given, type Moment } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const cancelled = changes('2026-03-02 09:00', { status: 'cancelled', registeredWith: 'traffic-2' })
const by = (unit: string | null, more: object = {}) =>
  audited('2026-03-02 09:00', { action: 'cancel', ground: 7, proofs: ['p'], unit, ...more })
const unit = (id: string, parent: string | null): Moment => [
  '2026-03-01 00:00',
  'unit.registered',
  { unit: id, name: { zh: id, en: id }, kind: 'traffic', parent, place: null },
]

describe('违法行为发生地或者机动车登记地公安机关交通管理部门（处理程序规定第二十二条）', () => {
  it('opens for any other unit', () =>
    expect(given(rule, cancelled, by('station-1')).until(end)).toMatchObject([{ facts: { missing: 'power' } }]))
  it('finds nothing for the unit of the place, of the registration, or one that belongs to it', () => {
    expect(given(rule, cancelled, by('traffic')).until(end)).toEqual([])
    expect(given(rule, cancelled, by('traffic-2')).until(end)).toEqual([])
    expect(given(rule, unit('squad', 'traffic'), cancelled, by('squad')).until(end)).toEqual([])
  })
  it('goes by the officer’s unit where the log names none, and says nothing when nobody is known', () => {
    const officer: Moment = [
      '2026-03-01 00:00',
      'officer.registered',
      { officer: 'J07', name: 'x', unit: 'station-1', kind: 'officer', sex: null, rank: null },
    ]
    expect(given(rule, officer, cancelled, by(null)).until(end)).toHaveLength(1)
    expect(given(rule, cancelled, by(null, { accountOf: null })).until(end)).toEqual([])
    expect(given(rule, cancelled).until(end)).toEqual([])
  })
})
