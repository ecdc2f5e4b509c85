import { describe, expect, it } from 'vitest'
import { lineupNumbers as rule } from '../../../server/rules/interrogation/lineup-numbers.ts'
import { given } from '../../support/timeline.ts'

const judged = (of: string, count: number, more: object = {}) =>
  given(rule, [
    '2026-03-02 09:00',
    'lineup.held',
    { act: 'a1', caseType: 'criminal', unit: 'station-1', of, count, ...more },
  ]).until('2026-03-03 00:00')

describe('被辨认的人数不得少于七人 … 不得少于十人的照片（程序规定第二百六十条）', () => {
  it.each([
    ['persons', 7],
    ['person-photos', 10],
    ['objects', 5],
    ['object-photos', 10],
  ])('accepts %s × %i and opens for one less', (of, least) => {
    expect(judged(of, least)).toEqual([])
    expect(judged(of, least - 1)).toMatchObject([{ facts: { of, count: least - 1, minimum: least } }])
  })
  it('has no minimum for places, for unique objects, and for photographs of objects in administrative cases', () => {
    expect(judged('place-or-corpse', 1)).toEqual([])
    expect(judged('objects', 1, { unique: true })).toEqual([])
    expect(judged('object-photos', 3, { caseType: 'public-order' })).toEqual([])
  })
})
