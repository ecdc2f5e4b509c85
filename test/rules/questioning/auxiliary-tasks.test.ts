import { describe, expect, it } from 'vitest'
import { questioningAuxiliaryTasks as rule } from '../../../server/rules/questioning/auxiliary-tasks.ts'
import { act, officer, records, sensor, stopsRecording } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const auxiliary = officer('2026-01-01 00:00', 'o2', 'auxiliary')
const recorder = sensor('2026-01-01 00:00', ['recording'])
const task = act('report-taking')
const session = [task.starts('2026-03-02 09:00'), task.ends('2026-03-02 09:20')]

describe('可以由一名人民警察带领警务辅助人员进行，但应当全程录音录像（程序规定第五十二条）', () => {
  it('finds nothing when recorded throughout, or done by police alone', () => {
    expect(
      given(
        rule,
        auxiliary,
        recorder,
        records('2026-03-02 09:00'),
        ...session,
        stopsRecording('2026-03-02 09:20'),
      ).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(given(rule, recorder, ...session).until('2026-03-03 00:00')).toEqual([])
  })
  it('opens without recording, and when no officer led them', () => {
    expect(given(rule, auxiliary, recorder, ...session).until('2026-03-03 00:00')).toHaveLength(1)
    const led = act('report-taking', { officers: ['o2'] })
    expect(
      given(rule, auxiliary, recorder, records('2026-03-02 08:00'), led.starts('2026-03-02 09:00')).until(
        '2026-03-02 10:00',
      ),
    ).toMatchObject([{ facts: { police: 0 } }])
  })
  it('does not judge a recording it cannot see', () =>
    expect(given(rule, auxiliary, ...session).until('2026-03-03 00:00')).toEqual([]))
})
