import { describe, expect, it } from 'vitest'
import { continuedQuestioningHeldInCustodyPlace as rule } from '../../../server/rules/continued-questioning/held-in-custody-place.ts'
import { enters, measure, room } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

const cq = measure('continued-questioning')
const admitted: Moment = [
  '2026-03-02 12:00',
  'custody.admitted',
  { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house' },
]

describe('禁止将被盘问人送入看守所、拘役所、拘留所（规定第三十条）', () => {
  it('opens when the person is admitted to a detention house, or enters a cell of a lock-up', () => {
    expect(given(rule, cq.starts('2026-03-02 09:00'), admitted).until('2026-03-03 00:00')).toHaveLength(1)
    const cell = room('2026-03-01 00:00', { kind: 'cell', facility: 'lockup' })
    expect(
      given(rule, cell, cq.starts('2026-03-02 09:00'), enters('2026-03-02 12:00', 'p1', 'held')).until(
        '2026-03-03 00:00',
      ),
    ).toHaveLength(1)
  })
  it('finds nothing after the end of it, or once detention was decided', () => {
    expect(
      given(rule, cq.starts('2026-03-02 09:00'), cq.ends('2026-03-02 11:00', 'changed'), admitted).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([])
    const detention = measure('criminal-detention', { measure: 'm2' }).starts('2026-03-02 11:00')
    expect(given(rule, cq.starts('2026-03-02 09:00'), detention, admitted).until('2026-03-03 00:00')).toEqual([])
  })
})
