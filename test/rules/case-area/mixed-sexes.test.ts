import { describe, expect, it } from 'vitest'
import { mixedSexes as rule } from '../../../server/rules/case-area/mixed-sexes.ts'
import { departs, enters, leaves, person, room } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const waiting = room('2026-03-01 00:00', { kind: 'waiting-room' })
const man = (when: string, more: object = {}) => enters(when, 'p1', 'held', { sex: 'male', ...more })
const woman = (when: string, more: object = {}, heard?: string) =>
  enters(when, 'p2', 'held', { sex: 'female', ...more }, heard)

describe('禁止将 … 不同性别的被盘问人送入同一个候问室（继续盘问规定第三十条）', () => {
  it('opens a minute after the second came in, with nobody reporting, dated from the meeting', () => {
    expect(given(rule, waiting, man('2026-03-02 09:00'), woman('2026-03-02 10:00')).until('2026-03-02 10:01')).toEqual(
      [],
    )
    expect(
      given(rule, waiting, man('2026-03-02 09:00'), woman('2026-03-02 10:00')).until('2026-03-02 10:02'),
    ).toMatchObject([{ since: at('2026-03-02 10:00'), concerns: { unit: 'station-1' } }])
  })
  it('finds nothing when they use it one after the other', () =>
    expect(
      given(
        rule,
        waiting,
        man('2026-03-02 09:00'),
        leaves('2026-03-02 10:00', 'p1', 'held'),
        woman('2026-03-02 10:00'),
      ).until('2026-03-02 12:00'),
    ).toEqual([]))
  it('finds nothing when they pass at the door, or when the first left the premises or went to another room', () => {
    expect(
      given(
        rule,
        waiting,
        man('2026-03-02 09:00'),
        woman('2026-03-02 10:00'),
        leaves('2026-03-02 10:00:40', 'p1', 'held'),
      ).until('2026-03-02 12:00'),
    ).toEqual([])
    expect(
      given(rule, waiting, man('2026-03-02 09:00'), departs('2026-03-02 09:30'), woman('2026-03-02 10:00')).until(
        '2026-03-02 12:00',
      ),
    ).toEqual([])
    expect(
      given(
        rule,
        waiting,
        man('2026-03-02 09:00'),
        enters('2026-03-02 09:30', 'p1', 'held', { room: 'r2' }),
        woman('2026-03-02 10:00'),
      ).until('2026-03-02 12:00'),
    ).toEqual([])
  })
  it('finds nothing for two men, for a woman officer, or in a holding room of a case centre', () => {
    expect(
      given(rule, waiting, man('2026-03-02 09:00'), enters('2026-03-02 10:00', 'p3', 'held', { sex: 'male' })).until(
        '2026-03-02 12:00',
      ),
    ).toEqual([])
    expect(
      given(
        rule,
        waiting,
        man('2026-03-02 09:00'),
        enters('2026-03-02 10:00', 'o9', 'officer', { sex: 'female' }),
      ).until('2026-03-02 12:00'),
    ).toEqual([])
    expect(
      given(
        rule,
        room('2026-03-01 00:00', { kind: 'holding-room', facility: 'case-centre' }),
        man('2026-03-02 09:00'),
        woman('2026-03-02 10:00'),
      ).until('2026-03-02 12:00'),
    ).toEqual([])
  })
  it('takes the sex from the register, and judges late when it is told late', () =>
    expect(
      given(
        rule,
        waiting,
        man('2026-03-02 09:00'),
        enters('2026-03-02 10:00', 'p2', 'held'),
        person('2026-03-02 11:00', { person: 'p2', sex: 'female' }),
      ).until('2026-03-02 12:00'),
    ).toMatchObject([{ since: at('2026-03-02 10:00') }]))
  it('dates a late door truly, though all is over', () => {
    const day = [waiting, man('2026-03-02 09:00'), leaves('2026-03-02 11:00', 'p1', 'held')]
    const late = [
      woman('2026-03-02 10:00', {}, '2026-03-02 15:00'),
      leaves('2026-03-02 10:30', 'p2', 'held', {}, '2026-03-02 15:00'),
    ]
    expect(given(rule, ...day, ...late).until('2026-03-02 16:00')[0]).toMatchObject({ since: at('2026-03-02 10:00') })
  })
  it('is one finding from the first meeting until a minute after the last of the other sex is out, and another the next time', () => {
    const day = given(
      rule,
      waiting,
      man('2026-03-02 09:00'),
      woman('2026-03-02 09:10'),
      enters('2026-03-02 09:20', 'p3', 'held', { sex: 'female' }),
      leaves('2026-03-02 09:30', 'p2', 'held'),
      leaves('2026-03-02 09:40', 'p3', 'held'),
      woman('2026-03-02 14:00'),
      leaves('2026-03-02 14:30', 'p1', 'held'),
    ).events('2026-03-02 16:00')
    expect(day.flatMap((e) => (e.is === 'opened' ? [e.finding.since] : []))).toEqual([
      at('2026-03-02 09:10'),
      at('2026-03-02 14:00'),
    ])
    expect(day.flatMap((e) => (e.is === 'ended' ? [[e.at, e.because]] : []))).toEqual([
      [at('2026-03-02 09:41'), 'clear'],
      [at('2026-03-02 14:31'), 'clear'],
    ])
  })
})
