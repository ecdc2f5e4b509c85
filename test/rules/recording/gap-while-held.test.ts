import { describe, expect, it } from 'vitest'
import { gapWhileHeld as rule } from '../../../server/rules/recording/gap-while-held.ts'
import {
  broken,
  camera,
  lost,
  recorderStarts,
  recorderStops,
  restored,
  resumed,
  written,
} from '../../support/cameras.ts'
import { act, enters, leaves, room, sensor, sensorFails } from '../../support/custody.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const recorderTold = (when: string, more: object): Moment => [
  when,
  'recorder.started',
  { recorder: 'recorder-1', why: 'restart', ...more },
]
const house = [
  room('2020-01-01 00:00'),
  camera('2020-01-01 00:00'),
  sensor('2020-01-01 00:00', ['entry', 'badges']),
  recorderStarts('2020-01-01 00:00'),
  written('2020-01-01 00:01'),
] as const
const held = [...house, enters(`${day} 08:00`, 'p1', 'held')] as const

describeStretch('有人时保障录音录像设备运行连续（治安管理处罚法第一百三十七条）', {
  rule,
  begins: (heard) => [...held, lost(`${day} 09:00:00`, 'unreachable', heard)],
  ends: (when, heard) => restored(when, heard),
  since: `${day} 09:00:00`,
  last: `${day} 09:00:10`,
  past: `${day} 09:01:00`,
  far: `${day} 20:00`,
  // Nobody was held there meanwhile.
  paused: [leaves(`${day} 08:59:00`, 'p1', 'held')],
  before: [
    ...house,
    enters('2025-12-31 20:00', 'p1', 'held'),
    lost('2025-12-31 22:00'),
    restored('2025-12-31 22:30'),
    leaves('2025-12-31 23:00', 'p1', 'held'),
  ],
  first: [...house, enters('2025-12-31 20:00', 'p1', 'held'), lost('2026-01-01 00:00'), restored('2026-01-01 00:30')],
  firstPast: '2026-01-01 01:00',
})

describe('by cause, and asked of whoever keeps the equipment', () => {
  it('the camera: its unit', () =>
    expect(given(rule, ...held, lost(`${day} 09:00`, 'stalled')).until(`${day} 10:00`)).toMatchObject([
      {
        grade: 'A',
        concerns: { unit: 'station-1', officers: [] },
        facts: { room: 'r1', camera: 'cam-1', cause: 'source-down', why: 'stalled', until: null },
      },
    ]))
  it('a lens that is covered shows nothing, though it is recorded', () =>
    expect(given(rule, ...held, lost(`${day} 09:00`, 'covered')).until(`${day} 10:00`)).toMatchObject([
      { facts: { cause: 'no-picture' } },
    ]))
  it.each([
    ['crashed', 'recorder-down'],
    ['disk-full', 'disk-full'],
  ])('the recorder %s: its own unit', (why, cause) =>
    expect(given(rule, ...held, recorderStops(`${day} 09:00`, why)).until(`${day} 10:00`)).toMatchObject([
      { concerns: { unit: 'bureau' }, facts: { cause, why } },
    ]),
  )
  it('a crash that the next start tells: dated truly, ended at once', () => {
    const back = `${day} 09:05`
    const events = given(rule, ...held, recorderStops(`${day} 09:00`, 'crashed', back), recorderStarts(back)).events(
      `${day} 10:00`,
    )
    expect(events[0]).toMatchObject({ is: 'opened', at: at(back), finding: { since: at(`${day} 09:00`) } })
    expect(events[1]).toMatchObject({ is: 'continued', finding: { facts: { until: at(back) } } })
    expect(events.at(-1)).toMatchObject({ is: 'ended' })
  })
  it('begins when the person comes, not when the camera went', () =>
    expect(
      given(rule, ...house, lost(`${day} 07:00`), enters(`${day} 09:00`, 'p1', 'held')).until(`${day} 10:00`),
    ).toMatchObject([{ since: at(`${day} 09:00`) }]))
  it('the case record tells of a person where no door does', () => {
    const doorless = [
      camera('2020-01-01 00:00'),
      room('2020-01-01 00:00'),
      recorderStarts('2020-01-01 00:00'),
      written('2020-01-01 00:01'),
    ]
    expect(
      given(rule, ...doorless, act('interrogation').starts(`${day} 08:30`), lost(`${day} 09:00`)).until(`${day} 10:00`),
    ).toHaveLength(1)
  })
})

