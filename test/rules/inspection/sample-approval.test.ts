import { describe, expect, it } from 'vitest'
import { sampleApproval as rule } from '../../../server/rules/inspection/sample-approval.ts'
import { act } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

const approved = (when: string, rank = 'station-chief', decision = 'approved'): Moment => [
  when,
  'act.approved',
  { act: 'a1', rank, decision },
]
const judged = (...moments: Moment[]) => given(rule, ...moments).until('2026-06-01 00:00')

describe('经公安机关办案部门负责人批准后进行（第一百零二条）', () => {
  it.each(['body-check', 'sampling'])('opens for %s without approval, refused, too late, or by an officer', (kind) => {
    const started = act(kind).starts('2026-03-02 09:00')
    expect(judged(started)).toHaveLength(1)
    expect(judged(approved('2026-03-02 08:00', 'station-chief', 'refused'), started)).toHaveLength(1)
    expect(judged(started, approved('2026-03-02 09:05'))).toHaveLength(1)
    expect(judged(approved('2026-03-02 08:00', 'officer'), started)).toHaveLength(1)
  })
  it('finds nothing when approved before, or before 2026', () => {
    expect(judged(approved('2026-03-02 08:00'), act('sampling').starts('2026-03-02 09:00'))).toEqual([])
    expect(judged(act('sampling').starts('2025-12-31 23:00'))).toEqual([])
  })
})
