import { describe, expect, it } from 'vitest'
import { recordingClockDrift as rule } from '../../../server/rules/recording/clock-drift.ts'
import { camera } from '../../support/cameras.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const compared = (when: string, offsetMs: number): Moment => [
  when,
  'clock.compared',
  { device: 'nvr1', owner: 'tech-1', offsetMs },
]

describe('保障录音录像设备运行连续、稳定、安全（第一百三十七条）: a clock off by more than the local thirty seconds', () => {
  it('opens for more than thirty seconds either way, dated from the first wrong reading', () => {
    expect(given(rule, compared('2026-03-02 09:00', 30_000)).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, compared('2026-03-02 09:00', 30_001)).until('2026-03-03 00:00')).toMatchObject([
      { concerns: { unit: 'tech-1' } },
    ])
    expect(
      given(
        rule,
        compared('2026-03-02 08:00', 0),
        compared('2026-03-02 09:00', -3_600_000),
        compared('2026-03-02 10:00', -3_600_000),
      ).until('2026-03-03 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:00') }])
  })
  it('ends when the clock is right again', () =>
    expect(
      given(rule, compared('2026-03-02 09:00', 60_000), compared('2026-03-02 10:00', 10))
        .events('2026-03-03 00:00')
        .map((e) => e.is),
    ).toEqual(['opened', 'ended']))
})

describe('the clock of a camera, as it was measured', () => {
  const measured = (when: string, offsetMs: number, uncertaintyMs: number): Moment => [
    when,
    'camera.clock-measured',
    { camera: 'cam-1', offsetMs, uncertaintyMs, method: 'onvif' },
  ]
  const judged = (offsetMs: number, uncertaintyMs: number) =>
    given(rule, camera('2026-03-01 00:00'), measured('2026-03-02 09:00', offsetMs, uncertaintyMs)).until(
      '2026-03-03 00:00',
    )
  it('is wrong when it is off by more than the measuring may be, and its unit answers', () => {
    expect(judged(3_600_000, 500)).toMatchObject([
      { concerns: { unit: 'station-1' }, facts: { camera: 'cam-1', offsetMs: 3_600_000, method: 'onvif' } },
    ])
    expect(judged(-30_501, 500)).toHaveLength(1)
    expect(judged(30_500, 500)).toEqual([])
  })
  it('ends when it is right again', () =>
    expect(
      given(
        rule,
        camera('2026-03-01 00:00'),
        measured('2026-03-02 09:00', 60_000, 100),
        measured('2026-03-02 10:00', 10, 100),
      )
        .events('2026-03-03 00:00')
        .map((e) => e.is),
    ).toEqual(['opened', 'ended']))
})
