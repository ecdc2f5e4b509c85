import { describe, expect, it } from 'vitest'
import { demoClock } from '../server/clock.ts'

describe('a demonstration has a clock of its own', () => {
  const epoch = Date.parse('2026-03-10T10:00:00+08:00')
  const at = (world: number) =>
    demoClock(
      () => ({ epoch, anchor: 1_000_000, speed: 60 }),
      () => world,
    )()
  it('stands at the epoch until the anchor', () => expect(at(990_000)).toBe(epoch))
  it('then runs as fast as it was told', () => expect(at(1_001_000)).toBe(epoch + 60_000))
})
