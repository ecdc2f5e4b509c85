import { describe, expect, it } from 'vitest'
import { interrogationPlace as rule } from '../../../server/rules/interrogation/place.ts'
import { act, room } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const talk = (more: object, when = '2026-03-02 09:00') =>
  act('interrogation', { caseType: 'criminal', room: null, ...more }).starts(when)
const admitted: Moment = [
  '2026-03-01 12:00',
  'custody.admitted',
  { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house' },
]

describe('应当在公安机关执法办案场所的讯问室进行（程序规定第一百九十八条）', () => {
  it('opens in a police building elsewhere, or in a room that is no interrogation room', () => {
    expect(given(rule, talk({ place: 'police-premises' })).until('2026-03-03 00:00')).toHaveLength(1)
    expect(
      given(
        rule,
        room('2026-01-01 00:00', { kind: 'office' }),
        talk({ place: 'standard-case-area', room: 'r1' }),
      ).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { roomKind: 'office' } }])
  })
  it.each(['standard-case-area', 'scene', 'hospital', 'home', 'prison'])('finds nothing in %s', (place) =>
    expect(given(rule, talk({ place })).until('2026-03-03 00:00')).toEqual([]),
  )
})
describe('被送交看守所羁押以后 … 讯问，应当在看守所内进行（刑诉法第一百一十八条）', () => {
  it('opens in the case area after delivery, and finds nothing in the detention house', () => {
    expect(given(rule, admitted, talk({ place: 'standard-case-area' })).until('2026-03-03 00:00')).toMatchObject([
      { facts: { delivered: true } },
    ])
    expect(given(rule, admitted, talk({ place: 'detention-house' })).until('2026-03-03 00:00')).toEqual([])
  })
  it('knows who was released, and who is on the scene that an outing is for', () => {
    const released: Moment = [
      '2026-03-02 08:00',
      'custody.released',
      { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house' },
    ]
    const out: Moment = [
      '2026-03-02 08:00',
      'custody.taken-out',
      { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', purpose: 'identification', outing: 'x' },
    ]
    expect(given(rule, admitted, released, talk({ place: 'standard-case-area' })).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, admitted, out, talk({ place: 'scene' })).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, admitted, out, talk({ place: 'standard-case-area' })).until('2026-03-03 00:00')).toHaveLength(1)
  })
  it('asks for the interrogation room of the detention house too（应当在看守所讯问室进行讯问）', () => {
    const office = room('2026-01-01 00:00', { kind: 'office', facility: 'detention-house' })
    expect(
      given(rule, office, admitted, talk({ place: 'detention-house', room: 'r1' })).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { roomKind: 'office' } }])
  })
  it('judges each interrogation by itself, and late when the admission is told late', () => {
    const twice = [talk({ place: 'standard-case-area' }), talk({ act: 'a2', place: 'other' }, '2026-03-05 09:00')]
    expect(given(rule, admitted, ...twice).until('2026-03-06 00:00')).toMatchObject([
      { subject: 'a1', since: at('2026-03-02 09:00') },
      { subject: 'a2', since: at('2026-03-05 09:00') },
    ])
    const [when, kind, data = {}] = admitted
    expect(
      given(rule, [when, kind, data, '2026-03-02 20:00'], talk({ place: 'standard-case-area' })).until(
        '2026-03-03 00:00',
      ),
    ).toHaveLength(1)
  })
})
