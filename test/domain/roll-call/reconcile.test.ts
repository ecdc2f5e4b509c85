import { describe, expect, it } from 'vitest'
import { reconcile } from '../../../server/domain/roll-call/reconcile.ts'
import { square, zone } from '../../support/patrol.ts'
import {
  besides,
  cycle,
  DAY,
  duty,
  elsewhere,
  post,
  radioName,
  radioOf,
  reference,
  seenAt,
  site,
  target,
  trunkLost,
} from '../../support/roll-call.ts'
import { at, known, type Moment } from '../../support/timeline.ts'

const c = cycle()
const who = target('o2')
const time = (hms: string): string => `${DAY} ${hms}`
const listed = (more: object = {}, before: readonly Moment[] = reference): readonly Moment[] => [
  ...before,
  c.opens('20:00:00'),
  c.lists('20:00:00', who, more),
]
const called = (more: object = {}, before?: readonly Moment[]) => [...listed(more, before), c.calls('20:00:01', who)]
const answer = c.checked('20:00:03', who)
/** What each source says of o2, such as `supports own-radio`, and what comes of it. */
const held = (...moments: readonly Moment[]) => {
  const register = known(...moments)
  const found = reconcile(register.rollCall.row('c1', who)!, register)
  const says = Object.fromEntries(found?.chips.map((chip) => [chip.source, `${chip.says} ${chip.because}`]) ?? [])
  return { verdict: found?.verdict, ...says }
}
const where = (when: string, place: readonly [number, number] | null, device = radioName(2), more: object = {}) =>
  seenAt(when, device, 'officer/o2', place, more)
const metres = (north: number): readonly [number, number] => [post[0], post[1] + north / 111_195]
const bare: Moment = [
  '2026-03-01 00:00',
  'radio-site.registered',
  { site: 'bare', gateway: 'g1', name: { zh: '站', en: 'Site' }, place: null, coverage: null },
]

describe('what comes of an answer', () => {
  it('nothing is held against one who did not answer', () => expect(held(...called()).verdict).toBeUndefined())
  it('corroborated when something that sees them says so; the radio’s number and the roster do not see anybody', () => {
    expect(held(...called(), answer)).toMatchObject({ verdict: 'corroborated', site: 'supports covers' })
    expect(held(bare, ...called(), c.checked('20:00:03', who, 1, { site: 'bare' }))).toMatchObject({
      verdict: 'uncorroborated',
      site: 'silent no-coverage',
      device: 'supports own-radio',
      roster: 'supports on-duty',
    })
  })
  it('contradicted when one source says so, whatever the others say', () =>
    expect(held(...called(), answer, where('20:00:05', elsewhere))).toMatchObject({
      verdict: 'contradicted',
      site: 'supports covers',
      radio: 'contradicts away',
    }))
  it('unobservable when nothing could see them: no source at all, or only such as were down', () => {
    const phone = { channels: [] }
    expect(held(...listed(phone), c.onBehalf('20:01:00', who))).toMatchObject({ verdict: 'unobservable' })
    expect(held(...called(), trunkLost('20:00:30'), c.onBehalf('20:01:00', who))).toMatchObject({
      verdict: 'unobservable',
      site: 'down channel-down',
      radio: 'down channel-down',
    })
  })
})

describe('the site: whether it reaches where they are to be', () => {
  const one = (name: string, ...box: [number, number, number, number]) =>
    held(site(name, ...box), ...called(), c.checked('20:00:03', who, 1, { site: name }))
  it('the site last heard over counts for one who was answered for', () => {
    const heard: Moment = [time('19:30:00'), 'radio.registered', { radio: radioName(2), gateway: 'g1', site: 'far' }]
    const word = c.onBehalf('20:02:00', who)
    expect(held(...reference, heard, ...called({}, []), word)).toMatchObject({ site: 'contradicts other-site' })
    expect(held(...called(), word)).toMatchObject({ site: 'silent no-site' })
  })
  it('radio waves do not end at a line: a little outside says nothing, three kilometres outside speaks against them', () => {
    expect(one('edge', 116.06, 30, 116.1, 30.1)).toMatchObject({ site: 'silent site-edge' })
    expect(one('away', 116.085, 30, 116.1, 30.1)).toMatchObject({ site: 'contradicts other-site' })
  })
  it('a beat is reached when any corner of it is, or the nearest is not far', () => {
    const shift: Moment = [
      '2026-03-01 00:00',
      'shift.scheduled',
      {
        shift: 's',
        carrier: 'officer/o2',
        unit: 's1',
        beat: 'b1',
        startsAt: at(time('18:00')),
        endsAt: at(time('23:00')),
        crew: ['o2'],
      },
    ]
    const beat = zone('b1', 'beat', square(116.09, 30.01, 116.2, 30.05))
    const on = (name: string) =>
      held(
        ...[beat, shift, site('side', 116, 30.06, 116.085, 30.1)],
        ...called({ post: 'patrol' }),
        c.checked('20:00:03', who, 1, { site: name }),
      )
    expect(on('near')).toMatchObject({ site: 'supports covers' })
    expect(on('side')).toMatchObject({ site: 'silent site-edge' })
  })
})

