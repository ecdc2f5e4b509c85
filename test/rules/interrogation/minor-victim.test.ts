import { describe, expect, it } from 'vitest'
import { minorVictim as rule } from '../../../server/rules/interrogation/minor-victim.ts'
import { act, officer, person, records, sensor, stopsRecording } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

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
  it('follows who joins and who leaves: from the moment no woman is left, to the second of what is tolerated', () => {
    const man = officer('2020-01-01 00:00', 'o3')
    const found = (...moments: Parameters<typeof given>[1][]) =>
      given(rule, girl, recorder, women[0]!, men[1]!, man, ...session(), ...moments)
        .until('2026-03-03 00:00')
        .map((f) => [f.since, f.concerns.officers])
    const leaves = own.leaves('2026-03-02 09:20', 'o1')
    expect(found()).toEqual([])
    expect(found(own.joins('2026-03-02 09:10', 'o3'))).toEqual([])
    expect(found(leaves)).toEqual([[at('2026-03-02 09:20'), ['o2']]])
    expect(found(leaves, own.joins('2026-03-02 09:22', 'o1'))).toEqual([])
    expect(found(leaves, own.joins('2026-03-02 09:22:01', 'o1'))).toHaveLength(1)
    expect(found(leaves, own.leaves('2026-03-02 09:20', 'o2'), own.joins('2026-03-02 09:20', 'o3'))).toEqual([
      [at('2026-03-02 09:20'), ['o3']],
    ])
  })
  it('dates a girl questioned by men until a woman comes from the beginning', () =>
    expect(
      given(
        rule,
        girl,
        recorder,
        ...men,
        officer('2020-01-01 00:00', 'o3', 'officer', 'female'),
        ...session(),
        own.joins('2026-03-02 09:30', 'o3'),
      ).until('2026-03-03 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:00') }]))
  it('judges late when age and sex are told late', () =>
    expect(
      given(
        rule,
        recorder,
        ...men,
        ...session(),
        person('2026-03-02 18:00', { birthDate: '2012-06-01', sex: 'female' }),
      ).until('2026-03-03 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:00') }]))
  it('began on 1 June 2021', () => {
    expect(given(rule, girl, recorder, ...men, ...session('2021-05-31')).until('2021-07-01 00:00')).toEqual([])
    expect(given(rule, girl, recorder, ...men, ...session('2021-06-01')).until('2021-07-01 00:00')).toHaveLength(1)
  })
})
