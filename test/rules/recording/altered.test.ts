import { describe, expect, it } from 'vitest'
import { recordingAltered as rule } from '../../../server/rules/recording/altered.ts'
import { act } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const judged = (result: string) =>
  given(rule, act('interrogation').starts('2026-03-02 09:00'), [
    '2026-03-20 03:00',
    'recording.verified',
    { recording: 'v1', act: 'a1', result },
  ]).until('2026-03-21 00:00')

describe('不得选择性地录制，不得剪接、删改（程序规定第二百零八条）', () => {
  it.each(['changed', 'damaged', 'missing'])('opens when it is %s', (result) =>
    expect(judged(result)).toMatchObject([{ facts: { result }, concerns: { unit: 'station-1' } }]),
  )
  it('finds nothing when it is intact', () => expect(judged('intact')).toEqual([]))
})