describe('positions: where their radio, phone or car was when they answered', () => {
  it('three minutes before or after still tell; a second more does not', () => {
    expect(held(...called(), answer, where('20:03:03', besides))).toMatchObject({ radio: 'supports there' })
    expect(held(...called(), answer, where('20:03:04', besides))).toMatchObject({ radio: 'silent no-report' })
  })
  it('the one nearest in time tells', () => {
    const fixes = [where('20:00:20', besides), where('20:02:00', elsewhere)]
    expect(held(...called(), answer, ...fixes)).toMatchObject({ radio: 'supports there' })
  })
  it('the place on the page they answered outweighs what their phone reported; without one the report tells', () => {
    const phone = { channels: [{ channel: 'phone', device: null }] }
    const reported = where('20:00:10', elsewhere, 'phone:2')
    const page = (place: readonly [number, number] | null) =>
      held(...listed(phone), c.page('20:00:12', who, place), reported)
    expect(page(besides)).toMatchObject({ phone: 'supports there' })
    expect(page(null)).toMatchObject({ phone: 'contradicts away' })
  })
  it('a source they were not called by is not missed', () => {
    const found = held(...called(), answer)
    expect(found).not.toHaveProperty('vehicle')
    expect(found).toMatchObject({ radio: 'silent no-report' })
  })
  it('an error circle as large as the post may still be there; a larger one says nothing', () => {
    const circle = (accuracyM: number) =>
      held(...called(), answer, where('20:00:05', metres(300), radioName(2), { accuracyM }))
    expect(circle(500)).toMatchObject({ radio: 'supports there' })
    expect(circle(501)).toMatchObject({ radio: 'silent too-coarse' })
  })
})

describe('the room where they are to be', () => {
  const room = (id: string, unit: string): Moment => [
    '2026-03-01 00:00',
    'room.registered',
    { room: id, name: { zh: '室', en: 'Room' }, unit, kind: 'questioning-room', facility: 'station', area: null },
  ]
  const passes = (kind: 'room.entered' | 'room.left', when: string, id = 'r1', officer = 'o2'): Moment => [
    time(when),
    kind,
    { room: id, who: officer, as: 'officer' },
  ]
  const rooms = [room('r1', 's1'), room('r2', 's2')]
  const looked = (when: string, present: boolean): Moment => [
    time(when),
    'post.observed',
    { post: 'r1', unit: 's1', present, source: 'camera' },
  ]
  it('a look tells for ten minutes', () => {
    const row = [...rooms, ...called({ room: 'r1' }), answer]
    expect(held(...row, looked('20:10:03', false))).toMatchObject({ room: 'contradicts empty' })
    expect(held(...row, looked('20:10:04', false))).not.toHaveProperty('room')
  })
  it('of two looks the later one tells, in whichever order they were heard of', () => {
    const row = [...rooms, ...called({ room: 'r1' }), answer]
    expect(held(...row, looked('20:01:00', true), looked('20:00:30', false))).toMatchObject({
      room: 'supports present',
    })
    expect(held(...row, looked('20:00:30', false), looked('20:01:00', true))).toMatchObject({
      room: 'supports present',
    })
  })
  it('a door tells while they are inside: not before they came, nor after they left', () => {
    const row = [...called(), answer]
    expect(held(...rooms, passes('room.entered', '19:00'), ...row)).toMatchObject({ room: 'supports in-building' })
    const left = [passes('room.entered', '19:00', 'r2'), passes('room.left', '19:30', 'r2')]
    expect(held(...rooms, ...left, ...row)).not.toHaveProperty('room')
    expect(held(...rooms, ...row, passes('room.entered', '20:05', 'r2'))).not.toHaveProperty('room')
  })
  it('a patrol in its own station is neither on its beat nor elsewhere', () =>
    expect(held(...rooms, passes('room.entered', '19:00'), ...called({ post: 'patrol' }), answer)).toMatchObject({
      room: 'silent in-building',
    }))
  it('a sensor that works and saw nobody says nothing; one that is down could not see', () => {
    const sensor: Moment = [
      '2026-03-01 00:00',
      'sensor.installed',
      { sensor: 'x1', watches: ['people-count'], room: 'r1', owner: 'tech' },
    ]
    const failed: Moment = [time('19:00'), 'sensor.failed', { sensor: 'x1', fault: 'offline' }]
    const row = [...called({ room: 'r1' }), answer]
    expect(held(...rooms, sensor, ...row)).toMatchObject({ room: 'silent no-report' })
    expect(held(...rooms, sensor, failed, ...row)).toMatchObject({ room: 'down sensor-down' })
  })
  it('where a room that nobody registered lies is not known', () =>
    expect(held(...called({ room: 'r9' }), answer)).toMatchObject({ site: 'silent no-place' }))
})

