import { describe, expect, it } from 'vitest'
import { sameOfficerTwice as rule } from '../../../server/rules/interrogation/same-officer-twice.ts'
import { act } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const one = act('interrogation', { act: 'a1', officers: ['o1', 'o2'], room: 'r1' })
const two = act('questioning', { act: 'a2', officers: ['o2', 'o3'], room: 'r2', person: 'p2' })

describe('侦查人员不得少于二人: nobody is in two rooms at once', () => {
  it('opens for the officer whose sessions overlap, and for nobody else', () =>
    expect(
      given(
        rule,
        one.starts('2026-03-02 09:00'),
        two.starts('2026-03-02 09:30'),
        one.ends('2026-03-02 10:00'),
        two.ends('2026-03-02 10:30'),
      ).until('2026-03-03 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:30'), subject: 'o2#a1#a2', concerns: { officers: ['o2'] } }]))
  it('finds nothing one after the other, within a minute of clock difference, or once the officer left', () => {
    expect(
      given(
        rule,
        one.starts('2026-03-02 09:00'),
        one.ends('2026-03-02 10:00'),
        two.starts('2026-03-02 10:00'),
        two.ends('2026-03-02 11:00'),
      ).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(
      given(
        rule,
        one.starts('2026-03-02 09:00'),
        two.starts('2026-03-02 09:59'),
        one.ends('2026-03-02 10:00'),
        two.ends('2026-03-02 11:00'),
      ).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(
      given(
        rule,
        one.starts('2026-03-02 09:00'),
        one.leaves('2026-03-02 09:20', 'o2'),
        two.starts('2026-03-02 09:30'),
        one.ends('2026-03-02 10:00'),
        two.ends('2026-03-02 11:00'),
      ).until('2026-03-03 00:00'),
    ).toEqual([])
  })
  it('each two sessions that overlap are a finding of their own, three at once three', () => {
    const three = act('interrogation', { act: 'a3', officers: ['o2', 'o4'], room: 'r3', person: 'p3' })
    const found = (again: string) =>
      given(
        rule,
        one.starts('2026-03-02 09:00'),
        two.starts('2026-03-02 09:30'),
        two.ends('2026-03-02 10:00'),
        three.starts(again),
        three.ends('2026-03-02 11:00'),
        one.ends('2026-03-02 12:00'),
      )
        .until('2026-03-03 00:00')
        .map((f) => [f.since, f.subject])
    expect(found('2026-03-02 10:30')).toEqual([
      [at('2026-03-02 09:30'), 'o2#a1#a2'],
      [at('2026-03-02 10:30'), 'o2#a1#a3'],
    ])
    expect(found('2026-03-02 09:45').map(([, subject]) => subject)).toEqual(['o2#a1#a2', 'o2#a1#a3', 'o2#a2#a3'])
  })
  it('finds a second overlap also when the first was weeks ago and its sessions are forgotten', () => {
    const [four, five] = ['a4', 'a5'].map((id) => act('questioning', { act: id, officers: ['o2', 'o9'] }))
    expect(
      given(
        rule,
        one.starts('2026-03-02 09:00'),
        two.starts('2026-03-02 09:30'),
        one.ends('2026-03-02 10:00'),
        two.ends('2026-03-02 10:00'),
        four!.starts('2026-04-20 09:00'),
        five!.starts('2026-04-20 09:30'),
      )
        .until('2026-04-21 00:00')
        .map((f) => f.since),
    ).toEqual(['2026-03-02 09:30', '2026-04-20 09:30', '2026-04-20 09:30'].map(at))
  })
  it('a session without an end lasts twenty-four hours at most; an end told late takes the finding back', () => {
    const found = (second: string) =>
      given(rule, one.starts('2026-03-02 09:00'), two.starts(second)).until('2026-03-10 00:00').length
    expect([found('2026-03-03 08:58'), found('2026-03-03 09:00')]).toEqual([1, 0])
    const late: Moment = ['2026-03-02 10:00', 'act.ended', { act: 'a1' }, '2026-03-02 16:00']
    expect(
      given(rule, one.starts('2026-03-02 09:00'), two.starts('2026-03-02 15:00'), late)
        .events('2026-03-03 00:00')
        .map((e) => e.is)
        .filter((is) => is !== 'warned'),
    ).toEqual(['opened', 'ended'])
  })
  it('counts nothing else: a seizure, one who only signed', () => {
    const taken = act('seizure', { act: 'a2', officers: ['o2', 'o3'], room: 'r2' })
    expect(
      given(rule, one.starts('2026-03-02 09:00'), taken.starts('2026-03-02 09:30')).until('2026-03-02 12:00'),
    ).toEqual([])
    expect(
      given(
        rule,
        one.starts('2026-03-02 09:00'),
        two.starts('2026-03-02 09:30', { officers: ['o3', 'o4'] }),
        two.signed('2026-03-02 10:00', { officers: ['o2', 'o3'] }),
      ).until('2026-03-02 12:00'),
    ).toEqual([])
  })
  it('sees an officer who joins later, though the second session is told first', () =>
    expect(
      given(
        rule,
        two.starts('2026-03-02 09:30'),
        act('interrogation', { act: 'a1', officers: ['o1'] }).starts('2026-03-02 09:00', {}, '2026-03-02 09:40'),
        ['2026-03-02 09:45', 'act.joined', { act: 'a1', officer: 'o3' }],
      ).until('2026-03-02 12:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:45'), subject: 'o3#a1#a2' }]))
})
