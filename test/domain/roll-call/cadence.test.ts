import { describe, expect, it } from 'vitest'
import {
  type CadenceSet,
  cadenceOf,
  resolve,
  slotsBetween,
  usualCadence,
} from '../../../server/domain/roll-call/cadence.ts'
import { at } from '../../support/timeline.ts'

const nothing = {
  scheduled: null,
  everyMinutes: null,
  anchorMinute: null,
  randomMinutes: null,
  quietFromMinute: null,
  quietToMinute: null,
  called: null,
  firstSeconds: null,
  retrySeconds: null,
  tries: null,
  keepOpenMinutes: null,
  escalateAfter: null,
}
let seq = 0
const layer = (values: object, scope: object = {}, validFrom = '2026-03-01 00:00'): CadenceSet => ({
  unitKind: null,
  unit: null,
  post: null,
  day: null,
  values: { ...nothing, ...values },
  validFrom: at(validFrom),
  by: 'chief',
  role: 'chief',
  reason: 'x',
  seq: seq++,
  setAt: at(validFrom),
  ...scope,
})
const asked = (more: object = {}) => ({
  unit: 's1',
  unitKind: 'station',
  post: undefined,
  at: at('2026-03-02 09:00'),
  ...more,
})

describe('what is narrower holds: day before post before unit before kind of unit before bureau', () => {
  const layers = [
    layer({ tries: 6 }, { day: '2026-03-02' }),
    layer({ tries: 5 }, { post: 'patrol' }),
    layer({ tries: 4 }, { unit: 's1' }),
    layer({ tries: 3 }, { unitKind: 'station' }),
    layer({ tries: 2 }),
  ]
  it.each([
    ['the day', asked({ post: 'patrol' }), 6],
    ['the post on another day', asked({ post: 'patrol', at: at('2026-03-03 09:00') }), 5],
    ['the unit', asked({ at: at('2026-03-03 09:00') }), 4],
    ['the kind of unit', asked({ unit: 's2', at: at('2026-03-03 09:00') }), 3],
    ['the bureau', asked({ unit: 's3', unitKind: 'department', at: at('2026-03-03 09:00') }), 2],
  ])('%s', (_, question, tries) => expect(cadenceOf(layers, question).tries).toBe(tries))

  it('a value that a layer leaves open comes from the wider one, and says from which', () => {
    const resolved = resolve([layer({ firstSeconds: 30 }), layer({ tries: 4 }, { unit: 's1' })], asked())
    expect(resolved.firstSeconds).toMatchObject({ value: 30, from: { unit: null } })
    expect(resolved.tries).toMatchObject({ value: 4, from: { unit: 's1' } })
    expect(resolved.retrySeconds).toEqual({ value: usualCadence.retrySeconds, from: undefined })
  })
  it('the later of two layers of one scope replaces the earlier, and only from its day on', () => {
    const two = [layer({ tries: 4 }), layer({ firstSeconds: 20 }, {}, '2026-03-02 12:00')]
    expect(cadenceOf(two, asked())).toMatchObject({ tries: 4, firstSeconds: 60 })
    expect(cadenceOf(two, asked({ at: at('2026-03-02 12:00') }))).toMatchObject({ tries: 3, firstSeconds: 20 })
  })
  it('a layer of another unit, or of another kind of unit, says nothing of this one', () => {
    const others = [layer({ tries: 4 }, { unit: 's2' }), layer({ tries: 5 }, { unitKind: 'department' })]
    expect(cadenceOf(others, asked()).tries).toBe(usualCadence.tries)
  })
  it('standby is not called, unless somebody sets it', () => {
    expect(cadenceOf([layer({ scheduled: true })], asked({ post: 'standby' })).called).toBe(false)
    expect(cadenceOf([], asked({ post: 'leader' })).called).toBe(true)
    expect(cadenceOf([layer({ called: true }, { post: 'standby' })], asked({ post: 'standby' })).called).toBe(true)
  })
})

