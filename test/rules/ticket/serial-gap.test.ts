import { describe, expect, it } from 'vitest'
import { serialGap as rule } from '../../../server/rules/ticket/serial-gap.ts'
import { fields } from '../../support/tickets.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const used = (when: string, number: number, more: object = {}, heard?: string): Moment => [
  when,
  'ticket.changed',
  { ticket: `t${number}`, op: 'issued', fields: { ...fields, kind: 'simple', serial: `J-${number}`, ...more } },
  heard,
]
const handed = (
  from: number,
  to: number,
  officer: string | null,
  when = '2026-03-01 08:00',
  unit = 'traffic',
): Moment => [when, 'serial.handed-out', { series: 'J-', from, to, unit, officer }]
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

describe('which numbers are missing, and whose they are', () => {
  const on = (clock: string) => `2026-03-02 ${clock}`
  const found = (...scene: Moment[]) => given(rule, ...scene).until(end)

  it('names the first and the last that one use skipped, the unit and nobody where no block was handed out', () =>
    expect(found(used(on('09:00'), 1), used(on('10:00'), 5, { unit: 'squad-2' }))).toMatchObject([
      {
        grade: 'B',
        since: at(on('10:00')),
        openedAt: at('2026-03-04 10:00') + 1,
        evidence: [1],
        facts: { firstMissing: 2, lastMissing: 4, missing: 'void-entry' },
        concerns: { unit: 'squad-2', carrier: null, officers: [], place: null },
      },
    ]))
  it('leaves out of them what was voided or used since; each gap stands by itself', () => {
    const gaps = [used(on('09:00'), 1), used(on('10:00'), 5), used(on('11:00'), 7)]
    const second = { since: at(on('11:00')), facts: { firstMissing: 6, lastMissing: 6 } }
    expect(found(...gaps, voided(on('12:00'), 2), used(on('12:00'), 4))).toMatchObject([
      { since: at(on('10:00')), facts: { firstMissing: 3, lastMissing: 3 } },
      second,
    ])
    expect(found(...gaps, voided(on('12:00'), 2), voided(on('12:00'), 3), voided(on('12:00'), 4))).toMatchObject([
      second,
    ])
  })
  it('one that is closed ends alone', () =>
    expect(
      given(rule, used(on('09:00'), 1), used(on('10:00'), 3), used(on('11:00'), 5), voided('2026-03-05 09:00', 2))
        .events(end)
        .flatMap((e) => (e.is === 'opened' ? [e.finding.subject] : e.is === 'ended' ? [`${e.id} ends`] : [])),
    ).toEqual(['J-/2', 'J-/4', `ticket.serial-gap/J-/2/${at(on('10:00'))} ends`]))
  it('a series that was handed out may end with digits', () => {
    const block: Moment = [on('08:00'), 'serial.handed-out', { series: 'J2026', from: 1, to: 50, unit: 'traffic' }]
    const scene = [1, 2, 4].map((n) => used(on(`09:0${n}`), n, { serial: `J2026000${n}` }))
    const spoilt: Moment = [
      on('12:00'),
      'serial.voided',
      { series: 'J2026', number: 3, unit: 'traffic', reason: '写错' },
    ]
    expect(found(block, ...scene)).toMatchObject([{ facts: { firstMissing: 3, lastMissing: 3 } }])
    expect(found(block, ...scene, spoilt)).toEqual([])
  })
  it('a series may bear any name', () => {
    const odd = (number: number) => used(on(`09:0${number}`), number, { serial: `constructor${number}` })
    expect(found(odd(1), odd(3))).toMatchObject([{ subject: 'constructor/2' }])
    const proto = (number: number) => used(on(`09:0${number}`), number, { serial: `__proto__${number}` })
    expect(found(proto(1), proto(3))).toMatchObject([{ subject: '__proto__/2' }])
  })
  it('waits from when the later number was heard of, and dates it from when that was used', () =>
    expect(found(used(on('09:00'), 1), used(on('10:00'), 3, {}, '2026-03-03 08:00'))).toMatchObject([
      { since: at(on('10:00')), openedAt: at('2026-03-05 08:00') + 1 },
    ]))
  it('ends when the number turns up', () =>
    expect(
      given(rule, used(on('09:00'), 1), used(on('10:00'), 3), voided('2026-03-05 09:00', 2))
        .events(end)
        .filter((e) => e.is !== 'warned')
        .map((e) => [e.is, e.at]),
    ).toEqual([
      ['opened', at('2026-03-04 10:00') + 1],
      ['ended', at('2026-03-05 09:00')],
    ]))
  it('asks for none before the first of a whole series, and for the first of a block', () => {
    expect(found(used(on('09:00'), 7), used(on('09:05'), 8))).toEqual([])
    expect(found(handed(7, 9, null, on('08:00'), 'squad-3'), used(on('09:00'), 8))).toMatchObject([
      { facts: { firstMissing: 7, lastMissing: 7 }, concerns: { unit: 'squad-3', officers: [] } },
    ])
  })
  it('asks nothing of what lies behind the last number of a block that was used', () =>
    expect(found(handed(1, 3, 'J07'), handed(4, 6, 'J09'), used(on('09:00'), 1), used(on('09:05'), 4))).toEqual([]))
  it('takes the first and the last number of a block for its own', () => {
    expect(found(handed(4, 6, 'J09'), used(on('09:00'), 4), used(on('09:05'), 6))).toMatchObject([
      { facts: { firstMissing: 5, lastMissing: 5 }, concerns: { officers: ['J09'] } },
    ])
  })
  it('a document voided out of its turn is no use of it: those before it are still to come', () => {
    expect(found(handed(1, 50, 'J07'), used(on('09:00'), 1), voided(on('09:30'), 50), used(on('10:00'), 2))).toEqual([])
    expect(found(voided(on('08:30'), 2), used(on('09:00'), 1), used(on('10:00'), 3))).toEqual([])
  })
  it('a block that is told after its first numbers were used asks for none of those', () =>
    expect(
      found(
        used(on('09:00'), 1),
        used(on('09:05'), 51),
        handed(1, 50, 'J07', on('12:00')),
        handed(51, 100, 'J09', on('12:00')),
        used(on('13:00'), 2),
        used(on('13:05'), 52),
      ),
    ).toEqual([]))
  it('and does ask for what its own order skipped, of the officer who has it', () =>
    expect(
      found(used(on('09:00'), 1), used(on('09:05'), 3), handed(1, 50, 'J07', on('12:00')), used(on('13:00'), 4)),
    ).toMatchObject([{ facts: { firstMissing: 2, lastMissing: 2 }, concerns: { officers: ['J07'] } }]))
  it('numbers outside every block skip none of a block between them', () =>
    expect(found(handed(2, 4, 'J07'), used(on('09:00'), 1), used(on('09:05'), 5))).toEqual([]))
  it('two gaps of the same minute are two, each of its own officer', () => {
    const both = [handed(1, 50, 'J07'), handed(51, 100, 'J09'), used(on('09:00'), 2), used(on('09:00'), 53)]
    expect(found(...both)).toMatchObject([
      { facts: { firstMissing: 1, lastMissing: 1 }, concerns: { officers: ['J07'] } },
      { facts: { firstMissing: 51, lastMissing: 52 }, concerns: { officers: ['J09'] } },
    ])
  })
  it('other series are none of its business, nor is what was changed later or bears no number', () => {
    expect(found(used(on('09:00'), 1), used(on('09:05'), 3, { serial: 'K-3' }))).toEqual([])
    expect(found(used(on('09:00'), 1), used(on('09:05'), 3, { serial: 'K' }))).toEqual([])
    const changed = { ticket: 't3', op: 'changed', fields: { ...fields, kind: 'simple', serial: 'J-3' } }
    expect(found(used(on('09:00'), 1), [on('09:05'), 'ticket.changed', changed])).toEqual([])
  })
  it('judges from 15 July 2021', () => {
    const old = (day: string) => [used(`${day} 09:00`, 1), used(`${day} 10:00`, 3)]
    expect(found(...old('2021-07-14'))).toEqual([])
    expect(found(...old('2021-07-15'))).toHaveLength(1)
  })
})
