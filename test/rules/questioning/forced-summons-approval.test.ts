import { describe, expect, it } from 'vitest'
import { questioningForcedSummonsApproval as rule } from '../../../server/rules/questioning/forced-summons-approval.ts'
import { measure } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const summons = measure('summons-forced')
const started = summons.starts('2026-03-02 09:00')

describe('经公安机关办案部门负责人批准，可以强制传唤（治安管理处罚法第九十六条）', () => {
  it('finds nothing when the chief of the station or department approved before, at the latest at that moment', () => {
    expect(
      given(rule, summons.approved('2026-03-02 09:00', 'station-chief'), started).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(
      given(rule, summons.approved('2026-03-02 08:00', 'department-chief'), started).until('2026-03-03 00:00'),
    ).toEqual([])
  })
  it('opens without approval, with one that is late, or one by an officer', () => {
    expect(given(rule, started).until('2026-03-03 00:00')).toMatchObject([{ since: at('2026-03-02 09:00') }])
    expect(
      given(rule, started, summons.approved('2026-03-02 09:01', 'station-chief')).until('2026-03-03 00:00'),
    ).toHaveLength(1)
    expect(
      given(rule, summons.approved('2026-03-02 08:00', 'officer'), started).until('2026-03-03 00:00'),
    ).toHaveLength(1)
  })
  it('is about this kind of summons only', () =>
    expect(given(rule, measure('summons-oral').starts('2026-03-02 09:00')).until('2026-03-03 00:00')).toEqual([]))
  it('ends when an approval given in time is heard of late', () =>
    expect(
      given(rule, started, summons.approved('2026-03-02 08:50', 'station-chief', {}, '2026-03-02 12:00'))
        .events('2026-03-03 00:00')
        .map((e) => e.is),
    ).toEqual(['opened', 'ended']))
})
