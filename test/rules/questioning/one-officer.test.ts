import { describe, expect, it } from 'vitest'
import { questioningOneOfficer as rule } from '../../../server/rules/questioning/one-officer.ts'
import { act, enters, leaves, officer, records, room, sensor, stopsRecording } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const alone = { officers: ['o1'] }
const recorder = sensor('2025-01-01 00:00', ['recording'])
const recorded = (day: string): Moment[] => [recorder, records(`${day} 08:59`), stopsRecording(`${day} 10:01`)]
const session = (day: string, kind = 'questioning', own: object = {}): Moment[] => {
  const one = act(kind, { ...alone, ...own })
  return [one.starts(`${day} 09:00`), one.ends(`${day} 10:00`), one.signed(`${day} 10:00`)]
}

describe('可以由一名人民警察进行 … 应当全程同步录音录像（治安管理处罚法2025第一百零八条）', () => {
  it.each(['questioning', 'seizure', 'identification', 'mediation'])(
    'finds nothing for %s by one officer, recorded throughout, in a standard case area',
    (kind) =>
      expect(given(rule, ...recorded('2026-03-02'), ...session('2026-03-02', kind)).until('2026-03-03 00:00')).toEqual(
        [],
      ),
  )
  it.each(['inspection', 'body-check', 'scene-investigation', 'forced-summons', 'restraint'])(
    'opens for %s by one officer, recorded or not',
    (kind) =>
      expect(
        given(rule, ...recorded('2026-03-02'), ...session('2026-03-02', kind)).until('2026-03-03 00:00'),
      ).toMatchObject([{ facts: { excepted: false } }]),
  )
  it('检查时，人民警察不得少于二人: of a body check the record is counted, not who stands in the room', () => {
    const reader = sensor('2026-01-01 00:00', ['badges'])
    const check = (officers: string[]) => session('2026-03-02', 'body-check', { officers })
    const inside = [reader, enters('2026-03-02 08:59', 'o1', 'officer')]
    expect(given(rule, ...inside, ...check(['o1', 'o2'])).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, ...inside, ...check(['o1'])).until('2026-03-03 00:00')).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { kind: 'body-check', present: 1 } },
    ])
    expect(given(rule, ...session('2025-11-03', 'body-check')).until('2025-11-04 00:00')).toHaveLength(1)
  })
  it('opens when the recording has a gap, dated from the gap', () => {
    const gap = [
      recorder,
      records('2026-03-02 09:00'),
      stopsRecording('2026-03-02 09:20'),
      records('2026-03-02 09:30'),
      stopsRecording('2026-03-02 10:00'),
    ]
    expect(given(rule, ...gap, ...session('2026-03-02')).until('2026-03-03 00:00')).toMatchObject([
      { since: at('2026-03-02 09:20') },
    ])
  })
  it('a door that sees the officer a few seconds after the record begins is no absence; nobody for long is one', () => {
    const reader = sensor('2026-01-01 00:00', ['badges', 'recording'])
    const day = (seenAt: string) => [
      reader,
      records('2026-03-02 08:59'),
      ...session('2026-03-02').slice(0, 1),
      enters(seenAt, 'o1', 'officer'),
      ...session('2026-03-02').slice(1),
      stopsRecording('2026-03-02 10:01'),
    ]
    expect(given(rule, ...day('2026-03-02 09:00:20')).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, ...day('2026-03-02 09:05')).until('2026-03-03 00:00')).toMatchObject([
      { since: at('2026-03-02 09:00'), openedAt: at('2026-03-02 09:02') + 1, facts: { present: 0 } },
    ])
  })
  it('does not judge when the recording cannot be seen', () =>
    expect(given(rule, ...session('2026-03-02')).until('2026-03-03 00:00')).toEqual([]))
  it('opens outside the standard case area, by the record or by the room register', () => {
    expect(
      given(
        rule,
        ...recorded('2026-03-02'),
        ...session('2026-03-02', 'questioning', { place: 'police-premises' }),
      ).until('2026-03-03 00:00'),
    ).toHaveLength(1)
    expect(
      given(
        rule,
        room('2026-01-01 00:00', { standard: false }),
        ...recorded('2026-03-02'),
        ...session('2026-03-02'),
      ).until('2026-03-03 00:00'),
    ).toHaveLength(1)
  })
  it('lets one officer mediate anywhere', () => {
    const outside = session('2026-03-02', 'mediation', { place: 'scene', room: null })
    const bodyCamera: Moment[] = [
      ['2026-03-02 09:00', 'recording.started', { recording: 'b', act: 'a1' }],
      ['2026-03-02 10:00', 'recording.stopped', { recording: 'b', act: 'a1' }],
    ]
    expect(given(rule, ...bodyCamera, ...outside).until('2026-03-03 00:00')).toEqual([])
  })
  it('leaves the mediation of another administrative case to one officer who leads auxiliaries (程序规定第五十二条)', () =>
    expect(
      given(
        rule,
        officer('2026-01-01 00:00', 'x1', 'auxiliary'),
        ...session('2026-03-02', 'mediation', { caseType: 'administrative', officers: ['o1', 'x1'] }),
      ).until('2026-03-03 00:00'),
    ).toEqual([]))
  it('covers public-order cases only', () =>
    expect(
      given(
        rule,
        ...recorded('2026-03-02'),
        ...session('2026-03-02', 'questioning', { caseType: 'administrative' }),
      ).until('2026-03-03 00:00'),
    ).toHaveLength(1))
  it('leaves criminal interrogation to its own rule', () =>
    expect(
      given(rule, ...session('2026-03-02', 'interrogation', { caseType: 'criminal' })).until('2026-03-03 00:00'),
    ).toEqual([]))
})

