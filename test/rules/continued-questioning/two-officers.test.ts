import { describe, expect, it } from 'vitest'
import { continuedQuestioningTwoOfficers as rule } from '../../../server/rules/continued-questioning/two-officers.ts'
import { act, officer } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const talk = act('continued-questioning')

describe('实施行政强制措施等调查取证工作时，人民警察不得少于二人（程序规定第五十二条）', () => {
  it('opens when the record names one officer, in 2026 too and though everything be recorded', () =>
    expect(
      given(rule, talk.starts('2026-03-02 09:00', { officers: ['o1'] }), [
        '2026-03-02 09:00',
        'recording.started',
        { recording: 'v', room: 'r1' },
      ]).until('2026-03-02 10:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:00'), concerns: { officers: ['o1'] } }]))
  it('does not count an auxiliary as the second', () =>
    expect(
      given(rule, officer('2026-01-01 00:00', 'o2', 'auxiliary'), talk.starts('2026-03-02 09:00')).until(
        '2026-03-02 10:00',
      ),
    ).toHaveLength(1))
  it('finds nothing with two, and leaves interrogation to its own rule', () => {
    expect(
      given(rule, talk.starts('2026-03-02 09:00'), talk.ends('2026-03-02 10:00')).until('2026-03-02 12:00'),
    ).toEqual([])
    expect(
      given(rule, act('interrogation').starts('2026-03-02 09:00', { officers: ['o1'] })).until('2026-03-02 10:00'),
    ).toEqual([])
  })
})
