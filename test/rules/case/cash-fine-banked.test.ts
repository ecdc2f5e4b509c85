import { expect, it } from 'vitest'
import { cashFineBanked as rule } from '../../../server/rules/case/cash-fine-banked.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const handedIn = told('fine.handed-in', { payment: 'f1', unit: 'station-1', yuan: 100 })
const banked = told('fine.banked', { payment: 'f1', unit: 'station-1', yuan: 100 })

describeLimit('自收到罚款之日起二日以内将罚款缴付指定的银行（第一百二十四条）', {
  rule,
  begins: (when, heard) => [handedIn(when, {}, heard)],
  done: (when) => banked(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-05 00:00',
  past: '2026-03-05 00:01',
  tooEarly: '2006-02-28 09:00',
  lawBegins: '2006-03-01 09:00',
  lawPast: '2031-01-01 00:00',
})

it('将罚款缴付指定的银行：all of it, be it in parts', () => {
  const found = (...parts: Moment[]) => given(rule, handedIn('2026-03-02 09:00'), ...parts).until('2031-01-01 00:00')
  const part = banked('2026-03-03 09:00', { yuan: 60 })
  expect(found(part)).toHaveLength(1)
  expect(found(part, banked('2026-03-04 09:00', { yuan: 40 }))).toEqual([])
})

it('自收到罚款之日起：handed in in parts, two days run for each part', () => {
  const parts = [handedIn('2026-03-02 09:00', { yuan: 60 }), handedIn('2026-03-03 09:00', { yuan: 40 })]
  const found = (...more: Moment[]) => given(rule, ...parts, ...more).until('2031-01-01 00:00')
  const first = banked('2026-03-04 09:00', { yuan: 60 })
  expect(found(first)).toMatchObject([{ since: at('2026-03-06 00:00'), evidence: [1], facts: { yuan: 100 } }])
  expect(found(first, banked('2026-03-05 09:00', { yuan: 40 }))).toEqual([])
  expect(found(banked('2026-03-05 09:00'))).toMatchObject([{ since: at('2026-03-05 00:00'), facts: { yuan: 60 } }])
})
