import { describe, expect, it } from 'vitest'
import type { Cycle, Row } from '../../../server/domain/roll-call/state.ts'
import type { Hindrance } from '../../../server/domain/roll-call/words.ts'
import { minutes } from '../../../server/domain/time.ts'
import { endOf } from '../../../server/supervision/roll-call/steps.ts'
import { at } from '../../support/timeline.ts'

const cycle = { at: at('2026-03-02 20:00'), keepOpenMinutes: 15 } as Cycle
const calledUntil = at('2026-03-02 20:02')
/** Called at the beginning, and since `hinderedAt` put down as hindered. */
const hindered = (because: Hindrance, hinderedAt: number): Row =>
  ({
    answers: [],
    behalf: null,
    excuse: null,
    missed: null,
    retryAsked: null,
    windowSeq: 1,
    calls: [{ seq: 1, until: calledUntil }],
    hindered: { seq: 2, at: hinderedAt, because },
  }) as unknown as Row

describe('when an open roll-call is over', () => {
  it('whose channel stays down, is once it was kept open after the last window', () => {
    const row = hindered('channel-down', at('2026-03-02 20:01'))
    expect(endOf(cycle, [row], calledUntil + minutes(15))).toBeUndefined()
    expect(endOf(cycle, [row], calledUntil + minutes(15) + 1)).toBe('time')
  })

  it('time in which no server listened does not count: taken up again an hour later it is kept open from then', () => {
    const takenUp = at('2026-03-02 21:00')
    const row = hindered('interrupted', takenUp)
    expect(endOf(cycle, [row], takenUp)).toBeUndefined()
    expect(endOf(cycle, [row], takenUp + minutes(15))).toBeUndefined()
    expect(endOf(cycle, [row], takenUp + minutes(15) + 1)).toBe('time')
  })
})
