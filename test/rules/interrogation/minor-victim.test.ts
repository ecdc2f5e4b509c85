import { describe, expect, it } from 'vitest'
import { minorVictim as rule } from '../../../server/rules/interrogation/minor-victim.ts'
import { act, officer, person, records, sensor, stopsRecording } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const girl = person('2020-01-01 00:00', { birthDate: '2012-06-01', sex: 'female' })
const recorder = sensor('2020-01-01 00:00', ['recording'])
const women = [
  officer('2020-01-01 00:00', 'o1', 'officer', 'female'),
  officer('2020-01-01 00:00', 'o2', 'officer', 'female'),
]
const men = [officer('2020-01-01 00:00', 'o1'), officer('2020-01-01 00:00', 'o2')]
const own = act('questioning', { caseType: 'criminal', personRole: 'victim', sexualOrViolentHarm: true })
const session = (day = '2026-03-02') => [
  records(`${day} 09:00`),
  own.starts(`${day} 09:00`),
  own.signed(`${day} 10:00`),
  stopsRecording(`${day} 10:00`),
]

describe('应当采取同步录音录像等措施 … 是女性的，应当由女性工作人员进行（未成年人保护法第一百一十二条）', () => {
  it('finds nothing when recorded, by women', () =>
    expect(given(rule, girl, recorder, ...women, ...session()).until('2026-03-03 00:00')).toEqual([]))
  it('opens for a girl questioned by men, and for a session without recording', () => {
    expect(given(rule, girl, recorder, ...men, ...session()).until('2026-03-03 00:00')).toHaveLength(1)
    expect(given(rule, girl, recorder, ...women, session()[1]!, session()[2]!).until('2026-03-03 00:00')).toHaveLength(
      1,
    )
  })
  it('lets men question a boy', () =>
    expect(
      given(
        rule,
        person('2020-01-01 00:00', { birthDate: '2012-06-01', sex: 'male' }),
        recorder,
        ...men,
        ...session(),
      ).until('2026-03-03 00:00'),
    ).toEqual([]))
  it('began on 1 June 2021', () => {
    expect(given(rule, girl, recorder, ...men, ...session('2021-05-31')).until('2021-07-01 00:00')).toEqual([])
    expect(given(rule, girl, recorder, ...men, ...session('2021-06-01')).until('2021-07-01 00:00')).toHaveLength(1)
  })
})
