import { describe, expect, it } from 'vitest'
import { serialGap as rule } from '../../../server/rules/ticket/serial-gap.ts'
import { fields } from '../../support/tickets.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const used = (when: string, number: number): Moment => [
  when,
  'ticket.changed',
  { ticket: `t${number}`, op: 'issued', fields: { ...fields, kind: 'simple', serial: `J-${number}` } },
]
const handed = (from: number, to: number, officer: string): Moment => [
  '2026-03-01 08:00',
  'serial.handed-out',
  { series: 'J-', from, to, unit: 'traffic', officer },
]
const voided = (when: string, number: number): Moment => [
  when,
  'serial.voided',
  { series: 'J-', number, unit: 'traffic', by: 'J07', reason: '写错' },
]

describe('编有号码的行政处罚决定书（行政处罚法第五十二条）', () => {
  it('opens for a number that is skipped, after the time to wait for it', () => {
    const scene = [used('2026-03-02 09:00', 1), used('2026-03-02 10:00', 3)]
    expect(given(rule, ...scene).until('2026-03-04 10:00')).toEqual([])
    expect(given(rule, ...scene).until('2026-03-04 10:01')).toMatchObject([
      { since: at('2026-03-02 10:00'), facts: { firstMissing: 2, lastMissing: 2 } },
    ])
  })
  it('finds nothing when it is used later, or declared void, before or after', () => {
    expect(
      given(rule, used('2026-03-02 09:00', 1), used('2026-03-02 10:00', 3), used('2026-03-02 11:00', 2)).until(end),
    ).toEqual([])
    expect(
      given(rule, used('2026-03-02 09:00', 1), used('2026-03-02 10:00', 3), voided('2026-03-03 11:00', 2)).until(end),
    ).toEqual([])
    expect(
      given(rule, used('2026-03-02 09:00', 1), voided('2026-03-02 09:30', 2), used('2026-03-02 10:00', 3)).until(end),
    ).toEqual([])
  })
  it('counts within the block of each officer', () => {
    const blocks = [handed(1, 50, 'J07'), handed(51, 100, 'J09')]
    expect(
      given(
        rule,
        ...blocks,
        used('2026-03-02 09:00', 1),
        used('2026-03-02 09:05', 51),
        used('2026-03-02 09:10', 2),
      ).until(end),
    ).toEqual([])
    expect(given(rule, ...blocks, used('2026-03-02 09:00', 2)).until(end)).toMatchObject([
      { facts: { firstMissing: 1 }, concerns: { officers: ['J07'] } },
    ])
  })
  it('records of cameras bear no such number', () => {
    const camera: Moment = [
      '2026-03-02 09:00',
      'ticket.changed',
      { ticket: 'c', op: 'issued', fields: { ...fields, serial: 'J-9' } },
    ]
    expect(given(rule, used('2026-03-02 08:00', 1), camera).until(end)).toEqual([])
  })
})
