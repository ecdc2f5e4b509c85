import { describe, expect, it } from 'vitest'
import { cashFineHandedIn as rule } from '../../../server/rules/case/cash-fine-handed-in.ts'
import { calendar, told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const taken = told('fine.collected', {
  payment: 'f1',
  type: 'public-order',
  unit: 'station-1',
  officer: 'o1',
  yuan: 100,
  fineYuan: 100,
  ground: 'small',
  objection: false,
  receipt: '001',
})
const handedIn = told('fine.handed-in', { payment: 'f1', unit: 'station-1', yuan: 100 })

describeLimit('自收缴罚款之日起二日以内，交至所属的公安机关（第一百二十四条）', {
  rule,
  begins: (when, heard) => [taken(when, {}, heard)],
  done: (when) => handedIn(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-05 00:00',
  past: '2026-03-05 00:01',
  tooEarly: '2006-02-28 09:00',
  lawBegins: '2006-03-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('on the water it counts from landing, in traffic in working days', () => {
  it('stands still until they land', () => {
    const away = taken('2026-03-02 09:00', { awayFromShore: true })
    expect(given(rule, away).until('2026-04-01 00:00')).toEqual([])
    expect(
      given(rule, away, told('fine.landed', { payment: 'f1' })('2026-03-09 09:00')).until('2026-03-12 00:01'),
    ).toHaveLength(1)
  })
  it('two working days for traffic: Friday to Tuesday', () => {
    const friday = taken('2026-03-06 09:00', { type: 'traffic' })
    expect(given(rule, calendar, friday).until('2026-03-11 00:00')).toEqual([])
    expect(given(rule, calendar, friday).until('2026-03-11 00:01')).toHaveLength(1)
  })
})

describe('before May 2020 two days were calendar days for everybody', () =>
  it.each(['public-order', 'traffic'])('%s', (type) => {
    const friday = taken('2019-03-04 09:00', { type })
    expect(given(rule, friday).until('2019-03-07 00:00')).toEqual([])
    expect(given(rule, friday).until('2019-03-07 00:01')).toHaveLength(1)
  }))

describe('2020年5月1日起，交通罚款的二日为工作日', () =>
  it('from its first moment, not the moment before', () => {
    const of2020: Moment = [
      '2012-01-01 00:00',
      'calendar.published',
      { year: 2020, holidays: ['2020-05-01'], workdays: [], source: 't' },
    ]
    const traffic = (when: string) => given(rule, of2020, taken(when, { type: 'traffic' })).until('2020-06-01 00:00')
    expect(traffic('2020-05-01 00:00')).toMatchObject([
      { facts: { unit: 'working-day' }, evidence: [1], concerns: { officers: ['o1'] } },
    ])
    expect(traffic('2020-04-30 23:59')).toMatchObject([{ facts: { unit: 'day' } }])
  }))

it('将当场收缴的罚款交至：all of it, be it in parts', () => {
  const found = (...parts: Moment[]) => given(rule, taken('2026-03-02 09:00'), ...parts).until('2031-01-01 00:00')
  const part = handedIn('2026-03-03 09:00', { yuan: 60 })
  expect(found(part)).toHaveLength(1)
  expect(found(part, handedIn('2026-03-04 09:00', { yuan: 40 }))).toEqual([])
  expect(found(part, handedIn('2026-03-05 09:00', { yuan: 40 }))).toHaveLength(1)
})
