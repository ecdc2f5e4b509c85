import { describe, expect, it } from 'vitest'
import { turnOf } from '../../../client/features/cases/model.ts'
import { durationOf } from '../../../client/ui/format.ts'

describe('the clock of a case', () => {
  it('is over only past its last lawful instant', () => {
    expect(turnOf({ startedAt: 0, dueAt: 100 }, 100)).toBe('near')
    expect(turnOf({ startedAt: 0, dueAt: 100 }, 101)).toBe('over')
  })
  it('is near in its last quarter', () => {
    expect(turnOf({ startedAt: 0, dueAt: 100 }, 74)).toBe('calm')
    expect(turnOf({ startedAt: 0, dueAt: 100 }, 75)).toBe('near')
    expect(turnOf({ startedAt: null, dueAt: 100 }, 99)).toBe('calm')
  })
  it('tells days and hours, and in the last hour minutes and seconds', () => {
    expect(durationOf(90_000_000)).toBe('1天1小时')
    expect(durationOf(75_000)).toBe('1分15秒')
    expect(durationOf(-5)).toBe('0秒')
  })
})
