import { describe, expect, it } from 'vitest'
import { recorderDown as rule } from '../../../server/rules/recording/recorder-down.ts'
import { recorderStarts, recorderStops } from '../../support/cameras.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { at, given } from '../../support/timeline.ts'

const day = '2026-03-02'

describeStretch('保障录音录像设备运行连续、稳定、安全（治安管理处罚法第一百三十七条）', {
  rule,
  begins: (heard) => [recorderStarts('2020-01-01 00:00'), recorderStops(`${day} 09:00`, 'crashed', heard)],
  ends: (when, heard) => recorderStarts(when, heard),
  since: `${day} 09:00`,
  last: `${day} 09:02`,
  past: `${day} 09:20`,
  far: `${day} 20:00`,
  // It ran again and stopped again: neither time was too long.
  paused: [recorderStarts(`${day} 09:01`), recorderStops(`${day} 09:19`)],
  before: [recorderStops('2025-03-31 22:00'), recorderStarts('2025-03-31 23:00')],
  first: [recorderStops('2025-04-01 00:00'), recorderStarts('2025-04-01 01:00')],
  firstPast: '2025-04-01 02:00',
})

describe('a crash is told by the next start', () => {
  it('opens and ends at once, as of the last moment it is known to have run', () => {
    const back = `${day} 10:00`
    const events = given(rule, recorderStops(`${day} 09:00`, 'crashed', back), recorderStarts(back)).events(
      `${day} 11:00`,
    )
    expect(events[0]).toMatchObject({
      is: 'opened',
      finding: { since: at(`${day} 09:00`), concerns: { unit: 'bureau' }, facts: { why: 'crashed' } },
    })
    expect(events.at(-1)).toMatchObject({ is: 'ended' })
  })
  it('finds nothing in a restart that takes a minute', () =>
    expect(
      given(rule, recorderStops(`${day} 09:00`, 'stopped'), recorderStarts(`${day} 09:01`)).until(`${day} 11:00`),
    ).toEqual([]))
})
