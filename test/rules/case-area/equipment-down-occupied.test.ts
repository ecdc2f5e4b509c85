import { describe, expect, it } from 'vitest'
import { equipmentDownOccupied as rule } from '../../../server/rules/case-area/equipment-down-occupied.ts'
import { enters, leaves, sensor, sensorFails, sensorReturns } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const recorder = sensor('2025-01-01 00:00', ['recording'], { owner: 'tech-1' })
const inside = enters('2026-03-02 09:00', 'p1', 'held')

describe('保障录音录像设备运行连续、稳定、安全（治安管理处罚法第一百三十七条）', () => {
  it('opens ten seconds after it fails with someone inside, against the owner of the equipment and no officer', () => {
    expect(given(rule, recorder, inside, sensorFails('2026-03-02 09:30')).until('2026-03-02 09:30:10')).toEqual([])
    expect(given(rule, recorder, inside, sensorFails('2026-03-02 09:30')).until('2026-03-02 09:30:11')).toMatchObject([
      { since: at('2026-03-02 09:30'), concerns: { unit: 'tech-1', officers: [] } },
    ])
  })
  it('opens when someone is put into a room whose equipment is down', () =>
    expect(given(rule, recorder, sensorFails('2026-03-02 08:00'), inside).until('2026-03-02 09:01')).toMatchObject([
      { since: at('2026-03-02 09:00') },
    ]))
  it('finds nothing in an empty room, after a short outage, or when the person left', () => {
    expect(given(rule, recorder, sensorFails('2026-03-02 08:00')).until('2026-03-02 12:00')).toEqual([])
    expect(
      given(rule, recorder, inside, sensorFails('2026-03-02 09:30'), sensorReturns('2026-03-02 09:30:05')).until(
        '2026-03-02 12:00',
      ),
    ).toEqual([])
    expect(
      given(rule, recorder, inside, leaves('2026-03-02 09:20', 'p1', 'held'), sensorFails('2026-03-02 09:30')).until(
        '2026-03-02 12:00',
      ),
    ).toEqual([])
  })
  it('a device that we could not hear is not down for that; one that does not come back is, from then on', () => {
    const away = sensorFails('2026-03-02 09:30', 'unreachable')
    expect(given(rule, recorder, inside, away, sensorReturns('2026-03-02 09:45')).until('2026-03-02 12:00')).toEqual([])
    expect(
      given(rule, recorder, inside, away, sensorFails('2026-03-02 09:46')).until('2026-03-02 12:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:46') }])
  })
  it('a device that was down before we were away stays down', () =>
    expect(
      given(
        rule,
        recorder,
        inside,
        sensorFails('2026-03-02 09:30', 'storage'),
        sensorFails('2026-03-02 09:40', 'unreachable'),
        sensorFails('2026-03-02 09:45', 'storage'),
      ).until('2026-03-02 12:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:30') }]))
  it.each([
    ['the room is empty', leaves('2026-03-02 10:00', 'p1', 'held'), undefined],
    ['the equipment is back', sensorReturns('2026-03-02 10:00'), undefined],
    ['both', leaves('2026-03-02 10:00', 'p1', 'held'), sensorReturns('2026-03-02 10:20')],
  ] as const)('is found also when it is told after %s, and ends at once', (_, over, also) => {
    const told: Moment[] = [
      ['2026-03-02 09:30', 'sensor.failed', { sensor: 'x1', fault: 'offline' }, '2026-03-02 11:00'],
    ]
    const all = given(rule, recorder, inside, over, ...(also ? [also] : []), ...told)
    expect(all.until('2026-03-02 12:00')).toMatchObject([
      { since: at('2026-03-02 09:30'), facts: { until: at('2026-03-02 10:00') } },
    ])
    expect(all.events('2026-03-02 12:00').map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('finds nothing in an outage told late that fell into a time when nobody was there', () =>
    expect(
      given(
        rule,
        recorder,
        inside,
        leaves('2026-03-02 09:20', 'p1', 'held'),
        ['2026-03-02 09:30', 'sensor.failed', { sensor: 'x1', fault: 'offline' }, '2026-03-02 11:00'],
        enters('2026-03-02 11:30', 'p2', 'held', {}, '2026-03-02 11:30'),
        sensorReturns('2026-03-02 10:00'),
      ).until('2026-03-02 11:20'),
    ).toEqual([]))
  it('two devices that fail one after the other are one finding, since the first', () =>
    expect(
      given(
        rule,
        recorder,
        sensor('2025-01-01 00:00', ['badges'], { sensor: 'x2', owner: 'tech-2' }),
        inside,
        sensorFails('2026-03-02 09:30'),
        ['2026-03-02 09:40', 'sensor.failed', { sensor: 'x2', fault: 'offline' }],
        sensorReturns('2026-03-02 09:50'),
      ).until('2026-03-02 12:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:30'), concerns: { unit: 'tech-1' } }]))
  it('ends when the equipment is back, and began with 2026', () => {
    expect(
      given(rule, recorder, inside, sensorFails('2026-03-02 09:30'), sensorReturns('2026-03-02 09:40'))
        .events('2026-03-02 12:00')
        .map((e) => e.is),
    ).toEqual(expect.arrayContaining(['opened', 'ended']))
    expect(
      given(rule, recorder, enters('2025-12-30 09:00', 'p1', 'held'), sensorFails('2025-12-30 09:30')).until(
        '2025-12-30 12:00',
      ),
    ).toEqual([])
  })
})
