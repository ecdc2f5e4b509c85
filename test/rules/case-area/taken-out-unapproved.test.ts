import { describe, expect, it } from 'vitest'
import { takenOutUnapproved as rule } from '../../../server/rules/case-area/taken-out-unapproved.ts'
import { arrives, departs } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const approved = (when: string, rank = 'department-chief'): Moment => [
  when,
  'exit.approved',
  { stay: 's1', person: 'p1', unit: 'station-1', purpose: 'identify-scene', rank },
]
const judged = (...moments: readonly Moment[]) =>
  given(rule, arrives('2026-03-02 09:00'), ...moments).until('2026-03-04 00:00')
const out = departs('2026-03-02 11:00', { how: 'taken-out' })

describe('不得违反规定带出（执法质量考核评议规定第九条，要旨）', () => {
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
  it('finds nothing when the head of the case unit approved before, or when the person is let go', () => {
    expect(judged(approved('2026-03-02 10:50'), out)).toEqual([])
    expect(judged(departs('2026-03-02 11:00'))).toEqual([])
  })
  it('opens without approval, with one that came after, or from an officer', () => {
    expect(judged(out)).toMatchObject([{ since: at('2026-03-02 11:00'), concerns: { unit: 'station-1' } }])
    expect(judged(out, approved('2026-03-02 11:10'))).toHaveLength(1)
    expect(judged(approved('2026-03-02 10:50', 'officer'), out)).toHaveLength(1)
  })
  it('judges nothing before its text', () =>
    expect(
      given(rule, arrives('2016-02-29 09:00'), departs('2016-02-29 11:00', { how: 'taken-out' })).until(
        '2016-03-02 00:00',
      ),
    ).toEqual([]))
})
