import { describe, expect, it } from 'vitest'
import {
  fits,
  freshness,
  listed,
  mannedBeats,
  marksOf,
  noFilter,
  waiting,
} from '../../../client/features/situation/model.ts'
import { barsOf, instantAt, shareOf, spanOf, ticksOf } from '../../../client/features/situation/time-bar-model.ts'
import { blockOf, TAIL_MS, tailAt } from '../../../client/features/situation/track.ts'
import {
  closed,
  crossesItself,
  draftOf,
  mayUndo,
  newDraft,
  problemOf,
  reshaped,
  shapeOf,
  undone,
} from '../../../client/features/situation/zone-draft.ts'
import { dragged, placed, removed, renamed, shifted } from '../../../client/features/situation/zone-route.ts'
import { language } from '../../../client/i18n/language.ts'
import { REACH_MS } from '../../../client/time/cursor.ts'
import { carrierName } from '../../../client/ui/carrier-name.ts'
import type { CarrierView, Polygon, TrackPoint } from '../../../server/contract/views.ts'
import { findingView, seen } from '../make.ts'

const carrier = (id: string, patch: Partial<CarrierView> = {}): CarrierView => ({
  id,
  kind: 'vehicle',
  name: id,
  plate: '云Y4005警',
  unit: 'u1',
  state: 'live',
  device: 'jt808:139',
  online: true,
  position: [1, 1],
  accuracyM: null,
  speedKmh: null,
  headingDeg: null,
  mocked: false,
  observedAt: 1_000,
  recordedAt: 31_000,
  shift: null,
  order: null,
  ...patch,
})

describe('units beside the map', () => {
  it('are found by part of plate, name, number or device', () => {
    for (const text of ['4005', 'y4005', 'vehicle/7', 'jt808:139'])
      expect(fits(carrier('vehicle/7'), { ...noFilter, text }), text).toBe(true)
    expect(fits(carrier('vehicle/7'), { ...noFilter, text: '4006' })).toBe(false)
  })
  it('a car bears its name in the reader’s language and is found by either; an officer keeps theirs', () => {
    const car = carrier('vehicle/7', { name: '澄东01号车', nameEn: 'Chengdong car 1' })
    for (const text of ['澄东', 'chengdong car']) expect(fits(car, { ...noFilter, text }), text).toBe(true)
    const shown = [car, carrier('officer/1', { name: '许子轩' })]
    language.set('en')
    expect(shown.map(carrierName)).toEqual(['Chengdong car 1', '许子轩'])
    language.set('zh')
    expect(shown.map(carrierName)).toEqual(['澄东01号车', '许子轩'])
  })
  it('are filtered by state and unit at once', () =>
    expect(fits(carrier('a', { state: 'silent' }), { text: '', state: 'silent', unit: 'u2' })).toBe(false))
  it('stand in order: findings, then the silent, then by name', () => {
    const all = [carrier('10号'), carrier('9号'), carrier('s', { state: 'silent' }), carrier('x')]
    expect(listed(all, noFilter, new Map([['x', 'C']])).map((c) => c.id)).toEqual(['x', 's', '9号', '10号'])
  })
  it('are marked by the gravest open finding that goes on', () => {
    const marks = marksOf([
      findingView({ id: '1', grade: 'C' }),
      findingView({ id: '2', grade: 'A' }),
      findingView({ id: '3', grade: 'A', carrier: 'vehicle/2', active: false }),
      findingView({ id: '4', carrier: 'vehicle/3', status: 'dismissed' }),
    ])
    expect([...marks]).toEqual([['vehicle/1', 'A']])
  })
  it('show both clocks and how far they are apart (invariant I5)', () =>
    expect(freshness(carrier('a'), 61_000)).toEqual({ observedAgo: 60_000, recordedAgo: 30_000, lag: 30_000 }))
  it('man their beats only while on duty', () => {
    const shift = { id: 's', beat: 'b1', startsAt: 0, endsAt: 1 }
    expect(
      mannedBeats([carrier('a', { shift }), carrier('b', { shift: { ...shift, beat: 'b2' }, state: 'off-duty' })]),
    ).toEqual(new Set(['b1']))
  })
})

describe('findings beside the map', () => {
  it('the unseen first, then by grade, then the newest; what is closed is gone', () => {
    const all = [
      findingView({ id: 'old', openedAt: 1 }),
      findingView({ id: 'new', openedAt: 9 }),
      findingView({ id: 'a-seen', grade: 'A', acknowledged: seen, status: 'acknowledged' }),
      findingView({ id: 'c', grade: 'C' }),
      findingView({ id: 'closed', status: 'closed' }),
    ]
    expect(waiting(all).map((f) => f.finding.id)).toEqual(['new', 'old', 'c', 'a-seen'])
  })
})

