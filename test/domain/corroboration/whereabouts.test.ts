import { describe, expect, it } from 'vitest'
import { DAY, east, fixed, held, session } from '../../support/claims.ts'
import type { Moment } from '../../support/timeline.ts'

const A = 'officer/oA'
const B = 'officer/oB'
const FAR = east(10_000)
const HERE = east(30)
const radio = { device: 'hytera:10-7' }

describe('position: an officer is there when the phone is, and elsewhere only when the whole error circle is', () => {
  it('both phones in the house: corroborated', () => {
    const m = held([...session, fixed(A, '09:30', HERE), fixed(B, '09:31', HERE)])
    expect([m.verdict, m.cell('position', 'oA'), m.cell('position', 'oB')]).toEqual([
      'corroborated',
      'supports near',
      'supports near',
    ])
  })
  it('one of two phones elsewhere: contradicted, of that officer alone', () => {
    const m = held([...session, fixed(A, '09:30', HERE), fixed(B, '09:20', FAR), fixed(B, '09:40', FAR)])
    expect([m.verdict, m.cell('position', 'oA'), m.cell('position', 'oB')]).toEqual([
      'contradicted',
      'supports near',
      'contradicts far',
    ])
    expect(m.find('position', 'oB')?.facts).toMatchObject({ awayMs: 20 * 60_000 })
    expect(m.named('position', 'oB')).toEqual(['position.reported', 'position.reported'])
  })
  it('elsewhere before and after only is no word about the session', () => {
    const m = held([...session, fixed(B, '08:50', FAR), fixed(B, '09:09', FAR), fixed(B, '10:01', FAR)])
    expect([m.verdict, m.cell('position', 'oB')]).toEqual(['unobservable', 'silent no-source'])
  })
  it('an officer who came at 09:40, as the record says, may have been elsewhere until then', () => {
    const joins: Moment = [`${DAY} 09:40`, 'act.joined', { act: 'a1', officer: 'oC' }]
    const m = held([...session, joins, fixed('officer/oC', '09:15', FAR), fixed('officer/oC', '09:35', FAR)])
    expect(m.cell('position', 'oC')).toBe('silent no-source')
  })
  it('and one who left at 09:30 may be elsewhere afterwards', () => {
    const left: Moment = [`${DAY} 09:30`, 'act.left', { act: 'a1', officer: 'oB' }]
    const m = held([...session, left, fixed(B, '09:20', HERE), fixed(B, '09:40', FAR), fixed(B, '09:50', FAR)])
    expect(m.cell('position', 'oB')).toBe('supports near')
  })
  it('exactly at the edge counts as there; a circle that reaches both sides says neither', () => {
    const exact = (m: number) => held([...session, fixed(A, '09:30', east(m), { accuracyM: 0 })]).cell('position', 'oA')
    expect([exact(498), exact(520)]).toEqual(['supports near', 'silent partly'])
    const circle = (m: number, accuracyM: number) =>
      held([...session, fixed(A, '09:20', east(m), { accuracyM }), fixed(A, '09:50', east(m), { accuracyM })]).cell(
        'position',
        'oA',
      )
    expect([circle(900, 450), circle(900, 350), circle(450, 300)]).toEqual([
      'silent too-coarse',
      'contradicts far',
      'supports near',
    ])
  })
  it('a coarse position says nothing, unless the whole of it lies elsewhere', () => {
    const coarse = (m: number) =>
      held([
        ...session,
        fixed(A, '09:20', east(m), { accuracyM: 2_000 }),
        fixed(A, '09:50', east(m), { accuracyM: 2_000 }),
      ]).cell('position', 'oA')
    expect([coarse(100), coarse(1_500), coarse(9_000)]).toEqual([
      'silent too-coarse',
      'silent too-coarse',
      'contradicts far',
    ])
  })
  it('one made up by an app neither marks nor clears, and is not passed over in silence', () => {
    for (const where of [HERE, FAR]) {
      const m = held([
        ...session,
        fixed(A, '09:20', where, { mocked: true }),
        fixed(A, '09:50', where, { mocked: true }),
      ])
      expect([m.verdict, m.cell('position', 'oA'), m.named('position', 'oA')?.length]).toEqual([
        'unobservable',
        'silent made-up',
        2,
      ])
    }
  })
  it('a phone that lives without a fix could not tell; it was not switched off', () => {
    const bound: Moment = [`${DAY} 08:00`, 'device.bound', { device: 'osmand:1', carrier: A, owner: 'station-1' }]
    const m = held([bound, ...session, fixed(A, '09:30', null)])
    expect([m.verdict, m.cell('position', 'oA'), m.cell('position', 'oB')]).toEqual([
      'unobservable',
      'silent no-fix',
      'silent no-source',
    ])
    expect(held([bound, ...session]).cell('position', 'oA')).toBe('down no-report')
  })
  it('a clock that is ahead of ours tells nothing about when', () => {
    const ahead = [fixed(B, '09:20', FAR, {}, '08:50'), fixed(B, '09:40', FAR, {}, '08:50')]
    expect(held([...session, ...ahead]).cell('position', 'oB')).toBe('silent no-source')
  })
  it('what was buffered and came in the afternoon is evidence of the morning', () => {
    const late = [
      fixed(B, '09:20', FAR, { delivery: 'backfill' }, '15:00'),
      fixed(B, '09:40', FAR, { delivery: 'backfill' }, '15:00'),
    ]
    expect(held([...session, ...late], `${DAY} 16:00`).verdict).toBe('contradicted')
  })
  it('a phone that was away and back within three minutes says nothing against anybody', () => {
    const out = [fixed(B, '09:20', HERE), fixed(B, '09:21', FAR), fixed(B, '09:24', FAR), fixed(B, '09:25', HERE)]
    expect(held([...session, ...out]).cell('position', 'oB')).toBe('supports near')
    const longer = [fixed(B, '09:20', HERE), fixed(B, '09:21', FAR), fixed(B, '09:25', FAR), fixed(B, '09:26', HERE)]
    expect(held([...session, ...longer]).cell('position', 'oB')).toBe('contradicts far')
  })
  it('of two devices of one officer each is judged for itself, however often either reports', () => {
    const camera = { device: 'jt808:9' }
    const both = [
      fixed(B, '09:20', FAR, camera),
      fixed(B, '09:30', HERE),
      fixed(B, '09:40', FAR, camera),
      fixed(B, '09:45', HERE),
    ]
    expect(held([...session, ...both]).cell('position', 'oB')).toBe('contradicts far')
  })
  it('of a room that nobody registered, and of a scene, the place is not known', () => {
    for (const change of [{ room: 'r9' }, { room: null, place: 'scene' }] as const) {
      const [starts, ends] = session as [Moment, Moment]
      const elsewhere: Moment = [starts[0], starts[1], { ...starts[2], ...change }]
      const m = held([elsewhere, ends, fixed(B, '09:20', FAR), fixed(B, '09:40', FAR)])
      expect([m.verdict, m.cell('position', 'oB')]).toEqual(['unobservable', 'silent no-place'])
    }
  })
})

