import { describe, expect, it } from 'vitest'
import { bodyCameraAltered as rule } from '../../../server/rules/body-camera/altered.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2031-01-01 00:00'
const handled = (when: string, did: string, more: object = {}, heard?: string): Moment => [
  when,
  'body-camera.footage-handled',
  {
    recording: 'f1',
    unit: 'station-1',
    did,
    by: 'admin',
    from: at('2026-03-02 09:00'),
    to: at('2026-03-02 10:00'),
    ...more,
  },
  heard,
]

describe('剪接、删改、损毁、丢失办理治安案件的同步录音录像资料（治安管理处罚法第一百三十九条）', () => {
  it('finds footage that somebody deleted or changed without permission', () => {
    for (const did of ['deleted', 'edited'])
      expect(given(rule, handled('2026-03-05 10:00', did)).until(far)).toMatchObject([
        {
          grade: 'A',
          since: at('2026-03-05 10:00'),
          facts: { did, by: 'admin', recording: 'f1' },
          concerns: { unit: 'station-1' },
        },
      ])
  })
  it('what was permitted, copied, or removed by the retention clock is not that', () => {
    expect(given(rule, handled('2026-03-05 10:00', 'deleted', { approvedBy: 'o9' })).until(far)).toEqual([])
    for (const did of ['copied', 'expired'])
      expect(given(rule, handled('2026-03-05 10:00', did)).until(far)).toEqual([])
  })
  it('two deeds on one recording are one finding, dated from the first', () =>
    expect(
      given(rule, handled('2026-03-05 10:00', 'edited'), handled('2026-03-06 10:00', 'deleted')).until(far),
    ).toMatchObject([{ since: at('2026-03-05 10:00') }]))
  it('dates truly what is told late, and judges from 2026', () => {
    expect(given(rule, handled('2026-03-05 10:00', 'edited', {}, '2026-04-01 00:00')).until(far)).toMatchObject([
      { since: at('2026-03-05 10:00'), openedAt: at('2026-04-01 00:00') },
    ])
    expect(given(rule, handled('2025-12-31 23:59', 'edited')).until(far)).toEqual([])
    expect(given(rule, handled('2026-01-01 00:00', 'edited')).until(far)).toHaveLength(1)
  })
})
