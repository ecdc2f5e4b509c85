import { describe, expect, it } from 'vitest'
import { specialUnrecorded as rule } from '../../../server/rules/interrogation/special-unrecorded.ts'
import { act, person, records, sensor, stopsRecording } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const talk = act('interrogation', { caseType: 'criminal', chargeBand: 'ordinary' })
const recorder = sensor('2012-01-01 00:00', ['recording'])
const judged = (facts: object, recorded = false, day = '2026-03-02') =>
  given(
    rule,
    recorder,
    person('2012-01-01 00:00', facts),
    ...(recorded ? [records(`${day} 09:00`)] : []),
    talk.starts(`${day} 09:00`),
    talk.signed(`${day} 10:00`),
    ...(recorded ? [stopsRecording(`${day} 10:00`)] : []),
  ).until('2026-03-03 00:00')

describe('未成年人、盲聋哑人、不通晓当地语言的，讯问应当录音录像（讯问录音录像工作规定第六条，要旨）', () => {
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
  it.each([
    { deaf: true },
    { blind: true },
    { limitedCapacity: true },
    { speaksLocalLanguage: false },
    { birthDate: '2009-01-01' },
  ])('opens for %o without a recording', (facts) =>
    expect(judged(facts)).toMatchObject([{ since: at('2026-03-02 09:00') }]),
  )
  it('finds nothing when it is recorded, of an adult, or of somebody of whom nothing is known', () => {
    expect(judged({ deaf: true }, true)).toEqual([])
    expect(judged({ birthDate: '1990-01-01', deaf: false })).toEqual([])
    expect(judged({})).toEqual([])
  })
  it('judges nothing before 2015', () => expect(judged({ deaf: true }, false, '2014-12-31')).toEqual([]))
})