const assigned = (when: string, carrier: string | null): Moment => [
  when,
  'radio.assigned',
  { radio: 'hytera:10-7', make: 'hytera', gateway: 'g1', carrier, unit: 'station-1' },
]
const heardAt = (local: string, site: string | null): Moment => [
  `${DAY} ${local}`,
  'radio.registered',
  { radio: 'hytera:10-7', gateway: 'g1', site },
]
const lost = (local: string, site: string | null = null): Moment => [
  `${DAY} ${local}`,
  'trunk.lost',
  { gateway: 'g1', site, why: 'silent' },
]
const back = (local: string, site: string | null = null): Moment => [
  `${DAY} ${local}`,
  'trunk.restored',
  { gateway: 'g1', site },
]
const own = assigned('2026-03-01 08:00', B)

describe('radio: where it says it is, else which site heard it', () => {
  it('its positions are its own row and not the phone’s', () => {
    const m = held([own, ...session, fixed(B, '09:20', FAR, radio), fixed(B, '09:40', FAR, radio)])
    expect([m.cell('radio', 'oB'), m.cell('position', 'oB')]).toEqual(['contradicts far', 'silent no-source'])
    expect(held([own, ...session, fixed(B, '09:20', HERE, radio)]).cell('radio', 'oB')).toBe('supports near')
  })
  it('phone there and radio elsewhere: contradicted, and both are shown', () => {
    const m = held([
      own,
      ...session,
      fixed(B, '09:30', HERE),
      fixed(B, '09:20', FAR, radio),
      fixed(B, '09:40', FAR, radio),
    ])
    expect([m.verdict, m.cell('position', 'oB'), m.cell('radio', 'oB')]).toEqual([
      'contradicted',
      'supports near',
      'contradicts far',
    ])
  })
  it('heard at a site that does not reach the house: contradicted', () => {
    const m = held([own, ...session, heardAt('09:30', 'far')])
    expect([m.verdict, m.cell('radio', 'oB'), m.named('radio', 'oB')]).toEqual([
      'contradicted',
      'contradicts other-site',
      ['radio.registered'],
    ])
  })
  it('heard at the site of the house puts nobody in the room', () => {
    const m = held([own, ...session, heardAt('09:30', 'home')])
    expect([m.verdict, m.cell('radio', 'oB')]).toEqual(['uncorroborated', 'silent site-reaches'])
  })
  it('a site without drawn reach, and an answer without site, say nothing', () => {
    for (const site of ['undrawn', null])
      expect(held([own, ...session, heardAt('09:30', site)]).cell('radio', 'oB')).toBe('down no-report')
  })
  it('heard elsewhere in the first and last minutes, before and after, says nothing', () => {
    const m = held([own, ...session, ...['08:55', '09:11', '09:59', '10:05'].map((t) => heardAt(t, 'far'))])
    expect(m.cell('radio', 'oB')).not.toContain('contradicts')
  })
  it('lent to another meanwhile, it tells of that other', () => {
    const lent = assigned(`${DAY} 09:15`, 'officer/oZ')
    expect(held([own, lent, ...session, heardAt('09:30', 'far')]).cell('radio', 'oB')).toBe('silent no-source')
    const returned = assigned(`${DAY} 09:40`, B)
    expect(held([own, lent, returned, ...session, heardAt('09:30', 'far')]).verdict).not.toBe('contradicted')
    expect(held([own, lent, returned, ...session, heardAt('09:50', 'far')]).verdict).toBe('contradicted')
  })
  it('handed to the officer only afterwards, it tells nothing of them', () => {
    const m = held([assigned(`${DAY} 11:00`, B), ...session, heardAt('09:30', 'far')])
    expect([m.verdict, m.cell('radio', 'oB')]).toEqual(['unobservable', 'down no-report'])
  })
  it('the dispatcher away all along, from before or from the middle: down, and the entries say so', () => {
    for (const [from, to] of [
      ['08:00', '11:00'],
      ['08:00', '09:30'],
      ['09:30', '11:00'],
    ] as const) {
      const m = held([own, lost(from), back(to), ...session])
      expect([m.verdict, m.cell('radio', 'oB')]).toEqual(['unobservable', 'down not-working'])
    }
    expect(held([own, lost('08:00'), ...session]).named('radio', 'oB')).toEqual(['trunk.lost'])
  })
  it('back before the session began, it is heard again', () =>
    expect(held([own, lost('08:00'), back('09:00'), ...session]).cell('radio', 'oB')).toBe('down no-report'))
  it('what was heard before the dispatcher went counts', () =>
    expect(held([own, ...session, heardAt('09:20', 'far'), lost('09:30')]).verdict).toBe('contradicted'))
})

