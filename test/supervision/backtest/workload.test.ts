import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../server/domain/entry.ts'
import type { Observation } from '../../../server/domain/observation/index.ts'
import {
  attendances,
  operatorMs,
  peak,
  perOperator,
  unattended,
} from '../../../server/supervision/backtest/workload.ts'

const MIN = 60_000
const HOUR = 60 * MIN
let seq = 0
const entry = (at: number, kind: string, data: object): Entry => ({
  seq: ++seq,
  recordedAt: at,
  observation: { kind, observedAt: at, data } as Observation,
})
const account = (name: string, role: string) => entry(0, 'account.created', { by: 'system', name, role, unit: null })
const opens = (at: number, by: string) => entry(at, 'session.opened', { by, remoteAddress: '::1' })
const closes = (at: number, by: string, reason = 'logout') => entry(at, 'session.closed', { by, reason })

describe('about one finding for an operator in ten minutes: the measure', () => {
  it('operators are supervisors and chiefs with a session open', () => {
    const all = attendances(
      [account('s', 'supervisor'), account('l', 'leader'), opens(0, 's'), opens(0, 'l'), closes(HOUR, 's')],
      2 * HOUR,
    )
    expect(all).toEqual([{ from: 0, to: HOUR }])
    expect(operatorMs(all, 30 * MIN, 2 * HOUR)).toBe(30 * MIN)
  })
  it('two consoles of one person are one operator; a new login replaces the old one', () =>
    expect(
      attendances([opens(0, 's'), opens(MIN, 's'), closes(MIN, 's', 'replaced'), closes(HOUR, 's')], 2 * HOUR),
    ).toEqual([{ from: 0, to: HOUR }]))
  it('a session whose end was never told lasts twelve hours at most', () => {
    expect(attendances([opens(0, 's')], 48 * HOUR)).toEqual([{ from: 0, to: 12 * HOUR }])
    expect(attendances([opens(0, 's'), opens(24 * HOUR, 's')], 25 * HOUR)).toEqual([
      { from: 0, to: 12 * HOUR },
      { from: 24 * HOUR, to: 25 * HOUR },
    ])
  })
  it('six findings in an hour of two operators are half a finding for each in ten minutes', () =>
    expect(perOperator(6, 2 * HOUR)).toBe(0.5))
  it('with nobody there the mean says nothing, and the findings are counted as unattended', () => {
    expect(perOperator(6, 0)).toBeNull()
    expect(unattended([1, HOUR + 1], [{ from: 0, to: HOUR }])).toBe(1)
  })
  it('the worst ten minutes is shared by those who were there', () => {
    const burst = [0, MIN, 2 * MIN, 9 * MIN, 10 * MIN, 30 * MIN]
    expect(peak(burst, [])).toBe(4)
    expect(
      peak(burst, [
        { from: 0, to: HOUR },
        { from: 0, to: HOUR },
      ]),
    ).toBe(2)
    expect(peak([], [])).toBe(0)
  })
})
