import { describe, expect, it } from 'vitest'
import { advance, type Cursor, cursorFrom } from '../../../client/time/cursor.ts'
import { stepOf } from '../../../client/time/replay.ts'

const playing = (at: number, speed: 1 | 10 | 60): Cursor => ({ mode: 'replay', at, playing: true, speed })

describe('the time cursor: live, or an instant', () => {
  it('without an instant in the address it is live', () => expect(cursorFrom(undefined)).toEqual({ mode: 'live' }))
  it('reads the instant of an address that a colleague sent', () =>
    expect(cursorFrom('2026-11-22T13:05:11+08:00')).toMatchObject({
      mode: 'replay',
      at: Date.UTC(2026, 10, 22, 5, 5, 11),
      playing: false,
    }))
  it('an instant that cannot be read means live', () => expect(cursorFrom('yesterday')).toEqual({ mode: 'live' }))
  it('plays at its speed', () => expect(advance(playing(1_000, 60), 500, 1e9)).toMatchObject({ at: 31_000 }))
  it('never passes now, and stops there', () =>
    expect(advance(playing(1_000, 60), 500, 20_000)).toMatchObject({ at: 20_000, playing: false, mode: 'replay' }))
  it('stands while it is paused', () => {
    const paused: Cursor = { mode: 'replay', at: 5, playing: false, speed: 10 }
    expect(advance(paused, 500, 1e9)).toBe(paused)
  })
})

describe('replay asks for moments, each of them a view in the audit', () => {
  it('live asks for nothing', () => expect(stepOf({ mode: 'live' })).toBeUndefined())
  it("at ×60 it asks for every thirtieth second: twice a second of the viewer's time", () => {
    expect(stepOf(playing(61_500, 60))).toBe(60_000)
    expect(stepOf(playing(89_999, 60))).toBe(60_000)
  })
  it('a paused cursor asks for its very second', () =>
    expect(stepOf({ mode: 'replay', at: 61_500, playing: false, speed: 60 })).toBe(61_000))
})
