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
  it('finds nothing for someone of another case', () =>
    expect(given(rule, mate('c2'), ...day).until('2026-03-02 09:10')).toEqual([]))
})
