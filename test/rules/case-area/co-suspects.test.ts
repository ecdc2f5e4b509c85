import { describe, expect, it } from 'vitest'
import { coSuspects as rule } from '../../../server/rules/case-area/co-suspects.ts'
import { enters, measure, room } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const holding = room('2026-01-01 00:00', { kind: 'holding-room', facility: 'case-centre' })
const of = (who: string, c: string) =>
  measure('criminal-summons', { measure: `m-${who}`, person: who, stay: `s-${who}`, case: c }).starts(
    '2026-03-02 08:00',
  )
const day = [enters('2026-03-02 09:00', 'p1', 'held'), enters('2026-03-02 09:05', 'p2', 'held')]

describe('同案人员: kept apart while they wait, if the bureau asks for it', () => {
  it('ships off, because the law asks for separate questioning and cells only', () =>
    expect(rule.shipsOff?.en).toContain('local'))
  it('opens when two people of one case wait together for more than two minutes', () =>
    expect(given(rule, holding, of('p1', 'c1'), of('p2', 'c1'), ...day).until('2026-03-02 09:08')).toHaveLength(1))
  it('finds nothing for people of different cases, or in another kind of room', () => {
    expect(given(rule, holding, of('p1', 'c1'), of('p2', 'c2'), ...day).until('2026-03-02 10:00')).toEqual([])
    expect(
      given(rule, room('2026-01-01 00:00', { kind: 'hall' }), of('p1', 'c1'), of('p2', 'c1'), ...day).until(
        '2026-03-02 10:00',
      ),
    ).toEqual([])
  })
})
