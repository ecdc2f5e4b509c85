import { describe, expect, it } from 'vitest'
import { continuedQuestioningNoApproval as rule } from '../../../server/rules/continued-questioning/no-approval.ts'
import { act, arrives, departs, enters, measure, room } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const cq = measure('continued-questioning')
const waiting = room('2026-03-01 00:00', { kind: 'waiting-room' })

describe('适用继续盘问不履行审批、登记手续（规定第十二条第三项）', () => {
  it('opens when the person is put in the waiting room before approval, and ends when the approval proves to have been in time', () => {
    const day = [waiting, cq.starts('2026-03-02 09:00'), enters('2026-03-02 09:30', 'p1', 'held')]
    expect(given(rule, ...day).until('2026-03-02 10:00')).toMatchObject([
      { since: at('2026-03-02 09:30'), facts: { refused: false } },
    ])
    const late = cq.approved('2026-03-02 09:20', 'station-chief', {}, '2026-03-02 11:00')
    expect(
      given(rule, ...day, late)
        .events('2026-03-02 12:00')
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
  })
  it('opens when questioning begins before approval, or after a refusal', () => {
    const talk = act('continued-questioning').starts('2026-03-02 09:30')
    expect(given(rule, cq.starts('2026-03-02 09:00'), talk).until('2026-03-02 10:00')).toHaveLength(1)
    const refused = [
      '2026-03-02 09:20',
      'measure.decided',
      { ...cq.of, decision: 'refused', rank: 'station-chief' },
    ] as const
    expect(given(rule, cq.starts('2026-03-02 09:00'), refused, talk).until('2026-03-02 10:00')).toMatchObject([
      { facts: { refused: true } },
    ])
  })
  it('opens for an entry before both approval and beginning, when the person was brought for nothing else', () => {
    const day = [
      waiting,
      arrives('2026-03-02 09:00'),
      enters('2026-03-02 09:10', 'p1', 'held'),
      cq.approved('2026-03-02 09:20', 'station-chief'),
      cq.starts('2026-03-02 09:20'),
    ]
    expect(given(rule, ...day).until('2026-03-02 10:00')).toMatchObject([{ since: at('2026-03-02 09:10') }])
    const summons = measure('summons-written', { measure: 'm0' })
    expect(given(rule, summons.starts('2026-03-02 09:00'), ...day).until('2026-03-02 10:00')).toEqual([])
  })
  it('opens for questioning after a refusal though no paper says that the measure began', () => {
    const refused: Moment = [
      '2026-03-02 09:20',
      'measure.decided',
      { ...cq.of, decision: 'refused', rank: 'station-chief' },
    ]
    const talk = act('continued-questioning').starts('2026-03-02 09:30')
    expect(given(rule, arrives('2026-03-02 09:00'), refused, talk).until('2026-03-02 10:00')).toMatchObject([
      { since: at('2026-03-02 09:30'), facts: { refused: true } },
    ])
  })
  it('does not know of a measure nobody told of, and asks for a new approval at the next visit', () => {
    const talk = act('continued-questioning').starts('2026-03-02 09:30')
    expect(given(rule, talk).verdict('2026-03-02 10:00', 'p1')).toMatchObject({ is: 'unknown' })
    const before = [
      arrives('2026-03-01 09:00'),
      cq.approved('2026-03-01 09:10', 'station-chief'),
      cq.starts('2026-03-01 09:10'),
      departs('2026-03-01 12:00'),
    ]
    const again = measure('continued-questioning', { measure: 'm2', stay: 's2' })
    expect(given(rule, ...before, again.starts('2026-03-02 09:20'), talk).until('2026-03-02 10:00')).toMatchObject([
      { since: at('2026-03-02 09:30') },
    ])
  })
  it('finds nothing when the approval comes first, or while the person only waits in the hall', () => {
    const approved = cq.approved('2026-03-02 09:20', 'station-chief')
    expect(
      given(rule, waiting, cq.starts('2026-03-02 09:00'), approved, enters('2026-03-02 09:30', 'p1', 'held')).until(
        '2026-03-02 10:00',
      ),
    ).toEqual([])
    expect(
      given(
        rule,
        room('2026-03-01 00:00', { kind: 'hall' }),
        cq.starts('2026-03-02 09:00'),
        enters('2026-03-02 09:30', 'p1', 'held'),
      ).until('2026-03-02 10:00'),
    ).toEqual([])
  })
})
