import { describe, expect, it } from 'vitest'
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

describe('采取查封、冻结措施的，将有关法律文书复印件送交登记（第一百九十条）', () => {
  const sealing = seized('2026-03-02 09:00', { how: 'sealing', movable: true })
  it('what is sealed or registered in advance stays, though it could be moved', () => {
    expect(given(rule, sealing).until('2026-03-03 09:01')).toHaveLength(1)
    const registration = seized('2026-03-02 09:00', { how: 'advance-registration' })
    expect(given(rule, registration).until('2026-03-03 09:01')).toHaveLength(1)
    expect(given(rule, seized('2026-03-02 09:00', { movable: false })).until('2026-03-03 09:01')).toHaveLength(1)
  })
  it('an entry without the papers is none; the thing itself in the store, or given back, needs none', () => {
    const entry = (more: object) => given(rule, sealing, registered('2026-03-02 10:00', more)).until('2026-04-01 00:00')
    expect(entry({ papers: false })).toHaveLength(1)
    expect(entry({ papers: true })).toEqual([])
    const received = ofItem('property.received', { custodian: 'k1' })('2026-03-03 09:00')
    expect(given(rule, sealing, received).until('2026-04-01 00:00')).toEqual([])
    const released = ofItem('property.released', { to: 'owner', collector: 'rightful', receipt: true })
    expect(given(rule, sealing, released('2026-03-03 09:00')).until('2026-04-01 00:00')).toEqual([])
  })
})
