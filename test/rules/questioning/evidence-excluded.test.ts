import { describe, expect, it } from 'vitest'
import { questioningEvidenceExcluded as rule } from '../../../server/rules/questioning/evidence-excluded.ts'
import { act } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

const talk = act('questioning', { officers: ['o1'] })
const deleted: Moment = [
  '2026-03-20 03:00',
  'footage.deleted',
  { recorder: 'nvr1', owner: 'station-1', act: 'a1', from: 0, to: 1 },
]
const verified = (result: string): Moment => [
  '2026-03-20 03:00',
  'recording.verified',
  { recording: 'v1', act: 'a1', result },
]

describe('录音录像资料损毁、丢失的，相关证据不能作为处罚的根据（第一百零八条）', () => {
  it('opens when the recording of a one-officer act is deleted, damaged or missing', () => {
    for (const lost of [deleted, verified('damaged'), verified('missing'), verified('changed')])
      expect(given(rule, talk.starts('2026-03-02 09:00'), lost).until('2026-03-21 00:00')).toHaveLength(1)
  })
  it('knows by the recording alone which act it is of, once that was said', () => {
    const kept: Moment[] = [['2026-03-02 08:55', 'recording.started', { recording: 'v1', room: 'r1', act: 'a1' }]]
    const damaged: Moment = ['2026-03-20 03:00', 'recording.verified', { recording: 'v1', result: 'damaged' }]
    const gone: Moment = [
      '2026-03-20 03:00',
      'footage.deleted',
      { recorder: 'nvr1', owner: 'station-1', recording: 'v1', from: 0, to: 1 },
    ]
    for (const lost of [damaged, gone]) {
      const story = [...kept, talk.starts('2026-03-02 09:00'), talk.ends('2026-03-02 10:00')]
      expect(given(rule, ...story, lost).until('2026-03-21 00:00')).toMatchObject([{ facts: { act: 'a1' } }])
      expect(given(rule, ...story.slice(1), lost).until('2026-03-21 00:00')).toEqual([])
    }
  })
  it('finds nothing when it is intact, or when two officers did it', () => {
    expect(given(rule, talk.starts('2026-03-02 09:00'), verified('intact')).until('2026-03-21 00:00')).toEqual([])
    expect(given(rule, act('questioning').starts('2026-03-02 09:00'), deleted).until('2026-03-21 00:00')).toEqual([])
  })
})
