import { describe, expect, it } from 'vitest'
import { streamGap as rule } from '../../../server/rules/ticket/stream-gap.ts'
import { given, type Moment } from '../../support/timeline.ts'

const gap: Moment = ['2026-03-02 09:00', 'row.gap-seen', { system: 'tickets', from: 4, to: 5, by: 'sequence' }]
const closed = (when: string): Moment => [when, 'row.gap-closed', { system: 'tickets', from: 4, by: 'sequence' }]

describe('缺号其间不可观测，由系统主管单位负责', () => {
  it('opens after the time for them to come, and not at it', () => {
    expect(given(rule, gap).until('2026-03-02 09:10')).toEqual([])
    expect(given(rule, gap).until('2026-03-02 09:11')).toMatchObject([
      { facts: { firstMissing: 4, lastMissing: 5 }, concerns: { officers: [] } },
    ])
  })
  it('finds nothing when they come in time, and ends when they come later', () => {
    expect(given(rule, gap, closed('2026-03-02 09:05')).until('2026-03-03 09:00')).toEqual([])
    expect(given(rule, gap, closed('2026-03-02 12:00')).events('2026-03-03 09:00').at(-1)).toMatchObject({
      is: 'ended',
    })
  })
})
