import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  barOf,
  byWeight,
  countsOf,
  dayAfter,
  heatOf,
  needsLook,
  onlyOpen,
} from '../../../client/features/patrol/model.ts'
import type { BeatRow, ShiftBoard, UnitShift, WatchState } from '../../../server/contract/duty.ts'

const unit = (more: object): UnitShift =>
  ({ unit: 'u', watches: [], patrols: [], handovers: [], leave: [], conferences: [], findings: [], ...more }) as never
const inState = (...states: readonly WatchState[]) => states.map((state) => ({ state }))

describe('the day looked at', () => {
  it('goes on by one over the ends of months and years, in China’s days', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28')
  })
})

describe('what a person still has to look at', () => {
  it('is who is absent, who is contradicted, and of whom nobody can tell', () => {
    const all: WatchState[] = ['present', 'absent', 'contradicted', 'away', 'unknown', 'ahead', 'over']
    expect(all.filter(needsLook)).toEqual(['absent', 'contradicted', 'unknown'])
  })
  it('counts duties and patrols of now; what is ahead or over is in no number', () => {
    const units = [
      unit({ watches: inState('present', 'ahead', 'absent'), patrols: inState('present', 'over') }),
      unit({ patrols: inState('unknown', 'away', 'contradicted') }),
    ]
    expect(countsOf(units)).toEqual({ present: 2, absent: 1, contradicted: 1, away: 1, unknown: 1 })
  })
  it('narrows the board to it: a handover that is due, leave while on the roster, a finding; a quiet unit goes', () => {
    const board = {
      units: [
        unit({ unit: 'quiet', watches: inState('present'), leave: [{ onDuty: false }], conferences: [{}] }),
        unit({ unit: 'watch', watches: inState('present', 'absent') }),
        unit({ unit: 'handover', handovers: [{ state: 'signed' }, { state: 'overdue' }, { state: 'one-sided' }] }),
        unit({ unit: 'leave', leave: [{ onDuty: true }, { onDuty: false }] }),
        unit({ unit: 'finding', findings: [{ id: 'f' }] }),
      ],
    } as unknown as ShiftBoard
    const open = onlyOpen(board)
    expect(open.map((u) => u.unit)).toEqual(['watch', 'handover', 'leave', 'finding'])
    expect(open.map((u) => [u.watches.length, u.handovers.length, u.leave.length])).toEqual([
      [1, 0, 0],
      [0, 2, 0],
      [0, 0, 1],
      [0, 0, 0],
    ])
  })
  it('what speaks against them stands first, and what cannot tell last', () => {
    const evidence = (['unobservable', 'present', 'silent', 'absent'] as const).map((says) => ({ says }))
    expect(byWeight(evidence as never).map((e) => e.says)).toEqual(['absent', 'present', 'silent', 'unobservable'])
  })
})

describe('the bar of a beat', () => {
  it('has three parts that fill the time to patrol, whatever was seen of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 720 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (dutyMinutes, seen, within) => {
          const observedMinutes = dutyMinutes * seen
          const bar = barOf({ dutyMinutes, observedMinutes, inBeatMinutes: observedMinutes * within } as BeatRow)
          expect(bar.inBeat + bar.elsewhere + bar.unseen).toBeCloseTo(100)
          for (const part of Object.values(bar)) expect(part).toBeGreaterThanOrEqual(-1e-9)
        },
      ),
    )
  })
  it('is empty when there was nothing to patrol', () => {
    expect(barOf({ dutyMinutes: 0, observedMinutes: 0, inBeatMinutes: 0 } as BeatRow)).toEqual({
      inBeat: 0,
      elsewhere: 0,
      unseen: 0,
    })
  })
})

describe('the heat of a cell', () => {
  it('grows with the minutes, slower than they do, so that one long stop does not drown the rounds', () => {
    expect(heatOf(0, 100)).toBe(0)
    expect(heatOf(25, 100)).toBe(0.5)
    expect(heatOf(100, 100)).toBe(1)
    expect(heatOf(5, 0)).toBe(0)
  })
})
