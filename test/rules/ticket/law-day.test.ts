import { describe, expect, it } from 'vitest'
import { rulebook } from '../../../server/rules/index.ts'
import { audited, changes, issued, step } from '../../support/tickets.ts'
import { given, type Moment } from '../../support/timeline.ts'

const ruleOf = (id: string) => rulebook.find((rule) => rule.id === id)!
const far = '2031-01-01 00:00'

/** What is wrong by each rule, done at `when`. */
const wrong: Readonly<Record<string, (when: string) => readonly Moment[]>> = {
  'ticket.altered': (when) => [changes(when, { amountYuan: 50 })],
  'ticket.deleted': (when) => [changes(when, {}, { op: 'deleted' })],
  'ticket.cancelled-without-ground': (when) => [changes(when, { status: 'cancelled' }), audited(when)],
  'ticket.cancelled-without-proof': (when) => [changes(when, { status: 'cancelled' }), audited(when, { ground: 1 })],
  'ticket.cancelled-by-leader': (when) => [
    changes(when, { status: 'cancelled' }),
    audited(when, { ground: 1, proofs: ['p'], rank: 'city-bureau' }),
  ],
  'ticket.cancelled-without-power': (when) => [
    changes(when, { status: 'cancelled' }),
    audited(when, { ground: 1, proofs: ['p'], unit: 'station-9' }),
  ],
  'ticket.driver-swapped': (when) => [changes(when, { driver: 'D2' }, {}, { driver: 'D1' }), audited(when)],
  'ticket.decision-changed': (when) => [changes(when, { amountYuan: 50 }, {}, { status: 'decided' })],
  'ticket.captured-and-reviewed-by-one': (when) => [
    step(when, 'captured', { officers: ['J07'] }),
    step(when, 'reviewed', { officers: ['J07'] }),
  ],
  'ticket.simple-procedure-exceeded': (when) => [step(when, 'decided', { kind: 'simple', amountYuan: 201 })],
  'ticket.general-procedure-two-officers': (when) => [step(when, 'decided', { kind: 'general', officers: ['J07'] })],
  'ticket.decided-without-power': (when) => [
    step(when, 'decided', { kind: 'general', by: 'county', penalties: ['revocation'] }),
  ],
  'ticket.cash-taken': (when) => [
    [when, 'roadside.cash-taken', { unit: 'traffic', officers: ['J07'], from: 'motor-driver', amountYuan: 20 }],
  ],
}

describe('自公布、施行之日起施行：那一日零时起，前一分钟不算', () => {
  it.each(Object.keys(wrong))('%s', (id) => {
    const rule = ruleOf(id)
    const first = Date.parse(`${rule.params[0]!.from}T00:00:00+08:00`)
    const china = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
    expect(given(rule, ...wrong[id]!(china(first))).until(far)).toHaveLength(1)
    expect(given(rule, ...wrong[id]!(china(first - 60_000))).until(far)).toEqual([])
  })
  it('the texts are of these days', () => {
    const days = Object.keys(wrong).map((id) => [id, ruleOf(id).params[0]!.from])
    const other: Readonly<Record<string, string>> = {
      'ticket.decision-changed': '2021-07-15',
      'ticket.cash-taken': '2004-05-01',
    }
    expect(days).toEqual(Object.keys(wrong).map((id) => [id, other[id] ?? '2020-05-01']))
  })
})

describe('and told late, by its own day', () =>
  it('a change of the last day before the text stays outside it', () => {
    const late = changes('2020-04-30 23:59', { amountYuan: 50 }, {}, {}, '2020-06-01 09:00')
    expect(given(ruleOf('ticket.altered'), issued('2020-04-01 09:00'), late).until(far)).toEqual([])
  }))
