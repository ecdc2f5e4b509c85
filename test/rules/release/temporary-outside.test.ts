import { describe, expect, it } from 'vitest'
import { temporaryOutside as rule } from '../../../server/rules/release/temporary-outside.ts'
import { given } from '../../support/timeline.ts'

const steps = ['designated-hospital', 'copy-to-procuratorate', 'guarantor', 'danger-assessment']
const judged = (more: object = {}) =>
  given(rule, [
    '2026-03-02 09:00',
    'sentence.change-decided',
    {
      person: 'p1',
      facility: 'kss-1',
      facilityKind: 'detention-house',
      change: 'x1',
      kind: 'temporary-outside',
      rank: 'city-bureau',
      steps,
      medical: true,
      dangerous: false,
      ...more,
    },
  ]).until('2026-03-03 00:00')

describe('报设区的市一级以上公安机关批准（程序规定第三百零七条）', () => {
  it('finds nothing when all is in order, by city bureau or court', () => {
    expect(judged()).toEqual([])
    expect(judged({ rank: 'court', steps: ['designated-hospital'] })).toEqual([])
  })
  it.each([
    ['no-power', { rank: 'bureau-chief' }],
    ['dangerous', { dangerous: true }],
    ['no-designated-hospital', { steps: ['copy-to-procuratorate'] }],
    ['no-copy-to-procuratorate', { steps: ['designated-hospital'] }],
  ])('opens for %s', (why, more) => expect(judged(more)).toMatchObject([{ facts: { why } }]))
  it('asks for no hospital when it is not for illness', () =>
    expect(judged({ medical: false, steps: ['copy-to-procuratorate'] })).toEqual([]))
})
