import { describe, expect, it } from 'vitest'
import { actedOffDuty as rule } from '../../../server/rules/ticket/acted-off-duty.ts'
import { audited, changes } from '../../support/tickets.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const end = '2026-03-09 00:00'
const done = (time: string): Moment[] => {
  const when = `${day} ${time}`
  return [changes(when, { status: 'cancelled' }), audited(when, { action: 'cancel', ground: 7, proofs: ['p'] })]
}
const leave = (from: string, to: string): Moment => [
  '2026-02-01 09:00',
  'leave.approved',
  {
    leave: 'l1',
    officer: 'J07',
    unit: 'traffic',
    kind: 'annual',
    startsAt: at(from),
    endsAt: at(to),
    approvedBy: 'J01',
  },
]
const shift = (from: string, to: string, more: object = {}): Moment => [
  '2026-02-01 09:00',
  'shift.scheduled',
  {
    shift: 'a',
    carrier: 'vehicle/v1',
    unit: 'traffic',
    beat: null,
    startsAt: at(`${day} ${from}`),
    endsAt: at(`${day} ${to}`),
    crew: ['J07'],
    ...more,
  },
]

describe('休假期间的账号', () => {
  it('opens when a login is used while its owner is on leave', () =>
    expect(given(rule, leave('2026-03-01 00:00', '2026-03-05 00:00'), ...done('09:00')).until(end)).toMatchObject([
      {
        since: at(`${day} 09:00`),
        facts: { accountOf: 'J07', missing: 'not-on-leave' },
        concerns: { officers: ['J07'] },
      },
    ]))
  it('finds nothing before and after the leave: the lawful twin', () => {
    expect(given(rule, leave(`${day} 09:01`, '2026-03-05 00:00'), ...done('09:00')).until(end)).toEqual([])
    expect(given(rule, leave('2026-02-20 00:00', `${day} 08:59`), ...done('09:00')).until(end)).toEqual([])
  })
  it('counts a leave that was withdrawn only until then', () => {
    const back: Moment = [`${day} 08:00`, 'leave.withdrawn', { leave: 'l1', officer: 'J07', by: 'J01' }]
    const all = [leave('2026-03-01 00:00', '2026-03-05 00:00'), back]
    expect(given(rule, ...all, ...done('09:00')).until(end)).toEqual([])
    expect(given(rule, ...all, ...done('07:00')).until(end)).toHaveLength(1)
  })
})

describe('不当班时间的账号', () => {
  it('opens two hours and a minute after the shift, not at two hours', () => {
    expect(given(rule, shift('08:00', '16:00'), ...done('18:00')).until(end)).toEqual([])
    expect(given(rule, shift('08:00', '16:00'), ...done('18:01')).until(end)).toMatchObject([
      { facts: { missing: 'on-shift' } },
    ])
    expect(given(rule, shift('08:00', '16:00'), ...done('06:00')).until(end)).toEqual([])
    expect(given(rule, shift('08:00', '16:00'), ...done('05:59')).until(end)).toHaveLength(1)
  })
  it('a second shift covers it', () =>
    expect(
      given(rule, shift('08:00', '16:00'), shift('20:00', '23:00', { shift: 'b' }), ...done('21:00')).until(end),
    ).toEqual([]))
  it('judges nobody who has no shift near, nor a login without an owner', () => {
    expect(given(rule, shift('08:00', '16:00', { crew: ['J09'] }), ...done('23:00')).until(end)).toEqual([])
    const [row] = done('23:00')
    const nobody = audited(`${day} 23:00`, { action: 'cancel', accountOf: null })
    expect(given(rule, shift('08:00', '16:00'), row!, nobody).until(end)).toEqual([])
  })
})
