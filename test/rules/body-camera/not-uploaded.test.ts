import { describe, expect, it } from 'vitest'
import { notUploaded as rule } from '../../../server/rules/body-camera/not-uploaded.ts'
import { crew, day, fedCameras, records, stops } from '../../support/body-cameras.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2026-03-09 00:00'
const uploaded = (when: string, heard?: string): Moment => [
  when,
  'body-camera.uploaded',
  {
    device: 'cam1',
    officer: 'o1',
    unit: 'station-1',
    recording: 'f1',
    from: at(`${day} 09:05`),
    to: at(`${day} 09:30`),
    archive: 'a',
  },
  heard,
]
const scene = [fedCameras, crew, records(`${day} 09:05`), stops(`${day} 09:30`)] as const

describe('执法任务结束后当日移交视音频资料', () => {
  it('finds nothing when it is handed in at 24:00 of the day on which the duty ended', () =>
    expect(given(rule, ...scene, uploaded('2026-03-03 00:00')).until(far)).toEqual([]))
  it('opens just past it, with nobody reporting', () => {
    expect(given(rule, ...scene).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, ...scene).until('2026-03-03 00:01')).toMatchObject([
      {
        since: at('2026-03-03 00:00'),
        openedAt: at('2026-03-03 00:00') + 1,
        facts: { recording: 'f1', officer: 'o1', because: 'after-duty' },
        concerns: { officers: ['o1'] },
      },
    ])
  })
  it('the day is the one on which the duty ends, not the one of the recording', () => {
    const nightShift: Moment = [
      '2026-03-01 00:00',
      'shift.scheduled',
      {
        shift: 'n',
        carrier: 'vehicle/v1',
        unit: 'station-1',
        beat: 'b1',
        startsAt: at(`${day} 20:00`),
        endsAt: at('2026-03-03 08:00'),
        crew: ['o1'],
      },
    ]
    const filmed = [records(`${day} 22:00`), stops(`${day} 22:30`)]
    expect(given(rule, fedCameras, nightShift, ...filmed).until('2026-03-03 23:59')).toEqual([])
    expect(given(rule, fedCameras, nightShift, ...filmed).until('2026-03-04 00:01')).toHaveLength(1)
    expect(given(rule, fedCameras, ...filmed).until('2026-03-03 00:01')).toHaveLength(1)
  })
  it('after work out of the county there are 24 hours from the return', () => {
    const away: Moment = [
      `${day} 06:00`,
      'task.approved',
      {
        task: 't',
        carrier: 'officer/o1',
        purpose: 'out-of-county',
        startsAt: at(`${day} 08:00`),
        endsAt: at('2026-03-04 18:00'),
        approvedBy: 'o9',
      },
    ]
    expect(given(rule, ...scene, away).until('2026-03-05 18:00')).toEqual([])
    expect(given(rule, ...scene, away).until('2026-03-05 18:01')).toMatchObject([
      { since: at('2026-03-05 18:00'), facts: { because: 'remote' } },
    ])
  })
  it('keeps the finding when it is handed in too late; ends one that is told late', () => {
    expect(given(rule, ...scene, uploaded('2026-03-03 09:00')).until(far)).toHaveLength(1)
    const events = given(rule, ...scene, uploaded(`${day} 21:00`, '2026-03-03 09:00')).events(far)
    expect(events.flatMap((e) => (e.is === 'warned' ? [] : [e.is]))).toEqual(['opened', 'ended'])
  })
  it('a recording that nobody said ended is not judged; without the platform nothing is said', () => {
    expect(given(rule, fedCameras, crew, records(`${day} 09:05`)).until(far)).toEqual([])
    expect(given(rule, crew, records(`${day} 09:05`), stops(`${day} 09:30`)).until(far)).toEqual([])
  })
  it('judges from 1 July 2016, and both numbers are the bureau’s to set', () => {
    const on = (d: string): Moment[] => [
      ['2016-01-01 00:00', 'sensor.installed', { sensor: 'c', watches: ['body-cameras'], owner: 't' }],
      records(`${d} 09:00`),
      stops(`${d} 10:00`),
    ]
    expect(given(rule, ...on('2016-06-30')).until('2016-07-20 00:00')).toEqual([])
    expect(given(rule, ...on('2016-07-01')).until('2016-07-20 00:00')).toHaveLength(1)
    expect(rule.localSettings.map((s) => s.param)).toEqual(['afterDutyHours', 'remoteHours'])
  })
  it('what a camera holds that stopped by a fault nobody can hand in', () => {
    const stuck = [fedCameras, crew, records(`${day} 09:05`), stops(`${day} 09:30`, { reason: 'fault' })]
    expect(given(rule, ...stuck).until(far)).toEqual([])
    expect(given(rule, ...stuck, uploaded('2026-03-03 09:00')).until(far)).toHaveLength(1)
  })
})
