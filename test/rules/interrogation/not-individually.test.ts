import { describe, expect, it } from 'vitest'
import { interrogationNotIndividually as rule } from '../../../server/rules/interrogation/not-individually.ts'
import { act, enters, measure } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const mate = (c: string) =>
  measure('criminal-detention', { measure: 'm2', person: 'p2', case: c }).starts('2026-03-01 00:00')
const day = [
  act('interrogation', { caseType: 'criminal', case: 'c1' }).starts('2026-03-02 09:00'),
  enters('2026-03-02 09:05', 'p2', 'held'),
]

describe('讯问同案的犯罪嫌疑人，应当个别进行（程序规定第二百零二条）', () => {
  it('opens when a suspect of the same case stays in the room', () =>
    expect(given(rule, mate('c1'), ...day).until('2026-03-02 09:10')).toHaveLength(1))
  it('knows the case of a suspect who was interrogated before; a witness of it is none', () => {
    const before = (personRole: string) =>
      act('interrogation', { act: 'a2', caseType: 'criminal', person: 'p2', room: 'r2', case: 'c1', personRole })
    const told = (role: string) =>
      given(rule, before(role).starts('2026-03-02 08:00'), ...day).until('2026-03-02 09:10').length
    expect([told('suspect'), told('witness')]).toEqual([1, 0])
  })
  it('finds nothing for someone of another case', () =>
    expect(given(rule, mate('c2'), ...day).until('2026-03-02 09:10')).toEqual([]))
})
