import { describe, expect, it } from 'vitest'
import { time } from '../../server/supervision/import/field.ts'

describe('a time in a table is China’s unless it names its zone, and nothing is guessed', () => {
  it('as people write it, and as ISO 8601', () => {
    for (const typed of ['2026-03-01 08:00', '2026/3/1 8:00:00', '2026-03-01T00:00:00Z', '2026-03-01T08:00:00+08:00'])
      expect(time.parse(typed), typed).toBe(Date.parse('2026-03-01T00:00:00Z'))
  })
  it('a day that no calendar has is no time: nobody knows which one was meant', () => {
    for (const typed of ['2026-02-30 08:00', '2026-02-30T08:00:00Z', '2026-04-31T08:00:00+08:00', '2026-03-01 24:30'])
      expect(time.safeParse(typed).success, typed).toBe(false)
  })
})
