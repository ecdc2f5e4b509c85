import { describe, expect, it } from 'vitest'
import { commutation as rule } from '../../../server/rules/release/commutation.ts'
import { given } from '../../support/timeline.ts'

const judged = (kind: string, more: object = {}) =>
  given(rule, [
    '2026-03-02 09:00',
    'sentence.change-decided',
    {
      person: 'p1',
      facility: 'kss-1',
      facilityKind: 'detention-house',
      change: 'x1',
      kind,
      rank: 'court',
      steps: ['city-review', 'copy-to-procuratorate'],
      ...more,
    },
  ]).until('2026-03-03 00:00')

describe('经设区的市一级以上公安机关审查同意后，报请所在地中级以上人民法院审核裁定（程序规定第三百零五条、第三百零六条）', () => {
  it.each(['commutation', 'parole'])('finds nothing for %s in order', (kind) => expect(judged(kind)).toEqual([]))
  it.each([
    ['not-by-court', { rank: 'city-bureau' }],
    ['no-city-review', { steps: ['copy-to-procuratorate'] }],
    ['no-copy-to-procuratorate', { steps: ['city-review'] }],
  ])('opens for %s', (why, more) => expect(judged('commutation', more)).toMatchObject([{ facts: { why } }]))
})
