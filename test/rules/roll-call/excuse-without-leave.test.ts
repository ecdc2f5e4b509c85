import { describe, expect, it } from 'vitest'
import { excuseWithoutLeave as rule } from '../../../server/rules/roll-call/excuse-without-leave.ts'
import { cycle, DAY, reference, target } from '../../support/roll-call.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const c = cycle()
const who = target('o2')
const end = `${DAY} 23:59`
const scene = (because: string, more: object = {}): readonly Moment[] => [
  ...reference,
  c.opens('20:00:00'),
  c.lists('20:00:00', who),
  c.excused('20:01:00', who, because, more),
  c.closes('20:02:00', 'complete'),
]
const leave = (heard?: string): Moment => [
  '2026-03-01 00:00',
  'leave.approved',
  {
    leave: 'l1',
    officer: 'o2',
    unit: 's1',
    kind: 'sick',
    startsAt: at('2026-03-01 00:00'),
    endsAt: at('2026-03-05 00:00'),
    approvedBy: 'o1',
  },
  heard,
]

describe('监督者也受监督（公安机关督察条例第四条）— who is let off is let off for a reason on record', () => {
  it('finds nothing when there is a leave', () =>
    expect(given(rule, leave(), ...scene('leave')).until(end)).toEqual([]))
  it('says nothing at the end of the grace itself, and opens just past it', () => {
    const [, kind, data] = leave()
    const another = { ...data, leave: 'l2', startsAt: at('2026-04-01 00:00'), endsAt: at('2026-04-02 00:00') }
    const looked: Moment = [`${DAY} 21:01`, kind, another]
    expect(given(rule, ...scene('leave'), looked).until(`${DAY} 21:01`)).toEqual([])
    expect(given(rule, ...scene('leave')).until(`${DAY} 21:02`)).toMatchObject([
      {
        since: at(`${DAY} 21:01`),
        openedAt: at(`${DAY} 21:01`) + 1,
        facts: { because: 'leave', by: 'supervisor', graceMinutes: 60 },
      },
    ])
  })
  it('a leave that is put on record within the grace is in time; later it ends the finding', () => {
    expect(given(rule, ...scene('leave'), leave(`${DAY} 20:50`)).until(end)).toEqual([])
    const late = given(rule, ...scene('leave'), leave(`${DAY} 21:20`)).events(end)
    expect(late.filter((e) => e.is !== 'warned').map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('the end of a shift or a duty that is put on record late ends the finding, too', () => {
    const bare = scene('off-shift').filter(([, kind]) => kind !== 'duty.assigned')
    const shift: Moment = [
      '2026-03-01 00:00',
      'shift.scheduled',
      {
        shift: 'h1',
        carrier: 'officer/o2',
        unit: 's1',
        beat: null,
        startsAt: at(`${DAY} 18:00`),
        endsAt: at(`${DAY} 23:00`),
        crew: ['o2'],
      },
    ]
    const events = (...moments: readonly Moment[]) =>
      given(rule, ...moments)
        .events(end)
        .filter((e) => e.is !== 'warned')
        .map((e) => e.is)
    const cancelled = { shift: 'h1', carrier: 'officer/o2', reason: '换班' }
    expect(events(...bare, shift, [`${DAY} 19:00`, 'shift.cancelled', cancelled, `${DAY} 21:20`])).toEqual([
      'opened',
      'ended',
    ])
    const relieved = { duty: 'd2', unit: 's1', reason: '换班' }
    const swapped = { duty: 'd2', unit: 's1', from: 'o2', to: 'o1' }
    for (const late of [
      [`${DAY} 19:00`, 'duty.cancelled', relieved, `${DAY} 21:20`] as const,
      [`${DAY} 19:00`, 'duty.swapped', swapped, `${DAY} 21:20`] as const,
    ])
      expect(events(...scene('off-shift'), late)).toEqual(['opened', 'ended'])
    expect(events(...scene('off-shift'), [`${DAY} 19:00`, 'duty.cancelled', { ...relieved, duty: 'd3' }])).toEqual([
      'opened',
    ])
  })
  it('an order, a task, a reported absence and the end of a shift are looked up as well', () => {
    const grounds: Record<string, Moment> = {
      'on-order': [
        `${DAY} 19:50`,
        'dispatch.ordered',
        { order: 'x1', incident: 'i1', carriers: ['officer/o2'], place: null, urgent: true },
      ],
      'approved-task': [
        `${DAY} 19:00`,
        'task.approved',
        {
          task: 't1',
          carrier: 'officer/o2',
          purpose: 'training',
          startsAt: at(`${DAY} 19:00`),
          endsAt: at(`${DAY} 22:00`),
          approvedBy: 'o1',
        },
      ],
      'absence-reported': [
        `${DAY} 19:55`,
        'post.absence-reported',
        { absence: 'a1', officer: 'o2', unit: 's1', reason: '就医' },
      ],
      'off-shift': [`${DAY} 10:00`, 'duty.cancelled', { duty: 'd2', unit: 's1', reason: '换班' }],
    }
    for (const [because, ground] of Object.entries(grounds)) {
      expect(given(rule, ...scene(because)).until(end), because).toHaveLength(1)
      const told = [...scene(because), ground]
      expect(given(rule, ...told).until(end), because).toEqual([])
    }
  })
  it('standby, and an excuse that no record could show, are not judged', () => {
    expect(given(rule, ...scene('standby', { by: 'system' })).until(end)).toEqual([])
    expect(given(rule, ...scene('other', { words: '电台送修' })).until(end)).toEqual([])
  })
})

describe('everybody on the row is let off, by what is on record for each', () => {
  const two = { officers: ['o2', 'o3'] }
  const scene2 = (because: string, row: object = two): readonly Moment[] => [
    ...reference,
    c.opens('20:00:00'),
    c.lists('20:00:00', who, row),
    c.excused('20:01:00', who, because),
    c.closes('20:02:00', 'complete'),
  ]
  const kinds = (moments: readonly Moment[]) =>
    given(rule, ...moments)
      .events(end)
      .flatMap((e) => (e.is === 'warned' ? [] : [e.is === 'ended' ? e.at : e.is]))
  it('one of two on leave, or away, does not excuse the other', () => {
    expect(given(rule, leave(), ...scene2('leave')).until(end)).toHaveLength(1)
    const away: Moment = [
      `${DAY} 19:55`,
      'post.absence-reported',
      { absence: 'a1', officer: 'o2', unit: 's1', reason: '就医' },
    ]
    expect(given(rule, away, ...scene2('absence-reported')).until(end)).toHaveLength(1)
    const off: Moment = [`${DAY} 10:00`, 'duty.cancelled', { duty: 'd2', unit: 's1', reason: '换班' }]
    expect(given(rule, off, ...scene2('off-shift')).until(end)).toHaveLength(1)
  })
  it('a car’s order or task lets off the car', () => {
    const car = { carrier: 'vehicle/c1', officers: [] }
    const order: Moment = [
      `${DAY} 19:50`,
      'dispatch.ordered',
      { order: 'x1', incident: 'i1', carriers: ['vehicle/c1'], place: null, urgent: true },
    ]
    expect(given(rule, ...scene2('on-order', car)).until(end)).toHaveLength(1)
    expect(given(rule, order, ...scene2('on-order', car)).until(end)).toEqual([])
    const shift: Moment = [
      `${DAY} 06:00`,
      'shift.scheduled',
      {
        ...{ shift: 'q', carrier: 'vehicle/c1', unit: 's1', beat: null, crew: [] },
        ...{ startsAt: at(`${DAY} 08:00`), endsAt: at(`${DAY} 23:00`) },
      },
    ]
    expect(given(rule, ...scene2('off-shift', car)).until(end)).toEqual([])
    expect(given(rule, shift, ...scene2('off-shift', car)).until(end)).toHaveLength(1)
  })
  it('what is put on record later is heard at once and ends it', () => {
    const heard = `${DAY} 21:20`
    const grounds: Record<string, Moment> = {
      'on-order': [
        `${DAY} 19:50`,
        'dispatch.ordered',
        { order: 'x1', incident: 'i1', carriers: ['officer/o2'], place: null, urgent: true },
        heard,
      ],
      'approved-task': [
        `${DAY} 19:00`,
        'task.approved',
        {
          ...{ task: 't1', carrier: 'officer/o2', purpose: 'training', approvedBy: 'o1' },
          ...{ startsAt: at(`${DAY} 19:00`), endsAt: at(`${DAY} 22:00`) },
        },
        heard,
      ],
      'absence-reported': [
        `${DAY} 19:55`,
        'post.absence-reported',
        { absence: 'a1', officer: 'o2', unit: 's1', reason: '就医' },
        heard,
      ],
    }
    for (const [because, ground] of Object.entries(grounds))
      expect(kinds([...scene(because), ground]), because).toEqual(['opened', at(heard)])
  })
})
