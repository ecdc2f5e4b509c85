import { describe, expect, it } from 'vitest'
import { cameraDown as rule } from '../../../server/rules/recording/camera-down.ts'
import { camera, lost, restored, withdrawn } from '../../support/cameras.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { given } from '../../support/timeline.ts'

const day = '2026-03-02'

describeStretch('定期维护设备设施，保障系统连续、稳定、安全运行（视频条例第十五条）', {
  rule,
  begins: (heard) => [camera('2020-01-01 00:00'), lost(`${day} 09:00`, 'unreachable', heard)],
  ends: (when, heard) => restored(when, heard),
  since: `${day} 09:00`,
  last: `${day} 09:10`,
  past: `${day} 09:20`,
  far: `${day} 20:00`,
  paused: [withdrawn(`${day} 09:05`)],
  before: [camera('2020-01-01 00:00'), lost('2025-03-31 22:00'), restored('2025-03-31 23:00')],
  first: [camera('2020-01-01 00:00'), lost('2025-04-01 00:00'), restored('2025-04-01 01:00')],
  firstPast: '2025-04-01 02:00',
})

describe('the equipment’s owner answers for it', () => {
  it('names the unit, the camera and the cause, and no officer', () =>
    expect(
      given(rule, camera('2020-01-01 00:00'), lost(`${day} 09:00`, 'covered')).until(`${day} 10:00`),
    ).toMatchObject([
      { concerns: { unit: 'station-1', officers: [] }, facts: { camera: 'cam-1', why: 'covered', recorded: true } },
    ]))
  it('says nothing of a camera that works, nor of one nobody registered', () => {
    expect(given(rule, camera('2020-01-01 00:00'), restored(`${day} 09:00`)).until(`${day} 10:00`)).toEqual([])
    expect(given(rule, lost(`${day} 09:00`)).until(`${day} 10:00`)).toEqual([])
  })
})

describe('what is carried is no fixed system', () => {
  it('says nothing of a body camera or a phone that is out of coverage', () => {
    const carried = camera('2020-01-01 00:00', { purpose: 'body', room: null })
    expect(given(rule, carried, lost(`${day} 09:00`, 'unreachable')).until(`${day} 20:00`)).toEqual([])
  })
})
