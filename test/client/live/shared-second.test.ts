import { describe, expect, it } from 'vitest'
import { createServerClock } from '../../../client/live/clock.ts'
import { createSharedSecond } from '../../../client/live/shared-second.ts'

const WORKSTATION = Date.parse('2026-11-29T12:00:00.300+08:00')
const SERVER = Date.parse('2026-01-05T16:54:21.700+08:00')

describe('the time that everything on the screen shares', () => {
  it('is the server’s in the very call in which it is told: nobody stands as overdue by the workstation’s clock', () => {
    let localMs = 50
    const clock = createServerClock(() => WORKSTATION)
    const { second, tell, tick } = createSharedSecond(clock, () => localMs)
    const seen: number[] = []
    second.subscribe(() => seen.push(second.get()))
    expect([clock.known(), second.get()]).toEqual([false, WORKSTATION - 300])
    tell(SERVER)
    expect([clock.known(), second.get()]).toEqual([true, SERVER - 700])
    localMs += 250
    tick()
    localMs += 50
    tick()
    expect(seen).toEqual([SERVER - 700, SERVER + 300])
  })

  it('runs as fast as the server’s', () => {
    let localMs = 0
    const { second, tell, tick } = createSharedSecond(
      createServerClock(() => WORKSTATION),
      () => localMs,
    )
    tell(SERVER, 60)
    localMs = 1_000
    tick()
    expect(second.get()).toBe(SERVER - 700 + 60_000)
  })
})
