import { describe, expect, it } from 'vitest'
import { downgradedAtRoadside as rule } from '../../../server/rules/ticket/downgraded-at-roadside.ts'
import { fields } from '../../support/tickets.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const stop = (violationCode: string | null = '1345'): Moment => [
  '2026-03-02 09:00',
  'roadside.stop-seen',
  { stop: 's1', unit: 'traffic', officers: ['J07'], plate: fields.plate, by: 'body-camera', violationCode },
]
const ticket = (when: string, plate = fields.plate): Moment => [
  when,
  'ticket.changed',
  { ticket: 't1', op: 'issued', fields: { ...fields, kind: 'simple', plate } },
]
const warned = (more: object = {}): Moment => [
  '2026-03-02 09:05',
  'roadside.warned',
  { unit: 'traffic', plate: fields.plate, foundOnSpot: true, minor: true, corrected: true, points: 0, ...more },
]

describe('情节轻微、未影响道路通行和安全的 … 口头警告（处理程序规定第四十二条）', () => {
  it('opens when the camera saw a violation and no ticket follows', () => {
    expect(given(rule, stop()).until('2026-03-02 09:30')).toEqual([])
    expect(given(rule, stop()).until('2026-03-02 09:31')).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { missing: 'ticket' }, concerns: { officers: ['J07'] } },
    ])
    expect(given(rule, stop(), ticket('2026-03-02 09:10', '宁A00000')).until(end)).toHaveLength(1)
  })
  it('finds nothing with a ticket in time, without a violation, or with a lawful warning', () => {
    expect(given(rule, stop(), ticket('2026-03-02 09:10')).until(end)).toEqual([])
    expect(given(rule, stop(null)).until(end)).toEqual([])
    expect(given(rule, stop(), warned()).until(end)).toEqual([])
  })
  it('a draft is no ticket, until it is made out', () => {
    const told = (when: string, op: string, status: string, more: object = {}): Moment => [
      when,
      'ticket.changed',
      { ticket: 't1', op, fields: { ...fields, kind: 'simple', status }, ...more },
    ]
    const draft = told('2026-03-02 09:10', 'issued', 'draft')
    const madeOut = { changes: [{ field: 'status', before: 'draft', after: 'decided' }] }
    const gone = told('2026-03-02 09:12', 'deleted', 'draft')
    expect(given(rule, stop(), draft, gone).until(end)).toMatchObject([{ facts: { missing: 'ticket' } }])
    expect(given(rule, stop(), draft, told('2026-03-02 09:20', 'changed', 'decided', madeOut)).until(end)).toEqual([])
    expect(given(rule, stop(), draft, told('2026-03-02 09:31', 'changed', 'decided', madeOut)).until(end)).toHaveLength(
      1,
    )
  })
  it('opens for a warning where the law allows none', () => {
    for (const more of [{ minor: false }, { corrected: false }, { points: 3 }, { foundOnSpot: false }])
      expect(given(rule, stop(), warned(more)).until(end)).toMatchObject([
        { facts: { missing: 'conditions-of-a-warning' } },
      ])
  })
})