describe('2026年前一律二人（程序规定第五十二条）', () => {
  it('opens for one officer on 31 December 2025 though recorded, and not on 1 January 2026', () => {
    expect(given(rule, ...recorded('2025-12-31'), ...session('2025-12-31')).until('2026-01-02 00:00')).toHaveLength(1)
    expect(given(rule, ...recorded('2026-01-01'), ...session('2026-01-01')).until('2026-01-02 00:00')).toEqual([])
  })
  it('did not ask for two at a mediation', () =>
    expect(given(rule, ...session('2025-12-31', 'mediation')).until('2026-01-02 00:00')).toEqual([]))
})

describe('人民警察不得少于二人: who is counted', () => {
  const two = act('inspection')
  it('finds nothing with two police officers', () =>
    expect(given(rule, two.starts('2026-03-02 09:00'), two.ends('2026-03-02 10:00')).until('2026-03-03 00:00')).toEqual(
      [],
    ))
  it('does not count an auxiliary', () =>
    expect(
      given(rule, officer('2026-01-01 00:00', 'o2', 'auxiliary'), two.starts('2026-03-02 09:00')).until(
        '2026-03-02 10:00',
      ),
    ).toHaveLength(1))
  it('opens when a badge shows that the second left for more than two minutes', () => {
    const day = [
      two.starts('2026-03-02 09:00'),
      enters('2026-03-02 08:59', 'o1', 'officer'),
      enters('2026-03-02 08:59', 'o2', 'officer'),
      leaves('2026-03-02 09:10', 'o2', 'officer'),
    ]
    expect(given(rule, ...day).until('2026-03-02 09:12')).toEqual([])
    expect(given(rule, ...day).until('2026-03-02 09:13')).toMatchObject([
      { since: at('2026-03-02 09:10'), facts: { shownBy: 'doors', present: 1 } },
    ])
    expect(given(rule, ...day, enters('2026-03-02 09:11', 'o2', 'officer')).until('2026-03-02 09:30')).toEqual([])
  })
  it('opens when a named officer was never seen though the badge reader worked', () => {
    const reader = sensor('2026-01-01 00:00', ['badges'])
    const day = [
      reader,
      two.starts('2026-03-02 09:00'),
      enters('2026-03-02 08:59', 'o1', 'officer'),
      two.ends('2026-03-02 10:00'),
    ]
    expect(given(rule, ...day).until('2026-03-02 11:00')).toHaveLength(1)
    expect(given(rule, ...day.slice(1)).until('2026-03-02 11:00')).toEqual([])
  })
  it('counts an officer who came in by the door though the record does not name them', () => {
    const one = act('inspection', alone)
    expect(
      given(
        rule,
        enters('2026-03-02 08:59', 'o1', 'officer'),
        enters('2026-03-02 08:59', 'o9', 'officer'),
        one.starts('2026-03-02 09:00'),
        one.ends('2026-03-02 09:30'),
      ).until('2026-03-02 11:00'),
    ).toEqual([])
  })
})
