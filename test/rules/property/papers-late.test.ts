import { expect, it } from 'vitest'
import { papersLate as rule } from '../../../server/rules/property/papers-late.ts'
import { ofItem, seized } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const registered = ofItem('property.registered', {
  number: 'n',
  cause: true,
  origin: true,
  state: true,
  store: true,
  destination: true,
})

describeLimit('采取措施后的二十四小时内送交登记（第一百九十条）', {
  rule,
  begins: (when, heard) => [seized(when, { how: 'sealing', movable: false }, heard)],
  done: (when) => registered(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-03 09:00',
  past: '2026-03-03 09:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

it.each([
  ['criminal cases have their own', { how: 'sealing', movable: false, type: 'criminal' }],
  ['what is moved is handed over itself', { how: 'seizure' }],
])('%s', (_, own) => expect(given(rule, seized('2026-03-02 09:00', own)).until('2026-04-01 00:00')).toEqual([]))
