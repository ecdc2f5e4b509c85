import { describe, expect, it } from 'vitest'
import { equipmentDown as rule } from '../../../server/rules/case-area/equipment-down.ts'
import { sensor, sensorFails, sensorReturns } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const recorder = sensor('2026-01-01 00:00', ['recording'], { owner: 'tech-1' })

describe('定期维护设施设备（治安管理处罚法第一百三十七条）', () => {
  it('opens an hour (local) after the failure, against the owner', () => {
    expect(given(rule, recorder, sensorFails('2026-03-02 09:00')).until('2026-03-02 10:00')).toEqual([])
    expect(given(rule, recorder, sensorFails('2026-03-02 09:00')).until('2026-03-02 10:01')).toMatchObject([
      { since: at('2026-03-02 10:00'), concerns: { unit: 'tech-1' } },
    ])
  })
  it('counts from the first failure of the outage, and starts again after a repair', () => {
    expect(
      given(rule, recorder, sensorFails('2026-03-02 09:00'), sensorFails('2026-03-02 09:50')).until('2026-03-02 10:01'),
    ).toHaveLength(1)
    expect(
      given(
        rule,
        recorder,
        sensorFails('2026-03-02 09:00'),
        sensorReturns('2026-03-02 09:30'),
        sensorFails('2026-03-02 09:50'),
      ).until('2026-03-02 10:50'),
    ).toEqual([])
  })
  it('finds nothing when it is repaired in time', () =>
    expect(
      given(rule, recorder, sensorFails('2026-03-02 09:00'), sensorReturns('2026-03-02 10:00')).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([]))
})

describeLimit('定期维护（一小时为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [recorder, [when, 'sensor.failed', { sensor: 'x1', fault: 'offline' }, heard]],
  done: (when) => sensorReturns(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 11:00',
  past: '2026-03-02 11:01',
  tooEarly: '2025-12-31 10:00',
  lawBegins: '2026-01-01 00:00',
  lawPast: '2026-01-01 01:01',
  unmoved: [sensorFails('2026-03-02 10:30', 'no-audio')],
})
