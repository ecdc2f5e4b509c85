import { describe, expect, it } from 'vitest'
import { continuedQuestioningExcluded as rule } from '../../../server/rules/continued-questioning/excluded.ts'
import { measure } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const cq = measure('continued-questioning')

describe('对具有下列情形之一的人员，不得适用继续盘问（规定第九条）', () => {
  it.each([
    'not-checked-on-the-spot',
    'fine-only',
    'taken-at-home-or-work',
    'surrendered',
    'case-already-opened',
    'ill',
  ])('opens for %s', (exclusion) =>
    expect(
      given(rule, cq.starts('2026-03-02 09:00', { exclusions: [exclusion] })).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { exclusion } }]),
  )
  it('finds nothing without an exclusion', () =>
    expect(
      given(rule, cq.starts('2026-03-02 09:00', { grounds: ['caught-in-act'] })).until('2026-03-03 00:00'),
    ).toEqual([]))
})