describe('when roll-calls are due', () => {
  const slots = (layers: readonly CadenceSet[], from: string, to: string): string[] =>
    slotsBetween(
      at(from),
      at(to),
      (when) => cadenceOf(layers, asked({ at: when })),
      layers.map((l) => l.validFrom),
    ).map((s) => new Date(s.from + 8 * 3_600_000).toISOString().slice(5, 16))

  it('nothing is due until somebody schedules it', () =>
    expect(slots([], '2026-03-02 00:00', '2026-03-03 00:00')).toEqual([]))
  it('every four hours from the anchor, both ways, on the China day', () => {
    const every = layer({ scheduled: true, everyMinutes: 240, anchorMinute: 9 * 60 })
    expect(slots([every], '2026-03-02 00:00', '2026-03-02 23:59')).toEqual([
      '03-02T01:00',
      '03-02T05:00',
      '03-02T09:00',
      '03-02T13:00',
      '03-02T17:00',
      '03-02T21:00',
    ])
  })
  it('none begins in the quiet hours, also across midnight', () => {
    const quiet = layer({
      scheduled: true,
      everyMinutes: 240,
      anchorMinute: 60,
      quietFromMinute: 22 * 60,
      quietToMinute: 6 * 60,
    })
    expect(slots([quiet], '2026-03-02 00:00', '2026-03-02 23:59')).toEqual([
      '03-02T09:00',
      '03-02T13:00',
      '03-02T17:00',
      '03-02T21:00',
    ])
  })
  it('the quiet hours begin with their first minute, and their last is the one before they end', () => {
    const hourly = (quietFromMinute: number, quietToMinute: number) =>
      slots(
        [layer({ scheduled: true, everyMinutes: 60, quietFromMinute, quietToMinute })],
        '2026-03-02 00:00',
        '2026-03-02 23:59',
      ).map((s) => Number(s.slice(6, 8)))
    expect(hourly(2 * 60, 22 * 60)).toEqual([0, 1, 22, 23])
    expect(hourly(22 * 60, 20 * 60)).toEqual([20, 21])
  })
  it('what is due at both ends of the time asked for is told, in order of time', () => {
    const every = layer({ scheduled: true, everyMinutes: 720 })
    expect(slots([every], '2026-03-02 12:00', '2026-03-03 12:00')).toEqual([
      '03-02T12:00',
      '03-03T00:00',
      '03-03T12:00',
    ])
  })
  it('a change announced for the evening does not undo one that is made after it for the afternoon', () => {
    const evening = layer({ scheduled: true, everyMinutes: 60 }, { unit: 's1' }, '2026-03-02 18:30')
    const afternoon = layer({ scheduled: true, everyMinutes: 120 }, { unitKind: 'station' }, '2026-03-02 13:00')
    expect(slots([evening, afternoon], '2026-03-02 08:00', '2026-03-02 20:00')).toEqual([
      '03-02T14:00',
      '03-02T16:00',
      '03-02T18:00',
      '03-02T19:00',
      '03-02T20:00',
    ])
  })
  it('a change at noon leaves the morning as it was', () => {
    const morning = layer({ scheduled: true, everyMinutes: 240 })
    const noon = layer({ scheduled: true, everyMinutes: 60 }, {}, '2026-03-02 12:30')
    expect(slots([morning, noon], '2026-03-02 07:00', '2026-03-02 14:00')).toEqual([
      '03-02T08:00',
      '03-02T12:00',
      '03-02T13:00',
      '03-02T14:00',
    ])
  })
  it('a window is no longer than the time to the next', () => {
    const wide = layer({ scheduled: true, everyMinutes: 30, randomMinutes: 300 })
    const [first] = slotsBetween(
      at('2026-03-02 09:00'),
      at('2026-03-02 09:00'),
      (when) => cadenceOf([wide], asked({ at: when })),
      [],
    )
    expect(first!.to - first!.from).toBe(30 * 60_000)
  })
})
