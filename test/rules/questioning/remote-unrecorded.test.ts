import { describe, expect, it } from 'vitest'
import { questioningRemoteUnrecorded as rule } from '../../../server/rules/questioning/remote-unrecorded.ts'
import { act } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const talk = act('questioning', { place: 'remote-video', room: null })
const session = [talk.starts('2026-03-02 09:00'), talk.signed('2026-03-02 10:00')]
const platform = (from: string, to: string): Moment[] => [
  [from, 'recording.started', { recording: 'r', act: 'a1' }],
  [to, 'recording.stopped', { recording: 'r', act: 'a1' }],
]

describe('询问和宣读过程应当全程同步录音录像（第一百条）', () => {
  it('opens when the recording stops before the reading-back ends', () =>
    expect(
      given(rule, ...platform('2026-03-02 09:00', '2026-03-02 09:40'), ...session).until('2026-03-03 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:40') }]))
  it('finds nothing when it is whole', () =>
    expect(
      given(rule, ...platform('2026-03-02 09:00', '2026-03-02 10:00'), ...session).until('2026-03-03 00:00'),
    ).toEqual([]))
  it('does not judge when nothing was said of a recording, nor questioning in a room', () => {
    expect(given(rule, ...session).until('2026-03-03 00:00')).toEqual([])
    expect(
      given(
        rule,
        ...platform('2026-03-02 09:00', '2026-03-02 09:40'),
        act('questioning').starts('2026-03-02 09:00'),
      ).until('2026-03-03 00:00'),
    ).toEqual([])
  })
})
