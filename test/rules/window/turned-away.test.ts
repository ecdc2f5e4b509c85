import { describe, expect, it } from 'vitest'
import { turnedAway as rule } from '../../../server/rules/window/turned-away.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const far = '2026-03-09 00:00'
const of = { ticket: 'n1', unit: 'station-1' }
const taken: Moment = [`${day} 09:00`, 'queue.ticket-taken', { ...of, business: '身份证' }]
const gone = (reason: string, heard?: string, when = `${day} 09:20`): Moment => [
  when,
  'queue.ticket-abandoned',
  { ...of, reason },
  heard,
]

describe('窗口不得推诿', () => {
  it('finds a ticket that the window would not deal with', () =>
    expect(given(rule, taken, gone('turned-away')).until(far)).toMatchObject([
      {
        since: at(`${day} 09:20`),
        facts: { ticket: 'n1', business: '身份证' },
        concerns: { unit: 'station-1', officers: [] },
      },
    ]))
  it('whoever gave up, did not come, or was served was not turned away', () => {
    for (const reason of ['left', 'no-show', 'cancelled'])
      expect(given(rule, taken, gone(reason)).until(far)).toEqual([])
    expect(given(rule, taken, [`${day} 09:10`, 'queue.ticket-served', { ...of, window: 'w1' }]).until(far)).toEqual([])
  })
  it('dates truly what is told late, and judges from 28 December 2021', () => {
    expect(given(rule, taken, gone('turned-away', `${day} 18:00`)).until(far)).toMatchObject([
      { since: at(`${day} 09:20`), openedAt: at(`${day} 18:00`) },
    ])
    expect(given(rule, gone('turned-away', undefined, '2021-12-27 10:00')).until(far)).toEqual([])
    expect(given(rule, gone('turned-away', undefined, '2021-12-28 10:00')).until(far)).toHaveLength(1)
  })
})

it('shows the ticket as it was taken and given up, or the latter alone where nobody told of the taking', () => {
  expect(given(rule, taken, gone('turned-away')).until(far)).toMatchObject([{ evidence: [0, 1] }])
  expect(given(rule, gone('turned-away')).until(far)).toMatchObject([{ evidence: [0], facts: { business: null } }])
})
