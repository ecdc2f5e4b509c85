import { describe, expect, it } from 'vitest'
import { sameOfficerTwice as rule } from '../../../server/rules/interrogation/same-officer-twice.ts'
import { act } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

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
    ).toMatchObject([{ since: at('2026-03-02 09:30'), subject: 'o2', concerns: { officers: ['o2'] } }]))
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
  it('sees an officer who joins later, though the second session is told first', () =>
    expect(
      given(
        rule,
        two.starts('2026-03-02 09:30'),
        act('interrogation', { act: 'a1', officers: ['o1'] }).starts('2026-03-02 09:00', {}, '2026-03-02 09:40'),
        ['2026-03-02 09:45', 'act.joined', { act: 'a1', officer: 'o3' }],
      ).until('2026-03-02 12:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:45'), subject: 'o3' }]))
})