describe('the time bar', () => {
  const now = 1_000 * REACH_MS
  it('shows the last hours while live', () =>
    expect(spanOf({ mode: 'live' }, now)).toEqual({ from: now - REACH_MS, to: now }))
  it('stays while an old cursor moves a little, so that nothing slides under the pointer', () => {
    const at = now - 10 * REACH_MS
    const span = (t: number) => spanOf({ mode: 'replay', at: t, playing: false, speed: 1 }, now)
    expect(span(at + 60_000)).toEqual(span(at))
    expect(span(at).from).toBeLessThan(at)
  })
  it("place and instant are each other's inverse", () => {
    const span = { from: 1_000, to: 5_000 }
    expect(instantAt(shareOf(2_345, span), span)).toBe(2_345)
    expect(instantAt(-3, span)).toBe(1_000)
    expect(instantAt(7, span)).toBe(5_000)
  })
  it('has its ticks on full half hours of China', () => {
    const ticks = ticksOf({ from: 1, to: 3_600_000 })
    expect(ticks).toEqual([
      { at: 1_800_000, main: false },
      { at: 3_600_000, main: true },
    ])
  })
  it('marks findings for as long as they lasted, cut at its ends', () => {
    const f = findingView({ openedAt: 2_500, active: false, endedAt: 3_000 })
    expect(barsOf([f], { from: 0, to: 4_000 }, 9_999)).toMatchObject([{ left: 0.5, right: 0.75 }])
    expect(barsOf([f], { from: 3_500, to: 4_000 }, 9_999)).toEqual([])
  })
})

describe('the tail of the last minutes', () => {
  const point = (observedAt: number): TrackPoint => ({
    seq: 1,
    observedAt,
    recordedAt: observedAt,
    position: [1, 1],
    speedKmh: null,
    headingDeg: null,
    accuracyM: null,
    delivery: 'live',
  })
  it('shows nothing of the future of that moment', () =>
    expect(tailAt([point(5), point(10), point(11)], 10).map((p) => p.observedAt)).toEqual([5, 10]))
  it('ends after fifteen minutes', () => expect(tailAt([point(0), point(1)], TAIL_MS)).toHaveLength(1))
  it('is fetched in blocks, since every fetch is a view', () => expect(blockOf(600_001)).toEqual(blockOf(1_199_999)))
})

describe('the points of a beat’s round', () => {
  const beat = placed(
    placed(placed(newDraft('z1'), [106.1234567, 38], '东门'), [106.2, 38], '学校'),
    [106.3, 38],
    '车站',
  )
  const names = (d: typeof beat): string[] => d.routePoints.map((p) => p.name)
  it('are placed one after the other, to the decimetre', () => {
    expect(names(beat)).toEqual(['东门', '学校', '车站'])
    expect(beat.routePoints[0]!.place).toEqual([106.123457, 38])
  })
  it('each has an id of its own, also after one was removed', () => {
    const again = placed(removed(beat, beat.routePoints[1]!.id), [106.4, 38], '桥')
    expect(names(again)).toEqual(['东门', '车站', '桥'])
    expect(new Set(again.routePoints.map((p) => p.id)).size).toBe(3)
  })
  it('are moved earlier and later, the ends staying ends', () => {
    const [first, , last] = beat.routePoints
    expect(names(shifted(beat, last!.id, -1))).toEqual(['东门', '车站', '学校'])
    expect(shifted(beat, first!.id, -1)).toBe(beat)
    expect(shifted(beat, last!.id, 1)).toBe(beat)
  })
  it('are dragged and renamed, and none may be nameless', () => {
    const id = beat.routePoints[1]!.id
    expect(dragged(beat, id, [106.5, 38.1]).routePoints[1]!.place).toEqual([106.5, 38.1])
    const square: Polygon = [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ]
    const whole = { ...reshaped(beat, square), zh: '甲', en: 'A', reason: '划定' }
    expect(problemOf(whole)).toBeUndefined()
    expect(problemOf(renamed(whole, id, ' '))).toBe('pointName')
  })
})

describe('the zone editor', () => {
  const square = [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ] as const
  const bow = [
    [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ],
  ] as const
  const filled = { ...reshaped(newDraft('z'), square), zh: '一', en: 'one', reason: 'r' }
  it('closes a ring and rounds to a decimetre', () =>
    expect(
      closed([
        [0.12345678, 0],
        [1, 0],
        [1, 1],
      ]),
    ).toEqual([
      [0.123457, 0],
      [1, 0],
      [1, 1],
      [0.123457, 0],
    ]))
  it('sees a border that crosses itself', () => {
    expect(crossesItself(bow[0])).toBe(true)
    expect(crossesItself(square[0])).toBe(false)
  })
  it('sees a corner that lies on another side', () =>
    expect(
      crossesItself([
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 0],
        [0, 4],
        [0, 0],
      ]),
    ).toBe(true))
  it('undoes every change and never the first shape', () => {
    const d = reshaped(filled, bow)
    expect(shapeOf(undone(d))).toEqual(square)
    expect(mayUndo(undone(d))).toBe(false)
    expect(undone(undone(d))).toEqual(undone(d))
  })
  it('says what is still missing, the first thing first', () => {
    expect(problemOf(newDraft('z'))).toBe('needPolygon')
    expect(problemOf(reshaped(filled, bow))).toBe('selfCrossing')
    expect(problemOf({ ...filled, en: ' ' })).toBe('name')
    expect(problemOf({ ...filled, kind: 'speed-limit' })).toBe('limit')
    expect(problemOf({ ...filled, reason: '' })).toBe('reason')
    expect(problemOf(filled)).toBeUndefined()
  })
  it('asks for a new reason for every change', () => {
    const zone = {
      id: 'z',
      kind: 'beat',
      name: { zh: '一', en: 'one' },
      unit: null,
      polygon: square,
      routePoints: [],
      limitKmh: null,
      validFrom: 0,
      validUntil: null,
      by: 'x',
      reason: 'old',
    }
    expect(problemOf(draftOf(zone))).toBe('reason')
  })
})
