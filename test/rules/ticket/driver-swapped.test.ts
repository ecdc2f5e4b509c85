import { describe, expect, it } from 'vitest'
import { driverSwapped as rule } from '../../../server/rules/ticket/driver-swapped.ts'
import { audited, changes } from '../../support/tickets.ts'
import { given, type Moment } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const swapped = changes('2026-03-02 09:00', { driver: 'D2' }, {}, { driver: 'D1' })
const identified = (driver: string, proofs: string[] = ['确认书']): Moment => [
  '2026-03-02 08:30',
  'ticket.driver-identified',
  { ticket: 't1', driver, unit: 'traffic', proofs },
]

describe('经核查能够确定实际驾驶人的 … 可以 … 记录为实际驾驶人的违法行为信息（第二十一条）', () => {
  it('opens when one driver replaces another, or none', () => {
    expect(given(rule, swapped, audited('2026-03-02 09:00')).until(end)).toMatchObject([
      { facts: { field: 'driver', before: 'D1', after: 'D2', benefits: 'D2', missing: 'driver-identified' } },
    ])
    expect(given(rule, changes('2026-03-02 09:00', { driver: null }, {}, { driver: 'D1' })).until(end)).toHaveLength(1)
  })
  it('finds nothing when that very driver was established', () => {
    expect(given(rule, identified('D2'), swapped).until(end)).toEqual([])
    expect(given(rule, identified('D3'), swapped).until(end)).toHaveLength(1)
    const logged = audited('2026-03-02 09:00', { action: 'change-driver', document: '核查1号', proofs: ['p'] })
    expect(given(rule, swapped, logged).until(end)).toEqual([])
  })
  it('opens when that driver was established by nothing', () =>
    expect(given(rule, identified('D2', []), swapped).until(end)).toMatchObject([{ facts: { missing: 'proof' } }]))
  it('finds nothing when nobody had been named before', () =>
    expect(given(rule, changes('2026-03-02 09:00', { driver: 'D2' })).until(end)).toEqual([]))
})

describe('经核查能够确定：日志要有核查文书和证据，并且是变更驾驶人', () =>
  it.each([
    ['no document', { action: 'change-driver', proofs: ['p'] }],
    ['no proof', { action: 'change-driver', document: '核查1号' }],
    ['another action', { action: 'correct', document: '核查1号', proofs: ['p'] }],
  ])('%s', (_, more) => {
    expect(given(rule, swapped, audited('2026-03-02 09:00', more)).until(end)).toMatchObject([
      { facts: { missing: 'driver-identified' } },
    ])
    expect(given(rule, swapped).until(end)).toMatchObject([{ facts: { missing: 'audit' } }])
    const upheld: Moment = [
      '2026-03-02 08:00',
      'ticket.objection-decided',
      { objection: 'ob1', ticket: 't1', unit: 'traffic', upheld: true },
    ]
    expect(given(rule, swapped, audited('2026-03-02 09:00', more), upheld).until(end)).toEqual([])
  }))
