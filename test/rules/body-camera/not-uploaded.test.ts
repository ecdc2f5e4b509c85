import { describe, expect, it } from 'vitest'
import { notUploaded as rule } from '../../../server/rules/body-camera/not-uploaded.ts'
import { crew, day, fedAgain, fedCameras, records, stops } from '../../support/body-cameras.ts'
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

describe('what the finding rests on', () => {
  it('the beginning and the end of the recording, and the handing in when it came too late', () => {
    expect(given(rule, ...scene).until(far)).toMatchObject([
      { evidence: [2, 3], concerns: { unit: 'station-1' }, facts: { device: 'cam1', doneAt: null } },
    ])
    expect(given(rule, ...scene, uploaded('2026-03-03 09:00')).grown(far)).toMatchObject([
      { evidence: [2, 3, 4], facts: { doneAt: at('2026-03-03 09:00') } },
    ])
  })
  it('a stop that was told again counts as it was told last', () =>
    expect(given(rule, ...scene, stops(`${day} 23:50`)).until(far)).toMatchObject([
      { since: at('2026-03-03 00:00'), facts: { stoppedAt: at(`${day} 23:50`) } },
    ]))
  it('the officer is the one of the stop, else of the beginning; nobody when nobody was told', () => {
    const nobody = { officer: null }
    const by = (from: object, to: object) =>
      given(rule, fedCameras, crew, records(`${day} 09:05`, from), stops(`${day} 09:30`, to))
        .until(far)
        .map((f) => f.concerns.officers)
    expect(by({ officer: 'o2' }, { officer: 'o1' })).toEqual([['o1']])
    expect(by({ officer: 'o2' }, nobody)).toEqual([['o2']])
    expect(by(nobody, nobody)).toEqual([[]])
  })
})

describe('which duty and which task', () => {
  const duty = (startsAt: string, endsAt: string): Moment => [
    '2026-03-01 00:00',
    'duty.assigned',
    {
      duty: `d ${startsAt}`,
      unit: 'station-1',
      role: 'officer',
      officer: 'o1',
      post: null,
      startsAt: at(startsAt),
      endsAt: at(endsAt),
    },
  ]
  const task = (purpose: string, startsAt: string, endsAt: string, carrier = 'officer/o1'): Moment => [
    '2026-03-01 00:00',
    'task.approved',
    {
      task: `t ${purpose} ${startsAt}`,
      carrier,
      purpose,
      startsAt: at(startsAt),
      endsAt: at(endsAt),
      approvedBy: 'o9',
    },
  ]
  const due = (...moments: Moment[]) =>
    given(rule, ...scene, ...moments)
      .until(far)
      .map((f) => f.since)
  it('a duty at a post counts as a shift does, the longest of those in which it was recorded', () => {
    expect(due(duty(`${day} 08:00`, '2026-03-03 08:00'))).toEqual([at('2026-03-04 00:00')])
    expect(due(duty(`${day} 09:30`, '2026-03-03 08:00'))).toEqual([at('2026-03-04 00:00')])
    expect(due(duty('2026-03-01 20:00', `${day} 09:30`))).toEqual([at('2026-03-03 00:00')])
    expect(due(duty(`${day} 20:00`, '2026-03-03 08:00'))).toEqual([at('2026-03-03 00:00')])
    expect(due(duty('2026-03-01 08:00', '2026-03-01 20:00'))).toEqual([at('2026-03-03 00:00')])
  })
  it('a task out of the county of the officer or the car, while it lasts; no other task', () => {
    const long = ['2026-03-04 18:00', '2026-03-05 18:00'] as const
    expect(due(task('out-of-county', `${day} 08:00`, long[0], 'vehicle/v1'))).toEqual([at(long[1])])
    expect(due(task('out-of-county', `${day} 09:30`, long[0]))).toEqual([at(long[1])])
    expect(due(task('out-of-county', '2026-03-01 08:00', `${day} 09:30`))).toEqual([at('2026-03-03 09:30')])
    expect(due(task('meal', `${day} 08:00`, long[0]))).toEqual([at('2026-03-03 00:00')])
    expect(due(task('out-of-county', `${day} 10:00`, long[0]))).toEqual([at('2026-03-03 00:00')])
    expect(due(task('out-of-county', '2026-03-01 08:00', `${day} 09:00`))).toEqual([at('2026-03-03 00:00')])
  })
})

describe('a platform that cannot tell', () => {
  const [down, up] = [fedAgain(`${day} 09:20`, `${day} 09:40`), fedAgain(`${day} 22:00`, '2026-03-03 12:00')]
  const verdict = (...moments: Moment[]) => given(rule, fedCameras, crew, ...moments).verdict(far, 'f1')
  const filmed = [records(`${day} 09:05`), stops(`${day} 09:30`)]
  const unknown = { is: 'unknown', missing: 'sensor.installed watches body-cameras' }
  it('at the stop, or when the time was over, leaves it open', () => {
    expect(verdict(...filmed, ...down)).toMatchObject(unknown)
    expect(verdict(...filmed, ...up)).toMatchObject(unknown)
  })
  it('but what was handed in in time was handed in; what came too late nobody can say', () => {
    expect(verdict(...filmed, ...down, uploaded('2026-03-03 00:00'))).toMatchObject({ is: 'clear' })
    expect(verdict(...filmed, ...down, uploaded('2026-03-03 00:01'))).toMatchObject(unknown)
  })
})

it('a recording that began before the rule is not held to it though it ended under it', () => {
  const platform: Moment = [
    '2016-01-01 00:00',
    'sensor.installed',
    { sensor: 'c', watches: ['body-cameras'], owner: 't' },
  ]
  const night = [records('2016-06-30 23:50'), stops('2016-07-01 00:10')]
  expect(given(rule, platform, ...night).until('2016-07-20 00:00')).toEqual([])
})
