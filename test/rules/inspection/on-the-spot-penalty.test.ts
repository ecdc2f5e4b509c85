import { describe, expect, it } from 'vitest'
import { onTheSpotPenalty as rule } from '../../../server/rules/inspection/on-the-spot-penalty.ts'
import { act } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

const penalty = (day: string, more: object = {}): Moment => [
  `${day} 09:10`,
  'penalty.imposed',
  { penalty: 'f1', act: 'a1', caseType: 'public-order', unit: 'station-1', fineYuan: 200, objection: false, ...more },
]
const onSpot = (day: string, officers: string[]): Moment[] => {
  const one = act('on-the-spot-penalty', { officers, place: 'scene', room: null })
  return [one.starts(`${day} 09:00`), one.ends(`${day} 09:20`)]
}
const camera = (day: string): Moment[] => [
  [`${day} 09:00`, 'recording.started', { recording: 'b', act: 'a1' }],
  [`${day} 09:20`, 'recording.stopped', { recording: 'b', act: 'a1' }],
]

describe('处警告或者五百元以下罚款的，可以当场作出治安管理处罚决定（第一百一十九条）', () => {
  it('allows 500 yuan in 2026 and 200 before; 以下 includes the number', () => {
    expect(given(rule, penalty('2026-03-02', { fineYuan: 500 })).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, penalty('2026-03-02', { fineYuan: 501 })).until('2026-03-03 00:00')).toMatchObject([
      { facts: { why: 'too-high' } },
    ])
    expect(given(rule, penalty('2025-12-31', { fineYuan: 200 })).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, penalty('2025-12-31', { fineYuan: 500 })).until('2026-03-03 00:00')).toHaveLength(1)
  })
  it('never in cases of prostitution, gambling or drugs', () =>
    expect(given(rule, penalty('2026-03-02', { vice: true })).until('2026-03-03 00:00')).toHaveLength(1))
})
describe('没有异议的，可以由一名人民警察作出 … 并应当全程同步录音录像（第一百二十条）', () => {
  it('finds nothing for one officer, no objection, recorded throughout', () =>
    expect(
      given(rule, ...onSpot('2026-03-02', ['o1']), ...camera('2026-03-02'), penalty('2026-03-02')).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([]))
  it('opens for one officer when the person objects, or when the camera stops', () => {
    expect(
      given(
        rule,
        ...onSpot('2026-03-02', ['o1']),
        ...camera('2026-03-02'),
        penalty('2026-03-02', { objection: true }),
      ).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { why: 'objection-and-one-officer' } }])
    const stopped: Moment[] = [
      camera('2026-03-02')[0]!,
      ['2026-03-02 09:05', 'recording.stopped', { recording: 'b', act: 'a1' }],
    ]
    expect(
      given(rule, ...onSpot('2026-03-02', ['o1']), ...stopped, penalty('2026-03-02')).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { why: 'one-officer-unrecorded' } }])
  })
  it('lets two officers impose it in spite of an objection', () =>
    expect(
      given(rule, ...onSpot('2026-03-02', ['o1', 'o2']), penalty('2026-03-02', { objection: true })).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([]))
})
