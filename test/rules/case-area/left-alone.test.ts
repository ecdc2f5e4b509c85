import { describe, expect, it } from 'vitest'
import { leftAloneInCaseArea as rule } from '../../../server/rules/case-area/left-alone.ts'
import { enters, leaves, room, sensor, sensorFails } from '../../support/custody.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { given, type Moment } from '../../support/timeline.ts'

const base = (from = '2026-01-01') => [
  room(`${from} 00:00`, { kind: 'interrogation-room' }),
  sensor(`${from} 00:00`, ['badges', 'entry']),
]
const day = (d: string): Moment[] => [...base('2010-01-01'), enters(`${d} 10:00`, 'p1', 'held')]

describeStretch('嫌疑人在办案区内应当有人看管（执法质量考核评议规定第九条，要旨；一分钟为本地设定）', {
  rule,
  begins: (heard) => [...base(), enters('2026-03-02 10:00', 'p1', 'held', {}, heard)],
  ends: (when, heard) => enters(when, 'o1', 'officer', {}, heard),
  since: '2026-03-02 10:00',
  last: '2026-03-02 10:01',
  past: '2026-03-02 10:20',
  far: '2026-03-05 00:00',
  paused: [enters('2026-03-02 09:55', 'x2', 'auxiliary')],
  before: day('2016-02-29'),
  first: day('2016-03-01'),
  firstPast: '2016-03-01 12:00',
})

describe('有人看护', () => {
  const guarded = [...base(), enters('2026-03-02 09:55', 'o1', 'officer'), enters('2026-03-02 10:00', 'p1', 'held')]
  it('counts from when the guard goes', () => {
    expect(given(rule, ...guarded, leaves('2026-03-02 11:00', 'o1', 'officer')).until('2026-03-02 11:01')).toEqual([])
    expect(given(rule, ...guarded, leaves('2026-03-02 11:00', 'o1', 'officer')).until('2026-03-02 11:10')).toHaveLength(
      1,
    )
  })
  it('finds nothing when the person leaves first, with a guard all along, or in another room', () => {
    expect(
      given(
        rule,
        ...guarded,
        leaves('2026-03-02 10:59', 'p1', 'held'),
        leaves('2026-03-02 11:00', 'o1', 'officer'),
      ).until('2026-03-02 13:00'),
    ).toEqual([])
    expect(given(rule, ...guarded).until('2026-03-02 20:00')).toEqual([])
    expect(
      given(
        rule,
        ...base(),
        room('2026-01-02 00:00', { kind: 'hall' }),
        enters('2026-03-02 10:00', 'p1', 'held'),
      ).until('2026-03-02 13:00'),
    ).toEqual([])
  })
  it('says nothing of people without a working badge reader', () => {
    const blind = [base()[0]!, enters('2026-03-02 10:00', 'p1', 'held')]
    expect(given(rule, ...blind).until('2026-03-02 13:00')).toEqual([])
    expect(
      given(rule, ...base(), sensorFails('2026-03-02 09:00'), enters('2026-03-02 10:00', 'p1', 'held')).until(
        '2026-03-02 13:00',
      ),
    ).toEqual([])
  })
})
