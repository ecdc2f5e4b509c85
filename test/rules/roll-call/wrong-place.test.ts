import { describe, expect, it } from 'vitest'
import { rollCallWrongPlace as rule } from '../../../server/rules/roll-call/wrong-place.ts'
import { fix, square, zone } from '../../support/patrol.ts'
import {
  besides,
  cycle,
  DAY,
  elsewhere,
  radioName,
  reference,
  seenAt,
  target,
  unitAt,
} from '../../support/roll-call.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const c = cycle()
const who = target('o2')
const radio = radioName(2)
const end = `${DAY} 23:59`
const answered = (more: object = {}): readonly Moment[] => [
  ...reference,
  c.opens('20:00:00'),
  c.lists('20:00:00', who),
  c.calls('20:00:01', who),
  c.checked('20:00:03', who, 1, more),
]
const where = (place: readonly [number, number] | null, more: object = {}, when = '20:00:05') =>
  seenAt(when, radio, 'officer/o2', place, more)

describe('执行命令（人民警察法第三十二条）— who answers is where the roster has them', () => {
  it('opens when the radio lies kilometres from the post', () => {
    expect(given(rule, ...answered(), where(elsewhere)).until(end)).toMatchObject([
      {
        since: at(`${DAY} 20:00:03`),
        facts: { sources: 'radio', because: 'away', post: 'officer' },
        concerns: { unit: 's1', carrier: 'officer/o2', place: elsewhere },
      },
    ])
  })
  it('finds nothing at the post', () => expect(given(rule, ...answered(), where(besides)).until(end)).toEqual([]))
  it('finds nothing at the very edge of what counts as there, and opens past it', () => {
    const metres = (m: number): readonly [number, number] => [116.05, 30.05 + m / 111_195]
    expect(given(rule, ...answered(), where(metres(509), { accuracyM: 10 })).until(end)).toEqual([])
    expect(given(rule, ...answered(), where(metres(511), { accuracyM: 10 })).until(end)).toHaveLength(1)
  })
  it('an error circle that reaches the post says nothing against anybody', () => {
    expect(given(rule, ...answered(), where(elsewhere, { accuracyM: 2_000 })).until(end)).toEqual([])
  })
  it('a position that an app made up, or that is too old, is not used', () => {
    expect(given(rule, ...answered(), where(elsewhere, { mocked: true })).until(end)).toEqual([])
    expect(given(rule, ...answered(), where(elsewhere, {}, '20:04:00')).until(end)).toEqual([])
  })
  it('opens when the site that carried the answer does not reach the post', () => {
    expect(given(rule, ...answered({ site: 'far' })).until(end)).toMatchObject([
      { facts: { sources: 'site', because: 'other-site' } },
    ])
  })
  it('a site nobody knows the reach of says nothing', () => {
    const bare: Moment = [
      '2026-03-01 00:00',
      'radio-site.registered',
      { site: 'bare', gateway: 'g1', name: { zh: '站', en: 'Site' }, place: null, coverage: null },
    ]
    expect(given(rule, bare, ...answered({ site: 'bare' })).until(end)).toEqual([])
  })
  it('opens when a look into the duty room shows nobody', () => {
    const room = { room: 'duty-1' }
    const looked = (present: boolean): Moment => [
      `${DAY} 20:00:10`,
      'post.observed',
      { post: 'duty-1', unit: 's1', present, source: 'camera' },
    ]
    const rows = answered().map((m): Moment => (m[1] === 'roll-call.listed' ? [m[0], m[1], { ...m[2], ...room }] : m))
    expect(given(rule, ...rows, looked(false)).until(end)).toMatchObject([
      { facts: { sources: 'room', because: 'empty' } },
    ])
    expect(given(rule, ...rows, looked(true)).until(end)).toEqual([])
  })
  it('opens when a door has them in another unit’s house; not when it has one of a crew there, nor in their own', () => {
    const room = (id: string, unit: string): Moment => [
      '2026-03-01 00:00',
      'room.registered',
      { room: id, name: { zh: '室', en: 'Room' }, unit, kind: 'questioning-room', facility: 'station', area: null },
    ]
    const enters = (id: string, officer: string): Moment => [
      `${DAY} 19:30`,
      'room.entered',
      { room: id, who: officer, as: 'officer' },
    ]
    const rooms = [room('r1', 's1'), room('r2', 's2')]
    const two = answered().map(
      (m): Moment => (m[1] === 'roll-call.listed' ? [m[0], m[1], { ...m[2], officers: ['o2', 'o3'] }] : m),
    )
    expect(given(rule, ...rooms, ...answered(), enters('r2', 'o2')).until(end)).toMatchObject([
      { facts: { sources: 'room', because: 'elsewhere' } },
    ])
    expect(given(rule, ...rooms, ...answered(), enters('r1', 'o2')).until(end)).toEqual([])
    expect(given(rule, ...rooms, ...two, enters('r2', 'o2')).until(end)).toEqual([])
    expect(given(rule, ...rooms, ...two, enters('r2', 'o2'), enters('r2', 'o3')).until(end)).toHaveLength(1)
  })
  it('finds nothing under an order, at an approved task or away with a report, also when that is told late', () => {
    const order: Moment = [
      `${DAY} 19:50`,
      'dispatch.ordered',
      { order: 'x1', incident: 'i1', carriers: ['officer/o2'], place: null, urgent: false },
    ]
    const late: Moment = [order[0], order[1], order[2] ?? {}, `${DAY} 20:30`]
    const task: Moment = [
      `${DAY} 19:00`,
      'task.approved',
      {
        task: 't1',
        carrier: 'officer/o2',
        purpose: 'escort',
        startsAt: at(`${DAY} 19:00`),
        endsAt: at(`${DAY} 22:00`),
        approvedBy: 'o1',
      },
    ]
    const away: Moment = [
      `${DAY} 19:55`,
      'post.absence-reported',
      { absence: 'a1', officer: 'o2', unit: 's1', reason: '就医' },
    ]
    for (const lawful of [order, task, away])
      expect(given(rule, lawful, ...answered(), where(elsewhere)).until(end)).toEqual([])
    const events = given(rule, ...answered(), where(elsewhere), late).events(end)
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('holds somebody else’s word against the radio as well', () => {
    const told = [...reference, c.opens('20:00:00'), c.lists('20:00:00', who), c.calls('20:00:01', who)]
    expect(given(rule, ...told, where(elsewhere, {}, '20:02:00'), c.onBehalf('20:02:30', who)).until(end)).toHaveLength(
      1,
    )
  })
  it('a car on patrol is held against its beat', () => {
    const car = 'patrol:vehicle/v1'
    const beat = zone('b1', 'beat', square(116, 30, 116.02, 30.02))
    const shift: Moment = [
      '2026-03-01 00:00',
      'shift.scheduled',
      {
        shift: 's',
        carrier: 'vehicle/v1',
        unit: 's1',
        beat: 'b1',
        startsAt: at(`${DAY} 18:00`),
        endsAt: at(`${DAY} 23:00`),
        crew: ['o3'],
      },
    ]
    const asked = {
      post: 'patrol',
      carrier: 'vehicle/v1',
      officers: ['o3'],
      channels: [{ channel: 'vehicle', device: 'jt808:1' }],
    }
    const scene = [
      ...reference,
      beat,
      shift,
      c.opens('20:00:00'),
      c.lists('20:00:00', car, asked),
      c.calls('20:00:01', car, 1, { channel: 'vehicle', device: 'jt808:1', request: null }),
      [
        `${DAY} 20:00:04`,
        'device.answered',
        { device: 'jt808:1', carrier: 'vehicle/v1', request: 'locate', result: 'done', detail: {} },
      ] as Moment,
    ]
    expect(given(rule, ...scene, fix(`${DAY} 20:00:04`, [116.01, 30.01])).until(end)).toEqual([])
    expect(given(rule, ...scene, fix(`${DAY} 20:00:04`, [116.05, 30.01])).until(end)).toMatchObject([
      { facts: { sources: 'vehicle', post: 'patrol' }, concerns: { carrier: 'vehicle/v1', officers: ['o3'] } },
    ])
    // Told late that the car, or its crew, had been sent: the finding ends.
    const ordered = { order: 'x1', incident: 'i1', carriers: ['vehicle/v1'], place: null, urgent: false }
    const away = { absence: 'a1', officer: 'o3', unit: 's1', reason: '就医' }
    for (const late of [
      [`${DAY} 19:50`, 'dispatch.ordered', ordered, `${DAY} 20:30`] as const,
      [`${DAY} 19:50`, 'post.absence-reported', away, `${DAY} 20:30`] as const,
    ])
      expect(
        given(rule, ...scene, fix(`${DAY} 20:00:04`, [116.05, 30.01]), late)
          .events(end)
          .map((e) => e.is),
      ).toEqual(['opened', 'ended'])
  })
  it('what counts is where they were when they answered, however often they are seen afterwards', () => {
    const later = (place: readonly [number, number]) =>
      Array.from({ length: 12 }, (_, i) => where(place, {}, `20:00:${20 + 3 * i}`))
    expect(
      given(rule, ...answered(), where(elsewhere), ...later(besides))
        .events(end)
        .map((e) => e.is),
    ).toEqual(['opened'])
    expect(given(rule, ...answered(), where(besides), ...later(elsewhere)).until(end)).toEqual([])
  })
  it('says nothing where nobody knows the post, and nothing before the law', () => {
    const scene = answered().filter((m) => m[1] !== 'unit.registered')
    expect(given(rule, ...scene, unitAt('s1', null), where(elsewhere)).until(end)).toEqual([])
    expect(rule.params.map((p) => p.from)).toEqual(['2013-01-01'])
  })
})