describe('the roster', () => {
  const leave = (officer: string): Moment => [
    '2026-03-01 00:00',
    'leave.approved',
    { leave: `l-${officer}`, officer, kind: 'annual', startsAt: at(time('00:00')), endsAt: at(time('23:59')) },
  ]
  const away = (officer: string): Moment => [
    time('19:00'),
    'post.absence-reported',
    { absence: `a-${officer}`, officer, unit: 's1', reason: '就医' },
  ]
  const two = { officers: ['o2', 'o3'] }
  it('speaks against an answer when all who are listed are on leave, not when one is', () => {
    expect(held(leave('o2'), leave('o3'), ...called(two), answer)).toMatchObject({ roster: 'contradicts on-leave' })
    expect(held(leave('o2'), ...called(two), answer)).toMatchObject({ roster: 'supports on-duty' })
  })
  it('one of two who reported away does not send the other elsewhere', () => {
    expect(held(away('o2'), away('o3'), ...called(two), answer)).toMatchObject({
      roster: 'silent absence-reported',
      site: 'silent sent-elsewhere',
    })
    expect(held(away('o2'), ...called(two), answer)).toMatchObject({
      roster: 'supports on-duty',
      site: 'supports covers',
    })
  })
  it('duty or a shift there supports them; duty with another unit, or none, does not', () => {
    const none = reference.filter(([, kind]) => kind !== 'duty.assigned')
    const shift: Moment = [
      '2026-03-01 00:00',
      'shift.scheduled',
      {
        shift: 's',
        carrier: 'officer/o2',
        unit: 's1',
        beat: null,
        startsAt: at(time('18:00')),
        endsAt: at(time('23:00')),
        crew: ['o2'],
      },
    ]
    expect(held(...called({}, none), answer)).toMatchObject({ roster: 'silent not-on-roster' })
    expect(held(...called({}, [...none, shift]), answer)).toMatchObject({ roster: 'supports on-duty' })
    expect(held(...called({}, [...none, duty('d2', 'o2', 'officer', { unit: 's2' })]), answer)).toMatchObject({
      roster: 'silent not-on-roster',
    })
  })
})

describe('the radio that answers', () => {
  it('the fixed radio of their room is theirs, that of another room is not', () => {
    const fixed = (room: string) => radioOf(null, radioName(9), { post: room })
    const heard = c.checked('20:00:03', who, 1, { radio: radioName(9) })
    expect(held(fixed('r1'), ...called({ room: 'r1' }), heard)).toMatchObject({ device: 'supports own-radio' })
    expect(held(fixed('r2'), ...called({ room: 'r1' }), heard)).toMatchObject({ device: 'contradicts other-radio' })
  })
  it('one that was called and is handed to nobody is theirs as far as the list goes', () => {
    const row = { channels: [{ channel: 'radio', device: radioName(70) }] }
    const call = c.calls('20:00:01', who, 1, { device: radioName(70) })
    const heard = c.checked('20:00:03', who, 1, { radio: radioName(70) })
    expect(held(...listed(row), call, heard)).toMatchObject({ device: 'supports own-radio' })
  })
})
