import { describe, expect, it } from 'vitest'
import { createServerClock } from '../../../client/live/clock.ts'
import { knownUntil, SILENCE_MS, start, step } from '../../../client/live/connection.ts'
import { addressOf } from '../../../client/live/request.ts'

describe('disconnected: the whole screen says so with the age of what it shows', () => {
  const opened = step(start, 'opening', 0)
  const heard = step(opened, 'heard', 100)
  it('without a feed there is nothing to lose', () => expect(start.phase).toBe('none'))
  it('before the first word it connects', () => expect(step(opened, 'lost', 50).phase).toBe('connecting'))
  it('is live once heard', () => expect(heard.phase).toBe('live'))
  it('stays live through a little silence', () => expect(step(heard, 'tick', 100 + SILENCE_MS).phase).toBe('live'))
  it('is stale after more of it though connected (R4)', () =>
    expect(step(heard, 'tick', 101 + SILENCE_MS).phase).toBe('stale'))
  it('keeps the age through attempts', () => {
    const lost = step(step(step(heard, 'lost', 200), 'attempt', 300), 'attempt', 400)
    expect(lost).toEqual({ phase: 'lost', heardAtMs: 100, attempts: 2 })
  })
  it('is live again, its attempts forgotten', () =>
    expect(step(step(heard, 'lost', 200), 'heard', 900)).toEqual({ phase: 'live', heardAtMs: 900, attempts: 0 }))
})

describe('what is shown is known until the last word from the server', () => {
  const live = step(start, 'heard', 1_000)
  it('goes on while connected, also before the first word', () => {
    expect(knownUntil(live, 4_000)).toBe(4_000)
    expect(knownUntil(step(start, 'opening', 0), 4_000)).toBe(4_000)
  })
  it('stays where it was when the connection is lost or silent, and goes on after it', () => {
    expect(knownUntil(step(live, 'lost', 2_000), 9_000)).toBe(1_000)
    expect(knownUntil(step(live, 'tick', 1_001 + SILENCE_MS), 90_000)).toBe(1_000)
    expect(knownUntil(step(step(live, 'lost', 2_000), 'heard', 9_000), 9_500)).toBe(9_500)
  })
})

describe("the clock is the server's", () => {
  it('runs on between two words', () => {
    const clock = createServerClock(() => 5)
    clock.set(1_000_000, 10, 1)
    expect(clock.now(1_010)).toBe(1_001_000)
  })
  it('runs at the pace of a demonstration', () => {
    const clock = createServerClock(() => 5)
    clock.set(1_000_000, 0, 60)
    expect(clock.now(1_000)).toBe(1_060_000)
  })
  it('does not stutter with the network', () => {
    const clock = createServerClock(() => 5)
    clock.set(1_000_000, 0, 1)
    clock.set(1_000_900, 1_000, 1)
    expect(clock.now(1_000)).toBe(1_001_000)
  })
  it("follows a real step of the server's clock", () => {
    const clock = createServerClock(() => 5)
    clock.set(1_000_000, 0, 1)
    clock.set(1_060_000, 1_000, 1)
    expect(clock.now(1_000)).toBe(1_060_000)
  })
  it("is the workstation's own before the first word", () => expect(createServerClock(() => 5).now(99)).toBe(5))
})

describe('requests', () => {
  it('an id with slashes is one piece of the address', () =>
    expect(addressOf('GET /api/findings/:id', { params: { id: 'a.b/vehicle/1/5' } })).toBe(
      '/api/findings/a.b%2Fvehicle%2F1%2F5',
    ))
  it('questions left empty are not asked', () =>
    expect(addressOf('GET /api/findings', { query: { grade: '', unit: undefined, page: 2 } })).toBe(
      '/api/findings?page=2',
    ))
  it('a route whose parameter is missing is a defect', () =>
    expect(() => addressOf('GET /api/findings/:id', {})).toThrow(/id/))
})
