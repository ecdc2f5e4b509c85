import { describe, expect, it } from 'vitest'
import { bodyCameraCopied as rule } from '../../../server/rules/body-camera/copied.ts'
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

describe('不得私自复制现场执法视音频资料', () => {
  it('finds footage that was copied without permission, and how often', () =>
    expect(
      given(rule, handled('2026-03-05 10:00', 'copied'), handled('2026-03-06 10:00', 'copied')).until(far),
    ).toMatchObject([
      {
        since: at('2026-03-05 10:00'),
        facts: { did: 'copied', by: 'admin', times: 1 },
        concerns: { unit: 'station-1' },
      },
    ]))
  it('what was permitted, or done otherwise, is not that', () => {
    expect(given(rule, handled('2026-03-05 10:00', 'copied', { approvedBy: 'o9' })).until(far)).toEqual([])
    for (const did of ['deleted', 'edited', 'expired'])
      expect(given(rule, handled('2026-03-05 10:00', did)).until(far)).toEqual([])
  })
  it('dates truly what is told late, and judges from 1 July 2016', () => {
    expect(given(rule, handled('2026-03-05 10:00', 'copied', {}, '2026-04-01 00:00')).until(far)).toMatchObject([
      { since: at('2026-03-05 10:00'), openedAt: at('2026-04-01 00:00') },
    ])
    expect(given(rule, handled('2016-06-30 10:00', 'copied')).until(far)).toEqual([])
    expect(given(rule, handled('2016-07-01 10:00', 'copied')).until(far)).toHaveLength(1)
  })
})
