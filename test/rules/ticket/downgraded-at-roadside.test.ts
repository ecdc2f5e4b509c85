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

describe('交通警察对于当场发现的违法行为（第四十二条）：每一次拦停、每一次警告', () => {
  const plate = fields.plate
  const stopped = (when: string, id: string, officer: string, more: object = {}): Moment => [
    when,
    'roadside.stop-seen',
    { stop: id, unit: 'traffic', officers: [officer], plate, by: 'body-camera', violationCode: '1345', ...more },
  ]
  const warnedAt = (when: string, more: object = {}): Moment => [when, 'roadside.warned', { unit: 'traffic', ...more }]
  const found = (...scene: Moment[]) => given(rule, ...scene).until('2026-04-20 00:00')

  it('a plate that is stopped again on another day is another finding', () =>
    expect(found(stopped('2026-03-02 09:00', 's1', 'J07'), stopped('2026-03-05 09:00', 's2', 'J09'))).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { stop: 's1' }, concerns: { officers: ['J07'] } },
      { since: at('2026-03-05 09:00'), facts: { stop: 's2' }, concerns: { officers: ['J09'] } },
    ]))
  it('one stop that two devices saw is one', () =>
    expect(
      found(stopped('2026-03-02 09:00', 's1', 'J07'), stopped('2026-03-02 09:01', 's2', 'J07', { by: 'plate-reader' })),
    ).toHaveLength(1))
  it('what follows a stop may be of the next day', () => {
    const late = stopped('2026-03-02 23:50', 's1', 'J07')
    expect(found(late, ticket('2026-03-03 00:20'))).toEqual([])
    expect(found(late, warnedAt('2026-03-03 00:05', { plate }))).toEqual([])
    expect(found(late, warnedAt('2026-03-03 00:05', { plate, points: 3 }))).toMatchObject([
      { since: at('2026-03-02 23:50'), facts: { missing: 'conditions-of-a-warning' } },
    ])
    expect(found(stopped('2026-03-03 00:01', 's1', 'J07'), ticket('2026-03-02 23:59:30'))).toEqual([])
  })
  it('a warning that names its stop needs no plate', () => {
    const seen = stopped('2026-03-02 09:00', 's1', 'J07')
    expect(found(seen, warnedAt('2026-03-02 09:05', { stop: 's1' }))).toEqual([])
    expect(found(seen, warnedAt('2026-03-02 09:05', { stop: 's9' }))).toHaveLength(1)
  })
  it('a warning that the law does not allow says by itself that a violation was seen', () => {
    const unlawful = warnedAt('2026-03-02 09:05', { plate, points: 3, officers: ['J07'], violationCode: '1345' })
    expect(found(unlawful)).toMatchObject([
      {
        since: at('2026-03-02 09:05'),
        facts: { missing: 'conditions-of-a-warning', violationCode: '1345' },
        concerns: { officers: ['J07'] },
      },
    ])
    expect(found(unlawful, ticket('2026-03-02 09:20'))).toEqual([])
    expect(found(warnedAt('2026-03-02 09:05', { plate, points: 0 }))).toEqual([])
    expect(found(stopped('2026-03-02 09:00', 's1', 'J07', { violationCode: null }), unlawful)).toHaveLength(1)
  })
})
