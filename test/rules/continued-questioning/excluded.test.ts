import { describe, expect, it } from 'vitest'
import { continuedQuestioningExcluded as rule } from '../../../server/rules/continued-questioning/excluded.ts'
import { arrives, measure } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

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

describe('（六）明知其所涉案件已经作为治安案件受理或者已经立为刑事案件的', () => {
  const opened = (when: string, kind: 'case.accepted' | 'case.filed'): Moment => [
    when,
    kind,
    { case: 'c1', unit: 'station-1', type: 'public-order' },
  ]
  const brought = [
    arrives('2026-03-02 09:00'),
    measure('continued-questioning', { case: 'c1' }).starts('2026-03-02 09:20'),
  ]
  it.each(['case.accepted', 'case.filed'] as const)(
    'opens when its case had %s before the person was brought',
    (kind) =>
      expect(given(rule, opened('2026-03-01 09:00', kind), ...brought).until('2026-03-03 00:00')).toMatchObject([
        { facts: { exclusion: 'case-already-opened' } },
      ]),
  )
  it('finds nothing when the case was opened after they were brought', () =>
    expect(given(rule, opened('2026-03-02 09:10', 'case.accepted'), ...brought).until('2026-03-03 00:00')).toEqual([]))
})