const shift = (crew: readonly string[], from = '08:00', to = '18:00'): Moment => [
  '2026-03-01 09:00',
  'shift.scheduled',
  {
    shift: `s${from}`,
    carrier: 'vehicle/v1',
    unit: 'station-1',
    beat: null,
    startsAt: `${DAY}T${from}:00+08:00`,
    endsAt: `${DAY}T${to}:00+08:00`,
    crew,
  },
]
const drives = (local: string, officer: string): Moment => [
  `${DAY} ${local}`,
  'vehicle.driven-by',
  { vehicle: 'v1', officer, source: 'card' },
]
const leavesCar = (local: string, officer: string): Moment => [
  `${DAY} ${local}`,
  'vehicle.driver-left',
  { vehicle: 'v1', officer },
]
const car = (where: readonly [number, number]): Moment[] => [
  fixed('vehicle/v1', '09:20', where, { device: 'jt808:1' }),
  fixed('vehicle/v1', '09:40', where, { device: 'jt808:1' }),
]

describe('vehicle: a car away with whoever must be in it', () => {
  it('parked at the house it fits, and shows nobody in the room', () => {
    const m = held([shift(['oA', 'oB']), ...session, ...car(HERE)])
    expect([m.verdict, m.cell('vehicle', 'oA'), m.cell('vehicle', 'oB')]).toEqual([
      'uncorroborated',
      'supports near',
      'supports near',
    ])
  })
  it('parked at the house while the officer’s phone is away: contradicted', () => {
    const m = held([shift(['oB']), ...session, ...car(HERE), fixed(B, '09:20', FAR), fixed(B, '09:40', FAR)])
    expect([m.verdict, m.cell('vehicle', 'oB')]).toEqual(['contradicted', 'supports near'])
  })
  it('away with a crew all of whom are named: contradicted; with a third on the crew another may drive', () => {
    expect(held([shift(['oA', 'oB']), ...session, ...car(FAR)]).verdict).toBe('contradicted')
    expect(held([shift(['oB', 'oC']), ...session, ...car(FAR)]).cell('vehicle', 'oB')).toBe('silent others-may-drive')
  })
  it('a card at the wheel names the driver, with or without a roster', () => {
    for (const roster of [[], [shift(['oB', 'oC'])]]) {
      const m = held([...roster, drives('09:00', 'oB'), ...session, ...car(FAR)])
      expect([m.verdict, m.cell('vehicle', 'oB')]).toEqual(['contradicted', 'contradicts far'])
    }
  })
  it('driven by somebody who is not of the crew, it tells nothing of the crew', () => {
    const m = held([shift(['oB']), drives('09:00', 'oZ'), ...session, ...car(FAR)])
    expect(m.cell('vehicle', 'oB')).not.toContain('contradicts')
    const took = held([shift(['oB']), drives('08:00', 'oB'), drives('09:15', 'oZ'), ...session, ...car(FAR)])
    expect(took.verdict).not.toBe('contradicted')
  })
  it('left by its driver before the session, it tells nothing of them', () =>
    expect(held([drives('08:00', 'oB'), leavesCar('09:05', 'oB'), ...session, ...car(FAR)]).cell('vehicle', 'oB')).toBe(
      'silent no-source',
    ))
  it('after the shift it is the next crew’s', () => {
    const m = held([shift(['oB'], '06:00', '09:15'), ...session, ...car(FAR)])
    expect(m.cell('vehicle', 'oB')).not.toContain('contradicts')
  })
  it('a cancelled shift has no crew', () => {
    const off: Moment = ['2026-03-01 10:00', 'shift.cancelled', { shift: 's08:00', carrier: 'vehicle/v1', reason: 'x' }]
    expect(held([shift(['oB']), off, ...session, ...car(FAR)]).cell('vehicle', 'oB')).toBe('silent no-source')
  })
})