describe('lawful, or somebody else’s', () => {
  it('another camera of the room records', () => {
    const second = camera('2020-01-01 00:00', { camera: 'cam-2' })
    const seen = written('2020-01-01 00:01', { camera: 'cam-2' })
    expect(given(rule, ...held, second, seen, lost(`${day} 09:00`)).until(`${day} 10:00`)).toEqual([])
    const both = [lost(`${day} 09:00`), lost(`${day} 09:30`, 'stalled', undefined, { camera: 'cam-2' })] as const
    expect(given(rule, ...held, second, seen, ...both).until(`${day} 10:00`)).toMatchObject([
      { since: at(`${day} 09:30`) },
    ])
  })
  it('an officer alone in the room is not held there', () =>
    expect(
      given(rule, ...house, enters(`${day} 08:00`, 'o1', 'officer'), lost(`${day} 09:00`)).until(`${day} 10:00`),
    ).toEqual([]))
  it('a recorder that is declared as what watches the room has a rule of its own', () => {
    const declared = sensor('2020-01-01 00:00', ['recording'], { sensor: 'recorder/cam-1', owner: 'bureau' })
    expect(given(rule, ...held, declared, recorderStops(`${day} 09:00`)).until(`${day} 10:00`)).toEqual([])
  })
  it('where nobody knows who is in the room, it does not judge', () =>
    expect(given(rule, ...house, sensorFails(`${day} 07:00`), lost(`${day} 09:00`)).until(`${day} 10:00`)).toEqual([]))
})

describe('our own writing broke off', () => {
  it('is asked of the recorder’s owner and dated from when it broke', () =>
    expect(given(rule, ...held, broken(`${day} 09:00`)).until(`${day} 10:00`)).toMatchObject([
      {
        since: at(`${day} 09:00`),
        concerns: { unit: 'bureau', officers: [] },
        facts: { cause: 'recorder-down', why: 'crashed', camera: 'cam-1' },
      },
    ]))
  it('a recorder that goes to another unit afterwards takes no older break along', () => {
    const handedOver = recorderTold(`${day} 09:00:05`, { owner: 'station-2' })
    const found = given(rule, ...held, broken(`${day} 09:00`), handedOver).until(`${day} 10:00`)
    expect(found).toMatchObject([{ concerns: { unit: 'bureau' } }])
  })
  it('of two recorders with owners of their own nobody said which it was: the camera’s unit', () => {
    const second = recorderTold('2020-01-02 00:00', { recorder: 'recorder-2', owner: 'station-2' })
    const found = given(rule, ...held, second, broken(`${day} 09:00`)).until(`${day} 10:00`)
    expect(found).toMatchObject([{ concerns: { unit: 'station-1' } }])
  })
  it('for want of disk it says so', () =>
    expect(given(rule, ...held, broken(`${day} 09:00`, 'disk')).until(`${day} 10:00`)).toMatchObject([
      { facts: { cause: 'disk-full' } },
    ]))
  it('back within the time that is tolerated, nothing is found', () =>
    expect(
      given(rule, ...held, broken(`${day} 09:00:00`), resumed(`${day} 09:00:09`, `${day} 09:00:00`)).until(
        `${day} 10:00`,
      ),
    ).toEqual([]))
  it('its next segment ends it where nobody said that it was resumed', () => {
    const events = given(rule, ...held, broken(`${day} 09:00`), written(`${day} 09:03`)).events(`${day} 10:00`)
    expect(events.at(-1)).toMatchObject({ is: 'ended' })
    expect(events.some((e) => e.is === 'continued' && e.finding.facts.until === at(`${day} 09:02`))).toBe(true)
  })
  it('a segment that was begun before the break does not end it', () =>
    expect(given(rule, ...held, broken(`${day} 09:00`), written(`${day} 09:00:30`)).until(`${day} 10:00`)).toHaveLength(
      1,
    ))
  it('nobody is held there: nothing', () =>
    expect(given(rule, ...house, broken(`${day} 09:00`)).until(`${day} 10:00`)).toEqual([]))
})

describe('a camera that never gave a picture is not yet recorded', () => {
  const fresh = [
    room('2020-01-01 00:00'),
    camera('2020-01-01 00:00'),
    sensor('2020-01-01 00:00', ['entry', 'badges']),
    recorderStarts('2020-01-01 00:00'),
    enters(`${day} 08:00`, 'p1', 'held'),
  ] as const
  it('so it cannot break off: as a camera that was just registered and answers later', () =>
    expect(
      given(rule, ...fresh, lost(`${day} 09:00`, 'refused'), restored(`${day} 09:20`)).until(`${day} 10:00`),
    ).toEqual([]))
  it('nor while it has never answered', () =>
    expect(given(rule, ...fresh, lost(`${day} 09:00`, 'refused')).until(`${day} 10:00`)).toEqual([]))
  it('once it gave one, the next loss counts', () =>
    expect(
      given(rule, ...fresh, lost(`${day} 09:00`, 'refused'), restored(`${day} 09:20`), lost(`${day} 09:30`)).until(
        `${day} 10:00`,
      ),
    ).toMatchObject([{ since: at(`${day} 09:30`) }]))
  it('a loss that says when the last frame came tells that there was one', () =>
    expect(
      given(rule, ...fresh, lost(`${day} 09:00`, 'stalled', undefined, { lastFrameAt: at(`${day} 08:59:55`) })).until(
        `${day} 10:00`,
      ),
    ).toMatchObject([{ since: at(`${day} 09:00`) }]))
})
