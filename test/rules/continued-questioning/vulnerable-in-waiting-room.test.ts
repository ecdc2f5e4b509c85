import { describe, expect, it } from 'vitest'
import { vulnerableInWaitingRoom as rule } from '../../../server/rules/continued-questioning/vulnerable-in-waiting-room.ts'
import { enters, measure, person, room } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const cq = measure('continued-questioning')
const begun = [room('2026-03-01 00:00', { kind: 'waiting-room' }), cq.starts('2026-03-02 09:00')]

describe('且不得送入候问室（继续盘问规定第十条）', () => {
  it('opens when a pregnant woman enters the waiting room', () =>
    expect(
      given(
        rule,
        ...begun,
        person('2026-03-02 09:10', { pregnant: true }),
        enters('2026-03-02 09:30', 'p1', 'held'),
      ).until('2026-03-02 10:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:30'), facts: { because: 'pregnant' } }]))
  it('opens late when her condition is told afterwards', () =>
    expect(
      given(
        rule,
        ...begun,
        enters('2026-03-02 09:30', 'p1', 'held'),
        person('2026-03-02 11:00', { pregnant: true }),
      ).until('2026-03-02 12:00'),
    ).toHaveLength(1))
  it('finds nothing with an adult man, in another room, or under another measure', () => {
    const adult = person('2026-03-02 09:10', { birthDate: '1990-01-01', sex: 'male' })
    expect(given(rule, ...begun, adult, enters('2026-03-02 09:30', 'p1', 'held')).until('2026-03-02 12:00')).toEqual([])
    const child = person('2026-03-02 09:10', { birthDate: '2012-01-01' })
    expect(
      given(
        rule,
        room('2026-03-01 00:00'),
        cq.starts('2026-03-02 09:00'),
        child,
        enters('2026-03-02 09:30', 'p1', 'held'),
      ).until('2026-03-02 12:00'),
    ).toEqual([])
    const summons = measure('summons-written').starts('2026-03-02 09:00')
    expect(
      given(rule, begun[0]!, summons, child, enters('2026-03-02 09:30', 'p1', 'held')).until('2026-03-02 12:00'),
    ).toEqual([])
  })
})
